// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "week_choices.hpp"

#include <algorithm>
#include <bit>
#include <string_view>
#include <utility>

#include "plumbline/care/course.hpp"
#include "plumbline/foundation/require.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::Need;

/// @source rules 1.1: what was done in the last 28 days is part of the plan
constexpr std::int32_t kKnownDays = 28;
/// @source plan-engine, continuity: what the last week held
constexpr std::int32_t kLastWeek = 7;
/// @source engineering choice: what joined later begins on two days a week; one day more for every
/// two weeks of doing it, since more days are growth too (rules 1.1)
constexpr std::int32_t kLaterDays = 2;
constexpr std::int32_t kDaysForAnother = 14;
/// @source engineering choice: longer doses of daily glides and mobility wait for a day with room
constexpr std::int32_t kDailyRoom = 120;

/// A ladder of the daily line: what was asked for, else the usual one, else any other.
std::optional<DailyStep> daily_step(const Catalogue& catalogue, const Situation& s,
                                    const Course& course, Need need, std::string_view usual) {
  const exercise::Ladder* best = nullptr;
  const auto rank = [&](const exercise::Ladder& l) { return l.asked ? 0 : l.id == usual ? 1 : 2; };
  for (const exercise::Ladder& ladder : s.ladders) {
    if (!course.standings.contains(ladder.id) || !ladder.start) continue;
    const exercise::Step& start = ladder.steps[*ladder.start];
    const exercise::Exercise& e = catalogue.exercise(start.exercise);
    if (e.serves != WordSet<Need>{need} || !e.dose.start.minutes) continue;
    if (best == nullptr || rank(ladder) < rank(*best)) best = &ladder;
  }
  if (best == nullptr) return std::nullopt;
  return DailyStep{best->id, best->steps[course.standings.find(best->id)->second.reach]};
}

/// Where walking and relaxation could have come at best: time is kept for that.
DailyAmounts daily_amounts(const Catalogue& catalogue, const Situation& s, const Course& course) {
  return {daily_step(catalogue, s, course, Need::Aerobic, kWalkingLadder),
          daily_step(catalogue, s, course, Need::Relax, kBreathingLadder)};
}

}  // namespace

const Selection* WeekChoices::choose(const ProfileAt& at, LocalDate day, std::int32_t week) {
  const LocalDate begin = at.plan_start.plus(week * 7);
  // Planned on the first day of the week, or later where something other than pain changed.
  const LocalDate replan = last_replan_day(replan_days(book_.state(), day), day);
  const LocalDate planned = std::min(std::max(begin, replan), day);
  const First* first = first_of(at.epoch_start);
  if (first == nullptr) return nullptr;
  const bool first_week = week == at.epoch_start.since(at.plan_start) / 7;
  if (first_week && planned == at.epoch_start) return &first->selection;
  const Key key{at.epoch_start, planned, week};
  const auto [found, fresh] = known_.try_emplace(key);
  if (fresh) found->second = choose_on(at, *first, key);
  return found->second ? &*found->second : nullptr;
}

const WeekChoices::First* WeekChoices::first_of(LocalDate epoch) {
  const auto [found, fresh] = firsts_.try_emplace(epoch);
  if (!fresh) return found->second ? &*found->second : nullptr;
  const Situation* situation = book_.on(epoch);
  PLUMBLINE_REQUIRE(situation != nullptr);
  const Course course = compute_course(book_, *situation);
  SelectionInputs in;
  in.daily = daily_amounts(book_.catalogue(), *situation, course);
  First out{select_week(book_.catalogue(), *situation, in, memo_), {}};
  for (const Chosen& chosen : out.selection.chosen) {
    out.ladders[chosen.ladder] = std::popcount(static_cast<unsigned>(chosen.days));
  }
  found->second = std::move(out);
  return &*found->second;
}

Selection WeekChoices::choose_on(const ProfileAt& at, const First& first, const Key& key) {
  const Situation* situation = book_.on(key.planned);
  PLUMBLINE_REQUIRE(situation != nullptr);
  // Sessions of the planning day itself came after the plan; its ladders hold already.
  const LocalDate until = key.planned > at.epoch_start ? key.planned.plus(-1) : key.planned;
  const Course course = compute_course(book_, *situation, until);
  SelectionInputs in;
  const LocalDate begin = at.plan_start.plus(key.week * 7);
  in.plan_week = key.week - at.epoch_start.since(at.plan_start) / 7;
  in.daily = daily_amounts(book_.catalogue(), *situation, course);
  keep_daily_needs(in, first, *situation);
  in.swapped_away = swapped_away(book_.state(), key.planned.plus(-6), key.planned);
  if (in.plan_week > 0) in.known = first.ladders;
  for (const auto& [id, standing] : course.standings) {
    in.reach[id] = standing.reach;
    if (standing.last_done && key.planned.since(*standing.last_done) <= kLastWeek) {
      in.trained_lately.insert(id);
    }
    const bool recent = standing.last_done && key.planned.since(*standing.last_done) <= kKnownDays;
    if (!recent || in.plan_week == 0) continue;
    if (begun_since(begin, id, standing, first, *situation)) ++in.begun_this_week;
    const auto known = in.known.emplace(id, kLaterDays).first;
    known->second += key.planned.since(*standing.first_done) / kDaysForAnother;
  }
  return select_week(book_.catalogue(), *situation, in, memo_);
}

/// Whether a ladder that was not in the first plan, nor asked for, was begun on a day or later.
bool WeekChoices::begun_since(LocalDate day, const std::string& id, const Standing& standing,
                              const First& first, const Situation& s) const {
  const auto ladder = std::ranges::find(s.ladders, id, &exercise::Ladder::id);
  if (ladder == s.ladders.end() || ladder->asked || first.ladders.contains(id)) return false;
  const WordSet<Need> serves = book_.catalogue().exercise(ladder->steps.front().exercise).serves;
  const bool daily_line =
      serves == WordSet<Need>{Need::Aerobic} || serves == WordSet<Need>{Need::Relax};
  return !daily_line && standing.first_done && *standing.first_done >= day;
}

/// What the first plan has on every day keeps its time: walking and relaxation grow beside it.
void WeekChoices::keep_daily_needs(SelectionInputs& in, const First& first,
                                   const Situation& s) const {
  for (const Chosen& chosen : first.selection.chosen) {
    const auto ladder = std::ranges::find(s.ladders, chosen.ladder, &exercise::Ladder::id);
    if (ladder == s.ladders.end() || !(chosen.every_day || chosen.micro_days != 0)) continue;
    std::int32_t longest = 0;
    for (const exercise::Step& step : ladder->steps) {
      longest = std::max(longest, book_.catalogue().row(step.exercise).seconds[step.dose]);
    }
    const std::int32_t kept = std::max(chosen.kept_seconds, std::min(longest, kDailyRoom));
    in.daily_seconds.emplace(chosen.ladder, kept);
    in.daily.kept_on_rest_days += kept;
    if (chosen.every_day) in.daily.kept_on_sessions += kept;
  }
}

}  // namespace plumbline::care
