// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "plumbline/care/situation.hpp"
#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/exercise/week.hpp"

namespace plumbline::care {

/// The ladders of the daily line, by the exercise that they begin with.
inline constexpr std::string_view kWalkingLadder = "march_in_place";
inline constexpr std::string_view kBreathingLadder = "diaphragm_breathing";

/// What stands in every week before exercises are chosen: warm-ups, easy ends, walking, relaxation.
struct DayFrame {
  /// Days with a session, bit 0 the first day of the plan week.
  exercise::DayMask sessions = 0;
  exercise::DayMask walking_days = 0;
  exercise::DayMask relax_days = 0;
  /// Absent where no exercise for it is admitted.
  std::optional<exercise::Catalogue::Index> warm_up;
  std::optional<exercise::Catalogue::Index> ease;
  std::optional<exercise::Catalogue::Index> walking;
  std::optional<exercise::Catalogue::Index> relax;
  /// Minutes of warm-up and of the easy end; each at most 3 with its change (rules 1.1).
  std::int32_t edge_minutes = 2;
  std::int32_t walking_minutes = 0;
  std::int32_t relax_minutes = 0;
  /// Seconds that are spoken for on each day.
  std::array<std::int32_t, exercise::kDaysOfWeek> seconds{};
  /// The part of them that warm-up and easy end take.
  std::array<std::int32_t, exercise::kDaysOfWeek> edge_seconds{};
  /// Items on each day that count against six a session (walking and relaxation).
  std::array<std::int32_t, exercise::kDaysOfWeek> items{};
  bool operator==(const DayFrame&) const = default;
};

/// Days of a week on which sessions are held, spread so that loaded days can rest between.
exercise::DayMask session_days(std::int32_t days_per_week);

/// Amounts of the daily line that somebody stands at.
struct DailyAmounts {
  /// Ladder steps of walking and relaxation; empty where none is admitted.
  std::optional<exercise::Step> walking;
  std::optional<exercise::Step> relax;
};

/// Lays the frame into `minutes` a day. Fewer minutes never lengthen any part of it.
DayFrame make_frame(const exercise::Catalogue& catalogue, const Situation& situation,
                    const DailyAmounts& amounts, std::int32_t minutes);

}  // namespace plumbline::care
