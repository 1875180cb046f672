// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/body_shape.hpp"

#include <algorithm>
#include <cmath>

namespace plumbline::body {

Result<BodyShape> make_body_shape(Length height, Mass mass) {
  if (!(height >= kLeastHeight && height <= kMostHeight)) {
    return fail(ErrorCode::OutOfRange, "height", "expected a height from 1.20 m to 2.30 m");
  }
  if (!(mass > kilograms(0))) {
    return fail(ErrorCode::OutOfRange, "mass", "expected a mass above 0 kg");
  }
  const double index = in_kilograms(mass) / (in_meters(height) * in_meters(height));
  const double girth = std::sqrt(index / kAverageBodyMassIndex);
  return BodyShape{height, std::clamp(girth, kLeastGirth, kMostGirth)};
}

}  // namespace plumbline::body
