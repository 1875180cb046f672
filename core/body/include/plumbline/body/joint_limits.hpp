// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/body/degrees_of_freedom.hpp"
#include "plumbline/foundation/quantity.hpp"

namespace plumbline::body {

/// An inclusive range of a joint angle; it always contains zero.
struct JointRange {
  Angle least;
  Angle most;
};

/// What a healthy adult's joint reaches, loaded or helped by the hands where an exercise does so.
/// Left and right are the same. A limit only ever forbids a movement; it never asks for one.
JointRange joint_range(Dof dof);

/// How far an angle lies outside its range. @returns 0 inside or on the limit, else positive
Angle excess(Dof dof, Angle angle);

}  // namespace plumbline::body
