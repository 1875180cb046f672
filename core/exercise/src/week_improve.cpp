// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "week_improve.hpp"

#include <array>

#include "week_totals.hpp"

namespace plumbline::exercise {
namespace {

/// @source engineering choice: each round gains; a few are always enough
constexpr std::int32_t kMostRounds = 6;

class Improving {
 public:
  Improving(const WeekProblem& problem, const std::vector<std::vector<DayMask>>& choices,
            WeekSolution& solution)
      : p_(problem), worth_(problem.needs), choices_(choices), out_(solution) {
    totals_.quarters.assign(p_.needs.size(), 0);
    served_.assign(p_.needs.size(), {});
    for (std::size_t i = 0; i < p_.items.size(); ++i) {
      if (out_.days[i] != 0) put(p_.items[i], out_.days[i], 1);
    }
  }

  void run() {
    bool again = true;
    for (std::int32_t round = 0; again && round < kMostRounds; ++round) {
      again = false;
      for (std::size_t i = 0; i < p_.items.size(); ++i) again = settle(i) || again;
    }
  }

 private:
  /// The days of one item while all others stay.
  bool settle(std::size_t i) {
    const WeekItem& item = p_.items[i];
    const DayMask before = out_.days[i];
    if (before != 0) put(item, before, -1);
    totals_.class_days[static_cast<std::size_t>(item.kind)] = class_days_without(i);
    const std::int64_t now = gain(item, before);
    DayMask best = before;
    std::int64_t most = now;
    std::int64_t widest = spread(item, before);
    for (const DayMask days : choices_[i]) {
      const std::int64_t here = gain(item, days);
      const std::int64_t wide = spread(item, days);
      const bool better = here > most || (here == most && wide > widest);
      if (!better || !fits(p_, item, days, totals_) || !shares(item, days)) continue;
      best = days;
      most = here;
      widest = wide;
    }
    if (best != 0) put(item, best, 1);
    out_.days[i] = best;
    out_.value += most - now;
    return best != before;
  }

  void put(const WeekItem& item, DayMask days, std::int32_t sign) {
    change(item, days, totals_, sign);
    for (const Coverage& c : item.covers) {
      for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
        if (on_day(days, d)) served_[c.need][d] += sign;
      }
    }
  }

  /// Days on which an item alone serves a need: two exercises for it on one day are one day for it.
  std::int64_t spread(const WeekItem& item, DayMask days) const {
    std::int64_t sum = 0;
    for (const Coverage& c : item.covers) {
      for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
        if (on_day(days, d) && served_[c.need][d] == 0) sum += p_.needs[c.need].weight;
      }
    }
    return sum;
  }

  DayMask class_days_without(std::size_t left_out) const {
    unsigned days = 0;
    for (std::size_t i = 0; i < p_.items.size(); ++i) {
      const WeekItem& item = p_.items[i];
      if (i == left_out || !item.loaded || item.kind != p_.items[left_out].kind) continue;
      days |= out_.days[i];
    }
    return static_cast<DayMask>(days);
  }

  /// What an item adds on some days; nothing where it has none.
  std::int64_t gain(const WeekItem& item, DayMask days) const {
    if (days == 0) return 0;
    const std::int32_t count = day_count(days);
    std::int64_t sum = item.bonus - kCostPerSecond * item.seconds * count;
    for (const Coverage& c : item.covers) {
      const std::int32_t now = totals_.quarters[c.need];
      sum += worth_.at(c.need, now + c.quarters * count) - worth_.at(c.need, now);
    }
    for (std::size_t d = 0; d < kDaysOfWeek && !item.every_day; ++d) {
      if (!on_day(days, d) || !on_day(p_.sessions, d)) continue;
      sum += filled(totals_.mains[d] + 1) - filled(totals_.mains[d]);
    }
    return sum + variety(totals_.different + 1, p_.welcome_different) -
           variety(totals_.different, p_.welcome_different);
  }

  bool shares(const WeekItem& item, DayMask days) {
    change(item, days, totals_, 1);
    const bool kept = keeps_share(p_, totals_);
    change(item, days, totals_, -1);
    return kept;
  }

  const WeekProblem& p_;
  SatisfactionTable worth_;
  const std::vector<std::vector<DayMask>>& choices_;
  WeekSolution& out_;
  WeekTotals totals_;
  /// Items for each need on each day.
  std::vector<std::array<std::int32_t, kDaysOfWeek>> served_;
};

}  // namespace

void improve(const WeekProblem& problem, const std::vector<std::vector<DayMask>>& choices,
             WeekSolution& solution) {
  Improving(problem, choices, solution).run();
}

}  // namespace plumbline::exercise
