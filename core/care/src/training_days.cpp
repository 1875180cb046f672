// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "training_days.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "plumbline/care/reaction.hpp"
#include "plumbline/clinical/recheck.hpp"
#include "track.hpp"
#include "week_choices.hpp"

namespace plumbline::care {
namespace {

/// @source engineering choice: the fullest session is looked for as far back as rules 1.1 look for
/// the best week
constexpr std::int32_t kLookBack = 28;
/// @source rules 3.6: a break begins with the seventh day
constexpr std::int32_t kShortestBreak = 7;

/// Half of a start dose, rounded down as a flare-up rounds it, but never nothing.
std::int32_t half_of(std::int32_t asked) { return std::max(1, asked / 2); }

/// Half of the start dose; where an amount was not told, half of its sets.
bool half_done(const DoneTogether& done, const exercise::Dose& start) {
  if (done.sets == 0) return false;
  const bool half_sets = done.sets >= half_of(start.sets);
  if (const auto asked = exercise::repetitions(start)) {
    return done.repetitions ? *done.repetitions >= half_of(*asked) : half_sets;
  }
  if (start.minutes) return done.minutes ? *done.minutes * 2 >= *start.minutes : half_sets;
  if (!start.hold_s || !done.hold_s) return half_sets;
  return done.sets * *done.hold_s * 2 >= start.sets * *start.hold_s;
}

/// What was at least half done in one session.
struct Held {
  LocalDate day;
  /// Load of the start doses, in thirds: it says how much of a session it was, and nothing of pain.
  std::int64_t load = 0;
  std::int32_t exercises = 0;
};

Held held_in(const record::Session& session, const exercise::Catalogue& catalogue) {
  Held out{session.day};
  std::set<exercise::Catalogue::Index> seen;
  for (const auto& dated : session.done) {
    const ExerciseId& id = dated.body.exercise;
    const auto index = catalogue.find(id.text());
    if (!index || seen.contains(*index)) continue;
    const exercise::CatalogueRow& row = catalogue.row(*index);
    if (!half_done(join(session, id, dated.body.trial), row.path.front())) continue;
    seen.insert(*index);
    ++out.exercises;
    // Walking and mobility stand on days off too.
    if (row.exercise.kind != exercise::ExerciseClass::Aerobic) out.load += row.load_thirds.front();
  }
  return out;
}

/// Follows sessions and says which of them count.
class Counting {
 public:
  /// Half of what sessions usually hold is enough.
  bool counts(const Held& now, LocalDate profile_day) {
    loaded_ = loaded_ || now.load > 0;
    std::int64_t sum = 0;
    std::int64_t sessions = 0;
    for (const Held& h : counted_) {
      if (now.day.since(h.day) >= looked_back(now.day) || h.day < profile_day) continue;
      sum += size(h);
      ++sessions;
    }
    if (size(now) == 0 || size(now) * 2 * sessions < sum) return false;
    counted_.push_back(now);
    return true;
  }

 private:
  /// Unloaded work makes a session only for those who never did anything else.
  std::int64_t size(const Held& h) const { return loaded_ ? h.load : h.exercises; }

  /// While nothing counts the sessions before stay the measure, for four weeks more.
  std::int32_t looked_back(LocalDate day) const {
    if (counted_.empty()) return kLookBack;
    return kLookBack + std::min(day.since(counted_.back().day), kLookBack);
  }

  std::vector<Held> counted_;
  bool loaded_ = false;
};

LocalDate profile_day_at(const record::PersonState& state, LocalDate day) {
  LocalDate out = state.profiles.front().day;
  for (const auto& profile : state.profiles) {
    if (profile.day <= day) out = profile.day;
  }
  return out;
}

/// Exercises of which at least half of a start dose was done on a day.
std::set<exercise::Catalogue::Index> half_done_on(SituationBook& book, LocalDate day) {
  std::set<exercise::Catalogue::Index> out;
  for (const record::Session& session : book.state().sessions) {
    if (session.day != day) continue;
    for (const auto& dated : session.done) {
      const auto index = book.catalogue().find(dated.body.exercise.text());
      if (!index) continue;
      const DoneTogether done = join(session, dated.body.exercise, dated.body.trial);
      if (half_done(done, book.catalogue().row(*index).path.front())) out.insert(*index);
    }
  }
  return out;
}

/// At least half of the exercises that the choice laid on that day, however light they were: the
/// plan asked for no more.
bool did_what_was_laid(SituationBook& book, LocalDate day) {
  const LocalDate replan = last_replan_day(replan_days(book.state(), day), day);
  const Situation* s = book.on(replan);
  if (s == nullptr) return false;
  const std::int32_t days = day.since(s->at.plan_start);
  const Selection* choice = book.choices().choose(s->at, day, days / 7);
  // While this very week is being chosen nobody can have missed it.
  if (choice == nullptr) return true;
  const auto on_day = [&](exercise::DayMask mask) {
    return (static_cast<unsigned>(mask) >> static_cast<unsigned>(days % 7) & 1U) != 0;
  };
  if (!on_day(choice->frame.sessions)) return false;
  const std::set<exercise::Catalogue::Index> done = half_done_on(book, day);
  std::int32_t laid = 0;
  std::int32_t met = 0;
  for (const Chosen& chosen : choice->chosen) {
    const auto ladder = std::ranges::find(s->ladders, chosen.ladder, &exercise::Ladder::id);
    if (!on_day(chosen.days) || ladder == s->ladders.end()) continue;
    ++laid;
    met += std::ranges::any_of(done, [&](auto i) { return stands_on(*ladder, i).first; });
  }
  return !done.empty() && met * 2 >= laid;
}

/// A light session matters only where it stands in what would else be a break.
class Collecting {
 public:
  Collecting(SituationBook& book, bool every) : book_(book), every_(every) {}

  void full(LocalDate day) {
    settle(day);
    push(day);
  }
  void light(LocalDate day) { light_.push_back(day); }
  std::vector<LocalDate> take(LocalDate until) {
    settle(until);
    return std::move(out_);
  }

 private:
  void push(LocalDate day) {
    if (out_.empty() || out_.back() < day) out_.push_back(day);
  }
  void settle(LocalDate next) {
    const bool gap = !out_.empty() && next.since(out_.back()) >= kShortestBreak;
    for (const LocalDate day : light_) {
      if ((every_ || gap) && did_what_was_laid(book_, day)) push(day);
    }
    light_.clear();
  }

  SituationBook& book_;
  /// Every session is looked at, also where there is no gap.
  bool every_;
  std::vector<LocalDate> out_;
  std::vector<LocalDate> light_;
};

/// Agreed amounts grow by the number of sessions held (rules 3.4).
bool counts_sessions(const record::PersonState& state) {
  using enum clinical::CourseMode;
  return std::ranges::any_of(state.modes,
                             [](const auto& m) { return m.body.mode == GradedActivity; }) ||
         std::ranges::any_of(state.profiles,
                             [](const auto& p) { return p.body.mode == GradedActivity; });
}

}  // namespace

std::vector<LocalDate> training_days(SituationBook& book, LocalDate until) {
  const record::PersonState& state = book.state();
  if (state.profiles.empty()) return {};
  Counting counting;
  Collecting days(book, counts_sessions(state));
  for (const record::Session& session : state.sessions) {
    if (session.day > until) break;
    const LocalDate profile_day = profile_day_at(state, session.day);
    if (counting.counts(held_in(session, book.catalogue()), profile_day)) {
      days.full(session.day);
    } else {
      days.light(session.day);
    }
  }
  return days.take(until);
}

std::vector<LocalDate> full_training_days(const record::PersonState& state,
                                          const exercise::Catalogue& catalogue, LocalDate until) {
  std::vector<LocalDate> out;
  if (state.profiles.empty()) return out;
  Counting counting;
  for (const record::Session& session : state.sessions) {
    if (session.day > until) break;
    const LocalDate profile_day = profile_day_at(state, session.day);
    if (!counting.counts(held_in(session, catalogue), profile_day)) continue;
    if (out.empty() || out.back() < session.day) out.push_back(session.day);
  }
  return out;
}

std::optional<LocalDate> last_training_day(const std::vector<LocalDate>& days, LocalDate day) {
  const auto behind = std::ranges::upper_bound(days, day);
  if (behind == days.begin()) return std::nullopt;
  return *std::prev(behind);
}

std::vector<LongBreak> long_breaks(const std::vector<LocalDate>& days, LocalDate day) {
  std::vector<LongBreak> out;
  for (auto it = days.begin(); it != days.end() && *it <= day; ++it) {
    const auto next = std::next(it);
    const LocalDate until = next == days.end() ? day : std::min(*next, day);
    if (until.since(*it) >= clinical::kFourWeekly) out.push_back({*it, until});
  }
  return out;
}

std::int32_t weeks_ill(const record::PersonState& state, LocalDate from, LocalDate until) {
  std::optional<LocalDate> first;
  std::optional<LocalDate> last;
  for (const auto& symptom : state.symptoms) {
    const bool fever = symptom.body.what == clinical::SymptomWhat::Fever;
    if (!fever || symptom.day < from || symptom.day > until) continue;
    if (!first) first = symptom.day;
    last = symptom.day;
  }
  return first ? last->since(*first) / 7 + 1 : 0;
}

}  // namespace plumbline::care
