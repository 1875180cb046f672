// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "plumbline/clinical/blood_pressure_lock.hpp"
#include "plumbline/clinical/movement_test.hpp"
#include "plumbline/clinical/profile.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// The person as known at the end of a day: the latest profile with everything that later entries
/// changed in it.
struct ProfileAt {
  /// The day asked about.
  LocalDate day;
  clinical::Profile profile;
  EntryId entry;
  /// Day of the very first profile: its weekday begins every plan week.
  LocalDate plan_start;
  /// Day of the profile entry that this is.
  LocalDate profile_day;
  /// Last day on which something clinical in the profile changed; plans begin anew there.
  LocalDate epoch_start;
  /// Days since onset on the day asked about.
  std::int32_t onset_days = 0;
  std::int32_t usual_pain = 0;
  std::int32_t usual_leg_pain = 0;
  /// Last day on which usual pain was raised; no step up for 14 days after it.
  std::optional<LocalDate> usual_raised_on;
  std::optional<LocalDate> usual_set_on;
  clinical::CourseMode mode = clinical::CourseMode::PainContingent;
  /// Last day on which the mode changed after the first profile.
  std::optional<LocalDate> mode_set_on;
  /// The mode has held since then: `mode_set_on`, else the first day.
  LocalDate mode_since;
  /// Graded activity was asked for but is off with these conditions (rules 1.9).
  bool quota_refused = false;
  /// Where the readings of blood pressure have led; falls only by two low ones (rules 1.9).
  clinical::BloodPressureLevel blood_pressure = clinical::BloodPressureLevel::Clear;
  clinical::MovementTests tests;
  std::vector<clinical::TestFinding> findings;
  bool high_psychological_risk = false;
  bool poor_sleep = false;
  /// Goals or important changes were held for four weeks: at most two sessions a week. Follows from
  /// goals, questionnaires and usual pain, never from reports of a day (rules 1.7).
  bool keeps_going = false;
};

/// Empty before the first profile.
std::optional<ProfileAt> profile_at(const record::PersonState& state, LocalDate day);

}  // namespace plumbline::care
