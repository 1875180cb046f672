// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "plumbline/exercise/week.hpp"

namespace plumbline::exercise {

/// Weeks that were solved before. A cache for a caller that asks again and again: it may be dropped
/// at any time, because solving again gives the same.
class WeekMemo {
 public:
  WeekSolution solve(const WeekProblem& problem, std::int32_t most_nodes);
  /// How many solutions it remembers.
  std::size_t size() const { return known_.size(); }

 private:
  std::map<std::string, WeekSolution, std::less<>> known_;
};

}  // namespace plumbline::exercise
