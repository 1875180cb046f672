// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "plumbline/clinical/profile.hpp"
#include "plumbline/clinical/screen_completeness.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// A day of a story; day 0 is the first day of the plan.
inline LocalDate story_day(std::int32_t d) { return LocalDate::from_days(20'000 + d); }

inline Instant story_time(std::int32_t d, std::int32_t hour) {
  return {(20'000LL + d) * 86'400'000 + hour * 3'600'000LL, 0};
}

/// Somebody of 40 with calm, long-standing pain of 3 and nothing else.
inline clinical::Profile story_profile() {
  clinical::Profile profile;
  profile.person.age = 40;
  profile.onset_days_ago = 400;
  profile.usual_pain = 3;
  profile.irritability = clinical::Irritability::Low;
  profile.conditions = WordSet<clinical::Condition>{};
  return profile;
}

/// The whole safety screen answered with "no" on day 0.
inline record::PersonState story_begin() {
  record::PersonState state;
  clinical::TriageInput screen;
  screen.age = 40;
  clinical::complete_screen().for_each([&](clinical::FlagId id) { screen.answers.set(id, {}); });
  state.screens.push_back({EntryId("screen"), story_time(0, 6), story_day(0), screen});
  state.safety.push_back(
      {EntryId("screen"), story_time(0, 6), story_day(0), {}, record::ScreenAnswered{screen}});
  return state;
}

}  // namespace plumbline::care
