// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <utility>

#include "plumbline/exercise/week.hpp"
#include "week_totals.hpp"

namespace plumbline::exercise {
namespace {

/// Prices of what is scarce; any prices give a valid bound, good ones a tight one (Lagrange).
struct Prices {
  /// For a second of session time.
  std::int64_t second = 0;
  /// For a place among the items of a day.
  std::int64_t place = 0;
  /// For a quarter day of coverage, by need.
  std::array<std::int64_t, kWordCount<Need>> coverage{};
};

/// What an item earns at some prices, and on how many days.
struct Offer {
  std::int64_t earned;
  std::int32_t count;
  std::size_t item;
};

/// The search of one problem.
class Search {
 public:
  Search(const WeekProblem& problem, std::int32_t most_nodes)
      : p_(problem), most_nodes_(most_nodes), nodes_left_(most_nodes) {
    totals_.quarters.assign(p_.needs.size(), 0);
    count_.assign(p_.items.size(), 0);
    best_.days.assign(p_.items.size(), 0);
    make_choices();
    order_items();
    find_dominance();
  }

  WeekSolution run() {
    best_.attainable = attainable();
    set_prices();
    descend(0, 0, prices_);
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
      const WeekNeed& need = p_.needs[c.need];
      const std::int32_t now = totals_.quarters[c.need];
      sum += satisfaction(need, now + c.quarters * count) - satisfaction(need, now);
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

  /// Item b can always be exchanged for a without loss.
  bool dominates(const WeekItem& a, const WeekItem& b) const {
    if (a.kind != b.kind || a.loaded != b.loaded || a.every_day != b.every_day) return false;
    if (a.other != b.other || a.fresh != b.fresh || a.seconds > b.seconds) return false;
    if (a.load_thirds > b.load_thirds || a.bonus < b.bonus) return false;
    if (a.most_days < b.most_days) return false;
    return std::ranges::all_of(b.covers, [&](const Coverage& c) {
      return std::ranges::any_of(a.covers, [&](const Coverage& o) {
        return o.need == c.need && o.quarters >= c.quarters;
      });
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

  std::int64_t attainable() const {
    std::int64_t sum = 0;
    for (std::size_t n = 0; n < p_.needs.size(); ++n) {
      std::int32_t most = 0;
      for (std::size_t i = 0; i < p_.items.size(); ++i) {
        for (const Coverage& c : p_.items[i].covers) {
          if (c.need == n && !counts_[i].empty()) most += c.quarters * counts_[i].front();
        }
      }
      sum += satisfaction(p_.needs[n], most);
    }
    return sum;
  }

  /// Time and places that all session days together have left; single days are settled later.
  std::int64_t seconds_left() const {
    std::int64_t sum = -used_seconds_;
    for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
      if (on_day(p_.sessions, d)) sum += std::max(0, p_.capacity[d]);
    }
    return std::max<std::int64_t>(0, sum);
  }
  std::int64_t places_left() const {
    std::int64_t sum = -used_places_;
    for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
      if (on_day(p_.sessions, d)) sum += std::max(0, p_.most_items[d]);
    }
    return std::max<std::int64_t>(0, sum);
  }

  /// One evaluation of the dual function: a bound, and how the prices of coverage should move.
  struct Dual {
    std::int64_t bound = 0;
    /// Coverage offered by the chosen items minus coverage asked for, in quarters, by need.
    std::array<std::int32_t, kWordCount<Need>> excess{};
  };

  /// What a need asks for when a quarter of coverage costs `price`.
  std::int64_t ask(std::size_t n, std::int64_t price, std::int32_t& asked) const {
    const WeekNeed& need = p_.needs[n];
    const std::int32_t now = totals_.quarters[n];
    std::int64_t best = 0;
    asked = 0;
    for (const std::int32_t mark : {need.target_days * 2, need.target_days * 4}) {
      if (mark <= now) continue;
      const std::int64_t worth =
          satisfaction(need, mark) - satisfaction(need, now) - price * (mark - now);
      if (worth > best) {
        best = worth;
        asked = mark - now;
      }
    }
    return best;
  }

  /// What an item earns when its coverage is paid for and it pays for time and places.
  std::pair<std::int64_t, std::int32_t> offer(std::size_t i, const Prices& prices) const {
    const WeekItem& item = p_.items[i];
    std::int64_t per_day = -kCostPerSecond * item.seconds;
    for (const Coverage& c : item.covers) per_day += prices.coverage[c.need] * c.quarters;
    const std::int64_t place = prices.second * item.seconds + prices.place;
    std::pair<std::int64_t, std::int32_t> best{std::numeric_limits<std::int64_t>::min(), 0};
    for (const std::int32_t count : counts_[i]) {
      const std::int32_t on_sessions = item.every_day ? day_count(p_.sessions) : count;
      const std::int64_t earned = item.bonus + per_day * count - place * on_sessions;
      if (earned > best.first) best = {earned, count};
    }
    return best;
  }

  /// A bound on what can still be added, for any prices (Lagrangian relaxation of coverage, time
  /// and places; the number of different exercises is kept exactly).
  Dual dual(std::size_t depth, const Prices& prices) {
    Dual out;
    for (std::size_t n = 0; n < p_.needs.size(); ++n) {
      std::int32_t asked = 0;
      out.bound += ask(n, prices.coverage[n], asked);
      out.excess[n] = -asked;
    }
    offers_.clear();
    for (std::size_t k = depth; k < order_.size(); ++k) {
      const auto [earned, count] = offer(order_[k], prices);
      if (count > 0) offers_.push_back({earned, count, order_[k]});
    }
    std::ranges::sort(offers_, [](const Offer& a, const Offer& b) {
      return a.earned != b.earned ? a.earned > b.earned : a.item < b.item;
    });
    out.bound += take_offers(out) + days_worth();
    return dual_with_scarce(out, prices);
  }

  Dual dual_with_scarce(Dual out, const Prices& prices) const {
    out.bound += prices.second * seconds_left() + prices.place * places_left();
    return out;
  }

  /// The best offers, as many as may still be chosen, with the worth of variety.
  std::int64_t take_offers(Dual& out) const {
    const std::int32_t room = std::max(0, p_.most_different - totals_.different);
    const std::int64_t base = variety(totals_.different, p_.welcome_different);
    std::int64_t sum = 0;
    std::int64_t most = 0;
    std::size_t taken = 0;
    for (std::size_t k = 0; k < offers_.size() && static_cast<std::int32_t>(k) < room; ++k) {
      sum += offers_[k].earned;
      const std::int32_t different = totals_.different + static_cast<std::int32_t>(k) + 1;
      const std::int64_t all = sum + variety(different, p_.welcome_different) - base;
      if (all <= most) continue;
      most = all;
      taken = k + 1;
    }
    for (std::size_t k = 0; k < taken; ++k) {
      for (const Coverage& c : p_.items[offers_[k].item].covers) {
        out.excess[c.need] += c.quarters * offers_[k].count;
      }
    }
    return most;
  }

  /// Moves the prices of coverage against the excess (subgradient), and keeps the tightest bound.
  std::int64_t tighten(std::size_t depth, Prices& prices, std::int32_t rounds,
                       std::int64_t good_enough) {
    std::int64_t tightest = std::numeric_limits<std::int64_t>::max();
    Prices best = prices;
    for (std::int32_t round = 0; round < rounds; ++round) {
      const Dual found = dual(depth, prices);
      if (found.bound < tightest) {
        tightest = found.bound;
        best = prices;
        if (tightest <= good_enough) break;
      }
      for (std::size_t n = 0; n < p_.needs.size(); ++n) {
        const std::int64_t slope = satisfaction(p_.needs[n], 1);
        const std::int64_t step = slope * found.excess[n] / (16 + 4 * round);
        prices.coverage[n] = std::max<std::int64_t>(0, prices.coverage[n] - step);
      }
    }
    prices = best;
    return tightest;
  }

  /// Looks for good prices at the root.
  void set_prices() {
    std::int64_t tightest = std::numeric_limits<std::int64_t>::max();
    for (const std::int64_t second : {0, 20, 60, 150, 350, 800}) {
      for (const std::int64_t place : {0, 2500, 9000}) {
        Prices prices;
        prices.second = second;
        prices.place = place;
        for (std::size_t n = 0; n < p_.needs.size(); ++n) {
          prices.coverage[n] = satisfaction(p_.needs[n], 1) / 2;
        }
        const std::int64_t found = tighten(0, prices, 12, 0);
        if (found >= tightest) continue;
        tightest = found;
        prices_ = prices;
      }
    }
  }

  std::int64_t bound(std::size_t depth, std::int64_t value, Prices& prices) {
    /// @source engineering choice: more rounds tighten little
    constexpr std::int32_t kRounds = 4;
    const std::int64_t by_needs = value + needs_bound(depth);
    if (by_needs <= best_.value) return by_needs;
    return std::min(by_needs, value + tighten(depth, prices, kRounds, best_.value - value));
  }

  /// What filled session days can be worth at most.
  std::int64_t days_worth() const { return day_count(p_.sessions) * filled(3); }

  /// Never more than the needs, the days, the variety and the bonuses have left.
  std::int64_t needs_bound(std::size_t depth) {
    reach_.assign(p_.needs.size(), 0);
    bonuses_.clear();
    for (std::size_t k = depth; k < order_.size(); ++k) {
      const std::size_t i = order_[k];
      if (counts_[i].empty()) continue;
      bonuses_.push_back(std::max(0, p_.items[i].bonus));
      for (const Coverage& c : p_.items[i].covers) {
        reach_[c.need] += c.quarters * counts_[i].front();
      }
    }
    std::int64_t sum = best_bonuses();
    for (std::size_t n = 0; n < p_.needs.size(); ++n) {
      sum += satisfaction(p_.needs[n], totals_.quarters[n] + reach_[n]) -
             satisfaction(p_.needs[n], totals_.quarters[n]);
    }
    return sum + days_worth() +
           std::max(0, p_.welcome_different - totals_.different) * kVarietyBonus;
  }

  std::int64_t best_bonuses() {
    const auto room = static_cast<std::size_t>(std::max(0, p_.most_different - totals_.different));
    std::ranges::sort(bonuses_, std::greater<>());
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < std::min(room, bonuses_.size()); ++k) sum += bonuses_[k];
    return sum;
  }

  /// Chooses items and numbers of days; which days is settled by `place` where it pays.
  void descend(std::size_t depth, std::int64_t value, Prices prices) {
    if (depth == order_.size() || totals_.different >= p_.most_different) return;
    const std::int64_t most = bound(depth, value, prices);
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
    if (totals_.different + 1 > p_.most_different) return false;
    if (item.fresh && totals_.fresh + 1 > p_.most_fresh) return false;
    if (item.other && totals_.others + 1 > p_.most_others) return false;
    const std::int32_t on_sessions = item.every_day ? day_count(p_.sessions) : count;
    if (on_sessions * item.seconds > seconds_left() || on_sessions > places_left()) return false;
    return totals_.load + item.load_thirds * count <= p_.most_load_thirds;
  }

  void take(std::size_t i, std::int32_t count, std::size_t depth, std::int64_t value,
            const Prices& prices) {
    const WeekItem& item = p_.items[i];
    if (!allowed(item, count)) return;
    const std::int64_t added = gain(item, count) +
                               variety(totals_.different + 1, p_.welcome_different) -
                               variety(totals_.different, p_.welcome_different);
    count_change(item, count, 1);
    count_[i] = count;
    // Days are looked for only where they could make this the best choice so far.
    const bool promising = value + added + ideal_day_value() > best_.value;
    if (!promising || settle_days(value + added)) descend(depth + 1, value + added, prices);
    count_[i] = 0;
    count_change(item, count, -1);
  }

  void count_change(const WeekItem& item, std::int32_t count, std::int32_t sign) {
    for (const Coverage& c : item.covers) totals_.quarters[c.need] += sign * c.quarters * count;
    totals_.different += sign;
    if (item.fresh) totals_.fresh += sign;
    if (item.other) totals_.others += sign;
    totals_.load += sign * item.load_thirds * count;
    const std::int32_t on_sessions = item.every_day ? day_count(p_.sessions) : count;
    used_seconds_ += sign * on_sessions * item.seconds;
    used_places_ += sign * on_sessions;
  }

  /// Finds days for the chosen numbers and keeps the choice if it is the best so far.
  /// @returns false where no days exist; then no larger choice has any either
  bool settle_days(std::int64_t value) {
    placing_.clear();
    for (std::size_t i = 0; i < count_.size(); ++i) {
      if (count_[i] != 0) placing_.push_back(i);
    }
    std::ranges::stable_sort(placing_, [&](std::size_t a, std::size_t b) {
      return p_.items[a].seconds > p_.items[b].seconds;
    });
    day_totals_ = {};
    day_totals_.quarters.assign(p_.needs.size(), 0);
    days_.assign(p_.items.size(), 0);
    best_day_value_ = -1;
    steps_left_ = kPlacingSteps;
    place(0, 0);
    if (best_day_value_ < 0) {
      if (steps_left_ > 0) return false;
      open_bound_ = std::max(open_bound_, value + days_worth());
      return true;
    }
    if (value + best_day_value_ > best_.value) {
      best_.value = value + best_day_value_;
      best_.days = best_days_;
    }
    return true;
  }

  std::int64_t day_gain(DayMask days) const {
    std::int64_t sum = 0;
    for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
      if (!on_day(days, d) || !on_day(p_.sessions, d)) continue;
      sum += filled(day_totals_.items[d] + 1) - filled(day_totals_.items[d]);
    }
    return sum;
  }

  /// The most that session days could be worth with so many item-days on them.
  std::int64_t ideal_day_value() const {
    const std::int32_t days = day_count(p_.sessions);
    std::int64_t sum = 0;
    auto left = static_cast<std::int32_t>(used_places_);
    for (std::int32_t level = 0; level < 3 && left > 0; ++level) {
      const std::int32_t here = std::min(left, days);
      sum += here * (filled(level + 1) - filled(level));
      left -= here;
    }
    return sum;
  }

  void place(std::size_t k, std::int64_t day_value) {
    if (steps_left_ <= 0 || best_day_value_ >= ideal_day_value()) return;
    --steps_left_;
    if (k == placing_.size()) {
      if (day_value <= best_day_value_) return;
      best_day_value_ = day_value;
      best_days_ = days_;
      return;
    }
    const std::size_t i = placing_[k];
    const WeekItem& item = p_.items[i];
    for (const DayMask days : choices_[i]) {
      if (day_count(days) != count_[i] || !fits(p_, item, days, day_totals_)) continue;
      const std::int64_t gained = day_gain(days);
      DayMask& class_days = day_totals_.class_days[static_cast<std::size_t>(item.kind)];
      const DayMask before = class_days;
      if (item.loaded) class_days = static_cast<DayMask>(class_days | days);
      change(item, days, day_totals_, 1);
      days_[i] = days;
      place(k + 1, day_value + gained);
      days_[i] = 0;
      change(item, days, day_totals_, -1);
      day_totals_.class_days[static_cast<std::size_t>(item.kind)] = before;
    }
  }

  /// @source engineering choice: enough to find days for eight items on seven days
  static constexpr std::int32_t kPlacingSteps = 5000;

  const WeekProblem& p_;
  std::int32_t most_nodes_;
  std::int32_t nodes_left_;
  Prices prices_;
  std::vector<std::vector<DayMask>> choices_;
  std::vector<std::vector<std::int32_t>> counts_;
  std::vector<std::size_t> order_;
  std::vector<std::size_t> before_;
  /// Numbers of days of the chosen items, and their sums.
  std::vector<std::int32_t> count_;
  WeekTotals totals_;
  std::int64_t used_seconds_ = 0;
  std::int64_t used_places_ = 0;
  /// Days for these numbers while they are looked for.
  std::vector<std::size_t> placing_;
  WeekTotals day_totals_;
  std::vector<DayMask> days_;
  std::vector<DayMask> best_days_;
  std::int64_t best_day_value_ = -1;
  std::int32_t steps_left_ = 0;
  WeekSolution best_;
  std::vector<Offer> offers_;
  std::vector<std::int64_t> bonuses_;
  std::vector<std::int32_t> reach_;
  std::int64_t open_bound_ = 0;
};

}  // namespace

WeekSolution solve_week(const WeekProblem& problem, std::int32_t most_nodes) {
  return Search(problem, most_nodes).run();
}

}  // namespace plumbline::exercise
