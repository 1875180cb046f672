// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/day_frame.hpp"

#include <algorithm>
#include <bit>
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

bool on_day(DayMask days, std::size_t d) { return (static_cast<unsigned>(days) >> d & 1U) != 0; }

/// Session days that lie one or more days apart, from the start of the week: where strength work
/// can stand with a day of rest between.
DayMask strength_days(DayMask sessions) {
  unsigned days = 0;
  for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
    // The week joins the next one: the last day is the day before its first.
    const bool beside = (d > 0 && on_day(static_cast<DayMask>(days), d - 1)) ||
                        (d + 1 == kDaysOfWeek && (days & 1U) != 0);
    if (on_day(sessions, d) && !beside) days |= 1U << d;
  }
  return static_cast<DayMask>(days);
}

/// Days of walks, so that strength keeps its room: days without a session first, then session days
/// between the days of strength work, then those, each from the start of the week.
/// @source engineering choice: rules 1.6 say on how many days, not on which
DayMask walk_days(DayMask sessions, std::int32_t count) {
  const DayMask strength = strength_days(sessions);
  const auto between = static_cast<DayMask>(sessions & ~static_cast<unsigned>(strength));
  const auto free = static_cast<DayMask>(0x7FU & ~static_cast<unsigned>(sessions));
  unsigned days = 0;
  for (const DayMask from : {free, between, strength}) {
    for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
      if (std::popcount(days) < count && on_day(from, d)) days |= 1U << d;
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
  /// Below this it is marching on the spot.
  std::int32_t least;
  std::int32_t most;
  /// The shortest there is.
  std::int32_t shortest;
};

/// @source rules 1.6: bouts of 5–15 minutes, 3–10 with leg symptoms, growing to 30
constexpr std::int32_t kLeastWalk = 5;
constexpr std::int32_t kMostWalk = 30;
constexpr std::int32_t kLeastRadicular = 3;
constexpr std::int32_t kMostRadicular = 10;
/// @source rules 1.6: relaxation of 3–6 minutes
constexpr std::int32_t kMostRelax = 6;

std::int32_t minutes_of(const Catalogue& catalogue, const exercise::Step& step) {
  return *catalogue.row(step.exercise).path[step.dose].minutes;
}

std::int32_t seconds_for(std::int32_t minutes) { return minutes * 60 + kChange; }

WalkLimits walk_limits(const Catalogue& catalogue, const Situation& situation,
                       const DailyStep& walking) {
  // Leg symptoms of up to 12 weeks keep to short bouts: rules 1.4 count them as new so long.
  const bool leg = situation.derived.flags.contains(clinical::DerivedFlag::Radicular);
  const bool fresh = leg && situation.at.onset_days <= clinical::kLongStandingDays;
  const std::int32_t least = std::min(*catalogue.row(walking.step.exercise).path.front().minutes,
                                      leg ? kLeastRadicular : kLeastWalk);
  const auto ladder = std::ranges::find(situation.ladders, walking.ladder, &exercise::Ladder::id);
  const std::int32_t shortest =
      ladder == situation.ladders.end() ? least : minutes_of(catalogue, ladder->steps.front());
  return {least, fresh ? kMostRadicular : kMostWalk, std::min(least, shortest)};
}

std::int32_t edges_of(const DayFrame& frame) { return frame.warm_up_seconds + frame.ease_seconds; }

/// Seconds of a session day without its edges. Fewer minutes never leave more, although short days
/// have shorter edges.
std::int32_t session_room(const DayFrame& frame, std::int32_t budget) {
  const std::int32_t long_edges = std::max(edges_of(frame), 2 * seconds_for(kLongEdge));
  if (budget >= kShortDay * 60) return budget - long_edges;
  const std::int32_t longest = kShortDay * 60 - 2 * seconds_for(kLongEdge);
  return std::min(budget - edges_of(frame), longest);
}

/// A walk on a day with a session takes half of it, or the least that is a walk where that leaves
/// room for two short exercises, or else some marching beside them.
std::int32_t session_walk(const WalkLimits& limits, std::int32_t room) {
  /// @source engineering choice: room for two short exercises
  constexpr std::int32_t kLeastForExercises = 180;
  const std::int32_t half = (room / 2 - kChange) / 60;
  if (half >= limits.least) return std::min(limits.most, half);
  const std::int32_t beside = (room - kLeastForExercises - kChange) / 60;
  return std::min(limits.most, beside >= limits.least ? limits.least : std::min(half, beside));
}

/// A walk on a day without a session leaves room for the shortest relaxation and for what stands on
/// every day. Where that is less than a walk, it takes half of the day, or most of it for a walk.
std::int32_t free_walk(const WalkLimits& limits, std::int32_t budget, std::int32_t others) {
  /// @source engineering choice: room for one short exercise
  constexpr std::int32_t kLeastForOthers = 90;
  const std::int32_t beside = (budget - others - kChange) / 60;
  if (beside >= limits.least) return std::min(limits.most, beside);
  if (budget - kLeastForOthers >= seconds_for(limits.least)) return limits.least;
  return std::min(limits.least, (budget / 2 - kChange) / 60);
}

/// Walking as far as it fits; beside a session as far as it leaves room for exercises.
void lay_walking(DayFrame& frame, const Catalogue& catalogue, const Situation& situation,
                 const DailyAmounts& amounts, std::int32_t budget) {
  if (!amounts.walking) return;
  WalkLimits limits = walk_limits(catalogue, situation, *amounts.walking);
  limits.most = std::min(limits.most, minutes_of(catalogue, amounts.walking->step));
  limits.least = std::min(limits.least, limits.most);
  const std::int32_t relax =
      amounts.relax ? seconds_for(*catalogue.row(amounts.relax->step.exercise).path.front().minutes)
                    : 0;
  frame.walking_minutes = free_walk(limits, budget, relax + amounts.kept_on_rest_days);
  if (frame.walking_minutes < limits.shortest) frame.walking_minutes = 0;
  const std::int32_t room = session_room(frame, budget) - amounts.kept_on_sessions;
  frame.session_walking_minutes = session_walk(limits, room);
  if (frame.session_walking_minutes < limits.shortest) frame.session_walking_minutes = 0;
  const DayMask sessions = frame.session_walking_minutes > 0 ? frame.sessions : DayMask{0};
  const auto rest_days = static_cast<DayMask>(0x7FU & ~static_cast<unsigned>(frame.sessions));
  const DayMask open =
      frame.walking_minutes > 0 ? static_cast<DayMask>(rest_days | sessions) : sessions;
  frame.walking_days = static_cast<DayMask>(walk_days(frame.sessions, kWalkingDays) & open);
  if (frame.walking_days == 0) return;
  frame.walking = amounts.walking;
  frame.least_walk = limits.least;
  charge(frame, static_cast<DayMask>(frame.walking_days & rest_days),
         seconds_for(frame.walking_minutes), true);
  charge(frame, static_cast<DayMask>(frame.walking_days & frame.sessions),
         seconds_for(frame.session_walking_minutes), true);
}

/// The shortest of some days in the frame of one more minute; the budget where there is none.
std::int32_t shortest_of(const DayFrame* above, DayMask days, std::int32_t budget) {
  std::int32_t out = budget;
  for (std::size_t d = 0; above != nullptr && d < kDaysOfWeek; ++d) {
    if ((static_cast<unsigned>(days) >> d & 1U) != 0) out = std::min(out, above->seconds[d]);
  }
  return out;
}

void lay_relaxation(DayFrame& frame, const Catalogue& catalogue, const DailyAmounts& amounts,
                    std::int32_t budget, const DayFrame* above) {
  if (!amounts.relax) return;
  const auto& row = catalogue.row(amounts.relax->step.exercise);
  const std::int32_t least = *row.path.front().minutes;
  const std::int32_t wanted =
      std::min(minutes_of(catalogue, amounts.relax->step), std::max(least, kMostRelax));
  // On every day without a session, beside the walk and what stands on every day; where they do
  // not fit, on days without a walk.
  const auto rest_days = static_cast<DayMask>(0x7FU & ~static_cast<unsigned>(frame.sessions));
  const std::int32_t walk = frame.walking_minutes > 0 ? seconds_for(frame.walking_minutes) : 0;
  const auto walks = static_cast<DayMask>(static_cast<unsigned>(rest_days) &
                                          static_cast<unsigned>(frame.walking_days));
  const auto others = static_cast<DayMask>(static_cast<unsigned>(rest_days) &
                                           ~static_cast<unsigned>(frame.walking_days));
  const std::int32_t room =
      std::min(budget - amounts.kept_on_rest_days, shortest_of(above, walks, budget)) - walk;
  const std::int32_t alone = (shortest_of(above, others, budget) - kChange) / 60;
  const std::int32_t beside = std::min((room - kChange) / 60, alone);
  if (alone < least) return;
  const bool both = beside >= least;
  frame.relax = amounts.relax;
  frame.relax_minutes = std::min(wanted, both ? beside : alone);
  frame.relax_days = both ? rest_days : others;
  charge(frame, frame.relax_days, seconds_for(frame.relax_minutes), true);
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
                    const DailyAmounts& amounts, std::int32_t minutes, const DayFrame* above) {
  DayFrame frame;
  const std::int32_t budget = minutes * 60;
  // With very high blood pressure there is only walking, and no sessions (rules 1.9).
  const bool walking_only =
      situation.circumstances.filters.contains(exercise::FilterWord::SevereHypertension);
  frame.sessions = walking_only ? DayMask{0} : session_days(situation.at.profile.days_per_week);
  frame.edge_minutes = minutes < kShortDay ? 1 : kLongEdge;
  lay_edges(frame, catalogue, situation);
  frame.edge_seconds = frame.seconds;
  lay_walking(frame, catalogue, situation, amounts, budget);
  lay_relaxation(frame, catalogue, amounts, budget, above);
  return frame;
}

}  // namespace plumbline::care
