// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

namespace plumbline::spatial {

/// Three numbers along x, y and z, in no particular frame or unit.
struct Vector3 {
  double x = 0;
  double y = 0;
  double z = 0;

  constexpr bool operator==(const Vector3&) const = default;
  constexpr Vector3 operator-() const { return {-x, -y, -z}; }
  friend constexpr Vector3 operator+(Vector3 a, Vector3 b) {
    return {a.x + b.x, a.y + b.y, a.z + b.z};
  }
  friend constexpr Vector3 operator-(Vector3 a, Vector3 b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
  }
  friend constexpr Vector3 operator*(double k, Vector3 v) { return {k * v.x, k * v.y, k * v.z}; }
  friend constexpr Vector3 operator*(Vector3 v, double k) { return k * v; }
};

constexpr double dot(Vector3 a, Vector3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
constexpr Vector3 cross(Vector3 a, Vector3 b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double norm(Vector3 v) { return std::sqrt(dot(v, v)); }

/// A vector that knows the frame of its components. Vectors of different frames do not mix; a
/// Rotation carries one over. The unit is said by whoever holds it.
template <class Frame>
class Vector {
 public:
  constexpr Vector() = default;
  explicit constexpr Vector(Vector3 components) : v_(components) {}
  constexpr Vector(double x, double y, double z) : v_{x, y, z} {}

  constexpr double x() const { return v_.x; }
  constexpr double y() const { return v_.y; }
  constexpr double z() const { return v_.z; }
  /// The bare components, for code that leaves the frame on purpose.
  constexpr const Vector3& components() const { return v_; }

  constexpr bool operator==(const Vector&) const = default;
  constexpr Vector operator-() const { return Vector(-v_); }
  friend constexpr Vector operator+(Vector a, Vector b) { return Vector(a.v_ + b.v_); }
  friend constexpr Vector operator-(Vector a, Vector b) { return Vector(a.v_ - b.v_); }
  friend constexpr Vector operator*(double k, Vector v) { return Vector(k * v.v_); }
  friend constexpr Vector operator*(Vector v, double k) { return Vector(k * v.v_); }
  friend constexpr double dot(Vector a, Vector b) { return spatial::dot(a.v_, b.v_); }
  friend constexpr Vector cross(Vector a, Vector b) { return Vector(spatial::cross(a.v_, b.v_)); }
  friend double norm(Vector v) { return spatial::norm(v.v_); }

 private:
  Vector3 v_;
};

}  // namespace plumbline::spatial
