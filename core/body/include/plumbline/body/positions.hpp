// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/body/movement.hpp"

namespace plumbline::body {

/// The pose of a start position, close to settled, that exercises are written against.
///
/// Standing, sitting, quadruped and kneeling face +x; supine and prone lie along x (supine with the
/// head to −x, prone to +x); side lying is on the right side, facing +x, head to −y.
Pose position_pose(StartPosition position);

/// The contacts that carry the body in a start position, unless an exercise names others.
std::vector<Planted> position_contacts(StartPosition position);

/// A change of the pelvis against its start position: first moved along the World axes, in body
/// heights, then turned about its own axes, yaw, then pitch, then roll.
struct PelvisOffset {
  double forward = 0;
  double left = 0;
  double up = 0;
  /// Positive tips the top of the pelvis to the front of the body.
  Angle tilt;
  /// Right-handed about the forward axis of the body: positive lifts its left side.
  Angle roll;
  /// Positive turns to the left.
  Angle turn;
};

/// The pose with its pelvis moved and turned.
Pose with_pelvis(const Pose& pose, const PelvisOffset& offset);
/// The offset that leads from one pelvis to another; `with_pelvis` undoes it for tilts below 90°.
PelvisOffset pelvis_offset(const Pose& from, const Pose& to);

}  // namespace plumbline::body
