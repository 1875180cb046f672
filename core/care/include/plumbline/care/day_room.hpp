// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "plumbline/care/selection.hpp"

namespace plumbline::care {

/// The times that a chosen ladder may come to take on a day, shortest first: up to where anybody
/// could stand, and further within the week.
struct Wanted {
  std::vector<std::int32_t> now;
  std::vector<std::int32_t> soon;
};

/// Times of the doses of a ladder on the sides that this person does, above what is kept for it.
Wanted wanted_times(const exercise::Catalogue& catalogue, const Situation& situation,
                    const exercise::Ladder& ladder, std::size_t reach, std::int32_t kept);

/// Shares what a week's days have left among the chosen ladders, dose by dose: first the same on
/// all days of a ladder, then on single days. Fills `Chosen::room`, which is at least what the
/// choice keeps. It follows from the choice and from where anybody could have come, never from an
/// answer about pain (docs/decisions/0025).
/// @param wanted  one entry for each chosen ladder
/// @param spare  seconds that each day has left beside what is kept
void share_room(std::vector<Chosen>& chosen, const std::vector<Wanted>& wanted,
                const std::array<std::int32_t, exercise::kDaysOfWeek>& spare);

/// Seconds of a step on the sides that this person does.
std::int32_t seconds_of(const exercise::Catalogue& catalogue, const clinical::Profile& profile,
                        const exercise::Step& step);

/// A ladder on a day with so many seconds for it.
struct DayRoom {
  const exercise::Catalogue& catalogue;
  const clinical::Profile& profile;
  const exercise::Ladder& ladder;
  std::int32_t seconds = 0;
};

/// The largest dose up to a place that fits: of the same exercise and with the same weight where
/// its first dose does, else of an easier one. A higher place never gives a smaller dose.
/// @returns empty where nothing fits
std::optional<exercise::Step> fitting_step(const DayRoom& room, std::size_t place);

}  // namespace plumbline::care
