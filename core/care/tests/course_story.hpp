// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/care/course.hpp"
#include "story_begin.hpp"

namespace plumbline::care {

/// A small catalogue: one control exercise, 1x6 1x7 1x8 1x10 2x6 2x7 2x8 2x10 (places 0–7).
inline exercise::Exercise control(std::string id, std::int32_t level = 1) {
  exercise::Exercise e;
  e.id = std::move(id);
  e.level = level;
  e.serves = {exercise::Need::DeepAbdominal};
  e.positions = {{clinical::Position::Supine}};
  e.dose = {.start = {.sets = 1, .reps = 6}, .ceiling = {.sets = 2, .reps = 10}};
  return e;
}

/// How a session of the exercise went; by default everything was fine at usual pain 3.
struct Went {
  std::int32_t during = 3;
  std::int32_t before = 3;
  std::int32_t effort = 3;
  /// Of 2 sets.
  std::int32_t reps = 10;
  bool painkiller = false;
  bool form_ok = true;
};

/// Somebody's sessions and mornings, told day by day. Day 0 is the first day of the plan.
class Story {
 public:
  explicit Story(std::vector<exercise::Exercise> exercises = {control("row")})
      : catalogue_(*exercise::Catalogue::make(std::move(exercises))) {}

  clinical::Profile& profile() { return profile_; }

  /// A session at noon of a day.
  Story& session(std::int32_t d, const Went& went = {}, const char* exercise = "row") {
    record::ExerciseDone done;
    done.session = SessionId("session " + std::to_string(d));
    done.exercise = ExerciseId(exercise);
    done.sets = 2;
    done.reps = went.reps;
    done.pain_before = went.before;
    done.pain_during = went.during;
    done.effort_cr10 = went.effort;
    done.painkiller = went.painkiller;
    done.form_ok = went.form_ok;
    record::Session session{
        done.session, at(d, 12), day(d), went.before, record::SessionEnd::Complete, {}};
    session.done.push_back({EntryId("done"), at(d, 12), day(d), done});
    state_.sessions.push_back(std::move(session));
    return *this;
  }
  /// What was used in the session told last.
  Story& with(const record::Resistance& used, std::optional<std::int32_t> rir = {}) {
    state_.sessions.back().done.front().body.resistance = used;
    state_.sessions.back().done.front().body.rir = rir;
    return *this;
  }
  /// Some minutes of an exercise at noon of a day.
  Story& minutes(std::int32_t d, double minutes, const char* exercise) {
    session(d, {}, exercise);
    record::ExerciseDone& done = state_.sessions.back().done.front().body;
    done.reps.reset();
    done.sets = 1;
    done.minutes = minutes;
    return *this;
  }
  /// The answer at seven on the morning of a day.
  Story& morning(std::int32_t d, std::int32_t pain = 3, bool woken_more = false) {
    state_.mornings.push_back(
        {EntryId("morning"), at(d, 7), day(d), {pain, std::nullopt, woken_more}});
    return *this;
  }
  /// A session with a good morning after it.
  Story& good(std::int32_t d) { return session(d).morning(d + 1); }
  Story& good(std::initializer_list<std::int32_t> days) {
    for (const std::int32_t d : days) good(d);
    return *this;
  }
  /// The sessions told last on one day are one.
  Story& together() {
    std::vector<record::Session>& all = state_.sessions;
    while (all.size() > 1 && all[all.size() - 2].day == all.back().day) {
      const std::vector<record::Dated<record::ExerciseDone>> done = all.back().done;
      all.pop_back();
      all.back().done.insert(all.back().done.end(), done.begin(), done.end());
    }
    return *this;
  }
  /// A trial session: one set until one would like to stop.
  Story& trial(std::int32_t d, std::int32_t reps, std::int32_t during = 3) {
    session(d, {.during = during, .reps = reps});
    record::ExerciseDone& done = state_.sessions.back().done.front().body;
    done.sets = 1;
    done.trial = true;
    return *this;
  }
  Story& mode(std::int32_t d, clinical::CourseMode mode) {
    state_.modes.push_back({EntryId("mode"), at(d, 6), day(d), {mode}});
    return *this;
  }
  /// The whole safety screen answered with "no" at noon.
  Story& screened(std::int32_t d) {
    const clinical::TriageInput screen = state_.screens.front().body;
    state_.screens.push_back({EntryId("screen"), at(d, 12), day(d), screen});
    state_.safety.push_back(
        {EntryId("screen"), at(d, 12), day(d), {}, record::ScreenAnswered{screen}});
    return *this;
  }
  Story& fever(std::int32_t d) {
    state_.symptoms.push_back(
        {EntryId("fever"), at(d, 9), day(d), {clinical::SymptomWhat::Fever, std::nullopt}});
    return *this;
  }
  Story& scored(std::int32_t d, clinical::InstrumentId id,
                std::vector<clinical::ItemAnswer> answers) {
    state_.instruments.push_back({EntryId("scored"), at(d, 9), day(d), {id, std::move(answers)}});
    return *this;
  }
  Story& goal(std::int32_t d, std::int32_t score) {
    state_.goals.push_back({EntryId("goal"), at(d, 9), day(d), {{{"walk the dog", score}}}});
    return *this;
  }
  Story& adverse(std::int32_t d, std::string what) {
    state_.adverse_events.push_back({EntryId("event"), at(d, 9), day(d), {what, day(d), {}}});
    return *this;
  }
  Story& usual(std::int32_t d, std::int32_t pain) {
    state_.usual_pains.push_back({EntryId("usual"), at(d, 6), day(d), {pain, std::nullopt}});
    return *this;
  }
  Story& flare(std::int32_t d) {
    state_.flares.push_back({EntryId("flare"), at(d, 8), day(d), {}});
    return *this;
  }
  /// A painted map with lumbar pain.
  Story& painted(std::int32_t d, std::int32_t pain) {
    record::BodymapPainted map{{{clinical::Region::Lumbar, clinical::Side::Center, pain, {}}}};
    state_.bodymaps.push_back({EntryId("map"), at(d, 6), day(d), map});
    return *this;
  }
  Story& profile_again(std::int32_t d, const clinical::Profile& profile) {
    later_.push_back({EntryId("profile"), at(d, 6), day(d), profile});
    return *this;
  }

  record::PersonState state() const {
    record::PersonState state = state_;
    state.profiles.push_back({EntryId("profile"), at(0, 5), day(0), profile_});
    state.profiles.insert(state.profiles.end(), later_.begin(), later_.end());
    return state;
  }
  Course course(std::int32_t d) const {
    const record::PersonState known = state();
    const auto situation = compute_situation(known, catalogue_, day(d));
    return compute_course(known, catalogue_, *situation);
  }
  SafetyState safety(std::int32_t d) const {
    const record::PersonState known = state();
    return compute_situation(known, catalogue_, day(d))->safety;
  }
  Agenda agenda(std::int32_t d) const { return *compute_agenda(state(), catalogue_, day(d)); }
  /// Whether an alert of a rule speaks to somebody on a day.
  bool says(std::int32_t d, std::string_view rule, Recipient to = Recipient::Person) const {
    return std::ranges::any_of(agenda(d).alerts, [&](const Alert& alert) {
      return alert.why.rule == rule && alert.to == to;
    });
  }
  /// The place on the ladder at the end of a day.
  std::size_t place(std::int32_t d, const char* ladder = "row") const {
    return course(d).standings.at(ladder).position;
  }

  /// Rung and dose at the end of a day.
  exercise::Step step(std::int32_t d, const char* ladder = "row") const {
    const auto situation = compute_situation(state(), catalogue_, day(d));
    const auto found = std::ranges::find(situation->ladders, ladder, &exercise::Ladder::id);
    return found->steps.at(place(d, ladder));
  }

  static LocalDate day(std::int32_t d) { return story_day(d); }

 private:
  static Instant at(std::int32_t d, std::int32_t hour) { return story_time(d, hour); }

  exercise::Catalogue catalogue_;
  clinical::Profile profile_ = story_profile();
  std::vector<record::Dated<clinical::Profile>> later_;
  record::PersonState state_ = story_begin();
};

/// Two rungs of a loaded exercise, 1x6 to 2x10 each; the second is of level 2.
inline std::vector<exercise::Exercise> two_rungs() {
  exercise::Exercise easy = control("row");
  exercise::Exercise harder = control("row_b", 2);
  easy.progress = "row_b";
  harder.regress = "row";
  return {easy, harder};
}

/// Three steps up the ladder, the last session on day 16.
inline Story at_place_three() { return Story().good({0, 2, 7, 9, 14, 16}); }

}  // namespace plumbline::care
