// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "judge.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "plumbline/care/day_room.hpp"
#include "plumbline/exercise/needs.hpp"
#include "week_choices.hpp"

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

/// What a day had for a ladder; on a day that had nothing of it planned, what its fullest day had.
std::int32_t room_on(const Chosen& chosen, std::size_t day) {
  if (chosen.room.at(day) > 0) return chosen.room.at(day);
  std::int32_t least = 0;
  for (const std::int32_t room : chosen.room) {
    if (room > 0 && (least == 0 || room < least)) least = room;
  }
  return least;
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
  out.short_of_both =
      part.prescribed && !is_daily_line(*part.ladder) && fell_short(part, session.day);
  out.success = during == Zone::Green && after == Zone::Green && part.prescribed &&
                did_all(part, session.day) && part.enough_weight &&
                part.done.pain_before <= usual + 1 &&
                (!session.pain || *session.pain <= usual + 1) && usual < kHoldFrom &&
                effort_allows_step(part.done, row, at_.profile.person.age) &&
                !part.done.painkiller && !part.done.form_failed && !out.in_flare;
  return out;
}

const exercise::CatalogueRow& Judge::row_of(const Part& part) const {
  return catalogue_.row(part.ladder->steps[part.track->standing.position].exercise);
}

/// At least 90 % of the step that they stand at. Where the day had no room for all of its minutes,
/// nobody has shown that they can do them.
bool Judge::did_all(const Part& part, LocalDate day) const {
  const exercise::Step& step = part.ladder->steps[part.track->standing.position];
  const exercise::Dose& dose = row_of(part).path[step.dose];
  const auto enough = did_enough(part.done, dose);
  if (!enough || !*enough) return false;
  if (!is_daily_line(*part.ladder) || !dose.minutes || *part.done.minutes >= *dose.minutes) {
    return true;
  }
  const std::int32_t days = day.since(at_.plan_start);
  const Selection* choice = book_.choices().choose(at_, day, days / 7);
  if (choice == nullptr || part.ladder->id != kWalkingLadder) return true;
  const auto today = 1U << static_cast<unsigned>(days % 7);
  const DayFrame& frame = choice->frame;
  const bool session = (static_cast<unsigned>(frame.sessions) & today) != 0;
  return (session ? frame.session_walking_minutes : frame.walking_minutes) >= *dose.minutes;
}

/// The step that the plan of a day had room for: doses that have grown too long for a full day are
/// asked for shorter, and whoever does them has done what was asked.
exercise::Step Judge::asked_step(const Part& part, LocalDate day) const {
  const std::size_t place = part.track->standing.position;
  const exercise::Step& stands = part.ladder->steps[place];
  const std::int32_t days = day.since(at_.plan_start);
  const Selection* choice = book_.choices().choose(at_, day, days / 7);
  if (choice == nullptr) return stands;
  const auto chosen = std::ranges::find(choice->chosen, part.ladder->id, &Chosen::ladder);
  if (chosen == choice->chosen.end()) return stands;
  const std::int32_t seconds = room_on(*chosen, static_cast<std::size_t>(days % 7));
  const auto step = fitting_step({catalogue_, at_.profile, *part.ladder, seconds}, place);
  return step.value_or(stands);
}

/// A step back would still be a stretch. Where the step below what was asked was done in full,
/// holding is enough; stepping back and earning the step again would let somebody with more pain
/// stand higher (docs/decisions/0009).
bool Judge::fell_short(const Part& part, LocalDate day) const {
  const auto short_of = [&](exercise::Step step, std::size_t less) {
    step.dose -= less;
    const auto enough = did_enough(part.done, catalogue_.row(step.exercise).path[step.dose]);
    return enough && !*enough;
  };
  if (!short_of(part.ladder->steps[part.track->standing.position], 0)) return false;
  const exercise::Step asked = asked_step(part, day);
  if (!short_of(asked, 0)) return false;
  return asked.dose == 0 || short_of(asked, 1);
}

StepsBack count_steps_back(const Part& part, LocalDate day, const Judged& judged) {
  using Cause = StepsBack::Cause;
  Track& track = *part.track;
  StepsBack back;
  const auto want = [&](std::int32_t steps, Cause cause) {
    if (steps > back.steps) back = {steps, cause};
  };
  if (judged.zone == Zone::Red) {
    track.reds.push_back(day);
    want(count_within(track.reds, day, kWindowDays) >= 2 ? 3 : 1, Cause::Pain);
  }
  if (judged.failed) {
    track.fails.push_back(day);
    if (count_within(track.fails, day, kWindowDays) >= 2) want(2, Cause::Pain);
  }
  if (judged.zone == Zone::Green) {
    track.not_green = 0;
  } else if (judged.zone != Zone::Unknown) {
    ++track.not_green;
    if (track.not_green >= 3) want(1, Cause::Pain);
  }
  if (effort_too_high(part.done)) want(1, Cause::Effort);
  if (judged.zone == Zone::Green && !judged.in_flare && judged.short_of_both) {
    if (++track.short_sessions >= 2) want(1, Cause::TooLittle);
  } else {
    track.short_sessions = 0;
  }
  return back;
}

Reason step_up_reason(const record::Session& session, std::int32_t earned, bool heavier) {
  /// @source rules 3.2: two in a row, three after a step back; more only where a step had to wait
  constexpr std::int32_t kAtOnce = 3;
  const std::string how_long = earned <= kAtOnce
                                   ? std::to_string(earned) + " good sessions in a row: "
                                   : std::string("it has gone well for a while: ");
  return {"3.2/step_up",
          {{"session", session.id.text()}, {"successes", std::int64_t{earned}}},
          "step up",
          how_long + (heavier ? "a little more weight." : "a small step up.")};
}

Reason step_back_reason(const Part& part, const record::Session& session, const Judged& judged,
                        const StepsBack& back, std::int32_t usual_pain) {
  constexpr std::string_view kZones[] = {"green", "unknown", "amber", "morning fail", "red"};
  constexpr std::string_view kTexts[] = {
      "Pain was high, so a little less for now. That is normal.",
      "This was hard work, so we take a step back. That is normal.",
      "Twice it was clearly less than planned, so we make it a little smaller. That is fine."};
  Reason why{"3.2/step_back",
             {{"session", session.id.text()},
              {"pain_during", std::int64_t{part.done.pain_during}},
              {"usual_pain", std::int64_t{usual_pain}},
              {"zone", std::string(kZones[static_cast<std::size_t>(judged.zone)])},
              {"steps", std::int64_t{back.steps}}},
             "step back",
             std::string(kTexts[static_cast<std::size_t>(back.cause)])};
  const DoneTogether& done = part.done;
  if (done.repetitions) why.inputs.push_back({"repetitions", std::int64_t{*done.repetitions}});
  if (done.hold_s) why.inputs.push_back({"hold_s", *done.hold_s});
  if (done.minutes) why.inputs.push_back({"minutes", *done.minutes});
  if (done.effort_cr10) why.inputs.push_back({"effort_cr10", std::int64_t{*done.effort_cr10}});
  if (done.rir) why.inputs.push_back({"rir", std::int64_t{*done.rir}});
  if (back.cause == StepsBack::Cause::TooLittle) {
    why.inputs.push_back({"short_sessions", std::int64_t{part.track->short_sessions}});
  }
  return why;
}

}  // namespace plumbline::care
