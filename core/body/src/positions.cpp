// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/positions.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace plumbline::body {
namespace {

using Root = spatial::Rotation<World, PelvisFrame>;

struct Bend {
  Dof left;
  double degrees_both;
};

Pose posed(double x, double z, const Root& orientation, std::span<const Bend> bends) {
  Pose pose;
  pose.root_position = spatial::Vector<World>(x, 0, z);
  pose.root_orientation = orientation;
  for (const Bend& bend : bends) {
    pose.angles[index(bend.left)] = degrees(bend.degrees_both);
    pose.angles[index(counterpart(bend.left))] = degrees(bend.degrees_both);
  }
  return pose;
}

// Pitch about the lateral axis: +90 lays the body on its front, −90 on its back.
Root pitched(double angle) { return Root::about({0, 1, 0}, degrees(angle)); }

constexpr Bend kRelaxedArm{Dof::ShoulderAbductionLeft, 8};
constexpr Bend kRelaxedElbow{Dof::ElbowFlexionLeft, 10};

Pose lying(StartPosition position) {
  constexpr Bend kFloorArm{Dof::ShoulderAbductionLeft, 20};
  constexpr Bend kArmDown{Dof::ShoulderFlexionLeft, -12};
  constexpr Bend kPalmDown{Dof::ForearmPronationLeft, 60};
  constexpr Bend kFloorFoot{Dof::AnkleDorsiflexionLeft, -30};
  switch (position) {
    case StartPosition::HookLying:
      return posed(0, 0.062, pitched(-90),
                   std::array{kFloorArm, kArmDown, kPalmDown, Bend{Dof::HipFlexionLeft, 50},
                              Bend{Dof::KneeFlexionLeft, 110}, kFloorFoot});
    case StartPosition::Prone:
      return posed(0, 0.062, pitched(90),
                   std::array{kFloorArm, Bend{Dof::ShoulderFlexionLeft, 9}, kPalmDown,
                              Bend{Dof::AnkleDorsiflexionLeft, -48},
                              Bend{Dof::ToeExtensionLeft, -30}, Bend{Dof::WristExtensionLeft, -8}});
    case StartPosition::SideLying: {
      Pose pose = posed(0, 0.10, Root::about({1, 0, 0}, degrees(90)),
                        std::array{Bend{Dof::HipFlexionLeft, 40}, Bend{Dof::KneeFlexionLeft, 70}});
      const auto set = [&](Dof dof, double angle) { pose.angles[index(dof)] = degrees(angle); };
      // The upper hand rests on the floor before the chest, the lower one under the head.
      set(Dof::ShoulderFlexionLeft, 55);
      set(Dof::ShoulderAbductionLeft, -32);
      set(Dof::ShoulderExternalRotationLeft, -60);
      set(Dof::ElbowFlexionLeft, 60);
      set(Dof::ForearmPronationLeft, 60);
      set(Dof::ShoulderFlexionRight, 150);
      set(Dof::ElbowFlexionRight, 110);
      set(Dof::CervicalLateralFlexion, 5);
      return pose;
    }
    default:
      return posed(
          0, 0.062, pitched(-90),
          std::array{kFloorArm, kArmDown, kPalmDown, Bend{Dof::AnkleDorsiflexionLeft, -15}});
  }
}

Pose on_hands_or_knees(StartPosition position) {
  constexpr Bend kFootDown{Dof::AnkleDorsiflexionLeft, -48};
  constexpr Bend kToesBack{Dof::ToeExtensionLeft, -35};
  constexpr Bend kPalmDown{Dof::ForearmPronationLeft, 80};
  switch (position) {
    case StartPosition::Quadruped:
      return posed(0, 0.275, pitched(76),
                   std::array{Bend{Dof::HipFlexionLeft, 76}, Bend{Dof::KneeFlexionLeft, 90},
                              Bend{Dof::ShoulderFlexionLeft, 76},
                              Bend{Dof::ShoulderExternalRotationLeft, -10}, kPalmDown,
                              Bend{Dof::WristExtensionLeft, 88}, Bend{Dof::CervicalFlexion, -10},
                              kFootDown, kToesBack});
    case StartPosition::ProneSupport:
      return posed(0, 0.16, pitched(82),
                   std::array{Bend{Dof::ShoulderFlexionLeft, 82}, Bend{Dof::ElbowFlexionLeft, 88},
                              Bend{Dof::CervicalFlexion, -5}, Bend{Dof::AnkleDorsiflexionLeft, 10},
                              Bend{Dof::ToeExtensionLeft, 70}});
    case StartPosition::HalfKneeling: {
      Pose pose = posed(0, 0.277, pitched(0),
                        std::array{kRelaxedArm, kRelaxedElbow, Bend{Dof::KneeFlexionLeft, 90}});
      pose.angles[index(Dof::AnkleDorsiflexionLeft)] = degrees(-48);
      pose.angles[index(Dof::ToeExtensionLeft)] = degrees(-35);
      pose.angles[index(Dof::HipFlexionRight)] = degrees(90);
      return pose;
    }
    default:
      return posed(0, 0.277, pitched(0),
                   std::array{kRelaxedArm, kRelaxedElbow, Bend{Dof::KneeFlexionLeft, 90}, kFootDown,
                              kToesBack});
  }
}

void plant_both(std::vector<Planted>& out, Contact left, bool slides) {
  out.push_back({left, Surface::Floor, slides});
  out.push_back({counterpart(left), Surface::Floor, slides});
}

std::vector<Planted> lying_contacts(StartPosition position) {
  using enum Contact;
  std::vector<Planted> out;
  if (position == StartPosition::SideLying) {
    return {{RightHip},
            {RightShoulder, Surface::Floor, true},
            {RightKnee, Surface::Floor, true},
            {RightAnkle, Surface::Floor, true},
            {LeftFingers, Surface::Floor, true}};
  }
  const bool prone = position == StartPosition::Prone;
  out.push_back({prone ? PelvisFront : Pelvis});
  out.push_back({prone ? Chest : UpperBack, Surface::Floor, true});
  out.push_back({Head, Surface::Floor, true});
  if (position == StartPosition::HookLying) plant_both(out, LeftFoot, false);
  if (position == StartPosition::Supine) plant_both(out, LeftHeel, true);
  if (prone) plant_both(out, LeftBall, true);
  plant_both(out, LeftWrist, true);
  return out;
}

std::vector<Planted> kneeling_contacts(StartPosition position) {
  using enum Contact;
  std::vector<Planted> out;
  if (position == StartPosition::HalfKneeling) {
    return {{LeftKnee}, {LeftBall, Surface::Floor, true}, {RightFoot}};
  }
  if (position == StartPosition::ProneSupport) {
    plant_both(out, LeftForearm, false);
    plant_both(out, LeftBall, false);
    return out;
  }
  plant_both(out, LeftKnee, false);
  plant_both(out, LeftBall, true);
  if (position == StartPosition::Quadruped) plant_both(out, LeftHand, false);
  return out;
}

}  // namespace

Pose position_pose(StartPosition position) {
  switch (position) {
    case StartPosition::Standing:
      return posed(0, kHipHeight, pitched(0), std::array{kRelaxedArm, kRelaxedElbow});
    case StartPosition::Sitting:
      return posed(0, kFittingSeat + 0.053, pitched(0),
                   std::array{Bend{Dof::HipFlexionLeft, 90}, Bend{Dof::KneeFlexionLeft, 90},
                              Bend{Dof::ShoulderFlexionLeft, 15}, Bend{Dof::ElbowFlexionLeft, 50},
                              Bend{Dof::ForearmPronationLeft, 70}});
    case StartPosition::FloorSitting:
      return posed(0, 0.053, pitched(0),
                   std::array{Bend{Dof::HipFlexionLeft, 90}, Bend{Dof::ShoulderFlexionLeft, 30},
                              Bend{Dof::ElbowFlexionLeft, 50}});
    case StartPosition::Supine:
    case StartPosition::HookLying:
    case StartPosition::Prone:
    case StartPosition::SideLying:
      return lying(position);
    default:
      return on_hands_or_knees(position);
  }
}

std::vector<Planted> position_contacts(StartPosition position) {
  using enum Contact;
  switch (position) {
    case StartPosition::Standing:
      return {{LeftFoot}, {RightFoot}};
    case StartPosition::Sitting:
      return {{Seat, Surface::Seat}, {LeftFoot}, {RightFoot}};
    case StartPosition::FloorSitting:
      return {{Seat}, {LeftHeel}, {RightHeel}};
    case StartPosition::Supine:
    case StartPosition::HookLying:
    case StartPosition::Prone:
    case StartPosition::SideLying:
      return lying_contacts(position);
    default:
      return kneeling_contacts(position);
  }
}

Pose with_pelvis(const Pose& pose, const PelvisOffset& offset) {
  using Local = spatial::Rotation<PelvisFrame, PelvisFrame>;
  Pose moved = pose;
  moved.root_position =
      pose.root_position + spatial::Vector<World>(offset.forward, offset.left, offset.up);
  moved.root_orientation = pose.root_orientation * Local::about({0, 0, 1}, offset.turn) *
                           Local::about({0, 1, 0}, offset.tilt) *
                           Local::about({1, 0, 0}, offset.roll);
  return moved;
}

PelvisOffset pelvis_offset(const Pose& from, const Pose& to) {
  const auto shift = to.root_position - from.root_position;
  const auto q = (from.root_orientation.inverse() * to.root_orientation).quaternion();
  const double sine = std::clamp(2 * (q.w * q.y - q.z * q.x), -1.0, 1.0);
  return {shift.x(),
          shift.y(),
          shift.z(),
          radians(std::asin(sine)),
          radians(std::atan2(2 * (q.w * q.x + q.y * q.z), 1 - 2 * (q.x * q.x + q.y * q.y))),
          radians(std::atan2(2 * (q.w * q.z + q.x * q.y), 1 - 2 * (q.y * q.y + q.z * q.z)))};
}

}  // namespace plumbline::body
