// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/week.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <string>
#include <vector>

namespace plumbline::exercise {
namespace {

std::int32_t any(std::int32_t least, std::int32_t most) {
  return *rc::gen::inRange<std::int32_t>(least, most + 1);
}

DayMask any_sessions(std::int32_t most) {
  DayMask sessions = 0;
  for (std::int32_t i = any(1, most); i > 0; --i) {
    sessions = static_cast<DayMask>(sessions | (1U << static_cast<unsigned>(any(0, 6))));
  }
  return sessions;
}

WeekItem any_item(std::size_t number, std::size_t needs) {
  WeekItem item;
  item.id = std::string("item") + static_cast<char>('a' + number);
  for (std::size_t n = 0; n < needs; ++n) {
    if (any(0, 2) == 0) item.covers.push_back({n, any(1, 4)});
  }
  item.seconds = 30 * any(1, 12);
  item.loaded = any(0, 1) == 1;
  item.every_day = !item.loaded && any(0, 4) == 0;
  item.kind = any(0, 1) == 1 ? ExerciseClass::MotorControl : ExerciseClass::Gluteal;
  item.fresh = any(0, 2) == 0;
  item.other = any(0, 2) == 0;
  item.load_thirds = item.loaded ? 3 * any(1, 60) : 0;
  item.bonus = 100 * any(-5, 10);
  return item;
}

WeekProblem any_problem(std::int32_t most_items, std::int32_t most_needs, std::int32_t most_days) {
  WeekProblem p;
  const std::int32_t needs = any(1, most_needs);
  for (std::int32_t n = 0; n < needs; ++n) {
    p.needs.push_back({static_cast<Need>(n), any(1, 10), any(1, 7)});
  }
  const std::int32_t items = any(1, most_items);
  for (std::int32_t i = 0; i < items; ++i) {
    p.items.push_back(any_item(static_cast<std::size_t>(i), static_cast<std::size_t>(needs)));
  }
  p.sessions = any_sessions(most_days);
  for (auto& seconds : p.capacity) seconds = 60 * any(1, 20);
  for (auto& most : p.most_items) most = any(1, 6);
  p.most_different = any(1, 6);
  p.welcome_different = any(1, 4);
  if (any(0, 1) == 1) p.most_fresh = any(0, 3);
  if (any(0, 1) == 1) p.most_others = any(0, 3);
  if (any(0, 1) == 1) p.least_share_percent = any(0, 100);
  if (any(0, 1) == 1) p.most_load_thirds = 3 * any(10, 400);
  return p;
}

/// Reference: the constraints of week.hpp, written out a second time.
bool holds(const WeekProblem& p, const std::vector<DayMask>& days) {
  std::int32_t different = 0;
  std::int32_t fresh = 0;
  std::int32_t others = 0;
  std::int64_t load = 0;
  for (std::size_t i = 0; i < p.items.size(); ++i) {
    if (days[i] == 0) continue;
    const WeekItem& item = p.items[i];
    ++different;
    fresh += item.fresh ? 1 : 0;
    others += item.other ? 1 : 0;
    load += item.load_thirds * std::popcount(static_cast<unsigned>(days[i]));
    if (item.every_day ? days[i] != 0x7F : (days[i] & ~p.sessions) != 0) return false;
  }
  if (different > p.most_different || fresh > p.most_fresh || others > p.most_others) return false;
  if (load > p.most_load_thirds) return false;
  if ((different - others) * 100 < p.least_share_percent * different) return false;
  for (unsigned d = 0; d < kDaysOfWeek; ++d) {
    std::int32_t seconds = 0;
    std::int32_t count = 0;
    for (std::size_t i = 0; i < p.items.size(); ++i) {
      if ((days[i] >> d & 1U) == 0) continue;
      seconds += p.items[i].seconds;
      ++count;
      // Rest between loaded days of one class, the week joining the next one.
      for (std::size_t j = 0; j < p.items.size(); ++j) {
        const bool class_mates =
            p.items[i].loaded && p.items[j].loaded && p.items[i].kind == p.items[j].kind;
        if (class_mates && (days[j] >> ((d + 1) % 7) & 1U) != 0) return false;
      }
    }
    if (seconds > p.capacity[d] || count > p.most_items[d]) return false;
  }
  return true;
}

/// Reference: every combination of day choices.
std::int64_t best_by_trying_all(const WeekProblem& p, std::vector<DayMask>& days, std::size_t i) {
  if (i == p.items.size()) return value_of(p, days);
  days[i] = 0;
  std::int64_t best = best_by_trying_all(p, days, i + 1);
  const auto choices = p.items[i].every_day ? std::vector<DayMask>{0x7F}
                                            : day_choices(p.sessions, p.items[i].loaded);
  for (const DayMask choice : choices) {
    days[i] = choice;
    best = std::max(best, best_by_trying_all(p, days, i + 1));
  }
  days[i] = 0;
  return best;
}

constexpr std::int32_t kPlenty = 2'000'000;

// Oracle: reference (brute force over all day choices).
RC_GTEST_PROP(WeekLaw, SmallProblem_IsSolvedExactly, ()) {
  const WeekProblem p = any_problem(4, 3, 3);
  const WeekSolution solution = solve_week(p, kPlenty);
  std::vector<DayMask> days(p.items.size(), 0);
  RC_ASSERT(solution.value == best_by_trying_all(p, days, 0));
  RC_ASSERT(solution.bound == solution.value);
}

RC_GTEST_PROP(WeekLaw, Solution_IsWorthWhatItSaysAndHoldsItsConstraints, ()) {
  const WeekProblem p = any_problem(20, 8, 7);
  const WeekSolution solution = solve_week(p, 3'000);
  RC_ASSERT(solution.days.size() == p.items.size());
  RC_ASSERT(solution.value == value_of(p, solution.days));
  RC_ASSERT(solution.bound >= solution.value);
  RC_ASSERT(holds(p, solution.days));
}

// Law: more nodes never make the choice worse nor the bound looser.
RC_GTEST_PROP(WeekLaw, LongerSearch_IsNeverWorse, ()) {
  const WeekProblem p = any_problem(12, 6, 5);
  const WeekSolution brief = solve_week(p, 200);
  const WeekSolution longer = solve_week(p, 20'000);
  RC_ASSERT(longer.value >= brief.value);
  RC_ASSERT(longer.value <= brief.bound);
}

// Law: the value of any allowed choice is at most the bound.
RC_GTEST_PROP(WeekLaw, AnyAllowedChoice_IsWithinTheBound, ()) {
  const WeekProblem p = any_problem(8, 4, 5);
  const WeekSolution solution = solve_week(p, 50);
  std::vector<DayMask> days(p.items.size(), 0);
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (any(0, 1) == 0) continue;
    const auto choices = p.items[i].every_day ? std::vector<DayMask>{0x7F}
                                              : day_choices(p.sessions, p.items[i].loaded);
    if (choices.empty()) continue;
    days[i] = choices[static_cast<std::size_t>(any(0, static_cast<int>(choices.size()) - 1))];
  }
  RC_ASSERT(value_of(p, days) <= solution.bound);
}

// Oracle: hand. Days 0 and 6 are neighbours, because the week joins the next one.
TEST(WeekRest, NeighbouringDays_AreNotRested) {
  EXPECT_TRUE(rested(0b0010101));
  EXPECT_TRUE(rested(0b0000000));
  EXPECT_FALSE(rested(0b0000011));
  EXPECT_FALSE(rested(0b1000001));
  EXPECT_TRUE(rested(0b0100001));
}

// Oracle: hand. Weight 2, three days = 12 quarters: 3 per unit to the sixth, then 2 to the twelfth;
// 6 × 3 + 6 × 2 = 30 parts of 2 × 21000.
TEST(WeekSatisfaction, HalfTheTarget_IsWorthThreeFifths) {
  const WeekNeed need{Need::Glutes, 2, 3};
  EXPECT_EQ(satisfaction(need, 0), 0);
  EXPECT_EQ(satisfaction(need, 6), 2 * kSatisfactionUnit * 3 / 5);
  EXPECT_EQ(satisfaction(need, 12), 2 * kSatisfactionUnit);
  EXPECT_EQ(satisfaction(need, 40), 2 * kSatisfactionUnit);
}

RC_GTEST_PROP(WeekLaw, Satisfaction_IsConcaveAndNeverFalls, ()) {
  const WeekNeed need{Need::Glutes, any(1, 10), any(1, 7)};
  const std::int32_t q = any(1, 30);
  const auto gain = [&](std::int32_t at) {
    return satisfaction(need, at + 1) - satisfaction(need, at);
  };
  RC_ASSERT(gain(q) >= 0);
  RC_ASSERT(gain(q) <= gain(q - 1));
}

}  // namespace
}  // namespace plumbline::exercise
