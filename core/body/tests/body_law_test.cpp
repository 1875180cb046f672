// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "plumbline/body/contact_solver.hpp"
#include "plumbline/body/joint_limits.hpp"
#include "plumbline/body/skeleton.hpp"

namespace plumbline::body {
namespace {

double any(double least, double most) {
  return least + (most - least) * (*rc::gen::inRange(0, 1001) / 1000.0);
}

Pose any_pose() {
  Pose pose;
  pose.root_position = spatial::Vector<World>(any(-1, 1), any(-1, 1), any(0, 1));
  pose.root_orientation = spatial::Rotation<World, PelvisFrame>(
      spatial::from_rotation_vector({any(-2, 2), any(-2, 2), any(-2, 2)}));
  for (std::size_t i = 0; i < kDofCount; ++i) {
    const JointRange range = joint_range(static_cast<Dof>(i));
    pose.angles[i] = radians(any(in_radians(range.least), in_radians(range.most)));
  }
  return pose;
}

BodyShape any_shape() { return {meters(any(1.2, 2.3)), any(kLeastGirth, kMostGirth)}; }

double distance(const spatial::Vector<World>& a, const spatial::Vector<World>& b) {
  return norm(a - b);
}

TEST(BodyLaw, MirroringTwice_IsTheSamePose) {
  EXPECT_TRUE(rc::check([] {
    const Pose pose = any_pose();
    RC_ASSERT(mirrored(mirrored(pose)) == pose);
  }));
}

TEST(BodyLaw, SkeletonOfTheMirroredPose_IsTheMirroredSkeleton) {
  EXPECT_TRUE(rc::check([] {
    const BodyShape shape = any_shape();
    const Pose pose = any_pose();
    const Skeleton s = compute_skeleton(shape, pose);
    const Skeleton image = compute_skeleton(shape, mirrored(pose));
    for (std::size_t i = 0; i < kSegmentCount; ++i) {
      const auto p = s.segments[i].tip;
      const auto q = image.at(counterpart(static_cast<Segment>(i))).tip;
      RC_ASSERT(distance(q, spatial::Vector<World>(p.x(), -p.y(), p.z())) < 1e-9);
    }
    for (std::size_t i = 0; i < kSpotCount; ++i) {
      const Spot spot = static_cast<Spot>(i);
      const auto p = spot_position(shape, s, spot);
      const auto q = spot_position(shape, image, counterpart(spot));
      RC_ASSERT(distance(q, spatial::Vector<World>(p.x(), -p.y(), p.z())) < 1e-9);
    }
  }));
}

TEST(BodyLaw, PositionsGrowWithTheHeight) {
  EXPECT_TRUE(rc::check([] {
    const Pose pose = any_pose();
    const double k = any(1.0, 1.9);
    const Skeleton small = compute_skeleton({meters(1.2), 1.0}, pose);
    const Skeleton tall = compute_skeleton({meters(1.2 * k), 1.3}, pose);
    for (std::size_t i = 0; i < kSegmentCount; ++i) {
      RC_ASSERT(distance(tall.segments[i].joint, k * small.segments[i].joint) < 1e-9);
    }
  }));
}

TEST(BodyLaw, SegmentLengthsStayInEveryPose) {
  EXPECT_TRUE(rc::check([] {
    const BodyShape shape = any_shape();
    const Skeleton s = compute_skeleton(shape, any_pose());
    for (std::size_t i = 0; i < kSegmentCount; ++i) {
      const Segment segment = static_cast<Segment>(i);
      const double length = distance(s.at(segment).joint, s.at(segment).tip);
      const double wanted = in_meters(shape.height) * norm(segment_geometry(segment).tip);
      RC_ASSERT(std::abs(length - wanted) < 1e-9);
    }
  }));
}

// A solvable case by construction: the contacts are where another reachable pose has them.
TEST(BodyLaw, ContactSolver_ReachesWhatAnotherPoseReaches) {
  EXPECT_TRUE(rc::check([] {
    const BodyShape shape = any_shape();
    Pose pose;
    for (Dof dof : {Dof::HipFlexionLeft, Dof::HipFlexionRight}) {
      pose = pose.with(dof, degrees(any(20, 60)));
    }
    for (Dof dof : {Dof::KneeFlexionLeft, Dof::KneeFlexionRight}) {
      pose = pose.with(dof, degrees(any(30, 90)));
    }
    Pose wanted = pose;
    for (Dof dof : {Dof::HipFlexionLeft, Dof::HipAbductionRight, Dof::KneeFlexionLeft,
                    Dof::AnkleDorsiflexionLeft, Dof::KneeFlexionRight}) {
      wanted = wanted.with(dof, wanted.angle(dof) + degrees(any(-12, 12)));
    }
    const Skeleton there = compute_skeleton(shape, wanted);
    std::vector<ContactConstraint> constraints;
    for (Spot spot : {Spot::HeelLeft, Spot::BallLeft, Spot::HeelRight, Spot::BallRight}) {
      const auto p = spot_position(shape, there, spot);
      constraints.push_back({spot, {1, 0, 0}, meters(p.x())});
      constraints.push_back({spot, {0, 1, 0}, meters(p.y())});
      constraints.push_back({spot, {0, 0, 1}, meters(p.z())});
    }
    const SolvedPose solved = solve_contacts(shape, pose, constraints);
    RC_ASSERT(solved.residual < millimeters(1));
    for (std::size_t i = 0; i < kDofCount; ++i) {
      const Dof dof = static_cast<Dof>(i);
      RC_ASSERT(excess(dof, solved.pose.angle(dof)) == degrees(0));
    }
  }));
}

TEST(BodyLaw, ContactSolver_WithoutConstraints_ChangesNothing) {
  EXPECT_TRUE(rc::check([] {
    const Pose pose = any_pose();
    RC_ASSERT(solve_contacts(any_shape(), pose, {}).pose == pose);
  }));
}

}  // namespace
}  // namespace plumbline::body
