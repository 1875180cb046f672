// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "week_totals.hpp"

#include <algorithm>

namespace plumbline::exercise {

SatisfactionTable::SatisfactionTable(const std::vector<WeekNeed>& needs) {
  for (const WeekNeed& need : needs) {
    auto& row = rows_.emplace_back();
    for (std::size_t q = 0; q <= kMost; ++q) {
      row[q] = satisfaction(need, static_cast<std::int32_t>(q));
    }
  }
}

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

}  // namespace plumbline::exercise
