// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "plumbline/exercise/vocabulary.hpp"

namespace plumbline::exercise {

inline constexpr std::size_t kDaysOfWeek = 7;

/// A set of days, bit 0 the first day of the plan week.
using DayMask = std::uint8_t;

/// What a need still wants from the items of a week. Coverage is counted in quarter days.
struct WeekNeed {
  Need need = Need::DeepAbdominal;
  /// How much it matters, 1–10.
  std::int32_t weight = 1;
  /// Days a week, 1–7; more days than that add nothing.
  std::int32_t target_days = 3;
};

/// How much one day of an item gives one need.
struct Coverage {
  /// Index into `WeekProblem::needs`.
  std::size_t need = 0;
  /// Quarter days, 1–4.
  std::int32_t quarters = 4;
};

/// One exercise that may be chosen.
struct WeekItem {
  /// Exercise id; ties break on it.
  std::string id;
  std::vector<Coverage> covers;
  /// Seconds to keep free on each day it stands on.
  std::int32_t seconds = 0;
  /// Stands on all seven days or not at all (direction exercises, nerve glides).
  bool every_day = false;
  bool loaded = false;
  /// Most days a week; more days would be growth beyond the weekly cap.
  std::int32_t most_days = 7;
  ExerciseClass kind = ExerciseClass::MotorControl;
  /// Not in this person's plan so far.
  bool fresh = false;
  /// Serves none of the needs that come first (rules 1.6: the share of the upper back).
  bool other = false;
  /// Load of one day in thirds.
  std::int64_t load_thirds = 0;
  /// Preference and continuity, in units of `kSatisfactionUnit`.
  std::int32_t bonus = 0;
};

/// Choose items and days. Item order is the order of ids.
struct WeekProblem {
  std::vector<WeekNeed> needs;
  std::vector<WeekItem> items;
  /// Seconds free for these items on each day.
  std::array<std::int32_t, kDaysOfWeek> capacity{};
  /// How many of these items may stand on each day.
  std::array<std::int32_t, kDaysOfWeek> most_items{};
  /// Days on which sessions are held; other days carry only every-day items.
  DayMask sessions = 0;
  std::int32_t most_different = 6;
  /// Different exercises that are welcome for variety; each one more costs.
  std::int32_t welcome_different = 3;
  std::int32_t most_fresh = std::numeric_limits<std::int32_t>::max();
  std::int32_t most_others = std::numeric_limits<std::int32_t>::max();
  /// Of the different exercises at least this share is no `other`.
  std::int32_t least_share_percent = 0;
  /// Most load of the whole week in thirds.
  std::int64_t most_load_thirds = std::numeric_limits<std::int64_t>::max();
};

/// The worth of fully serving a need of weight 1. Divisible by every half target, so that the
/// satisfaction curve is exact in integers.
/// @source engineering choice: 50 × lcm(1 … 7), so that needs outweigh variety and burden
inline constexpr std::int64_t kSatisfactionUnit = 21000;

struct WeekSolution {
  /// Days of each item, 0 where it is not chosen.
  std::vector<DayMask> days;
  /// Value of the choice: satisfaction + variety + bonus − burden.
  std::int64_t value = 0;
  /// No choice is worth more than this.
  std::int64_t bound = 0;
  /// Satisfaction of all needs together where nothing were scarce; the gap's denominator.
  std::int64_t attainable = 0;
};

/// Satisfaction of one need at a coverage: rises by 3 per unit up to half the target and by 2 to
/// the target, so the first half weighs more (concave).
std::int64_t satisfaction(const WeekNeed& need, std::int32_t quarters);

/// Value of a choice of days, or -1 where it breaks a constraint.
std::int64_t value_of(const WeekProblem& problem, const std::vector<DayMask>& days);

/// Rest between loaded days of one class: may these days carry the same class? Cyclic, so that the
/// week joins the next one.
bool rested(DayMask days);

/// Day sets on which an item may stand, many days first: rested ones of at most three days (with
/// three session days or more, of at least two), and for unloaded items all session days.
std::vector<DayMask> day_choices(DayMask sessions, bool loaded);

/// Solves by depth-first branch and bound, exactly or with a proven gap (bound − value) where the
/// search was cut off.
/// @param most_nodes  where to cut off; the same on every machine
WeekSolution solve_week(const WeekProblem& problem, std::int32_t most_nodes);

}  // namespace plumbline::exercise
