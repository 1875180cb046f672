// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/day_frame.hpp"

#include <algorithm>
#include <bit>
#include <initializer_list>
#include <string_view>
#include <variant>

#include "plumbline/foundation/require.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::DayMask;
using exercise::kDaysOfWeek;

/// @source rules 1.8: half a minute to change over
constexpr std::int32_t kChange = 30;
/// @source rules 1.6: walking on five days
constexpr std::int32_t kWalkingDays = 5;
/// @source engineering choice: on a short day the edges shrink so that exercises find room
constexpr std::int32_t kShortDay = 10;

std::optional<Catalogue::Index> admitted(const Catalogue& catalogue, const Situation& situation,
                                         std::string_view id) {
  const auto index = catalogue.find(id);
  if (!index) return std::nullopt;
  if (!std::holds_alternative<exercise::Admitted>(situation.admissions.at(*index))) {
    return std::nullopt;
  }
  return index;
}

std::optional<Catalogue::Index> first_admitted(const Catalogue& catalogue,
                                               const Situation& situation,
                                               std::initializer_list<std::string_view> ids) {
  for (const std::string_view id : ids) {
    if (const auto index = admitted(catalogue, situation, id)) return index;
  }
  return std::nullopt;
}

/// Days without a session first, then session days, each from the start of the week.
DayMask spread(DayMask sessions, std::int32_t count) {
  unsigned days = 0;
  for (const bool on_session : {false, true}) {
    for (unsigned d = 0; d < kDaysOfWeek && std::popcount(days) < count; ++d) {
      if (((static_cast<unsigned>(sessions) >> d & 1U) != 0) == on_session) days |= 1U << d;
    }
  }
  return static_cast<DayMask>(days);
}

void charge(DayFrame& frame, DayMask days, std::int32_t seconds, bool counts) {
  for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
    if ((static_cast<unsigned>(days) >> d & 1U) == 0) continue;
    frame.seconds[d] += seconds;
    if (counts) ++frame.items[d];
  }
}

/// Walking as far as it fits beside the edges of a session and still leaves room for one exercise.
void lay_walking(DayFrame& frame, const Catalogue& catalogue, const DailyAmounts& amounts,
                 std::int32_t budget) {
  if (!amounts.walking) return;
  const auto& row = catalogue.row(amounts.walking->exercise);
  const std::int32_t wanted = *row.path[amounts.walking->dose].minutes;
  frame.walking_minutes = std::min(wanted, (budget - kChange) / 60);
  const std::int32_t least = *row.path.front().minutes;
  if (frame.walking_minutes < least) return;
  frame.walking = amounts.walking->exercise;
  frame.walking_days = spread(frame.sessions, kWalkingDays);
  const std::int32_t seconds = frame.walking_minutes * 60 + kChange;
  // On session days walking must leave room for exercises.
  /// @source engineering choice: room for three short exercises
  constexpr std::int32_t kLeastForExercises = 240;
  const std::int32_t rest = budget - 2 * (frame.edge_minutes * 60 + kChange);
  if (rest - seconds < kLeastForExercises) {
    frame.walking_days = static_cast<DayMask>(frame.walking_days & ~frame.sessions);
  }
  charge(frame, frame.walking_days, seconds, true);
}

void lay_relaxation(DayFrame& frame, const Catalogue& catalogue, const DailyAmounts& amounts,
                    std::int32_t budget) {
  if (!amounts.relax) return;
  const auto& row = catalogue.row(amounts.relax->exercise);
  const std::int32_t wanted = *row.path[amounts.relax->dose].minutes;
  const std::int32_t least = *row.path.front().minutes;
  // On every day without a session, beside the walk; where both do not fit, on days without a walk.
  const auto rest_days = static_cast<DayMask>(0x7FU & ~static_cast<unsigned>(frame.sessions));
  const std::int32_t walk = frame.walking ? frame.walking_minutes * 60 + kChange : 0;
  const std::int32_t beside_walk = (budget - walk - kChange) / 60;
  const std::int32_t alone = (budget - kChange) / 60;
  if (alone < least) return;
  const bool both = beside_walk >= least;
  frame.relax = amounts.relax->exercise;
  frame.relax_minutes = std::min(wanted, both ? beside_walk : alone);
  frame.relax_days = both ? rest_days
                          : static_cast<DayMask>(static_cast<unsigned>(rest_days) &
                                                 ~static_cast<unsigned>(frame.walking_days));
  charge(frame, frame.relax_days, frame.relax_minutes * 60 + kChange, true);
}

}  // namespace

DayMask session_days(std::int32_t days_per_week) {
  PLUMBLINE_REQUIRE(days_per_week >= 1 && days_per_week <= 7);
  /// @source engineering choice: at most two session days in a row until six days a week
  constexpr std::array<unsigned, 7> kDays = {0b0000001, 0b0001001, 0b0010101, 0b0110101,
                                             0b0110111, 0b0111111, 0b1111111};
  return static_cast<DayMask>(kDays.at(static_cast<std::size_t>(days_per_week - 1)));
}

DayFrame make_frame(const Catalogue& catalogue, const Situation& situation,
                    const DailyAmounts& amounts, std::int32_t minutes) {
  DayFrame frame;
  const std::int32_t budget = minutes * 60;
  // With very high blood pressure there is only walking, and no sessions (rules 1.9).
  const bool walking_only =
      situation.circumstances.filters.contains(exercise::FilterWord::SevereHypertension);
  frame.sessions = walking_only ? DayMask{0} : session_days(situation.at.profile.days_per_week);
  frame.edge_minutes = minutes < kShortDay ? 1 : 2;
  frame.warm_up = first_admitted(catalogue, situation, {"march_in_place"});
  frame.ease =
      first_admitted(catalogue, situation, {"diaphragm_breathing", "progressive_relaxation"});
  const std::int32_t edge = frame.edge_minutes * 60 + kChange;
  if (frame.warm_up) charge(frame, frame.sessions, edge, false);
  if (frame.ease) charge(frame, frame.sessions, edge, false);
  frame.edge_seconds = frame.seconds;
  lay_walking(frame, catalogue, amounts, budget);
  lay_relaxation(frame, catalogue, amounts, budget);
  return frame;
}

}  // namespace plumbline::care
