// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "plumbline/exercise/week.hpp"

namespace plumbline::exercise {

/// Days found for chosen numbers of days.
struct PlacedDays {
  std::vector<DayMask> days;
  /// Worth of the filled session days; -1 where no days were found.
  std::int64_t day_value = -1;
  /// The search came to its end; otherwise it was cut off.
  bool searched_all = true;
};

/// The most that session days could be worth with so many item-days on them.
std::int64_t ideal_day_value(std::int32_t session_days, std::int64_t item_days);

/// Finds days on which every chosen item stands as often as `count` says, filling session days as
/// evenly as can be.
/// @param count    days of each item; 0 where it is not chosen
/// @param choices  day sets of each item
PlacedDays place_days(const WeekProblem& problem, const std::vector<std::int32_t>& count,
                      const std::vector<std::vector<DayMask>>& choices);

}  // namespace plumbline::exercise
