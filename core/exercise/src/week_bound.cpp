// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "week_bound.hpp"

#include <algorithm>
#include <functional>
#include <limits>

namespace plumbline::exercise {

std::int64_t WeekBound::seconds_left(const PartialWeek& partial) const {
  std::int64_t sum = -partial.used_seconds;
  for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
    if (on_day(p_.sessions, d)) sum += std::max(0, p_.capacity[d]);
  }
  return std::max<std::int64_t>(0, sum);
}

std::int64_t WeekBound::places_left(const PartialWeek& partial) const {
  std::int64_t sum = -partial.used_places;
  for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
    if (on_day(p_.sessions, d)) sum += std::max(0, p_.most_items[d]);
  }
  return std::max<std::int64_t>(0, sum);
}

/// What a need with coverage `now` still buys when a quarter of coverage costs `price`; the worth
/// left after paying.
std::int64_t WeekBound::ask(std::size_t need, std::int32_t now, std::int64_t price,
                            std::int32_t& asked) const {
  std::int64_t best = 0;
  const std::int32_t days = p_.needs[need].target_days;
  for (const std::int32_t mark : {days * 2, days * 4}) {
    if (mark <= now) continue;
    const std::int64_t left = worth_.at(need, mark) - worth_.at(need, now) - price * (mark - now);
    if (left <= best) continue;
    best = left;
    asked = mark - now;
  }
  return best;
}

/// What an item earns when its coverage is paid for and it pays for time and places.
std::pair<std::int64_t, std::int32_t> WeekBound::offer(std::size_t i, const Prices& prices) const {
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

/// A bound for any prices (Lagrangian relaxation of coverage, time and places; the number of
/// different exercises is kept exactly).
WeekBound::Dual WeekBound::dual(std::size_t depth, const PartialWeek& partial,
                                const Prices& prices) {
  Dual out;
  for (std::size_t n = 0; n < p_.needs.size(); ++n) {
    std::int32_t asked = 0;
    out.bound += ask(n, partial.totals.quarters[n], prices.coverage[n], asked);
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
  out.bound += take_offers(partial, out) + days_worth();
  out.bound += prices.second * seconds_left(partial) + prices.place * places_left(partial);
  return out;
}

/// The best offers, as many as may still be chosen, with the worth of variety.
std::int64_t WeekBound::take_offers(const PartialWeek& partial, Dual& out) const {
  const std::int32_t chosen = partial.totals.different;
  const std::int32_t room = std::max(0, p_.most_different - chosen);
  const std::int64_t base = variety(chosen, p_.welcome_different);
  std::int64_t sum = 0;
  std::int64_t most = 0;
  std::size_t taken = 0;
  for (std::size_t k = 0; k < offers_.size() && static_cast<std::int32_t>(k) < room; ++k) {
    sum += offers_[k].earned;
    const std::int32_t different = chosen + static_cast<std::int32_t>(k) + 1;
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
std::int64_t WeekBound::tighten(std::size_t depth, const PartialWeek& partial, Prices& prices,
                                std::int32_t rounds, std::int64_t good_enough) {
  std::int64_t tightest = std::numeric_limits<std::int64_t>::max();
  Prices best = prices;
  for (std::int32_t round = 0; round < rounds; ++round) {
    const Dual found = dual(depth, partial, prices);
    if (found.bound < tightest) {
      tightest = found.bound;
      best = prices;
      if (tightest <= good_enough) break;
    }
    for (std::size_t n = 0; n < p_.needs.size(); ++n) {
      const std::int64_t step = worth_.at(n, 1) * found.excess[n] / (16 + 4 * round);
      prices.coverage[n] = std::max<std::int64_t>(0, prices.coverage[n] - step);
    }
  }
  prices = best;
  return tightest;
}

Prices WeekBound::prices_at_root(const PartialWeek& empty) {
  std::int64_t tightest = std::numeric_limits<std::int64_t>::max();
  Prices best;
  for (const std::int64_t second : {0, 20, 60, 150, 350, 800}) {
    for (const std::int64_t place : {0, 2500, 9000}) {
      Prices prices;
      prices.second = second;
      prices.place = place;
      for (std::size_t n = 0; n < p_.needs.size(); ++n) prices.coverage[n] = worth_.at(n, 1) / 2;
      const std::int64_t found = tighten(0, empty, prices, 12, 0);
      if (found >= tightest) continue;
      tightest = found;
      best = prices;
    }
  }
  return best;
}

std::int64_t WeekBound::above(std::size_t depth, const PartialWeek& partial, Prices& prices,
                              std::int64_t good_enough) {
  /// @source engineering choice: more rounds tighten little
  constexpr std::int32_t kRounds = 4;
  const std::int64_t most = by_needs(depth, partial);
  if (most <= good_enough) return most;
  return std::min(most, tighten(depth, partial, prices, kRounds, good_enough));
}

/// Never more than the needs, the days, the variety and the bonuses have left.
std::int64_t WeekBound::by_needs(std::size_t depth, const PartialWeek& partial) {
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
  std::int64_t sum = best_bonuses(partial);
  for (std::size_t n = 0; n < p_.needs.size(); ++n) {
    const std::int32_t now = partial.totals.quarters[n];
    sum += worth_.at(n, now + reach_[n]) - worth_.at(n, now);
  }
  return sum + days_worth() +
         std::max(0, p_.welcome_different - partial.totals.different) * kVarietyBonus;
}

std::int64_t WeekBound::best_bonuses(const PartialWeek& partial) {
  const auto room =
      static_cast<std::size_t>(std::max(0, p_.most_different - partial.totals.different));
  std::ranges::sort(bonuses_, std::greater<>());
  std::int64_t sum = 0;
  for (std::size_t k = 0; k < std::min(room, bonuses_.size()); ++k) sum += bonuses_[k];
  return sum;
}

}  // namespace plumbline::exercise
