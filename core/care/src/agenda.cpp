// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/agenda.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "change_day.hpp"
#include "plumbline/care/checks.hpp"
#include "plumbline/care/course.hpp"
#include "plumbline/care/plan_alerts.hpp"
#include "plumbline/care/selection.hpp"
#include "plumbline/care/short_version.hpp"
#include "plumbline/care/sign_alerts.hpp"
#include "plumbline/care/signs_today.hpp"
#include "plumbline/care/situation_book.hpp"
#include "plumbline/care/unserved.hpp"
#include "plumbline/care/week_plan.hpp"
#include "plumbline/care/wish_alerts.hpp"
#include "plumbline/foundation/require.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::Need;
using record::PersonState;

/// @source rules 1.1: what was done in the last 28 days is part of the plan
constexpr std::int32_t kKnownDays = 28;
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

/// The choice for the plan week that holds `day`, as it stood when that week was planned.
class WeekChoice {
 public:
  WeekChoice(SituationBook& book, exercise::WeekMemo& memo, const Situation& now)
      : state_(book.state()),
        catalogue_(book.catalogue()),
        book_(book),
        memo_(memo),
        now_(now),
        replans_(replan_days(state_, now.day)) {
    choose_base();
  }

  Selection choose(std::int32_t week) {
    const LocalDate begin = now_.at.plan_start.plus(week * 7);
    // Planned on the first day of the week, or later where something other than pain changed.
    const LocalDate planned =
        std::min(std::max(begin, last_replan_day(replans_, now_.day)), now_.day);
    const bool first_week = week == now_.at.epoch_start.since(now_.at.plan_start) / 7;
    if (first_week && planned == now_.at.epoch_start) return first_;
    return choose_on(planned, week);
  }

 private:
  void choose_base() {
    const Situation* first = book_.on(now_.at.epoch_start);
    PLUMBLINE_REQUIRE(first != nullptr);
    const Course course = compute_course(book_, *first);
    SelectionInputs in;
    in.daily = daily_amounts(catalogue_, *first, course);
    first_ = select_week(catalogue_, *first, in, memo_);
    for (const Chosen& chosen : first_.chosen) {
      base_[chosen.ladder] = std::popcount(static_cast<unsigned>(chosen.days));
    }
  }

  Selection choose_on(LocalDate planned, std::int32_t week) {
    const Situation* situation = book_.on(planned);
    PLUMBLINE_REQUIRE(situation != nullptr);
    // Sessions of the planning day itself came after the plan; its ladders hold already.
    const LocalDate until = planned > now_.at.epoch_start ? planned.plus(-1) : planned;
    const Course course = compute_course(book_, *situation, until);
    SelectionInputs in;
    const LocalDate begin = now_.at.plan_start.plus(week * 7);
    in.plan_week = week - now_.at.epoch_start.since(now_.at.plan_start) / 7;
    in.daily = daily_amounts(catalogue_, *situation, course);
    keep_daily_needs(in, *situation);
    in.swapped_away = swapped_away(state_, planned.plus(-6), planned);
    if (in.plan_week > 0) in.known = base_;
    for (const auto& [id, standing] : course.standings) {
      in.reach[id] = standing.reach;
      const bool recent = standing.last_done && planned.since(*standing.last_done) <= kKnownDays;
      if (!recent || in.plan_week == 0) continue;
      if (begun_since(begin, id, standing, *situation)) ++in.begun_this_week;
      const auto known = in.known.emplace(id, kLaterDays).first;
      known->second += planned.since(*standing.first_done) / kDaysForAnother;
    }
    return select_week(catalogue_, *situation, in, memo_);
  }

  /// Whether a ladder that was not in the first plan, nor asked for, was begun on a day or later.
  bool begun_since(LocalDate day, const std::string& id, const Standing& standing,
                   const Situation& s) const {
    const auto ladder = std::ranges::find(s.ladders, id, &exercise::Ladder::id);
    if (ladder == s.ladders.end() || ladder->asked || base_.contains(id)) return false;
    const WordSet<Need> serves = catalogue_.exercise(ladder->steps.front().exercise).serves;
    const bool daily_line =
        serves == WordSet<Need>{Need::Aerobic} || serves == WordSet<Need>{Need::Relax};
    return !daily_line && standing.first_done && *standing.first_done >= day;
  }

  /// What the first plan has on every day keeps its time: walking and relaxation grow beside it.
  void keep_daily_needs(SelectionInputs& in, const Situation& s) const {
    for (const Chosen& chosen : first_.chosen) {
      const auto ladder = std::ranges::find(s.ladders, chosen.ladder, &exercise::Ladder::id);
      if (ladder == s.ladders.end() || !(chosen.every_day || chosen.micro_days != 0)) continue;
      std::int32_t longest = 0;
      for (const exercise::Step& step : ladder->steps) {
        longest = std::max(longest, catalogue_.row(step.exercise).seconds[step.dose]);
      }
      const std::int32_t kept = std::max(chosen.kept_seconds, std::min(longest, kDailyRoom));
      in.daily_seconds.emplace(chosen.ladder, kept);
      in.daily.kept_on_rest_days += kept;
      if (chosen.every_day) in.daily.kept_on_sessions += kept;
    }
  }

  const PersonState& state_;
  const Catalogue& catalogue_;
  SituationBook& book_;
  exercise::WeekMemo& memo_;
  const Situation& now_;
  std::vector<LocalDate> replans_;
  /// The first plan and the ladders that it chose.
  Selection first_;
  std::map<std::string, std::int32_t, std::less<>> base_;
};

void list_changes(Agenda& out, const Catalogue& catalogue, const Situation& s,
                  const Course& course) {
  for (const auto& [id, standing] : course.standings) {
    for (const Move& m : standing.moves) {
      // A step of the same weekday a week ago was made after that day's agenda: it is told now.
      if (s.day.since(m.day) > 7) continue;
      const auto& from = catalogue.row(m.from.exercise);
      const auto& to = catalogue.row(m.to.exercise);
      out.changes.push_back({from.exercise.id, from.path[m.from.dose], to.exercise.id,
                             to.path[m.to.dose], m.day, m.why});
    }
  }
  std::ranges::stable_sort(out.changes, {}, &PlanChange::day);
}

/// What an agenda is made from, once situation and course are known.
struct Known {
  const Situation& s;
  const Course& course;
  const std::optional<Flare>& flare;
};

/// The choices for the plan weeks that seven printed days can touch.
struct Weeks {
  Selection now;
  Selection next;
};

Weeks choose_weeks(SituationBook& book, exercise::WeekMemo& memo, const Situation& s) {
  WeekChoice choice(book, memo, s);
  const std::int32_t week = s.day.since(s.at.plan_start) / 7;
  Selection now = choice.choose(week);
  const bool two_weeks = s.day.since(s.at.plan_start) % 7 != 0;
  Selection next = two_weeks ? choice.choose(week + 1) : now;
  return {std::move(now), std::move(next)};
}

void fill_week(Agenda& out, SituationBook& book, exercise::WeekMemo& memo, const Known& known) {
  const PersonState& state = book.state();
  const Catalogue& catalogue = book.catalogue();
  const Situation& s = known.s;
  Course course = known.course;
  std::optional<Flare> flare = known.flare;
  // On the day of a new usual pain or mode the week stays as it was chosen, and nothing goes up.
  const std::optional<PersonState> other = without_changes(state, s.day);
  std::optional<SituationBook> unchanged;
  if (other) unchanged.emplace(*other, catalogue);
  const Situation* before = unchanged ? unchanged->on(s.day) : nullptr;
  if (before != nullptr) {
    hold_places(course, s, *unchanged, *before);
    flare = hold_flare(flare, *unchanged, *before);
  }
  const auto [now, next] =
      before != nullptr ? choose_weeks(*unchanged, memo, *before) : choose_weeks(book, memo, s);
  out.week = lay_out_week({catalogue, s, course, now, next, flare});
  out.gap = now.gap;
  out.attainable = now.attainable;
  list_unserved(out, catalogue, now.needs, s);
  list_changes(out, catalogue, s, course);
  for (Alert& alert : compute_plan_alerts(s)) out.alerts.push_back(std::move(alert));
  add_wish_alerts(out.alerts, {catalogue, s, course, now});
  for (Alert& alert : heed_signs(out.week.front(), state, catalogue)) {
    out.alerts.push_back(std::move(alert));
  }
  out.short_version = make_short_version(out.week.front(), state, catalogue, s);
}

/// Symptoms speak first; a check that is there already keeps its earlier day.
void add_signs(Agenda& out, const PersonState& state, const Situation& s) {
  std::vector<Alert> signs = compute_sign_alerts(state, s);
  out.alerts.insert(out.alerts.begin(), std::make_move_iterator(signs.begin()),
                    std::make_move_iterator(signs.end()));
  for (DueCheck& due : compute_sign_checks(state, s)) {
    const auto same = std::ranges::find(out.due, due.check, &DueCheck::check);
    if (same == out.due.end()) {
      out.due.push_back(std::move(due));
    } else if (due.date < same->date) {
      *same = std::move(due);
    }
  }
  std::ranges::stable_sort(out.due, [](const DueCheck& a, const DueCheck& b) {
    return a.date != b.date ? a.date < b.date : a.check < b.check;
  });
}

void fill_locked_week(Agenda& out, const Catalogue& catalogue, const Situation& s) {
  if (out.locked->lock == clinical::Lock::Rest) {
    out.week = lay_out_rest(catalogue, s);
    return;
  }
  for (std::int32_t k = 0; k < 7; ++k) out.week.push_back({s.day.plus(k), {}});
}

}  // namespace

std::int32_t seconds_of(const Day& day) {
  std::int32_t sum = 0;
  for (const Item& item : day.items) sum += item.seconds;
  return sum;
}

std::int64_t load_thirds_of(const Day& day) {
  std::int64_t sum = 0;
  for (const Item& item : day.items) sum += item.load_thirds;
  return sum;
}

std::int64_t load_thirds_of(const Agenda& agenda) {
  std::int64_t sum = 0;
  for (const Day& day : agenda.week) sum += load_thirds_of(day);
  return sum;
}

Result<Agenda> compute_agenda(const PersonState& state, const Catalogue& catalogue,
                              LocalDate date) {
  exercise::WeekMemo memo;
  return compute_agenda(state, catalogue, date, memo);
}

Result<Agenda> compute_agenda(const PersonState& state, const Catalogue& catalogue, LocalDate date,
                              exercise::WeekMemo& memo) {
  SituationBook book(state, catalogue);
  const Situation* s = book.on(date);
  if (s == nullptr) {
    return fail(ErrorCode::NotFound, "",
                "expected a profile made on or before " + format_date(date));
  }
  Agenda out;
  out.date = date;
  out.mode = s->at.mode;
  out.derived = s->derived.flags;
  out.start_level = s->start.level;
  out.start_level_why = s->start.caps;
  out.education = compute_education(*s);
  out.locked = s->safety.locked;
  const Course course = compute_course(book, *s);
  const std::optional<Flare> flare = open_flare(state, s->at, date);
  out.phase = compute_phase(state, catalogue, *s, course, flare);
  out.due = compute_due(state, *s);
  out.alerts = compute_alerts(state, *s, course, flare);
  add_signs(out, state, *s);
  if (out.locked) {
    fill_locked_week(out, catalogue, *s);
  } else {
    fill_week(out, book, memo, {*s, course, flare});
  }
  return out;
}

}  // namespace plumbline::care
