// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/week.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace plumbline::exercise {
namespace {

constexpr std::int32_t kQuartersPerDay = 4;
/// @source engineering choice: a minute a day costs about a twentieth of a need of weight 1
constexpr std::int64_t kCostPerSecond = 2;
/// @source engineering choice: a further exercise is welcome up to the variety asked for
constexpr std::int64_t kVarietyBonus = 900;
/// @source engineering choice: beyond it, each different exercise must earn its place
constexpr std::int64_t kComplexityCost = 700;

/// @source engineering choice: a session day with something on it, up to three exercises
constexpr std::array<std::int64_t, 3> kDayBonus = {900, 500, 300};

/// Worth of having so many chosen items on a session day (concave).
std::int64_t filled(std::int32_t items) {
  std::int64_t sum = 0;
  for (std::int32_t i = 0; i < std::min<std::int32_t>(items, 3); ++i) {
    sum += kDayBonus.at(static_cast<std::size_t>(i));
  }
  return sum;
}

std::int64_t variety(std::int32_t different, std::int32_t welcome) {
  const std::int32_t good = std::min(different, welcome);
  return good * kVarietyBonus - (different - good) * kComplexityCost;
}

std::int32_t day_count(DayMask days) { return __builtin_popcount(days); }

bool on_day(DayMask days, std::size_t day) {
  return (static_cast<unsigned>(days) >> day & 1U) != 0;
}

}  // namespace

std::int64_t satisfaction(const WeekNeed& need, std::int32_t quarters) {
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

namespace {

/// Running totals of a partial choice.
struct Totals {
  std::vector<std::int32_t> quarters;
  std::array<std::int32_t, kDaysOfWeek> seconds{};
  std::array<std::int32_t, kDaysOfWeek> items{};
  std::array<DayMask, kWordCount<ExerciseClass>> class_days{};
  std::int32_t different = 0;
  std::int32_t fresh = 0;
  std::int32_t others = 0;
  std::int64_t load = 0;
};

bool fits(const WeekProblem& p, const WeekItem& item, DayMask days, const Totals& t) {
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

/// Adds (sign 1) or takes away (sign -1) an item. Class days are kept by the caller.
void change(const WeekItem& item, DayMask days, Totals& t, std::int32_t sign) {
  const std::int32_t count = day_count(days);
  for (const Coverage& c : item.covers) t.quarters[c.need] += sign * c.quarters * count;
  for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
    if (!on_day(days, d)) continue;
    t.seconds[d] += sign * item.seconds;
    t.items[d] += sign;
  }
  t.different += sign;
  if (item.fresh) t.fresh += sign;
  if (item.other) t.others += sign;
  t.load += sign * item.load_thirds * count;
}

std::int64_t cost_of(const WeekItem& item, DayMask days) {
  return kCostPerSecond * item.seconds * day_count(days);
}

/// The search of one problem.
class Search {
 public:
  Search(const WeekProblem& problem, std::int32_t most_nodes)
      : p_(problem), nodes_left_(most_nodes) {
    totals_.quarters.assign(p_.needs.size(), 0);
    chosen_.assign(p_.items.size(), 0);
    best_.days = chosen_;
    make_choices();
    order_items();
  }

  WeekSolution run() {
    best_.attainable = attainable();
    descend(0, 0);
    best_.bound = nodes_left_ > 0 ? best_.value : std::max(best_.value, open_bound_);
    return best_;
  }

 private:
  /// Day sets worth trying for each item, many days first.
  void make_choices() {
    for (const WeekItem& item : p_.items) {
      std::vector<DayMask> choices;
      if (item.every_day) {
        choices.push_back(0x7F);
      } else {
        for (unsigned m = 1; m < 128; ++m) {
          const auto days = static_cast<DayMask>(m);
          if ((days & ~p_.sessions) != 0) continue;
          if (item.loaded && !rested(days)) continue;
          choices.push_back(days);
        }
      }
      std::ranges::stable_sort(choices, [](DayMask a, DayMask b) {
        return day_count(a) != day_count(b) ? day_count(a) > day_count(b) : a < b;
      });
      choices_.push_back(std::move(choices));
    }
  }

  /// Gain of an item on `count` days at the present coverage, without variety.
  std::int64_t gain(const WeekItem& item, std::int32_t count) const {
    std::int64_t sum = item.bonus - kCostPerSecond * item.seconds * count;
    for (const Coverage& c : item.covers) {
      const WeekNeed& need = p_.needs[c.need];
      const std::int32_t now = totals_.quarters[c.need];
      sum += satisfaction(need, now + c.quarters * count) - satisfaction(need, now);
    }
    return sum;
  }

  /// The best gain of an item over its numbers of days; never negative.
  std::int64_t best_gain(std::size_t i) const {
    std::int64_t best = 0;
    std::int32_t tried = -1;
    for (const DayMask days : choices_[i]) {
      const std::int32_t count = day_count(days);
      if (count == tried) continue;
      tried = count;
      best = std::max(best, gain(p_.items[i], count));
    }
    return best;
  }

  void order_items() {
    order_.resize(p_.items.size());
    std::vector<std::int64_t> gains(p_.items.size());
    for (std::size_t i = 0; i < order_.size(); ++i) {
      order_[i] = i;
      gains[i] = best_gain(i);
    }
    std::ranges::stable_sort(order_, [&](std::size_t a, std::size_t b) {
      return gains[a] != gains[b] ? gains[a] > gains[b] : p_.items[a].id < p_.items[b].id;
    });
  }

  std::int64_t attainable() const {
    std::int64_t sum = 0;
    for (std::size_t n = 0; n < p_.needs.size(); ++n) {
      std::int32_t most = 0;
      for (std::size_t i = 0; i < p_.items.size(); ++i) {
        if (choices_[i].empty()) continue;
        for (const Coverage& c : p_.items[i].covers) {
          if (c.need == n) most += c.quarters * day_count(choices_[i].front());
        }
      }
      sum += satisfaction(p_.needs[n], most);
    }
    return sum;
  }

  /// What the remaining items could add at most: their best gains at the present coverage, as many
  /// as may still be chosen; and never more than the needs have left. Gains only shrink as coverage
  /// grows, because satisfaction is concave.
  std::int64_t bound(std::size_t depth, std::int64_t value) {
    const std::int32_t room = p_.most_different - totals_.different;
    gains_.clear();
    std::int64_t bonuses = 0;
    for (std::size_t k = depth; k < order_.size(); ++k) {
      const std::int64_t g = best_gain(order_[k]);
      if (g > 0 || totals_.different < p_.welcome_different) gains_.push_back(g);
      bonuses += std::max<std::int64_t>(0, p_.items[order_[k]].bonus);
    }
    std::ranges::sort(gains_, std::greater<>());
    std::int64_t by_gain = 0;
    std::int64_t most = 0;
    const std::int64_t base = variety(totals_.different, p_.welcome_different);
    for (std::size_t k = 0; k < gains_.size() && static_cast<std::int32_t>(k) < room; ++k) {
      by_gain += gains_[k];
      const std::int32_t different = totals_.different + static_cast<std::int32_t>(k) + 1;
      most = std::max(most, by_gain + variety(different, p_.welcome_different) - base);
    }
    return value + days_left() + std::min(most, left_in_needs(depth) + bonuses + variety_left());
  }

  /// Worth of one more item on each of these days.
  std::int64_t day_gain(DayMask days) const {
    std::int64_t sum = 0;
    for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
      if (!on_day(days, d) || !on_day(p_.sessions, d)) continue;
      sum += filled(totals_.items[d] + 1) - filled(totals_.items[d]);
    }
    return sum;
  }

  /// What filling days could still give.
  std::int64_t days_left() const {
    std::int64_t sum = 0;
    for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
      if (on_day(p_.sessions, d)) sum += filled(3) - filled(totals_.items[d]);
    }
    return sum;
  }

  std::int64_t variety_left() const {
    return std::max(0, p_.welcome_different - totals_.different) * kVarietyBonus;
  }

  std::int64_t left_in_needs(std::size_t depth) {
    reach_.assign(p_.needs.size(), 0);
    for (std::size_t k = depth; k < order_.size(); ++k) {
      const std::size_t i = order_[k];
      if (choices_[i].empty()) continue;
      for (const Coverage& c : p_.items[i].covers) {
        reach_[c.need] += c.quarters * day_count(choices_[i].front());
      }
    }
    std::int64_t sum = 0;
    for (std::size_t n = 0; n < p_.needs.size(); ++n) {
      sum += satisfaction(p_.needs[n], totals_.quarters[n] + reach_[n]) -
             satisfaction(p_.needs[n], totals_.quarters[n]);
    }
    return sum;
  }

  void keep_if_better(std::int64_t value) {
    if (value <= best_.value) return;
    best_.value = value;
    best_.days = chosen_;
  }

  void descend(std::size_t depth, std::int64_t value) {
    keep_if_better(value);
    if (depth == order_.size()) return;
    const std::int64_t most = bound(depth, value);
    if (most <= best_.value) return;
    if (nodes_left_ <= 0) {
      open_bound_ = std::max(open_bound_, most);
      return;
    }
    --nodes_left_;
    const std::size_t i = order_[depth];
    for (const DayMask days : choices_[i]) take(i, days, depth, value);
    descend(depth + 1, value);
  }

  void take(std::size_t i, DayMask days, std::size_t depth, std::int64_t value) {
    const WeekItem& item = p_.items[i];
    if (!fits(p_, item, days, totals_)) return;
    const std::int64_t added = gain(item, day_count(days)) + day_gain(days) +
                               variety(totals_.different + 1, p_.welcome_different) -
                               variety(totals_.different, p_.welcome_different);
    DayMask& class_days = totals_.class_days[static_cast<std::size_t>(item.kind)];
    const DayMask before = class_days;
    if (item.loaded) class_days = static_cast<DayMask>(class_days | days);
    change(item, days, totals_, 1);
    chosen_[i] = days;
    descend(depth + 1, value + added);
    chosen_[i] = 0;
    change(item, days, totals_, -1);
    totals_.class_days[static_cast<std::size_t>(item.kind)] = before;
  }

  const WeekProblem& p_;
  std::int32_t nodes_left_;
  std::vector<std::vector<DayMask>> choices_;
  std::vector<std::size_t> order_;
  std::vector<DayMask> chosen_;
  Totals totals_;
  WeekSolution best_;
  std::vector<std::int64_t> gains_;
  std::vector<std::int32_t> reach_;
  std::int64_t open_bound_ = 0;
};

}  // namespace

std::int64_t value_of(const WeekProblem& problem, const std::vector<DayMask>& days) {
  Totals totals;
  totals.quarters.assign(problem.needs.size(), 0);
  std::int64_t value = 0;
  for (std::size_t i = 0; i < problem.items.size(); ++i) {
    const WeekItem& item = problem.items[i];
    if (days[i] == 0) continue;
    const bool allowed = item.every_day ? days[i] == 0x7F : (days[i] & ~problem.sessions) == 0;
    if (!allowed || !fits(problem, item, days[i], totals)) return -1;
    if (item.loaded) {
      DayMask& class_days = totals.class_days[static_cast<std::size_t>(item.kind)];
      class_days = static_cast<DayMask>(class_days | days[i]);
    }
    change(item, days[i], totals, 1);
    value += item.bonus - cost_of(item, days[i]);
  }
  for (std::size_t n = 0; n < problem.needs.size(); ++n) {
    value += satisfaction(problem.needs[n], totals.quarters[n]);
  }
  for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
    if (on_day(problem.sessions, d)) value += filled(totals.items[d]);
  }
  return value + variety(totals.different, problem.welcome_different);
}

WeekSolution solve_week(const WeekProblem& problem, std::int32_t most_nodes) {
  return Search(problem, most_nodes).run();
}

}  // namespace plumbline::exercise
