// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "pause.hpp"

#include <algorithm>
#include <utility>

#include "plumbline/care/flare.hpp"
#include "training_days.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::Ladder;

/// @source rules 3.6: −10 % from 7 days, −25 % from 14, one rung from 28
constexpr std::int32_t kQuarterDays = 14;
constexpr std::int32_t kRungDays = 28;
constexpr std::int64_t kTenthLess = 90;
constexpr std::int64_t kQuarterLess = 75;

/// How much a dose is: repetitions with their holds, minutes or seconds.
std::int64_t dose_volume(const exercise::Dose& dose) {
  if (const auto reps = exercise::repetitions(dose))
    return std::int64_t{*reps} * dose.hold_s.value_or(1);
  if (dose.minutes) return *dose.minutes;
  return std::int64_t{dose.sets} * dose.hold_s.value_or(1);
}

std::size_t rung_begin(const Ladder& ladder, std::size_t position) {
  return position - ladder.steps[position].rank();
}

/// The volume of a place in twentieths.
std::int64_t volume(const Catalogue& catalogue, const exercise::Step& step) {
  /// @source rules 1.8: a step of weight is 2–10 %; a twentieth lies between
  constexpr std::int64_t kTwentieths = 20;
  return dose_volume(catalogue.row(step.exercise).path[step.dose]) * (kTwentieths + step.heavier);
}

/// The nearest lower dose of the same exercise with at most so much of the present volume, else its
/// start dose: only four weeks cost a rung.
/// @param percent  of the present volume
std::size_t lowered(const Catalogue& catalogue, const Ladder& ladder, std::size_t full,
                    std::int64_t percent) {
  const std::int64_t most = volume(catalogue, ladder.steps[full]) * percent;
  const std::size_t begin = rung_begin(ladder, full);
  for (std::size_t i = full; i-- > begin;) {
    if (volume(catalogue, ladder.steps[i]) * 100 <= most) return i;
  }
  return begin;
}

}  // namespace

Break break_on(const record::PersonState& state, LocalDate last_training, LocalDate day) {
  Break out{day.since(last_training), last_training, day, weeks_ill(state, last_training, day)};
  if (out.gap < kRungDays) out.gap -= told_flare_days(state, last_training, day);
  return out;
}

std::size_t rung_below(const Ladder& ladder, std::size_t position) {
  const std::size_t begin = position - ladder.steps[position].rank();
  if (begin == 0) return 0;
  return begin - 1 - ladder.steps[begin - 1].rank();
}

std::size_t full_before(Cut& cut, std::size_t place, const Break& pause) {
  /// @source rules 3.6: a second cut within 28 days is not compounded
  constexpr std::int32_t kRecentCut = 28;
  // The same break, seen again on a later day, is measured from where it began.
  const LocalDate began = pause.last_session;
  const bool again = cut.on && (*cut.on > began || began.since(*cut.on) < kRecentCut);
  // Who has climbed above it since is cut from where they stand.
  const std::size_t full = again && cut.full ? std::max(*cut.full, place) : place;
  cut = {full, pause.day};
  return full;
}

Reason break_reason(const Break& pause) {
  Reason why{"3.6/gap",
             {{"days_since_last_session", std::int64_t{pause.day.since(pause.last_session)}},
              {"last_session", format_date(pause.last_session)}},
             "step back after a break",
             "A break is fine. We start a little easier."};
  if (pause.weeks_ill > 0) {
    why.inputs.push_back({"weeks_ill", std::int64_t{pause.weeks_ill}});
    why.text = "You were ill, and a break is fine. We start a little easier.";
  }
  return why;
}

std::size_t place_after_break(const Catalogue& catalogue, const Ladder& ladder, std::size_t full,
                              const Break& pause) {
  std::size_t target = rung_below(ladder, full);
  if (pause.gap < kRungDays) {
    const std::int64_t percent = pause.gap >= kQuarterDays ? kQuarterLess : kTenthLess;
    for (std::size_t place = 0; place <= full; ++place) {
      target = std::max(target, lowered(catalogue, ladder, place, percent));
    }
  }
  /// @source rules 3.6: fever adds 10 % per week ill
  const std::size_t ill = target - std::min(target, static_cast<std::size_t>(pause.weeks_ill));
  return pause.gap < kRungDays ? std::max(ill, rung_begin(ladder, target)) : ill;
}

void cut_for_break(const Catalogue& catalogue, const Ladder& ladder, Track& track,
                   const Break& pause) {
  if (!track.standing.done_before) return;
  const std::size_t full = full_before(track.cut, track.standing.position, pause);
  std::size_t target = place_after_break(catalogue, ladder, full, pause);
  target = std::max(target, std::min(full, lowest_place(ladder)));
  track.successes = 0;
  if (target >= track.standing.position) return;
  move_track(ladder, track, pause.day, target, break_reason(pause));
}

}  // namespace plumbline::care
