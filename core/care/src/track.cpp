// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "track.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "plumbline/care/day_frame.hpp"

namespace plumbline::care {
namespace {

using exercise::Ladder;
using exercise::Step;

/// Where an old place lies on a ladder that was made anew: the same step, else the nearest one
/// below that is still there, else the nearest one above. Whoever stood lower never ends up higher.
std::optional<std::size_t> same_place(const Ladder* old, std::size_t position,
                                      const Ladder& ladder) {
  if (old == nullptr || position >= old->steps.size()) return std::nullopt;
  const auto find = [&](std::size_t i) -> std::optional<std::size_t> {
    const auto same = std::ranges::find(ladder.steps, old->steps[i]);
    const auto place = static_cast<std::size_t>(same - ladder.steps.begin());
    return ladder.open(place) ? std::optional(place) : std::nullopt;
  };
  for (std::size_t i = position + 1; i-- > 0;) {
    if (const auto found = find(i)) return found;
  }
  for (std::size_t i = position + 1; i < old->steps.size(); ++i) {
    if (const auto found = find(i)) return found;
  }
  return std::nullopt;
}

/// Where somebody begins on the day on which an exercise of the ladder is asked for: at its start
/// dose, unless they stood lower than what it takes the place of.
std::size_t asked_place(const Ladder* old, std::size_t before, std::size_t kept,
                        const Ladder& ladder) {
  if (ladder.prescribed) return *ladder.start;
  if (old != nullptr && ladder.asked_instead_of) {
    const auto from = std::ranges::find(old->steps, *ladder.asked_instead_of, &Step::exercise);
    const auto index = static_cast<std::size_t>(from - old->steps.begin());
    if (from != old->steps.end() && before >= index) return *ladder.start;
  }
  return std::min(kept, *ladder.start);
}

/// The day on which an exercise of the ladder is asked for.
bool newly_asked(const Track& track, const Ladder* old, const Ladder& ladder) {
  return ladder.asked && track.standing.done_before &&
         (old == nullptr || old->asked != ladder.asked);
}

/// The place before the last cut, on a ladder that was made anew.
void carry_cut(Cut& cut, const Ladder* old, const Ladder& ladder) {
  if (cut.full) cut.full = same_place(old, *cut.full, ladder);
}

/// The agreed place on a ladder that was made anew; what cannot be found begins again.
void carry_agreed(Track& track, const Ladder* old, const Ladder& ladder,
                  const Beginning& beginning) {
  Agreed& agreed = *track.agreed;
  const auto find = [&](std::size_t place) {
    const auto kept = same_place(old, place, ladder);
    if (!track.standing.done_before || !kept) return beginning.start;
    const std::size_t found = beginning.new_epoch ? std::min(*kept, beginning.start) : *kept;
    return newly_asked(track, old, ladder) ? asked_place(old, place, found, ladder) : found;
  };
  agreed.place = find(agreed.place);
  carry_cut(agreed.cut, old, ladder);
  if (agreed.contingent) agreed.contingent = find(*agreed.contingent);
  const std::size_t lower =
      agreed.contingent ? std::min(agreed.place, *agreed.contingent) : agreed.place;
  track.standing.position = lower;
  track.standing.reach = std::max(track.standing.reach, agreed.place);
}

}  // namespace

void note_done(Standing& standing, LocalDate day) {
  /// @source rules 1.1: what was done in the last 28 days is part of the plan
  constexpr std::int32_t kKnownDays = 28;
  const bool goes_on = standing.last_done && day.since(*standing.last_done) <= kKnownDays;
  if (!goes_on) standing.first_done = day;
  standing.last_done = day;
}

void move_track(const Ladder& ladder, Track& track, LocalDate day, std::size_t to, Reason why) {
  Standing& standing = track.standing;
  standing.moves.push_back(
      {day, ladder.steps[standing.position], ladder.steps[to], std::move(why)});
  standing.position = to;
  standing.reach = std::max(standing.reach, to);
}

std::pair<bool, bool> stands_on(const Ladder& ladder, exercise::Catalogue::Index exercise) {
  const auto is = [&](const Step& step) { return step.exercise == exercise; };
  const auto chain = ladder.steps.begin() + static_cast<std::ptrdiff_t>(ladder.chain_begin);
  const bool own = std::any_of(chain, ladder.steps.end(), is);
  return {own || std::any_of(ladder.steps.begin(), chain, is), own};
}

bool is_daily_line(const Ladder& ladder) {
  return ladder.id == kWalkingLadder || ladder.id == kBreathingLadder;
}

std::size_t lowest_place(const Ladder& ladder) {
  return ladder.id == kWalkingLadder ? ladder.start.value_or(0) : 0;
}

void carry(Track& track, const Ladder* old, const Ladder& ladder, const Beginning& beginning) {
  const bool same = old != nullptr && old->steps == ladder.steps;
  if (!same || beginning.new_epoch) track.before_flare.reset();
  carry_cut(track.cut, old, ladder);
  Standing& standing = track.standing;
  const std::size_t before = standing.position;
  const auto kept = same_place(old, before, ladder);
  const auto reach = same_place(old, standing.reach, ladder);
  if (!standing.done_before || !kept) {
    standing.position = beginning.start;
  } else {
    standing.position = beginning.new_epoch ? std::min(*kept, beginning.start) : *kept;
  }
  // From the day on which somebody asks for an exercise, it begins at its start dose.
  if (newly_asked(track, old, ladder)) {
    standing.position = asked_place(old, before, standing.position, ladder);
    track.successes = 0;
  }
  standing.reach = standing.position;
  if (reach) standing.reach = std::max(standing.reach, *reach);
  if (track.agreed) carry_agreed(track, old, ladder, beginning);
}

namespace {

/// Whether an exercise was done in enough sessions to go on to a harder one.
bool is_practised(const record::PersonState& state, const std::string& exercise, LocalDate until) {
  /// @source engineering choice: two good sessions make a step of the dose, four a new exercise
  /// (docs/decisions/0026-which-rung.md)
  constexpr std::int32_t kSessionsOnRung = 4;
  std::int32_t sessions = 0;
  for (const record::Session& session : state.sessions) {
    if (session.day > until || sessions >= kSessionsOnRung) break;
    sessions += std::ranges::any_of(
        session.done, [&](const auto& done) { return done.body.exercise.text() == exercise; });
  }
  return sessions >= kSessionsOnRung;
}

}  // namespace

bool next_rung_open(const record::PersonState& state, const exercise::Catalogue& catalogue,
                    const Ladder& ladder, std::size_t position, LocalDate until) {
  if (!ladder.open(position + 1)) return false;
  const Step& now = ladder.steps[position];
  const Step& above = ladder.steps[position + 1];
  /// @source rules 1.6: relaxation, 3–6 minutes daily
  constexpr std::int32_t kLongestRelaxation = 6;
  const exercise::CatalogueRow& upper = catalogue.row(above.exercise);
  const bool relaxation = upper.exercise.serves == WordSet<exercise::Need>{exercise::Need::Relax};
  if (relaxation && upper.path[above.dose].minutes.value_or(0) > kLongestRelaxation) return false;
  /// @source engineering choice: balance stands in every session and must leave room for strength
  constexpr std::int32_t kLongestBalance = 180;
  if (upper.exercise.serves.contains(exercise::Need::Balance) && now.exercise == above.exercise &&
      upper.seconds[above.dose] > kLongestBalance) {
    return false;
  }
  if (now.exercise == above.exercise) return true;
  if (!is_practised(state, catalogue.exercise(now.exercise).id, until)) return false;
  const exercise::Exercise& next = catalogue.exercise(above.exercise);
  if (next.kind != exercise::ExerciseClass::Aerobic || next.level == 1) return true;
  /// @source rules 1.3: only at 30 minutes on 3 days
  constexpr double kLongWalk = 30;
  constexpr std::size_t kDays = 3;
  std::set<LocalDate> days;
  for (const record::Session& session : state.sessions) {
    for (const auto& done : session.done) {
      const auto row = catalogue.find(done.body.exercise.text());
      const bool walk = row && catalogue.exercise(*row).kind == exercise::ExerciseClass::Aerobic;
      if (walk && done.day <= until && done.body.minutes && *done.body.minutes >= kLongWalk) {
        days.insert(done.day);
      }
    }
  }
  return days.size() >= kDays;
}

}  // namespace plumbline::care
