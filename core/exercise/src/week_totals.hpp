// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "plumbline/exercise/week.hpp"

namespace plumbline::exercise {

/// @source engineering choice: a minute a day costs about a twentieth of a need of weight 1
inline constexpr std::int64_t kCostPerSecond = 2;
/// @source engineering choice: a further exercise is welcome up to the variety asked for
inline constexpr std::int64_t kVarietyBonus = 900;
/// @source engineering choice: beyond it, each different exercise must earn its place
inline constexpr std::int64_t kComplexityCost = 700;
/// @source rules 1.6: 3–4 main items a session; engineering choice: what each is worth, so that two
/// stand on every session day before one is full
inline constexpr std::array<std::int64_t, 4> kDayBonus = {900, 700, 300, 200};

constexpr bool on_day(DayMask days, std::size_t day) {
  return (static_cast<unsigned>(days) >> day & 1U) != 0;
}

/// How many days every set of days holds.
inline constexpr auto kDayCounts = [] {
  std::array<std::int8_t, 128> out{};
  for (std::size_t m = 1; m < out.size(); ++m) {
    out[m] = static_cast<std::int8_t>(out[m / 2] + static_cast<std::int8_t>(m % 2));
  }
  return out;
}();
constexpr std::int32_t day_count(DayMask days) { return kDayCounts[days]; }

/// Worth of so many different exercises (concave).
constexpr std::int64_t variety(std::int32_t different, std::int32_t welcome) {
  const std::int32_t good = different < welcome ? different : welcome;
  return good * kVarietyBonus - (different - good) * kComplexityCost;
}

/// Worth of having so many main items on a session day (concave).
constexpr std::int64_t filled(std::int32_t items) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < kDayBonus.size() && static_cast<std::int32_t>(i) < items; ++i) {
    sum += kDayBonus[i];
  }
  return sum;
}

/// The satisfaction of each need by quarters of coverage: the search asks for it all the time.
class SatisfactionTable {
 public:
  explicit SatisfactionTable(const std::vector<WeekNeed>& needs);
  std::int64_t at(std::size_t need, std::int32_t quarters) const {
    const auto q = static_cast<std::size_t>(quarters);
    return rows_[need][q < kMost ? q : kMost];
  }

 private:
  /// @source exact: a target is at most seven days of four quarters; more adds nothing
  static constexpr std::size_t kMost = 28;
  std::vector<std::array<std::int64_t, kMost + 1>> rows_;
};

/// Running totals of a partial choice.
struct WeekTotals {
  std::vector<std::int32_t> quarters;
  std::array<std::int32_t, kDaysOfWeek> seconds{};
  std::array<std::int32_t, kDaysOfWeek> items{};
  /// Those of them that do not stand on every day anyway.
  std::array<std::int32_t, kDaysOfWeek> mains{};
  std::array<DayMask, kWordCount<ExerciseClass>> class_days{};
  std::int32_t different = 0;
  std::int32_t fresh = 0;
  std::int32_t others = 0;
  std::int64_t load = 0;
};

/// Whether an item may be added on these days.
bool fits(const WeekProblem& problem, const WeekItem& item, DayMask days, const WeekTotals& totals);

/// Whether enough of what was chosen serves the needs that come first.
bool keeps_share(const WeekProblem& problem, const WeekTotals& totals);

/// Adds (sign 1) or takes away (sign -1) an item. Class days are kept by the caller.
void change(const WeekItem& item, DayMask days, WeekTotals& totals, std::int32_t sign);

/// Item `b` can always be exchanged for `a` without loss.
bool dominates(const WeekItem& a, const WeekItem& b);

/// Satisfaction of all needs together where nothing were scarce.
/// @param counts  numbers of days on which each item may stand, most first
std::int64_t attainable(const WeekProblem& problem,
                        const std::vector<std::vector<std::int32_t>>& counts);

}  // namespace plumbline::exercise
