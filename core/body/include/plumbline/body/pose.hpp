// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "plumbline/body/degrees_of_freedom.hpp"
#include "plumbline/foundation/quantity.hpp"
#include "plumbline/spatial/rotation.hpp"

namespace plumbline::body {

/// The room: x forward of the person standing, y to the person's left, z up, floor at z = 0.
struct World;
/// The pelvis: x to the front, y to the left, z towards the head; its origin is the midpoint
/// between the hip joints.
struct PelvisFrame;

/// Where the pelvis is and how every joint is bent. Positions are in body heights, so that one pose
/// serves people of every size. Neutral is upright standing at the origin.
struct Pose {
  /// Midpoint between the hip joints, World frame, in body heights.
  spatial::Vector<World> root_position{0, 0, 0.530};
  spatial::Rotation<World, PelvisFrame> root_orientation;
  std::array<Angle, kDofCount> angles{};

  Angle angle(Dof dof) const { return angles[index(dof)]; }
  /// The same pose with one joint changed.
  Pose with(Dof dof, Angle angle) const;
  bool operator==(const Pose&) const = default;
};

/// The pose of the mirror image: left and right change places in the plane y = 0. Exact: no number
/// changes but in sign.
Pose mirrored(const Pose& pose);

}  // namespace plumbline::body
