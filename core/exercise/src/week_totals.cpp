// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "week_totals.hpp"

#include <algorithm>

namespace plumbline::exercise {

bool dominates(const WeekItem& a, const WeekItem& b) {
  if (a.kind != b.kind || a.loaded != b.loaded || a.every_day != b.every_day) return false;
  if (a.other != b.other || a.fresh != b.fresh || a.seconds > b.seconds) return false;
  if (a.load_thirds > b.load_thirds || a.bonus < b.bonus) return false;
  if (a.most_days < b.most_days) return false;
  return std::ranges::all_of(b.covers, [&](const Coverage& c) {
    return std::ranges::any_of(
        a.covers, [&](const Coverage& o) { return o.need == c.need && o.quarters >= c.quarters; });
  });
}

std::int64_t attainable(const WeekProblem& problem,
                        const std::vector<std::vector<std::int32_t>>& counts) {
  std::int64_t sum = 0;
  for (std::size_t n = 0; n < problem.needs.size(); ++n) {
    std::int32_t most = 0;
    for (std::size_t i = 0; i < problem.items.size(); ++i) {
      for (const Coverage& c : problem.items[i].covers) {
        if (c.need == n && !counts[i].empty()) most += c.quarters * counts[i].front();
      }
    }
    sum += satisfaction(problem.needs[n], most);
  }
  return sum;
}

std::int64_t ask(const WeekNeed& need, std::int32_t now, std::int64_t price, std::int32_t& asked) {
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

}  // namespace plumbline::exercise
