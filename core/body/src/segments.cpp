// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/segments.hpp"

namespace plumbline::body {
namespace {

using spatial::Vector3;

// Lengths in body heights.
/// @source Drillis & Contini 1966, as in Winter, Biomechanics and Motor Control, fig. 4.1:
/// thigh 0.530 − 0.285, shank 0.285 − 0.039, foot 0.152 long and 0.039 high, upper arm 0.186,
/// forearm 0.146, hand 0.108, shoulder at 0.818
constexpr double kThigh = 0.245;
constexpr double kShank = 0.246;
constexpr double kAnkleHeight = 0.039;
constexpr double kUpperArm = 0.186;
constexpr double kForearm = 0.146;
constexpr double kHand = 0.108;
/// @source engineering choice: joint centers lie inside the breadths of fig. 4.1 (hip 0.191,
/// shoulder 0.259) by the soft parts; status U
constexpr double kHipHalfBreadth = 0.050;
/// @source engineering choice: the rest of the height above the hips, 0.470, is shared out as
/// sacrum 0.055, lumbar 0.105, thoracic 0.155, cervical 0.070, head 0.085; forward and back offsets
/// draw the curves of upright standing; status U
constexpr Vector3 kLumbosacral{-0.020, 0, 0.055};

constexpr Vector3 kForwardTurn{0, 1, 0};
constexpr Vector3 kBackwardTurn{0, -1, 0};
constexpr Vector3 kLeftLean{-1, 0, 0};
constexpr Vector3 kLeftTurn{0, 0, 1};

using Table = std::array<SegmentGeometry, kSegmentCount>;

constexpr SegmentGeometry spine(Segment parent, Vector3 joint, Vector3 tip, Dof flexion,
                                double share) {
  const auto next = [flexion](std::size_t n) { return static_cast<Dof>(index(flexion) + n); };
  return {parent,
          joint,
          tip,
          {Hinge{flexion, kForwardTurn, share}, Hinge{next(1), kLeftLean, share},
           Hinge{next(2), kLeftTurn, share}},
          3};
}

constexpr void add_spine(Table& table) {
  constexpr Dof kL = Dof::LumbarFlexion;
  constexpr Dof kT = Dof::ThoracicFlexion;
  constexpr Dof kC = Dof::CervicalFlexion;
  constexpr std::array<Vector3, 9> kTips = {{{0.008, 0, 0.035},
                                             {0.000, 0, 0.035},
                                             {-0.012, 0, 0.035},
                                             {-0.006, 0, 0.03875},
                                             {-0.003, 0, 0.03875},
                                             {0.003, 0, 0.03875},
                                             {0.006, 0, 0.03875},
                                             {0.006, 0, 0.035},
                                             {0.004, 0, 0.035}}};
  table[0] = {Segment::Pelvis, {}, kLumbosacral, {}, 0};
  for (std::size_t i = 0; i < kTips.size(); ++i) {
    const Dof dof = i < 3 ? kL : i < 7 ? kT : kC;
    const double share = i < 3 ? 1.0 / 3 : i < 7 ? 1.0 / 4 : 1.0 / 2;
    table[i + 1] = spine(static_cast<Segment>(i), table[i].tip, kTips[i], dof, share);
  }
  table[index(Segment::Head)] = {Segment::Cervical2,
                                 kTips[8],
                                 {0.010, 0, 0.085},
                                 {Hinge{Dof::HeadFlexion, kForwardTurn, 1}},
                                 1};
}

constexpr void add_left_arm(Table& table) {
  table[index(Segment::ClavicleLeft)] = {Segment::Thoracic4,
                                         {0.045, 0.012, 0.020},
                                         {-0.025, 0.088, -0.00825},
                                         {Hinge{Dof::ScapularProtractionLeft, {0, 0, -1}, 1},
                                          Hinge{Dof::ScapularElevationLeft, {1, 0, 0}, 1}},
                                         2};
  table[index(Segment::UpperArmLeft)] = {Segment::ClavicleLeft,
                                         {-0.025, 0.088, -0.00825},
                                         {0, 0, -kUpperArm},
                                         {Hinge{Dof::ShoulderFlexionLeft, kBackwardTurn, 1},
                                          Hinge{Dof::ShoulderAbductionLeft, {1, 0, 0}, 1},
                                          Hinge{Dof::ShoulderExternalRotationLeft, {0, 0, 1}, 1}},
                                         3};
  table[index(Segment::ForearmLeft)] = {Segment::UpperArmLeft,
                                        {0, 0, -kUpperArm},
                                        {0, 0, -kForearm},
                                        {Hinge{Dof::ElbowFlexionLeft, kBackwardTurn, 1},
                                         Hinge{Dof::ForearmPronationLeft, {0, 0, -1}, 1}},
                                        2};
  table[index(Segment::HandLeft)] = {Segment::ForearmLeft,
                                     {0, 0, -kForearm},
                                     {0, 0, -kHand},
                                     {Hinge{Dof::WristExtensionLeft, {1, 0, 0}, 1}},
                                     1};
}

constexpr void add_left_leg(Table& table) {
  table[index(Segment::ThighLeft)] = {
      Segment::Pelvis,
      {0, kHipHalfBreadth, 0},
      {0, 0, -kThigh},
      {Hinge{Dof::HipFlexionLeft, kBackwardTurn, 1}, Hinge{Dof::HipAbductionLeft, {1, 0, 0}, 1},
       Hinge{Dof::HipExternalRotationLeft, {0, 0, 1}, 1}},
      3};
  table[index(Segment::ShankLeft)] = {Segment::ThighLeft,
                                      {0, 0, -kThigh},
                                      {0, 0, -kShank},
                                      {Hinge{Dof::KneeFlexionLeft, kForwardTurn, 1}},
                                      1};
  table[index(Segment::FootLeft)] = {Segment::ShankLeft,
                                     {0, 0, -kShank},
                                     {0.070, 0, 0.009 - kAnkleHeight},
                                     {Hinge{Dof::AnkleDorsiflexionLeft, kBackwardTurn, 1},
                                      Hinge{Dof::AnkleInversionLeft, {-1, 0, 0}, 1}},
                                     2};
  table[index(Segment::ToesLeft)] = {Segment::FootLeft,
                                     {0.070, 0, 0.009 - kAnkleHeight},
                                     {0.042, 0, -0.003},
                                     {Hinge{Dof::ToeExtensionLeft, kBackwardTurn, 1}},
                                     1};
}

// The mirror image in the plane of symmetry: a point changes the sign of y, the axis of a turn that
// of x and z.
constexpr SegmentGeometry mirror_image(const SegmentGeometry& left) {
  SegmentGeometry right = left;
  right.parent = counterpart(left.parent);
  right.joint.y = -left.joint.y;
  right.tip.y = -left.tip.y;
  for (std::size_t i = 0; i < left.hinge_count; ++i) {
    const Vector3 axis = left.hinges[i].axis;
    right.hinges[i].dof = counterpart(left.hinges[i].dof);
    right.hinges[i].axis = {-axis.x, axis.y, -axis.z};
  }
  return right;
}

constexpr Table make_table() {
  Table table{};
  add_spine(table);
  add_left_arm(table);
  add_left_leg(table);
  for (std::size_t i = kFirstSidedSegment; i < kSegmentCount; i += 2) {
    table[i + 1] = mirror_image(table[i]);
  }
  return table;
}

constexpr Table kTable = make_table();

}  // namespace

const SegmentGeometry& segment_geometry(Segment segment) { return kTable[index(segment)]; }

}  // namespace plumbline::body
