// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/foundation/quantity.hpp"
#include "plumbline/spatial/quaternion.hpp"
#include "plumbline/spatial/vector.hpp"

namespace plumbline::spatial {

/// The rotation that turns components in `From` into components in `To`: `v_W = R_WS * v_S`.
/// `R_WS * R_SP` is an `R_WP`; every other pairing of labels does not compile.
template <class To, class From>
class Rotation {
 public:
  constexpr Rotation() = default;
  explicit constexpr Rotation(const UnitQuaternion& q) : q_(q) {}

  /// `From` turned right-handed about an axis of unit length, given in `To`.
  static Rotation about(const Vector3& axis, Angle angle) {
    return Rotation(about_axis(axis, angle));
  }

  constexpr const UnitQuaternion& quaternion() const { return q_; }
  constexpr Rotation<From, To> inverse() const { return Rotation<From, To>(q_.conjugate()); }
  constexpr bool operator==(const Rotation&) const = default;

  template <class Inner>
  Rotation<To, Inner> operator*(const Rotation<From, Inner>& inner) const {
    return Rotation<To, Inner>(q_ * inner.quaternion());
  }
  Vector<To> operator*(const Vector<From>& v) const {
    return Vector<To>(rotate(q_, v.components()));
  }
  /// How far apart two orientations are. @returns [0°, 180°]
  friend Angle angle_between(const Rotation& a, const Rotation& b) {
    return spatial::angle_between(a.q_, b.q_);
  }

 private:
  UnitQuaternion q_;
};

}  // namespace plumbline::spatial
