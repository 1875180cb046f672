// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "training_days.hpp"

#include <algorithm>
#include <set>

#include "plumbline/care/reaction.hpp"

namespace plumbline::care {
namespace {

/// @source engineering choice: the fullest session is looked for as far back as rules 1.1 look for
/// the best week
constexpr std::int32_t kLookBack = 28;
/// @source formats.md, plan: at most six items in a session
constexpr std::int32_t kMostItems = 6;

/// Half of the start dose; where an amount was not told, half of its sets.
bool half_done(const DoneTogether& done, const exercise::Dose& start) {
  if (done.sets == 0) return false;
  const bool half_sets = done.sets * 2 >= start.sets;
  if (const auto asked = exercise::repetitions(start)) {
    return done.repetitions ? *done.repetitions * 2 >= *asked : half_sets;
  }
  if (start.minutes) return done.minutes ? *done.minutes * 2 >= *start.minutes : half_sets;
  if (!start.hold_s || !done.hold_s) return half_sets;
  return done.sets * *done.hold_s * 2 >= start.sets * *start.hold_s;
}

/// The daily line (walking, relaxation, glides, direction) stands on days off too: it is a session
/// only for those who do nothing else.
bool is_session_work(const exercise::Exercise& e) {
  using enum exercise::ExerciseClass;
  const bool relaxes = e.serves == WordSet<exercise::Need>{exercise::Need::Relax};
  return !relaxes && e.kind != Aerobic && e.kind != Direction && e.kind != Nerve;
}

/// Exercises of one session that were at least half done.
struct Held {
  LocalDate day;
  std::int32_t work = 0;
  std::int32_t all = 0;
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
    ++out.all;
    if (is_session_work(row.exercise)) ++out.work;
  }
  return out;
}

/// At least half as many exercises as in the fullest session on the same day of the week.
bool counts(const std::vector<Held>& held) {
  const Held& now = held.back();
  const auto recent = [&](const Held& h) { return now.day.since(h.day) < kLookBack; };
  const bool any_work =
      std::ranges::any_of(held, [&](const Held& h) { return recent(h) && h.work > 0; });
  const auto size = [&](const Held& h) { return any_work ? h.work : h.all; };
  std::int32_t fullest = 0;
  for (const Held& h : held) {
    if (recent(h) && now.day.since(h.day) % 7 == 0) fullest = std::max(fullest, size(h));
  }
  return size(now) > 0 && size(now) * 2 >= std::min(fullest, kMostItems);
}

}  // namespace

std::vector<LocalDate> training_days(const record::PersonState& state,
                                     const exercise::Catalogue& catalogue, LocalDate until) {
  std::vector<Held> held;
  std::vector<LocalDate> out;
  for (const record::Session& session : state.sessions) {
    if (session.day > until) break;
    held.push_back(held_in(session, catalogue));
    if (counts(held) && (out.empty() || out.back() < session.day)) out.push_back(session.day);
  }
  return out;
}

std::optional<LocalDate> last_training_day(const std::vector<LocalDate>& days, LocalDate day) {
  const auto behind = std::ranges::upper_bound(days, day);
  if (behind == days.begin()) return std::nullopt;
  return *std::prev(behind);
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
