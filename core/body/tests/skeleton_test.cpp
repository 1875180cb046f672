// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/skeleton.hpp"

#include <gtest/gtest.h>

#include <array>

#include "plumbline/body/contacts.hpp"
#include "plumbline/body/joint_limits.hpp"
#include "plumbline/body/positions.hpp"

namespace plumbline::body {
namespace {

// One body height is 2 m here, so that lengths are twice the published fractions.
const BodyShape kTwoMeters{meters(2), 1.0};

void expect_at(const spatial::Vector<World>& found, double x, double y, double z) {
  EXPECT_NEAR(found.x(), x, 1e-9);
  EXPECT_NEAR(found.y(), y, 1e-9);
  EXPECT_NEAR(found.z(), z, 1e-9);
}

// Oracle: paper. Drillis & Contini fractions of fig. 4.1 in Winter: hip 0.530, knee 0.285, ankle
// 0.039, shoulder 0.818, crown 1.
TEST(ComputeSkeleton_Standing, HeightsAreThePublishedFractions) {
  const Skeleton s = compute_skeleton(kTwoMeters, Pose{});
  expect_at(s.at(Segment::ThighLeft).joint, 0, 0.10, 1.060);
  expect_at(s.at(Segment::ShankLeft).joint, 0, 0.10, 0.570);
  expect_at(s.at(Segment::FootRight).joint, 0, -0.10, 0.078);
  EXPECT_NEAR(s.at(Segment::UpperArmLeft).joint.z(), 1.636, 1e-9);
  EXPECT_NEAR(s.at(Segment::Head).tip.z(), 2.0, 1e-9);
}

// Oracle: hand. The heel (radius 0.015) and the ball of the foot (0.009) touch the floor.
TEST(ComputeSkeleton_Standing, SolesAreOnTheFloor) {
  const Skeleton s = compute_skeleton(kTwoMeters, Pose{});
  EXPECT_NEAR(spot_position(kTwoMeters, s, Spot::HeelLeft).z(), 2 * 0.015, 1e-9);
  EXPECT_NEAR(spot_position(kTwoMeters, s, Spot::BallRight).z(), 2 * 0.009, 1e-9);
}

// Oracle: hand. An arm abducted by 90° points to the side: shoulder + (0, 0.186 + 0.146 + 0.108, 0)
// body heights.
TEST(ComputeSkeleton_ArmAbducted90, PointsToTheSide) {
  const Pose pose = Pose{}.with(Dof::ShoulderAbductionLeft, degrees(90));
  const Skeleton s = compute_skeleton(kTwoMeters, pose);
  const auto shoulder = s.at(Segment::UpperArmLeft).joint;
  expect_at(s.at(Segment::HandLeft).tip, shoulder.x(), shoulder.y() + 0.88, shoulder.z());
}

// Oracle: hand. Arm and elbow each flexed by 90°: the upper arm points forward, the forearm up.
TEST(ComputeSkeleton_ArmAndElbowFlexed90, ForearmPointsUp) {
  const Pose pose =
      Pose{}.with(Dof::ShoulderFlexionRight, degrees(90)).with(Dof::ElbowFlexionRight, degrees(90));
  const Skeleton s = compute_skeleton(kTwoMeters, pose);
  const auto shoulder = s.at(Segment::UpperArmRight).joint;
  expect_at(s.at(Segment::ForearmRight).tip, shoulder.x() + 0.372, shoulder.y(),
            shoulder.z() + 0.292);
}

// Oracle: hand. Knee at 90°: the shank points straight back from the knee at (0, ±0.1, 0.57).
TEST(ComputeSkeleton_Knee90, ShankPointsBack) {
  const Skeleton s = compute_skeleton(kTwoMeters, Pose{}.with(Dof::KneeFlexionLeft, degrees(90)));
  expect_at(s.at(Segment::FootLeft).joint, -0.492, 0.10, 0.570);
}

// Oracle: hand. Hip at 90°: the thigh is level and points forward, the shank as well.
TEST(ComputeSkeleton_Hip90, LegPointsForward) {
  const Skeleton s = compute_skeleton(kTwoMeters, Pose{}.with(Dof::HipFlexionLeft, degrees(90)));
  expect_at(s.at(Segment::FootLeft).joint, 0.49 + 0.492, 0.10, 1.060);
}

// Oracle: hand. Directions of the positive signs, seen from the person.
TEST(ComputeSkeleton_Signs, FollowTheNames) {
  const auto crown = [](Dof dof) {
    return compute_skeleton(kTwoMeters, Pose{}.with(dof, degrees(20))).at(Segment::Head).tip;
  };
  EXPECT_GT(crown(Dof::LumbarFlexion).x(), 0.1);
  EXPECT_GT(crown(Dof::ThoracicLateralFlexion).y(), 0.1);
  EXPECT_GT(compute_skeleton(kTwoMeters, Pose{}.with(Dof::LumbarRotation, degrees(15)))
                .at(Segment::UpperArmRight)
                .joint.x(),
            0.03);
  const auto toe = [](Dof dof, double angle) {
    return compute_skeleton(kTwoMeters, Pose{}.with(dof, degrees(angle)))
        .at(Segment::ToesRight)
        .tip;
  };
  EXPECT_LT(toe(Dof::HipExternalRotationRight, 30).y(), -0.2);
  EXPECT_GT(toe(Dof::AnkleDorsiflexionRight, 20).z(), 0.05);
}

// Oracle: hand. A spine group of k segments bent by 30° turns what lies above by 30° in all.
TEST(ComputeSkeleton_SpineGroup, SharesAddUpToTheAngle) {
  const Pose pose =
      Pose{}.with(Dof::LumbarFlexion, degrees(30)).with(Dof::ThoracicFlexion, degrees(20));
  const Skeleton s = compute_skeleton(kTwoMeters, pose);
  const auto upright = compute_skeleton(kTwoMeters, Pose{}).at(Segment::Head).orientation;
  EXPECT_NEAR(in_degrees(angle_between(upright, s.at(Segment::Head).orientation)), 50, 1e-9);
}

TEST(MakeBodyShape, GirthIsTheRootOfTheRelativeBodyMassIndex) {
  // Oracle: hand. 22 × 1.44 × 2² = 126.72 kg at 2 m is √1.44 = 1.2.
  EXPECT_NEAR(make_body_shape(meters(2), kilograms(126.72))->girth, 1.2, 1e-12);
  EXPECT_EQ(make_body_shape(meters(2), kilograms(300))->girth, kMostGirth);
  EXPECT_FALSE(make_body_shape(meters(0.9), kilograms(30)));
  EXPECT_FALSE(make_body_shape(meters(1.7), kilograms(0)));
}

TEST(JointRange, ContainsTheNeutralPose_LimitsAreInside) {
  for (std::size_t i = 0; i < kDofCount; ++i) {
    const Dof dof = static_cast<Dof>(i);
    EXPECT_EQ(excess(dof, degrees(0)), degrees(0)) << word(dof);
    EXPECT_EQ(excess(dof, joint_range(dof).most), degrees(0)) << word(dof);
    EXPECT_EQ(joint_range(dof).least, joint_range(counterpart(dof)).least) << word(dof);
  }
  // Oracle: hand. 160° of knee flexion is 5° beyond 155°.
  EXPECT_NEAR(in_degrees(excess(Dof::KneeFlexionLeft, degrees(160))), 5, 1e-9);
}

TEST(Positions, AreWithinTheLimits) {
  for (std::size_t i = 0; i < kWordCount<StartPosition>; ++i) {
    const Pose pose = position_pose(static_cast<StartPosition>(i));
    for (std::size_t d = 0; d < kDofCount; ++d) {
      const Dof dof = static_cast<Dof>(d);
      EXPECT_EQ(excess(dof, pose.angle(dof)), degrees(0))
          << word(static_cast<StartPosition>(i)) << " " << word(dof);
    }
  }
}

TEST(PelvisOffset, ComesBack) {
  const Pose base = position_pose(StartPosition::HookLying);
  const PelvisOffset offset{0.1, -0.2, 0.05, degrees(-25), degrees(10), degrees(30)};
  const PelvisOffset back = pelvis_offset(base, with_pelvis(base, offset));
  EXPECT_NEAR(back.up, 0.05, 1e-12);
  EXPECT_NEAR(in_degrees(back.tilt), -25, 1e-9);
  EXPECT_NEAR(in_degrees(back.roll), 10, 1e-9);
  EXPECT_NEAR(in_degrees(back.turn), 30, 1e-9);
}

}  // namespace
}  // namespace plumbline::body
