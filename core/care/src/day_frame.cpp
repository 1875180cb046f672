// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/day_frame.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <span>
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
constexpr std::int32_t kShortDay = 15;
constexpr std::int32_t kLongEdge = 2;

/// What a session may begin with, on a chair or lying on a bed where marching is out.
/// @source rules 1.1: warm-up and easy end of level-1 items, at most 3 minutes each; the order is
/// ours: upright, seated, lying
constexpr std::array<std::string_view, 7> kWarmUps = {
    "march_in_place",       "seated_rotation", "thoracic_ext_chair", "ankle_pump",
    "lower_trunk_rotation", "open_book",       "diaphragm_breathing"};
constexpr std::array<std::string_view, 7> kEases = {
    "diaphragm_breathing",  "progressive_relaxation", "legs_up_wall",  "ankle_pump",
    "lower_trunk_rotation", "seated_rotation",        "march_in_place"};
/// @source rules 1.1: at most 3 minutes each
constexpr std::int32_t kMostEdge = 180;

/// An edge of a session and the seconds that it takes.
struct Edge {
  std::optional<Catalogue::Index> exercise;
  std::int32_t seconds = 0;
};

std::int32_t edge_seconds(const exercise::CatalogueRow& row, std::int32_t minutes) {
  return row.path.front().minutes ? minutes * 60 + kChange : row.seconds.front();
}

/// The first admitted one that is easy and short enough.
Edge first_edge(const Catalogue& catalogue, const Situation& situation,
                std::span<const std::string_view> ids, std::int32_t minutes) {
  for (const std::string_view id : ids) {
    const auto index = catalogue.find(id);
    if (!index || !std::holds_alternative<exercise::Admitted>(situation.admissions.at(*index))) {
      continue;
    }
    const exercise::CatalogueRow& row = catalogue.row(*index);
    const std::int32_t seconds = edge_seconds(row, minutes);
    if (row.exercise.level == 1 && seconds <= kMostEdge) return {index, seconds};
  }
  return {};
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

/// Minutes of one walk: rules 1.6 begin with 5 to 15, with leg symptoms with 3 to 10.
struct WalkLimits {
  std::int32_t least;
  std::int32_t most;
};

WalkLimits walk_limits(const Situation& situation) {
  /// @source rules 1.6: bouts of 5–15 minutes, 3–10 with leg symptoms, growing to 30 and more
  constexpr std::int32_t kLeast = 5;
  constexpr std::int32_t kLeastRadicular = 3;
  constexpr std::int32_t kMostRadicular = 10;
  /// @source engineering choice: leg symptoms of up to 12 weeks keep to short bouts; rules 1.4
  /// count them as new so long
  constexpr std::int32_t kNewDays = 84;
  const bool leg = situation.derived.flags.contains(clinical::DerivedFlag::Radicular);
  const bool fresh = leg && situation.at.onset_days <= kNewDays;
  return {leg ? kLeastRadicular : kLeast,
          fresh ? kMostRadicular : std::numeric_limits<std::int32_t>::max()};
}

std::int32_t edges_of(const DayFrame& frame) { return frame.warm_up_seconds + frame.ease_seconds; }

/// Seconds of a session day without its edges. Fewer minutes never leave more, although short days
/// have shorter edges.
std::int32_t session_room(const DayFrame& frame, std::int32_t budget) {
  const std::int32_t long_edges = std::max(edges_of(frame), 2 * (kLongEdge * 60 + kChange));
  if (budget >= kShortDay * 60) return budget - long_edges;
  const std::int32_t longest = kShortDay * 60 - 2 * (kLongEdge * 60 + kChange);
  return std::min(budget - edges_of(frame), longest);
}

/// A walk on a day with a session takes half of it, or the least that is a walk where that leaves
/// room for two short exercises; 0 where neither fits.
std::int32_t session_walk(const DayFrame& frame, const WalkLimits& limits, std::int32_t budget) {
  /// @source engineering choice: room for two short exercises
  constexpr std::int32_t kLeastForExercises = 180;
  const std::int32_t room = session_room(frame, budget);
  const std::int32_t half = (room / 2 - kChange) / 60;
  const bool fits = room - kLeastForExercises >= limits.least * 60 + kChange;
  return std::min(limits.most, std::max(half, fits ? limits.least : 0));
}

/// Walking as far as it fits; beside a session as far as it leaves room for exercises.
void lay_walking(DayFrame& frame, const Catalogue& catalogue, const DailyAmounts& amounts,
                 const WalkLimits& limits, std::int32_t budget) {
  if (!amounts.walking) return;
  const auto& row = catalogue.row(amounts.walking->step.exercise);
  const std::int32_t wanted = std::min(*row.path[amounts.walking->step.dose].minutes, limits.most);
  frame.walking_minutes = std::min(wanted, (budget - kChange) / 60);
  const std::int32_t least = std::min(*row.path.front().minutes, limits.least);
  if (frame.walking_minutes < least) return;
  frame.walking = amounts.walking;
  frame.walking_days = spread(frame.sessions, kWalkingDays);
  frame.session_walking_minutes = session_walk(frame, {least, wanted}, budget);
  const auto free_days = static_cast<DayMask>(frame.walking_days & ~frame.sessions);
  if (frame.session_walking_minutes < least) {
    frame.session_walking_minutes = 0;
    frame.walking_days = free_days;
  }
  charge(frame, free_days, frame.walking_minutes * 60 + kChange, true);
  charge(frame, static_cast<DayMask>(frame.walking_days & frame.sessions),
         frame.session_walking_minutes * 60 + kChange, true);
}

void lay_relaxation(DayFrame& frame, const Catalogue& catalogue, const DailyAmounts& amounts,
                    std::int32_t budget) {
  if (!amounts.relax) return;
  const auto& row = catalogue.row(amounts.relax->step.exercise);
  const std::int32_t wanted = *row.path[amounts.relax->step.dose].minutes;
  const std::int32_t least = *row.path.front().minutes;
  // On every day without a session, beside the walk; where both do not fit, on days without a walk.
  const auto rest_days = static_cast<DayMask>(0x7FU & ~static_cast<unsigned>(frame.sessions));
  const std::int32_t walk = frame.walking ? frame.walking_minutes * 60 + kChange : 0;
  const std::int32_t beside_walk = (budget - walk - kChange) / 60;
  const std::int32_t alone = (budget - kChange) / 60;
  if (alone < least) return;
  const bool both = beside_walk >= least;
  frame.relax = amounts.relax;
  frame.relax_minutes = std::min(wanted, both ? beside_walk : alone);
  frame.relax_days = both ? rest_days
                          : static_cast<DayMask>(static_cast<unsigned>(rest_days) &
                                                 ~static_cast<unsigned>(frame.walking_days));
  charge(frame, frame.relax_days, frame.relax_minutes * 60 + kChange, true);
}

/// Warm-up and easy end of every session.
void lay_edges(DayFrame& frame, const Catalogue& catalogue, const Situation& situation) {
  const Edge warm_up = first_edge(catalogue, situation, kWarmUps, frame.edge_minutes);
  const Edge ease = first_edge(catalogue, situation, kEases, frame.edge_minutes);
  frame.warm_up = warm_up.exercise;
  frame.warm_up_seconds = warm_up.seconds;
  frame.ease = ease.exercise;
  frame.ease_seconds = ease.seconds;
  charge(frame, frame.sessions, edges_of(frame), false);
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
  frame.edge_minutes = minutes < kShortDay ? 1 : kLongEdge;
  lay_edges(frame, catalogue, situation);
  frame.edge_seconds = frame.seconds;
  lay_walking(frame, catalogue, amounts, walk_limits(situation), budget);
  lay_relaxation(frame, catalogue, amounts, budget);
  return frame;
}

}  // namespace plumbline::care
