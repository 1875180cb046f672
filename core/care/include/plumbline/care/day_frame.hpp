// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "plumbline/care/situation.hpp"
#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/exercise/week.hpp"

namespace plumbline::care {

/// The ladders of the daily line that come first, by the exercise that they begin with.
inline constexpr std::string_view kWalkingLadder = "march_in_place";
inline constexpr std::string_view kBreathingLadder = "diaphragm_breathing";

/// A step on one of the ladders of the daily line.
struct DailyStep {
  std::string ladder;
  exercise::Step step;
  bool operator==(const DailyStep&) const = default;
};

/// What stands in every week before exercises are chosen: warm-ups, easy ends, walking, relaxation.
struct DayFrame {
  /// Days with a session, bit 0 the first day of the plan week.
  exercise::DayMask sessions = 0;
  exercise::DayMask walking_days = 0;
  exercise::DayMask relax_days = 0;
  /// Absent where no exercise for it is admitted.
  std::optional<exercise::Catalogue::Index> warm_up;
  std::optional<exercise::Catalogue::Index> ease;
  std::optional<DailyStep> walking;
  std::optional<DailyStep> relax;
  /// Minutes of warm-up and of the easy end where they are timed; each at most 3 with its change
  /// (rules 1.1).
  std::int32_t edge_minutes = 2;
  std::int32_t warm_up_seconds = 0;
  std::int32_t ease_seconds = 0;
  std::int32_t walking_minutes = 0;
  /// Minutes of a walk on a day with a session, where there is less room.
  std::int32_t session_walking_minutes = 0;
  /// Below this a walk is marching on the spot.
  std::int32_t least_walk = 0;
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
  /// Steps of walking and relaxation; empty where none is admitted.
  std::optional<DailyStep> walking;
  std::optional<DailyStep> relax;
  /// Seconds that stay free for what the first plan has on every day (nerve glides, directions,
  /// short mobility), on days with a session and on others. They do not grow with how far anybody
  /// has come.
  std::int32_t kept_on_sessions = 0;
  std::int32_t kept_on_rest_days = 0;
};

/// Lays the frame into `minutes` a day.
/// @param above  the frame of one more minute, which no day may exceed; null where there is none
DayFrame make_frame(const exercise::Catalogue& catalogue, const Situation& situation,
                    const DailyAmounts& amounts, std::int32_t minutes, const DayFrame* above);

}  // namespace plumbline::care
