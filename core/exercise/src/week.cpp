// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/week.hpp"

#include <algorithm>

#include "week_totals.hpp"

namespace plumbline::exercise {

std::int64_t satisfaction(const WeekNeed& need, std::int32_t quarters) {
  /// @source exact: coverage is counted in quarter days
  constexpr std::int32_t kQuartersPerDay = 4;
  const std::int32_t half = need.target_days * kQuartersPerDay / 2;
  const std::int32_t first = std::min(quarters, half);
  const std::int32_t second = std::clamp(quarters - half, 0, half);
  return need.weight * (3LL * first + 2LL * second) * (kSatisfactionUnit / (5LL * half));
}

bool rested(DayMask days) {
  const unsigned bits = days;
  const unsigned rotated = ((bits << 1U) | (bits >> 6U)) & 0x7FU;
  return (bits & rotated) == 0;
}

std::vector<DayMask> day_choices(DayMask sessions, bool loaded) {
  /// @source exact: the most rested days in a cyclic week
  constexpr std::int32_t kFewDays = 3;
  std::vector<DayMask> choices;
  for (unsigned m = 1; m < 128; ++m) {
    const auto days = static_cast<DayMask>(m);
    if ((m & ~static_cast<unsigned>(sessions)) != 0) continue;
    const bool all = days == sessions;
    const bool few = day_count(days) <= kFewDays && rested(days);
    const bool worth = day_count(sessions) < kFewDays || day_count(days) >= 2;
    if ((few && worth) || (all && !loaded)) choices.push_back(days);
  }
  std::ranges::stable_sort(choices, [](DayMask a, DayMask b) {
    return day_count(a) != day_count(b) ? day_count(a) > day_count(b) : a < b;
  });
  return choices;
}

bool fits(const WeekProblem& p, const WeekItem& item, DayMask days, const WeekTotals& t) {
  if (t.different + 1 > p.most_different) return false;
  if (item.fresh && t.fresh + 1 > p.most_fresh) return false;
  if (item.other && t.others + 1 > p.most_others) return false;
  if (t.load + item.load_thirds * day_count(days) > p.most_load_thirds) return false;
  if (item.loaded) {
    const auto kind = static_cast<std::size_t>(item.kind);
    if (!rested(static_cast<DayMask>(t.class_days[kind] | days))) return false;
  }
  for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
    if (!on_day(days, d)) continue;
    if (t.seconds[d] + item.seconds > p.capacity[d]) return false;
    if (t.items[d] + 1 > p.most_items[d]) return false;
  }
  return true;
}

bool keeps_share(const WeekProblem& p, const WeekTotals& t) {
  return (t.different - t.others) * 100 >= p.least_share_percent * t.different;
}

void change(const WeekItem& item, DayMask days, WeekTotals& t, std::int32_t sign) {
  const std::int32_t count = day_count(days);
  for (const Coverage& c : item.covers) t.quarters[c.need] += sign * c.quarters * count;
  for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
    if (!on_day(days, d)) continue;
    t.seconds[d] += sign * item.seconds;
    t.items[d] += sign;
    if (!item.every_day) t.mains[d] += sign;
  }
  t.different += sign;
  if (item.fresh) t.fresh += sign;
  if (item.other) t.others += sign;
  t.load += sign * item.load_thirds * count;
}

namespace {

bool is_choice(const WeekProblem& problem, const WeekItem& item, DayMask days) {
  if (day_count(days) > item.most_days) return false;
  if (item.every_day) return days == 0x7F;
  const auto choices = day_choices(problem.sessions, item.loaded);
  return std::ranges::find(choices, days) != choices.end();
}

}  // namespace

std::int64_t value_of(const WeekProblem& problem, const std::vector<DayMask>& days) {
  WeekTotals totals;
  totals.quarters.assign(problem.needs.size(), 0);
  std::int64_t value = 0;
  for (std::size_t i = 0; i < problem.items.size(); ++i) {
    const WeekItem& item = problem.items[i];
    if (days[i] == 0) continue;
    if (!is_choice(problem, item, days[i]) || !fits(problem, item, days[i], totals)) return -1;
    if (item.loaded) {
      DayMask& class_days = totals.class_days[static_cast<std::size_t>(item.kind)];
      class_days = static_cast<DayMask>(class_days | days[i]);
    }
    change(item, days[i], totals, 1);
    value += item.bonus - kCostPerSecond * item.seconds * day_count(days[i]);
  }
  for (std::size_t n = 0; n < problem.needs.size(); ++n) {
    value += satisfaction(problem.needs[n], totals.quarters[n]);
  }
  for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
    if (on_day(problem.sessions, d)) value += filled(totals.mains[d]);
  }
  if (!keeps_share(problem, totals)) return -1;
  return value + variety(totals.different, problem.welcome_different);
}

}  // namespace plumbline::exercise
