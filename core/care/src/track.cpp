// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "track.hpp"

#include <algorithm>
#include <set>
#include <utility>

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
    if (same == ladder.steps.end()) return std::nullopt;
    return static_cast<std::size_t>(same - ladder.steps.begin());
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
  if (agreed.contingent) agreed.contingent = find(*agreed.contingent);
  const std::size_t lower =
      agreed.contingent ? std::min(agreed.place, *agreed.contingent) : agreed.place;
  track.standing.position = lower;
  track.standing.reach = std::max(track.standing.reach, agreed.place);
}

}  // namespace

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

void carry(Track& track, const Ladder* old, const Ladder& ladder, const Beginning& beginning) {
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
  standing.reach = std::max(standing.position, *ladder.start);
  if (reach) standing.reach = std::max(standing.reach, *reach);
  if (track.agreed) carry_agreed(track, old, ladder, beginning);
}

std::size_t rung_below(const Ladder& ladder, std::size_t position) {
  const std::size_t begin = position - ladder.steps[position].dose;
  if (begin == 0) return 0;
  return begin - 1 - ladder.steps[begin - 1].dose;
}

std::size_t full_before(Cut& cut, std::size_t place, const Break& pause) {
  /// @source rules 3.6: a second cut within 28 days is not compounded
  constexpr std::int32_t kRecentCut = 28;
  // The same break, seen again on a later day, is measured from where it began.
  const LocalDate began = pause.last_session;
  const bool again = cut.on && (*cut.on > began || began.since(*cut.on) < kRecentCut);
  const std::size_t full = again && cut.full ? *cut.full : place;
  cut = {full, pause.day};
  return full;
}

Reason break_reason(const Break& pause) {
  Reason why{"3.6/gap",
             {{"days_since_last_session", std::int64_t{pause.gap}},
              {"last_session", format_date(pause.last_session)}},
             "step back after a break",
             "A break is fine. We start a little easier."};
  if (pause.weeks_ill > 0) {
    why.inputs.push_back({"weeks_ill", std::int64_t{pause.weeks_ill}});
    why.text = "You were ill, and a break is fine. We start a little easier.";
  }
  return why;
}

std::size_t place_after_break(const Ladder& ladder, std::size_t full, const Break& pause) {
  /// @source rules 3.6: −10 % from 7 days, −25 % from 14, one rung from 28; 10 % more for each week
  /// ill
  constexpr std::int32_t kRungDays = 28;
  constexpr std::int32_t kQuarterDays = 14;
  const std::size_t back = pause.gap >= kQuarterDays ? 3 : 1;
  const std::size_t target =
      pause.gap >= kRungDays ? rung_below(ladder, full) : full - std::min(full, back);
  return target - std::min(target, static_cast<std::size_t>(pause.weeks_ill));
}

void cut_for_break(const Ladder& ladder, Track& track, const Break& pause) {
  if (!track.standing.done_before) return;
  const std::size_t full = full_before(track.cut, track.standing.position, pause);
  const std::size_t target = place_after_break(ladder, full, pause);
  track.successes = 0;
  if (target >= track.standing.position) return;
  move_track(ladder, track, pause.day, target, break_reason(pause));
}

bool next_rung_open(const record::PersonState& state, const exercise::Catalogue& catalogue,
                    const Ladder& ladder, std::size_t position, LocalDate until) {
  const Step& now = ladder.steps[position];
  const Step& above = ladder.steps[position + 1];
  if (now.exercise == above.exercise) return true;
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
