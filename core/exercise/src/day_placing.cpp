// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "day_placing.hpp"

#include <algorithm>

#include "week_totals.hpp"

namespace plumbline::exercise {
namespace {

/// @source engineering choice: enough to find days for eight items on seven days
constexpr std::int32_t kPlacingSteps = 5000;

/// Depth-first search over day sets, the longest items first.
class Placing {
 public:
  Placing(const WeekProblem& problem, const std::vector<std::int32_t>& count,
          const std::vector<std::vector<DayMask>>& choices)
      : p_(problem), count_(count), choices_(choices) {
    std::int64_t item_days = 0;
    for (std::size_t i = 0; i < count_.size(); ++i) {
      if (count_[i] == 0) continue;
      items_.push_back(i);
      if (!p_.items[i].every_day) item_days += count_[i];
    }
    std::ranges::stable_sort(items_, [&](std::size_t a, std::size_t b) {
      return p_.items[a].seconds > p_.items[b].seconds;
    });
    ideal_ = ideal_day_value(day_count(p_.sessions), item_days);
    totals_.quarters.assign(p_.needs.size(), 0);
    days_.assign(p_.items.size(), 0);
  }

  PlacedDays run() {
    place(0, 0);
    best_.searched_all = steps_left_ > 0;
    return best_;
  }

 private:
  std::int64_t day_gain(const WeekItem& item, DayMask days) const {
    std::int64_t sum = 0;
    for (std::size_t d = 0; d < kDaysOfWeek && !item.every_day; ++d) {
      if (!on_day(days, d) || !on_day(p_.sessions, d)) continue;
      sum += filled(totals_.mains[d] + 1) - filled(totals_.mains[d]);
    }
    return sum;
  }

  void place(std::size_t k, std::int64_t day_value) {
    if (steps_left_ <= 0 || best_.day_value >= ideal_) return;
    --steps_left_;
    if (k == items_.size()) {
      if (day_value <= best_.day_value) return;
      best_.day_value = day_value;
      best_.days = days_;
      return;
    }
    const std::size_t i = items_[k];
    for (const DayMask days : choices_[i]) {
      if (day_count(days) == count_[i] && fits(p_, p_.items[i], days, totals_)) {
        take(k, days, day_value);
      }
    }
  }

  void take(std::size_t k, DayMask days, std::int64_t day_value) {
    const std::size_t i = items_[k];
    const WeekItem& item = p_.items[i];
    const std::int64_t gained = day_gain(item, days);
    DayMask& class_days = totals_.class_days[static_cast<std::size_t>(item.kind)];
    const DayMask before = class_days;
    if (item.loaded) class_days = static_cast<DayMask>(class_days | days);
    change(item, days, totals_, 1);
    days_[i] = days;
    place(k + 1, day_value + gained);
    days_[i] = 0;
    change(item, days, totals_, -1);
    totals_.class_days[static_cast<std::size_t>(item.kind)] = before;
  }

  const WeekProblem& p_;
  const std::vector<std::int32_t>& count_;
  const std::vector<std::vector<DayMask>>& choices_;
  std::vector<std::size_t> items_;
  std::int64_t ideal_ = 0;
  WeekTotals totals_;
  std::vector<DayMask> days_;
  PlacedDays best_;
  std::int32_t steps_left_ = kPlacingSteps;
};

}  // namespace

std::int64_t ideal_day_value(std::int32_t session_days, std::int64_t item_days) {
  std::int64_t sum = 0;
  std::int64_t left = item_days;
  for (std::int32_t level = 0; level < static_cast<std::int32_t>(kDayBonus.size()) && left > 0;
       ++level) {
    const std::int64_t here = std::min<std::int64_t>(left, session_days);
    sum += here * (filled(level + 1) - filled(level));
    left -= here;
  }
  return sum;
}

PlacedDays place_days(const WeekProblem& problem, const std::vector<std::int32_t>& count,
                      const std::vector<std::vector<DayMask>>& choices) {
  return Placing(problem, count, choices).run();
}

}  // namespace plumbline::exercise
