// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/foundation/quantity.hpp"
#include "plumbline/spatial/vector.hpp"

namespace plumbline::spatial {

/// A rotation as a unit quaternion, scalar first. `q` and `-q` are the same rotation.
/// The fields are kept at unit length by the functions below; they are open for codecs.
struct UnitQuaternion {
  double w = 1;
  double x = 0;
  double y = 0;
  double z = 0;

  constexpr bool operator==(const UnitQuaternion&) const = default;
  /// The opposite rotation.
  constexpr UnitQuaternion conjugate() const { return {w, -x, -y, -z}; }
};

/// Hamilton product: turns by `b` first, then by `a`.
UnitQuaternion operator*(const UnitQuaternion& a, const UnitQuaternion& b);
/// Turns `v` by `q`.
Vector3 rotate(const UnitQuaternion& q, const Vector3& v);
/// The same rotation at length one.
/// @param q  any four numbers, not all zero (a broken contract)
UnitQuaternion normalized(const UnitQuaternion& q);
/// Right-handed turn about an axis.
/// @param axis  unit length
UnitQuaternion about_axis(const Vector3& axis, Angle angle);
/// The turn about `v / |v|` by `|v|` radians; no turn for the zero vector.
UnitQuaternion from_rotation_vector(const Vector3& v);
/// The rotation vector of the shorter way round. @returns length in [0, π] radians
Vector3 to_rotation_vector(const UnitQuaternion& q);
/// How far apart two orientations are. @returns [0°, 180°]
Angle angle_between(const UnitQuaternion& a, const UnitQuaternion& b);

}  // namespace plumbline::spatial
