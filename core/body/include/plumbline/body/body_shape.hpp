// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/foundation/error.hpp"
#include "plumbline/foundation/quantity.hpp"

namespace plumbline::body {

/// The size of one person. Segment lengths follow the height, the thickness of the soft parts the
/// height and the girth.
struct BodyShape {
  Length height = meters(1.70);
  /// Thickness against that of the average person of this height; 1 is average.
  double girth = 1.0;
  bool operator==(const BodyShape&) const = default;
};

/// @source engineering choice: the adults and adolescents that our limits are meant for
inline constexpr Length kLeastHeight = meters(1.20);
inline constexpr Length kMostHeight = meters(2.30);
/// @source engineering choice: drawing stays plausible between these girths
inline constexpr double kLeastGirth = 0.8;
inline constexpr double kMostGirth = 1.5;
/// Body mass index at which girth is 1, kg/m².
/// @source engineering choice: middle of the WHO normal range 18.5 to 25, rounded up
inline constexpr double kAverageBodyMassIndex = 22.0;

/// The shape for a height and a mass: the cross section of the body grows with mass ÷ height, so
/// the girth is √(BMI ÷ 22), held to [0.8, 1.5].
/// @error OutOfRange  height outside [1.20 m, 2.30 m], or a mass that is not positive
Result<BodyShape> make_body_shape(Length height, Mass mass);

}  // namespace plumbline::body
