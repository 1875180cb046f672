// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/movement.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "plumbline/body/movement_check.hpp"
#include "plumbline/body/planted_movement.hpp"
#include "plumbline/body/positions.hpp"

namespace plumbline::body {
namespace {

const BodyShape kShape{};

Phase phase(PhaseName name, double move, const Pose& pose, const std::vector<Planted>& planted) {
  return {name, seconds(move), seconds(0), Breath::Free, pose, planted};
}

Pose both(Pose pose, Dof left, double angle) {
  return pose.with(left, degrees(angle)).with(counterpart(left), degrees(angle));
}

// A half squat: hips, knees and ankles bend, the feet stay.
Movement squat() {
  Movement m;
  m.start = position_pose(StartPosition::Standing);
  m.planted = position_contacts(StartPosition::Standing);
  Pose low = both(both(m.start, Dof::HipFlexionLeft, 70), Dof::KneeFlexionLeft, 80);
  low = both(low, Dof::AnkleDorsiflexionLeft, 20);
  m.phases = {phase(PhaseName::Bend, 2, low, m.planted),
              phase(PhaseName::Rise, 1, m.start, m.planted)};
  m.phases[0].hold = seconds(0.5);
  return m;
}

// One knee lifted after the other.
Movement march() {
  Movement m;
  m.sides = Sides::Alternate;
  m.start = position_pose(StartPosition::Standing);
  m.planted = position_contacts(StartPosition::Standing);
  const Pose up =
      m.start.with(Dof::HipFlexionLeft, degrees(60)).with(Dof::KneeFlexionLeft, degrees(70));
  m.phases = {phase(PhaseName::Lift, 1, up, {{Contact::RightFoot}}),
              phase(PhaseName::Lower, 1, m.start, m.planted)};
  return m;
}

bool has(const std::vector<MovementFinding>& findings, FindingKind kind, std::string_view subject) {
  return std::ranges::any_of(
      findings, [&](const MovementFinding& f) { return f.kind == kind && f.subject == subject; });
}

double worst_spot_way(const Pose& a, const Pose& b, Spot spot) {
  return norm(spot_position(kShape, compute_skeleton(kShape, a), spot) -
              spot_position(kShape, compute_skeleton(kShape, b), spot));
}

TEST(Movement_Mirrored, Twice_IsTheSame) {
  EXPECT_EQ(mirrored(mirrored(march())), march());
  EXPECT_NE(mirrored(march()), march());
}

TEST(Movement_Alternate, CycleHoldsTheMirroredPhases) {
  const auto keys = key_poses(march());
  ASSERT_EQ(keys.size(), 5u);
  EXPECT_EQ(keys[3].pose, mirrored(keys[1].pose));
  EXPECT_EQ(keys[3].planted[0].contact, Contact::LeftFoot);
  EXPECT_EQ(cycle_duration(march()), seconds(4));
}

// Oracle: law. At the time of a key pose the sample is that key pose.
TEST(Sample_AtKeyTimes, IsTheKeyPose) {
  for (const KeyPose& key : key_poses(squat())) {
    for (Duration t : {key.reached, key.left}) {
      const Pose pose = sample(squat(), t);
      for (std::size_t i = 0; i < kDofCount; ++i) {
        EXPECT_NEAR(in_degrees(pose.angles[i]), in_degrees(key.pose.angles[i]), 1e-9);
      }
    }
  }
}

TEST(Sample_PlantedAtKeyTimes, IsTheSettledKeyPose) {
  const PlantedMovement planted = plant(kShape, squat());
  for (const SettledPose& settled : planted.keys) {
    EXPECT_LT(settled.residual, millimeters(1));
    const Pose pose = sample(planted, settled.key.reached);
    for (std::size_t i = 0; i < kDofCount; ++i) {
      EXPECT_NEAR(in_degrees(pose.angles[i]), in_degrees(settled.key.pose.angles[i]), 1e-3);
    }
  }
}

// Oracle: law. One cycle later the pose is the same.
TEST(Sample_OneCycleLater, IsTheSame) {
  const Pose now = sample(march(), seconds(0.7));
  const Pose later = sample(march(), seconds(4.7));
  for (std::size_t i = 0; i < kDofCount; ++i) {
    EXPECT_NEAR(in_degrees(now.angles[i]), in_degrees(later.angles[i]), 1e-9);
  }
}

// Oracle: law. Speeds have no steps: the speed changes by no more than the time between looks
// allows. The cubic's acceleration is at most 6 · 80° ÷ 1 s² here, 0.48° per second in a
// millisecond.
TEST(Sample_Speed, HasNoSteps) {
  constexpr double kStep = 1e-3;
  const auto knee = [](double t) {
    return in_degrees(sample(squat(), seconds(t)).angle(Dof::KneeFlexionLeft));
  };
  for (double t = 0; t < 4; t += 0.0133) {
    const double before = (knee(t) - knee(t - kStep)) / kStep;
    const double after = (knee(t + kStep) - knee(t)) / kStep;
    EXPECT_LT(std::abs(after - before), 0.6) << t;
  }
}

// Oracle: law. A monotone cubic does not leave the range of its keys.
TEST(Sample_BetweenKeys, NeverOvershoots) {
  for (double t = 0; t < 3.5; t += 0.05) {
    const double knee = in_degrees(sample(squat(), seconds(t)).angle(Dof::KneeFlexionLeft));
    EXPECT_GE(knee, -1e-9);
    EXPECT_LE(knee, 80 + 1e-9);
  }
}

TEST(Plant_Squat, FeetStayAndHipsSink) {
  const PlantedMovement planted = plant(kShape, squat());
  const Pose stand = sample(planted, seconds(0));
  for (double t = 0.1; t < 3.5; t += 0.1) {
    const Pose pose = sample(planted, seconds(t));
    for (Spot spot : {Spot::HeelLeft, Spot::BallLeft, Spot::HeelRight, Spot::BallRight}) {
      EXPECT_LT(worst_spot_way(stand, pose, spot), 1e-3) << t;
    }
  }
  // Oracle: hand. Thigh and shank lean by about 60° and 20° … 30°: the hips sink by more than
  // 0.245 · (1 − cos 40°) body heights, 10 cm, in any case.
  EXPECT_LT(sample(planted, seconds(2)).root_position.z(), stand.root_position.z() - 0.06);
}

TEST(CheckMovement_GoodMovements, FindNothing) {
  for (const Movement& movement : {squat(), march()}) {
    for (double height : {1.5, 1.7, 1.95}) {
      for (const auto& finding : check_movement({meters(height), 1.1}, movement)) {
        ADD_FAILURE() << describe(finding);
      }
    }
  }
}

TEST(CheckMovement_MirroredMovement, FindsTheMirroredFaults) {
  Movement m = march();
  m.phases[0].pose = m.phases[0].pose.with(Dof::KneeFlexionLeft, degrees(170));
  EXPECT_TRUE(has(check_movement(kShape, m), FindingKind::JointOutOfRange, "knee_flexion_left"));
  EXPECT_TRUE(
      has(check_movement(kShape, mirrored(m)), FindingKind::JointOutOfRange, "knee_flexion_right"));
}

// Oracle: hand. 170° is 15° beyond the knee's 155°.
TEST(CheckMovement_JointBeyondItsRange, SaysByHowMuch) {
  Movement m = squat();
  m.phases[0].pose = m.phases[0].pose.with(Dof::KneeFlexionLeft, degrees(170));
  for (const MovementFinding& f : check_movement(kShape, m)) {
    if (f.subject == "knee_flexion_left") {
      EXPECT_NEAR(f.amount, 15, 1e-6);
      return;
    }
  }
  ADD_FAILURE() << "no finding";
}

TEST(CheckMovement_FootThroughTheFloor, IsFound) {
  Movement m = march();
  m.phases[0].pose = m.start.with(Dof::AnkleDorsiflexionLeft, degrees(-40));
  EXPECT_TRUE(has(check_movement(kShape, m), FindingKind::FloorPenetration, "left_toe_tip"));
}

TEST(CheckMovement_ContactOutOfReach, Drifts) {
  Movement m = squat();
  m.phases[0].planted.push_back({Contact::Head});
  m.phases[0].hold = seconds(0);
  EXPECT_FALSE(check_movement(kShape, m).empty());
}

TEST(CheckMovement_CycleThatDoesNotClose, IsFound) {
  Movement m = squat();
  m.phases.pop_back();
  EXPECT_TRUE(has(check_movement(kShape, m), FindingKind::CycleOpen, "joints"));
}

TEST(CheckMovement_UnequalSides, AreFound) {
  Movement m = march();
  std::vector<Phase> second = mirrored(m).phases;
  m.sides = Sides::Both;
  m.phases.insert(m.phases.end(), second.begin(), second.end());
  EXPECT_TRUE(check_movement(kShape, m).empty());
  m.phases[2].move = seconds(2);
  EXPECT_TRUE(has(check_movement(kShape, m), FindingKind::UnequalTempo, "lift"));
}

TEST(CheckMovement_PhaseWithoutTimeOrWallWithoutPlace, IsFound) {
  Movement m = squat();
  m.phases[1].move = seconds(0);
  EXPECT_TRUE(has(check_movement(kShape, m), FindingKind::BadTiming, "rise"));
  Movement w = squat();
  w.planted.push_back({Contact::UpperBack, Surface::Wall});
  EXPECT_TRUE(has(check_movement(kShape, w), FindingKind::MissingSurface, "upper_back"));
}

}  // namespace
}  // namespace plumbline::body
