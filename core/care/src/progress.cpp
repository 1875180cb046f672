// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "progress.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "plumbline/clinical/score.hpp"

namespace plumbline::care {
namespace {

using clinical::Assessment;
using clinical::InstrumentId;
using record::PersonState;

/// @source rules 1.7: four weeks running; rules 2.4: two four-weekly checks
constexpr std::int32_t kFourWeeks = 28;
/// @source engineering choice: 10 is "as before", 9 is as good as that
constexpr std::int32_t kGoalMet = 9;
/// @source rules 2.4: out at TSK 32 or less
constexpr double kTskOut = 32;

std::vector<Assessment> scores_of(const PersonState& state, InstrumentId id, LocalDate day) {
  std::vector<Assessment> out;
  for (const auto& answered : state.instruments) {
    if (answered.day > day || answered.body.instrument != id) continue;
    const auto score = clinical::score(id, answered.body.answers);
    if (score && score->score) out.push_back({answered.day, *score->score});
  }
  return out;
}

/// Usual pain wherever it was told, in the order of time.
std::vector<Assessment> usual_pain_told(const PersonState& state, LocalDate day) {
  std::vector<Assessment> out;
  for (const auto& profile : state.profiles) {
    if (profile.day > day) continue;
    out.push_back({profile.day, static_cast<double>(clinical::usual_pain(profile.body))});
  }
  for (const auto& set : state.usual_pains) {
    if (set.day <= day) out.push_back({set.day, static_cast<double>(set.body.usual)});
  }
  std::ranges::stable_sort(out, {}, &Assessment::on);
  return out;
}

/// Goals as they stood on a day; empty where none was told.
std::vector<clinical::Goal> goals_on(const PersonState& state, LocalDate day) {
  std::vector<clinical::Goal> out;
  LocalDate from;
  for (const auto& profile : state.profiles) {
    if (profile.day > day) continue;
    out = profile.body.goals;
    from = profile.day;
  }
  for (const auto& set : state.goals) {
    if (set.day >= from && set.day <= day) out = set.body.goals;
  }
  return out;
}

bool goals_met(const PersonState& state, LocalDate day) {
  const std::vector<clinical::Goal> goals = goals_on(state, day);
  return !goals.empty() && std::ranges::all_of(goals, [](const clinical::Goal& g) {
    return g.score && *g.score >= kGoalMet;
  });
}

/// A change that matters, by a figure that was read in its source (others may never permit).
bool important_change(InstrumentId id, double first, double now) {
  const auto figure = clinical::minimal_important_change(id);
  const auto change = clinical::compute_change(id, first, now);
  return figure && figure->status == clinical::FigureStatus::Verified && change.mic_met &&
         *change.mic_met;
}

bool score_better(const PersonState& state, InstrumentId id, LocalDate day) {
  const std::vector<Assessment> told = scores_of(state, id, day);
  return told.size() >= 2 && important_change(id, told.front().score, told.back().score);
}

/// The first goals told, with those of them that are still goals, on the scale of `psfs`.
bool goals_better(const PersonState& state, LocalDate day) {
  if (state.profiles.empty()) return false;
  std::vector<clinical::Goal> first = state.profiles.front().body.goals;
  if (first.empty() && !state.goals.empty()) first = state.goals.front().body.goals;
  double before = 0;
  double after = 0;
  double count = 0;
  for (const clinical::Goal& now : goals_on(state, day)) {
    const auto same = std::ranges::find(first, now.activity, &clinical::Goal::activity);
    if (same == first.end() || !same->score || !now.score) continue;
    before += *same->score;
    after += *now.score;
    count += 1;
  }
  return count > 0 && important_change(InstrumentId::Psfs, before / count, after / count);
}

bool pain_changed(const PersonState& state, LocalDate day) {
  const std::vector<Assessment> told = usual_pain_told(state, day);
  return told.size() >= 2 &&
         important_change(InstrumentId::UsualPain, told.front().score, told.back().score);
}

/// Days on which anything was told that `is_finished` looks at.
std::set<LocalDate> days_told(const PersonState& state, LocalDate day) {
  std::set<LocalDate> out;
  const auto add = [&](const auto& list) {
    for (const auto& item : list) {
      if (item.day <= day) out.insert(item.day);
    }
  };
  add(state.profiles);
  add(state.goals);
  add(state.usual_pains);
  add(state.instruments);
  return out;
}

}  // namespace

std::optional<clinical::Deterioration> find_worsening(const PersonState& state, LocalDate day) {
  for (const InstrumentId id : {InstrumentId::Odi, InstrumentId::Rmdq24, InstrumentId::Nprs}) {
    if (auto found = clinical::find_deterioration(id, scores_of(state, id, day))) return found;
  }
  std::vector<Assessment> usual = usual_pain_told(state, day);
  for (const Assessment& a : scores_of(state, InstrumentId::UsualPain, day)) usual.push_back(a);
  return clinical::find_deterioration(InstrumentId::UsualPain, usual);
}

bool pain_is_better(const PersonState& state, LocalDate day) {
  const std::vector<Assessment> told = usual_pain_told(state, day);
  if (told.empty()) return false;
  /// @source rules 5.7: 30 %
  if (told.front().score <= 0) return told.back().score <= 0;
  return (told.front().score - told.back().score) * 10 >= told.front().score * 3;
}

bool function_is_better(const PersonState& state, LocalDate day) {
  for (const InstrumentId id :
       {InstrumentId::Odi, InstrumentId::Rmdq24, InstrumentId::Qbpds, InstrumentId::Psfs}) {
    if (score_better(state, id, day)) return true;
  }
  return goals_better(state, day);
}

bool is_finished(const PersonState& state, LocalDate day) {
  std::optional<LocalDate> since;
  for (const LocalDate told : days_told(state, day)) {
    const bool met =
        goals_met(state, told) || (pain_changed(state, told) && function_is_better(state, told));
    if (!met) since.reset();
    if (met && !since) since = told;
  }
  return since && day.since(*since) >= kFourWeeks;
}

bool may_leave_graded(const PersonState& state, LocalDate since, LocalDate day) {
  std::optional<LocalDate> first;
  std::optional<LocalDate> tsk_on;
  std::optional<LocalDate> start_on;
  bool out = false;
  for (const auto& answered : state.instruments) {
    if (answered.day < since || answered.day > day) continue;
    const InstrumentId id = answered.body.instrument;
    if (id != InstrumentId::Tsk17 && id != InstrumentId::StartBack9) continue;
    const auto score = clinical::score(id, answered.body.answers);
    const bool tsk = id == InstrumentId::Tsk17;
    const bool low = score && score->score &&
                     (tsk ? *score->score <= kTskOut : score->band && *score->band != "high");
    (tsk ? tsk_on : start_on) = low ? std::optional(answered.day) : std::nullopt;
    if (!low) first.reset();
    out = false;
    if (!tsk_on || !start_on) continue;
    if (!first) first = std::max(*tsk_on, *start_on);
    out = std::min(*tsk_on, *start_on).since(*first) >= kFourWeeks;
  }
  return out;
}

}  // namespace plumbline::care
