// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/exercise/week.hpp"

namespace plumbline::exercise {

/// Gives single items better days, more of them or none, until nothing gains any more; of equal
/// days those on which nothing else serves the same need. What the search left out within its
/// tolerance is a day of an exercise that still has room.
/// @param choices  the day sets on which each item may stand
void improve(const WeekProblem& problem, const std::vector<std::vector<DayMask>>& choices,
             WeekSolution& solution);

}  // namespace plumbline::exercise
