// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/spatial/rotation.hpp"

#include <gtest/gtest.h>

namespace plumbline::spatial {
namespace {

struct World;
struct Sensor;
struct Pelvis;
using R_WS = Rotation<World, Sensor>;
using R_SP = Rotation<Sensor, Pelvis>;

template <class A, class B>
concept Multiplies = requires(A a, B b) { a* b; };
template <class A, class B>
concept Adds = requires(A a, B b) { a + b; };

static_assert(Multiplies<R_WS, R_SP>);
static_assert(!Multiplies<R_SP, R_WS>, "inner labels differ");
static_assert(!Multiplies<R_WS, R_WS>, "inner labels differ");
static_assert(Multiplies<R_WS, Vector<Sensor>>);
static_assert(!Multiplies<R_WS, Vector<World>>, "the vector is already in World");
static_assert(!Adds<Vector<World>, Vector<Sensor>>, "vectors of two frames must not add");
static_assert(!Adds<Vector<World>, Vector3>, "bare components have no frame");
static_assert(!std::is_convertible_v<Vector3, Vector<World>>, "a frame is claimed explicitly");
static_assert(std::is_same_v<decltype(R_WS() * R_SP()), Rotation<World, Pelvis>>);
static_assert(std::is_same_v<decltype(R_WS().inverse()), Rotation<Sensor, World>>);

void expect_near(const Vector3& a, const Vector3& b) {
  EXPECT_NEAR(a.x, b.x, 1e-12);
  EXPECT_NEAR(a.y, b.y, 1e-12);
  EXPECT_NEAR(a.z, b.z, 1e-12);
}

// Oracle: hand. The right-hand rule about each axis.
TEST(Rotation_About, QuarterTurns_FollowTheRightHandRule) {
  expect_near(rotate(about_axis({0, 0, 1}, degrees(90)), {1, 0, 0}), {0, 1, 0});
  expect_near(rotate(about_axis({1, 0, 0}, degrees(90)), {0, 1, 0}), {0, 0, 1});
  expect_near(rotate(about_axis({0, 1, 0}, degrees(90)), {0, 0, 1}), {1, 0, 0});
}

// Oracle: hand. x goes to y by the inner quarter turn about z, then y to z by the outer one about
// x.
TEST(Rotation_Product, InnerTurnComesFirst) {
  const R_WS outer = R_WS::about({1, 0, 0}, degrees(90));
  const R_SP inner = R_SP::about({0, 0, 1}, degrees(90));
  const Vector<World> v = (outer * inner) * Vector<Pelvis>(1, 0, 0);
  expect_near(v.components(), {0, 0, 1});
}

// Oracle: hand. cos 60° = 1/2, sin 60° = √3/2 for a turn of 120° about x + y + z, which cycles the
// axes.
TEST(Quaternion_FromRotationVector, ThirdOfATurn_CyclesTheAxes) {
  const double third = 2 * kPi / 3 / std::sqrt(3.0);
  const UnitQuaternion q = from_rotation_vector({third, third, third});
  EXPECT_NEAR(q.w, 0.5, 1e-15);
  EXPECT_NEAR(q.x, 0.5, 1e-15);
  expect_near(rotate(q, {1, 2, 3}), {3, 1, 2});
}

TEST(Quaternion_ToRotationVector, NegatedQuaternion_GivesTheSameVector) {
  const UnitQuaternion q = about_axis({0, 1, 0}, degrees(50));
  expect_near(to_rotation_vector({-q.w, -q.x, -q.y, -q.z}), {0, in_radians(degrees(50)), 0});
  expect_near(to_rotation_vector(UnitQuaternion{}), {0, 0, 0});
}

TEST(Rotation_AngleBetween, TakesTheShorterWay) {
  const R_WS a = R_WS::about({0, 0, 1}, degrees(170));
  const R_WS b = R_WS::about({0, 0, 1}, degrees(-170));
  EXPECT_NEAR(in_degrees(angle_between(a, b)), 20, 1e-9);
}

}  // namespace
}  // namespace plumbline::spatial
