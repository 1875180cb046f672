// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "plumbline/exercise/week.hpp"
#include "week_totals.hpp"

namespace plumbline::exercise {

/// Prices of what is scarce; any prices give a valid bound, good ones a tight one (Lagrange).
struct Prices {
  /// For a second of session time.
  std::int64_t second = 0;
  /// For a place among the items of a day.
  std::int64_t place = 0;
  /// For a quarter day of coverage, by need.
  std::array<std::int64_t, kWordCount<Need>> coverage{};
};

/// A partial choice: numbers of days of some items, and their sums.
struct PartialWeek {
  WeekTotals totals;
  std::int64_t used_seconds = 0;
  std::int64_t used_places = 0;
};

/// What can still be added to a partial choice at most (docs/decisions/0004).
class WeekBound {
 public:
  /// @param counts  numbers of days on which each item may stand, most first
  /// @param order   items in the order in which they are decided
  WeekBound(const WeekProblem& problem, const SatisfactionTable& worth,
            const std::vector<std::vector<std::int32_t>>& counts,
            const std::vector<std::size_t>& order)
      : p_(problem), worth_(worth), counts_(counts), order_(order) {}

  /// Good prices for the whole problem.
  Prices prices_at_root(const PartialWeek& empty);

  /// A bound on what items from `depth` on can add; `prices` are moved towards tight ones.
  /// @param good_enough  no need to look for less than this
  std::int64_t above(std::size_t depth, const PartialWeek& partial, Prices& prices,
                     std::int64_t good_enough);

  /// What filled session days can be worth at most.
  std::int64_t days_worth() const {
    return day_count(p_.sessions) * filled(static_cast<std::int32_t>(kDayBonus.size()));
  }

  /// Time and places that all session days together have left; single days are settled later.
  std::int64_t seconds_left(const PartialWeek& partial) const;
  std::int64_t places_left(const PartialWeek& partial) const;

 private:
  /// What an item earns at some prices, and on how many days.
  struct Offer {
    std::int64_t earned;
    std::int32_t count;
    std::size_t item;
  };
  /// One evaluation of the dual function: a bound, and how the prices of coverage should move.
  struct Dual {
    std::int64_t bound = 0;
    /// Coverage offered by the chosen items minus coverage asked for, in quarters, by need.
    std::array<std::int32_t, kWordCount<Need>> excess{};
  };

  std::int64_t ask(std::size_t need, std::int32_t now, std::int64_t price,
                   std::int32_t& asked) const;
  std::pair<std::int64_t, std::int32_t> offer(std::size_t i, const Prices& prices) const;
  Dual dual(std::size_t depth, const PartialWeek& partial, const Prices& prices);
  std::int64_t take_offers(const PartialWeek& partial, Dual& out) const;
  std::int64_t tighten(std::size_t depth, const PartialWeek& partial, Prices& prices,
                       std::int32_t rounds, std::int64_t good_enough);
  std::int64_t by_needs(std::size_t depth, const PartialWeek& partial);
  std::int64_t best_bonuses(const PartialWeek& partial);

  const WeekProblem& p_;
  const SatisfactionTable& worth_;
  const std::vector<std::vector<std::int32_t>>& counts_;
  const std::vector<std::size_t>& order_;
  std::vector<Offer> offers_;
  std::vector<std::int64_t> bonuses_;
  std::vector<std::int32_t> reach_;
};

}  // namespace plumbline::exercise
