// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "training_days.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "plumbline/care/reaction.hpp"
#include "plumbline/clinical/recheck.hpp"

namespace plumbline::care {
namespace {

/// @source engineering choice: the fullest session is looked for as far back as rules 1.1 look for
/// the best week
constexpr std::int32_t kLookBack = 28;

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

}  // namespace

std::vector<LocalDate> training_days(const record::PersonState& state,
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
