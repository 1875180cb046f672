// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>

namespace plumbline {

/// One physical quantity in its SI unit. Quantities of different tags do not mix, and there is no
/// implicit conversion from or to a number: use the named factories and getters below.
template <class Tag>
class Quantity {
 public:
  constexpr Quantity() = default;
  /// `si` in the SI unit of the tag.
  static constexpr Quantity from_si(double si) { return Quantity(si); }
  constexpr double si() const { return si_; }

  constexpr auto operator<=>(const Quantity&) const = default;
  constexpr Quantity operator-() const { return Quantity(-si_); }
  friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.si_ + b.si_); }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.si_ - b.si_); }
  friend constexpr Quantity operator*(Quantity a, double k) { return Quantity(a.si_ * k); }
  friend constexpr Quantity operator*(double k, Quantity a) { return Quantity(a.si_ * k); }
  friend constexpr Quantity operator/(Quantity a, double k) { return Quantity(a.si_ / k); }
  friend constexpr double operator/(Quantity a, Quantity b) { return a.si_ / b.si_; }

 private:
  explicit constexpr Quantity(double si) : si_(si) {}
  double si_ = 0;
};

/// Plane angle; SI unit radian.
using Angle = Quantity<struct AngleTag>;
/// Length; SI unit metre.
using Length = Quantity<struct LengthTag>;
/// Duration of a movement or a signal; SI unit second.
using Duration = Quantity<struct DurationTag>;
/// Mass; SI unit kilogram.
using Mass = Quantity<struct MassTag>;

/// @source exact: half a turn in radians
inline constexpr double kPi = 3.14159265358979323846;

constexpr Angle radians(double v) { return Angle::from_si(v); }
constexpr Angle degrees(double v) { return Angle::from_si(v * kPi / 180.0); }
constexpr double in_radians(Angle a) { return a.si(); }
constexpr double in_degrees(Angle a) { return a.si() * 180.0 / kPi; }
constexpr Length meters(double v) { return Length::from_si(v); }
constexpr Length millimeters(double v) { return Length::from_si(v / 1000.0); }
constexpr Length centimeters(double v) { return Length::from_si(v / 100.0); }
constexpr double in_meters(Length l) { return l.si(); }
constexpr double in_millimeters(Length l) { return l.si() * 1000.0; }
constexpr Duration seconds(double v) { return Duration::from_si(v); }
constexpr double in_seconds(Duration d) { return d.si(); }
constexpr Mass kilograms(double v) { return Mass::from_si(v); }
constexpr double in_kilograms(Mass m) { return m.si(); }

}  // namespace plumbline
