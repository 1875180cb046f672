// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "plumbline/care/agenda.hpp"
#include "story_begin.hpp"

namespace plumbline::care {

using clinical::Position;
using exercise::Exercise;
using exercise::ExerciseClass;
using exercise::Need;

inline Exercise reps(std::string id, std::int32_t level, WordSet<Need> serves, std::int32_t sets,
                     std::int32_t count) {
  Exercise e;
  e.id = std::move(id);
  e.level = level;
  e.serves = serves;
  e.positions = {{Position::Supine}};
  e.dose = {.start = {.sets = sets, .reps = count}, .ceiling = {.sets = 3, .reps = 12}};
  return e;
}

inline Exercise timed(std::string id, ExerciseClass kind, Need need, std::int32_t from,
                      std::int32_t to) {
  Exercise e;
  e.id = std::move(id);
  e.kind = kind;
  e.serves = {need};
  e.positions = {{Position::Standing}, {Position::Sitting}};
  e.dose = {.start = {.minutes = from}, .ceiling = {.minutes = to}};
  return e;
}

/// Marching and walking, breathing, a ladder of belly work (levels 1 to 4), hip work of levels 1
/// and 2, mobility, a direction exercise of up to five bouts, and a warm-up on a chair.
inline std::vector<Exercise> small_catalogue() {
  std::vector<Exercise> all;
  Exercise march = timed("march_in_place", ExerciseClass::Aerobic, Need::Aerobic, 1, 5);
  Exercise walking = timed("walking", ExerciseClass::Aerobic, Need::Aerobic, 5, 30);
  walking.positions = {{Position::Standing}};
  march.progress = "walking";
  walking.regress = "march_in_place";
  walking.contraindications = {
      {exercise::FilterWord::StenosisLike, exercise::ExclusionStrength::Modified}};
  all.insert(all.end(), {march, walking});
  Exercise breathing = timed("diaphragm_breathing", ExerciseClass::Yoga, Need::Relax, 3, 10);
  breathing.positions = {{Position::Supine}};
  all.push_back(breathing);
  const char* kBelly[] = {"belly_1", "belly_2", "belly_3", "belly_4"};
  for (std::int32_t level = 1; level <= 4; ++level) {
    Exercise e = reps(kBelly[level - 1], level, {Need::DeepAbdominal}, level > 2 ? 2 : 1, 6);
    if (level > 1) e.regress = kBelly[level - 2];
    if (level < 4) e.progress = kBelly[level];
    all.push_back(e);
  }
  all.push_back(reps("hip_1", 1, {Need::Glutes}, 2, 8));
  all.push_back(reps("hip_2", 2, {Need::Glutes}, 2, 8));
  all.push_back(reps("neck_1", 1, {Need::Neck}, 1, 8));
  Exercise rock = reps("rock", 1, {Need::LumbarMobility}, 1, 6);
  rock.kind = ExerciseClass::Flexibility;
  rock.bias = exercise::Bias::FlexionExtension;
  all.push_back(rock);
  Exercise bend = reps("bend_back", 1, {Need::DirectionExtension}, 1, 5);
  bend.kind = ExerciseClass::Direction;
  bend.bias = exercise::Bias::Extension;
  bend.gate = exercise::Gate::DirectionExtension;
  bend.dose = {.start = {.sets = 1, .reps = 5}, .ceiling = {.sets = 1, .reps = 10}};
  bend.dose.most_bouts = 5;
  all.push_back(bend);
  Exercise chair = reps("seated_rotation", 1, {Need::ThoracicMobility}, 1, 6);
  chair.kind = ExerciseClass::Flexibility;
  chair.positions = {{Position::Sitting}};
  all.push_back(chair);
  return all;
}

inline Exercise unloaded(std::string id, std::int32_t level) {
  Exercise e = reps(std::move(id), level, {Need::LumbarMobility}, 1, 6);
  e.kind = ExerciseClass::Flexibility;
  return e;
}

/// Somebody's days; day 0 is the first day of the plan.
class DayStory {
 public:
  DayStory() : exercises_(small_catalogue()) {
    profile_.pain = {{clinical::Region::Lumbar, clinical::Side::Center, 3, {}}};
    profile_.minutes_per_day = 25;
    profile_.days_per_week = 3;
  }

  clinical::Profile& profile() { return profile_; }
  record::PersonState& state() { return state_; }

  /// A session at nine that begins with `pain`.
  DayStory& session(std::int32_t d, std::int32_t pain, const std::string& exercise = {},
                    record::LegSymptoms leg = record::LegSymptoms::None) {
    record::Session session{SessionId("s" + std::to_string(d)), at(d, 9), day(d), pain, {}, {}};
    if (!exercise.empty()) {
      record::ExerciseDone done;
      done.session = session.id;
      done.exercise = ExerciseId(exercise);
      done.sets = 1;
      done.reps = 6;
      done.pain_before = pain;
      done.pain_during = pain;
      done.leg_symptoms = leg;
      session.done.push_back({EntryId("done"), at(d, 10), day(d), done});
    }
    state_.sessions.push_back(std::move(session));
    return *this;
  }
  DayStory& symptom(std::int32_t d, clinical::SymptomWhat what) {
    state_.symptoms.push_back({EntryId("symptom"), at(d, 11), day(d), {what, {}}});
    return *this;
  }
  /// The same as the ledger of locks sees it.
  DayStory& locking_symptom(std::int32_t d, clinical::SymptomWhat what) {
    const std::string id = "symptom " + std::to_string(state_.symptoms.size());
    state_.symptoms.push_back({EntryId(id), at(d, 11), day(d), {what, {}}});
    state_.safety.push_back(
        {EntryId(id), at(d, 11), day(d), {}, record::SymptomReported{what, {}}});
    return *this;
  }
  /// The safety screen answered with "no" at noon.
  DayStory& screened(std::int32_t d) {
    const clinical::TriageInput screen = state_.screens.front().body;
    state_.screens.push_back({EntryId("again"), at(d, 12), day(d), screen});
    return *this;
  }
  DayStory& add(Exercise exercise) {
    exercises_.push_back(std::move(exercise));
    return *this;
  }
  Exercise& exercise(const std::string& id) {
    return *std::ranges::find(exercises_, id, &Exercise::id);
  }
  DayStory& swap(std::int32_t d, const char* from, const char* to = nullptr) {
    record::PlanSwap swap{ExerciseId(from), {}, "liked better"};
    if (to != nullptr) swap.to = ExerciseId(to);
    state_.swaps.push_back({EntryId("swap"), at(d, 8), day(d), swap});
    return *this;
  }
  DayStory& prescribe(std::int32_t d, const char* exercise) {
    record::ClinicianOverride body;
    body.set = {ExerciseId(exercise)};
    body.why = "asked for";
    state_.overrides.push_back({EntryId("override"), at(d, 8), day(d), body});
    return *this;
  }

  Agenda agenda(std::int32_t d) const {
    record::PersonState state = state_;
    state.profiles.push_back({EntryId("profile"), at(0, 5), day(0), profile_});
    return *compute_agenda(state, *exercise::Catalogue::make(exercises_), day(d));
  }

  static LocalDate day(std::int32_t d) { return story_day(d); }

  static Instant at(std::int32_t d, std::int32_t hour) { return story_time(d, hour); }

 private:
  std::vector<Exercise> exercises_;
  clinical::Profile profile_ = story_profile();
  record::PersonState state_ = story_begin();
};

inline const Item* find_item(const Day& day, const std::string& exercise) {
  const auto found = std::ranges::find(day.items, exercise, &Item::exercise);
  return found == day.items.end() ? nullptr : &*found;
}

/// On how many days of the week an exercise stands.
inline std::int64_t days_with(const Agenda& agenda, const std::string& exercise) {
  return std::ranges::count_if(agenda.week,
                               [&](const Day& day) { return find_item(day, exercise) != nullptr; });
}

/// A check that is due by the agenda's day.
inline bool is_due(const Agenda& agenda, const std::string& check) {
  return std::ranges::any_of(agenda.due, [&](const DueCheck& due) {
    return due.check == check && due.date <= agenda.date;
  });
}

inline bool alerted(const Agenda& agenda, const std::string& rule, Recipient to) {
  return std::ranges::any_of(agenda.alerts, [&](const Alert& alert) {
    return alert.why.rule == rule && alert.to == to && !alert.text.empty();
  });
}

}  // namespace plumbline::care
