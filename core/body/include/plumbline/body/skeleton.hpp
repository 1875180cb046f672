// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "plumbline/body/body_shape.hpp"
#include "plumbline/body/pose.hpp"
#include "plumbline/body/segments.hpp"
#include "plumbline/spatial/rotation.hpp"

namespace plumbline::body {

/// The frame of any one segment; parallel to World in the neutral pose.
struct SegmentFrame;

/// Where one segment is. Positions in meters, World frame.
struct SegmentPlacement {
  /// The joint to the parent; for the pelvis the midpoint between the hip joints.
  spatial::Vector<World> joint;
  /// The far end: the joint to the next segment, the crown, the tip of the fingers or toes.
  spatial::Vector<World> tip;
  spatial::Rotation<World, SegmentFrame> orientation;
};

/// The whole body in the World frame.
struct Skeleton {
  std::array<SegmentPlacement, kSegmentCount> segments;
  const SegmentPlacement& at(Segment segment) const { return segments[index(segment)]; }
};

/// Forward kinematics: the joint positions and segment orientations of a person in a pose.
Skeleton compute_skeleton(const BodyShape& shape, const Pose& pose);

}  // namespace plumbline::body
