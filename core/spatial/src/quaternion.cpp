// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/spatial/quaternion.hpp"

#include <cmath>

#include "plumbline/foundation/require.hpp"

namespace plumbline::spatial {

UnitQuaternion operator*(const UnitQuaternion& a, const UnitQuaternion& b) {
  return {
      a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z, a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
      a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x, a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w};
}

Vector3 rotate(const UnitQuaternion& q, const Vector3& v) {
  const Vector3 u{q.x, q.y, q.z};
  const Vector3 t = 2.0 * cross(u, v);
  return v + q.w * t + cross(u, t);
}

UnitQuaternion normalized(const UnitQuaternion& q) {
  const double length = std::sqrt(q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z);
  PLUMBLINE_REQUIRE(length > 0);
  return {q.w / length, q.x / length, q.y / length, q.z / length};
}

UnitQuaternion about_axis(const Vector3& axis, Angle angle) {
  const double half = in_radians(angle) / 2;
  const double s = std::sin(half);
  return {std::cos(half), s * axis.x, s * axis.y, s * axis.z};
}

UnitQuaternion from_rotation_vector(const Vector3& v) {
  const double angle = norm(v);
  if (angle == 0) return {};
  return about_axis((1.0 / angle) * v, radians(angle));
}

Vector3 to_rotation_vector(const UnitQuaternion& q) {
  const double sign = q.w < 0 ? -1.0 : 1.0;
  const Vector3 u{sign * q.x, sign * q.y, sign * q.z};
  const double sine = norm(u);
  if (sine == 0) return {};
  return (2.0 * std::atan2(sine, sign * q.w) / sine) * u;
}

Angle angle_between(const UnitQuaternion& a, const UnitQuaternion& b) {
  return radians(norm(to_rotation_vector(a.conjugate() * b)));
}

}  // namespace plumbline::spatial
