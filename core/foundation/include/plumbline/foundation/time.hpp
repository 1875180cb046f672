// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "plumbline/foundation/error.hpp"

namespace plumbline {

/// A day of the proleptic Gregorian calendar, without a time zone.
class LocalDate {
 public:
  constexpr LocalDate() = default;
  /// @param days  days since 1970-01-01
  static constexpr LocalDate from_days(std::int32_t days) { return LocalDate(days); }
  constexpr std::int32_t days() const { return days_; }
  constexpr auto operator<=>(const LocalDate&) const = default;
  /// The day `n` days later.
  constexpr LocalDate plus(std::int32_t n) const { return LocalDate(days_ + n); }
  /// Days from `earlier` to this day.
  constexpr std::int32_t since(LocalDate earlier) const { return days_ - earlier.days_; }

 private:
  explicit constexpr LocalDate(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;
};

/// A moment in milliseconds since 1970-01-01T00:00:00Z, with the offset of the clock that made it.
struct Instant {
  std::int64_t unix_ms = 0;
  std::int32_t offset_minutes = 0;

  /// Only the moment orders; the offset says which local day it was.
  friend constexpr auto operator<=>(const Instant& a, const Instant& b) {
    return a.unix_ms <=> b.unix_ms;
  }
  friend constexpr bool operator==(const Instant& a, const Instant& b) {
    return a.unix_ms == b.unix_ms;
  }
};

/// The local day of an instant in its own offset.
LocalDate local_date(const Instant& instant);

/// Year 1–9999, month 1–12, day that exists.
/// @error BadDate  any other text, and days that do not exist
Result<LocalDate> parse_date(std::string_view text);
/// `YYYY-MM-DD`.
std::string format_date(LocalDate date);

/// RFC 3339 with an offset (`2026-03-01T07:30:00.250+01:00` or `Z`), milliseconds kept.
/// @error BadDate  any other text; there is no default offset
Result<Instant> parse_instant(std::string_view text);
/// RFC 3339 with milliseconds and the instant's own offset.
std::string format_instant(const Instant& instant);

}  // namespace plumbline
