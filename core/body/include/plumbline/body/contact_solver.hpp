// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "plumbline/body/contacts.hpp"
#include "plumbline/body/pose.hpp"
#include "plumbline/foundation/quantity.hpp"

namespace plumbline::body {

/// Asks that the center of a spot lies at a coordinate along one direction of the room.
struct ContactConstraint {
  Spot spot;
  /// Unit length, World frame.
  spatial::Vector3 direction;
  /// Wanted `direction · center`.
  Length coordinate;
};

/// A pose and how far its worst constraint is still off.
struct SolvedPose {
  Pose pose;
  /// @returns at least 0; where the constraints cannot all be met, the compromise's largest error
  Length residual;
};

/// The residual below which the solver stops.
/// @source engineering choice: a hundredth of a millimeter, far below what anyone sees
inline constexpr Length kSolverTolerance = millimeters(0.01);

/// Moves the root and the joints as little as possible from `start` until the constraints hold.
///
/// Damped least squares; limbs move more readily than the spine. A joint never leaves its range;
/// one that starts outside stays where it is. Without constraints the pose comes back unchanged.
SolvedPose solve_contacts(const BodyShape& shape, const Pose& start,
                          std::span<const ContactConstraint> constraints);

}  // namespace plumbline::body
