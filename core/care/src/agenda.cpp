// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/agenda.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
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
#include "week_choices.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::Need;
using record::PersonState;

/// Tells the steps that can be seen: of what was done before and stands in the week.
class Telling {
 public:
  Telling(const Agenda& agenda, const PersonState& state, const Catalogue& catalogue)
      : catalogue_(catalogue) {
    for (const Day& day : agenda.week) {
      for (const Item& item : day.items) {
        auto& minutes = planned_[item.exercise];
        minutes = std::max(minutes, item.per_day * item.dose.minutes.value_or(0));
      }
    }
    for (const record::Session& session : state.sessions) {
      if (session.day > agenda.date) break;
      for (const auto& done : session.done) done_.insert(done.body.exercise.text());
    }
  }

  bool tells(const Move& move) const {
    const exercise::CatalogueRow& from = catalogue_.row(move.from.exercise);
    const exercise::CatalogueRow& to = catalogue_.row(move.to.exercise);
    const auto planned = planned_.find(to.exercise.id);
    if (planned == planned_.end() || !done_.contains(from.exercise.id)) return false;
    // A longer walk that the day has no room for is not told before it is asked for.
    const auto& minutes = to.path[move.to.dose].minutes;
    return move.why.verdict != "step up" || !minutes || *minutes <= planned->second;
  }

 private:
  const Catalogue& catalogue_;
  /// Exercises of the week, with their longest minutes a day.
  std::map<std::string, std::int32_t, std::less<>> planned_;
  std::set<std::string, std::less<>> done_;
};

void list_changes(Agenda& out, const PersonState& state, const Catalogue& catalogue,
                  const Course& course) {
  const Telling telling(out, state, catalogue);
  for (const auto& [id, standing] : course.standings) {
    for (const Move& m : standing.moves) {
      // A step of the same weekday a week ago was made after that day's agenda: it is told now.
      if (out.date.since(m.day) > 7 || !telling.tells(m)) continue;
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

Weeks choose_weeks(SituationBook& book, const Situation& s) {
  const std::int32_t week = s.day.since(s.at.plan_start) / 7;
  const Selection& now = *book.choices().choose(s.at, s.day, week);
  const bool two_weeks = s.day.since(s.at.plan_start) % 7 != 0;
  return {now, two_weeks ? *book.choices().choose(s.at, s.day, week + 1) : now};
}

void fill_week(Agenda& out, SituationBook& book, const Known& known) {
  const PersonState& state = book.state();
  const Catalogue& catalogue = book.catalogue();
  const Situation& s = known.s;
  Course course = known.course;
  std::optional<Flare> flare = known.flare;
  std::optional<LocalDate> easing = three_quarters_since(state, s.at, s.day);
  // On the day of a new usual pain or mode the week stays as it was chosen, and nothing goes up.
  const std::optional<PersonState> other = without_changes(state, s.day);
  std::optional<SituationBook> unchanged;
  if (other) unchanged.emplace(*other, catalogue, &book.memo());
  const Situation* before = unchanged ? unchanged->on(s.day) : nullptr;
  if (before != nullptr) {
    hold_places(course, s, *unchanged, *before);
    flare = hold_flare(flare, *unchanged, *before);
    easing = hold_three_quarters(easing, *unchanged, *before);
  }
  const auto [now, next] =
      before != nullptr ? choose_weeks(*unchanged, *before) : choose_weeks(book, s);
  out.week = lay_out_week({state, catalogue, s, course, now, next, flare, easing});
  out.gap = now.gap;
  out.attainable = now.attainable;
  list_unserved(out, catalogue, now.needs, s, course);
  list_changes(out, state, catalogue, course);
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
  SituationBook book(state, catalogue, &memo);
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
    fill_week(out, book, {*s, course, flare});
  }
  return out;
}

}  // namespace plumbline::care
