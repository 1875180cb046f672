// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "plumbline/spatial/rotation.hpp"

namespace plumbline::spatial {
namespace {

Vector3 any_vector() {
  const auto component = [] { return *rc::gen::inRange(-1000, 1001) / 400.0; };
  return {component(), component(), component()};
}

UnitQuaternion any_rotation() { return from_rotation_vector(any_vector()); }

double distance(const Vector3& a, const Vector3& b) { return norm(a - b); }

TEST(RotationLaw, LengthsAndHandednessAreKept) {
  EXPECT_TRUE(rc::check([] {
    const UnitQuaternion q = any_rotation();
    const Vector3 a = any_vector();
    const Vector3 b = any_vector();
    RC_ASSERT(std::abs(norm(rotate(q, a)) - norm(a)) < 1e-12);
    RC_ASSERT(distance(rotate(q, cross(a, b)), cross(rotate(q, a), rotate(q, b))) < 1e-11);
  }));
}

TEST(RotationLaw, ProductIsTurningTwice_InverseTurnsBack) {
  EXPECT_TRUE(rc::check([] {
    const UnitQuaternion p = any_rotation();
    const UnitQuaternion q = any_rotation();
    const Vector3 v = any_vector();
    RC_ASSERT(distance(rotate(p * q, v), rotate(p, rotate(q, v))) < 1e-11);
    RC_ASSERT(distance(rotate(q.conjugate(), rotate(q, v)), v) < 1e-11);
  }));
}

TEST(RotationLaw, RotationVectorComesBack_UpToHalfATurn) {
  EXPECT_TRUE(rc::check([] {
    const Vector3 v = 0.7 * any_vector();  // at most 0.7 × 2.5 × √3 = 3.03 < π
    RC_ASSERT(distance(to_rotation_vector(from_rotation_vector(v)), v) < 1e-9);
  }));
}

}  // namespace
}  // namespace plumbline::spatial
