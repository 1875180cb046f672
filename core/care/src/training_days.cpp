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

std::int32_t exercises_done(const record::Session& session, const exercise::Catalogue& catalogue) {
  std::set<exercise::Catalogue::Index> counted;
  for (const auto& dated : session.done) {
    const ExerciseId& id = dated.body.exercise;
    const auto index = catalogue.find(id.text());
    if (!index) continue;
    const exercise::Dose& start = catalogue.row(*index).path.front();
    if (half_done(join(session, id, dated.body.trial), start)) counted.insert(*index);
  }
  return static_cast<std::int32_t>(counted.size());
}

}  // namespace

std::vector<LocalDate> training_days(const record::PersonState& state,
                                     const exercise::Catalogue& catalogue, LocalDate until) {
  struct Held {
    LocalDate day;
    std::int32_t exercises;
  };
  std::vector<Held> held;
  std::vector<LocalDate> out;
  for (const record::Session& session : state.sessions) {
    if (session.day > until) break;
    const std::int32_t exercises = exercises_done(session, catalogue);
    if (exercises == 0) continue;
    held.push_back({session.day, exercises});
    std::int32_t fullest = 0;
    for (const Held& h : held) {
      if (session.day.since(h.day) < kLookBack) fullest = std::max(fullest, h.exercises);
    }
    const bool counts = exercises * 2 >= std::min(fullest, kMostItems);
    if (counts && (out.empty() || out.back() < session.day)) out.push_back(session.day);
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
