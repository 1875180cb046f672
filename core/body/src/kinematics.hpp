// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "plumbline/body/skeleton.hpp"

namespace plumbline::body {

/// A skeleton with the axes of its hinges, for derivatives.
struct Kinematics {
  Skeleton skeleton;
  /// Unit axes in World, in the order of SegmentGeometry::hinges.
  std::array<std::array<spatial::Vector3, 3>, kSegmentCount> axes;
};

Kinematics compute_kinematics(const BodyShape& shape, const Pose& pose);

}  // namespace plumbline::body
