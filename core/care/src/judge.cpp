// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "judge.hpp"

#include <algorithm>

#include "plumbline/care/day_frame.hpp"

namespace plumbline::care {
namespace {

/// @source rules 3.2: a second red or a second morning fail in 7 days weighs more
constexpr std::int32_t kWindowDays = 7;

std::int32_t count_within(const std::vector<LocalDate>& days, LocalDate day, std::int32_t window) {
  return static_cast<std::int32_t>(
      std::ranges::count_if(days, [&](LocalDate d) { return d <= day && day.since(d) < window; }));
}

bool judged_by_leg(const exercise::CatalogueRow& row) {
  return row.loaded || row.exercise.kind == exercise::ExerciseClass::Nerve ||
         row.exercise.bias == exercise::Bias::Flexion;
}

}  // namespace

Judged Judge::judge(const Part& part, const record::Session& session,
                    const Morning* morning) const {
  const std::int32_t usual = at_.usual_pain;
  const exercise::CatalogueRow& row = row_of(part);
  const Zone during = part.done.leg_worse ? Zone::Red : zone_during(part.done.pain_during, usual);
  Zone after = morning == nullptr
                   ? Zone::Unknown
                   : zone_morning(morning->body.pain, usual, morning->body.woken_more);
  if (morning != nullptr && judged_by_leg(row)) {
    after = std::max(after, zone_leg(morning->body.leg_pain, at_.usual_leg_pain));
  }
  // Only loaded work fails by the morning; for the rest a bad morning is a reason to hold.
  if (after == Zone::Fail && !row.loaded && !judged_by_leg(row)) after = Zone::Amber;
  Judged out;
  out.zone = std::max(during, after);
  out.failed = after == Zone::Fail;
  if (morning != nullptr) out.seen_on = morning->day;
  out.in_flare = in_flare_;
  // Daily minutes are cut to the time of the day before they are asked for, and so fall short of
  // the step without anybody's doing (docs/decisions/0009).
  out.short_of_both = part.prescribed && !is_daily_line(part) && fell_short(part);
  const exercise::Step& step = part.ladder->steps[part.track->standing.position];
  const auto enough = did_enough(part.done, row.path[step.dose]);
  out.success = during == Zone::Green && after == Zone::Green && part.prescribed && enough &&
                *enough && part.enough_weight && part.done.pain_before <= usual + 1 &&
                (!session.pain || *session.pain <= usual + 1) && usual < kHoldFrom &&
                effort_allows_step(part.done, row, at_.profile.person.age) &&
                !part.done.painkiller && !part.done.form_failed && !out.in_flare;
  return out;
}

const exercise::CatalogueRow& Judge::row_of(const Part& part) const {
  return catalogue_.row(part.ladder->steps[part.track->standing.position].exercise);
}

/// Walking and relaxation of every day.
bool Judge::is_daily_line(const Part& part) {
  return part.ladder->id == kWalkingLadder || part.ladder->id == kBreathingLadder;
}

/// A step back would still be a stretch. Where the step below was done in full, holding is enough;
/// stepping back and earning the step again would let somebody with more pain stand higher
/// (docs/decisions/0009).
bool Judge::fell_short(const Part& part) const {
  const auto& steps = part.ladder->steps;
  const std::size_t position = part.track->standing.position;
  const auto short_of = [&](const exercise::Step& step) {
    const auto enough = did_enough(part.done, catalogue_.row(step.exercise).path[step.dose]);
    return enough && !*enough;
  };
  if (!short_of(steps[position])) return false;
  const bool same_rung = position > 0 && steps[position - 1].exercise == steps[position].exercise;
  return !same_rung || short_of(steps[position - 1]);
}

std::int32_t count_steps_back(const Part& part, LocalDate day, const Judged& judged) {
  Track& track = *part.track;
  std::int32_t back = 0;
  if (judged.zone == Zone::Red) {
    track.reds.push_back(day);
    back = count_within(track.reds, day, kWindowDays) >= 2 ? 3 : 1;
  }
  if (judged.failed) {
    track.fails.push_back(day);
    if (count_within(track.fails, day, kWindowDays) >= 2) back = std::max(back, 2);
  }
  if (judged.zone == Zone::Green) {
    track.not_green = 0;
  } else if (judged.zone != Zone::Unknown) {
    ++track.not_green;
    if (track.not_green >= 3) back = std::max(back, 1);
  }
  if (effort_too_high(part.done)) back = std::max(back, 1);
  if (judged.zone == Zone::Green && !judged.in_flare && judged.short_of_both) {
    if (++track.short_sessions >= 2) back = std::max(back, 1);
  } else {
    track.short_sessions = 0;
  }
  return back;
}

}  // namespace plumbline::care
