// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "plumbline/clinical/blood_pressure_lock.hpp"
#include "plumbline/clinical/movement_test.hpp"
#include "plumbline/clinical/profile.hpp"
#include "plumbline/exercise/vocabulary.hpp"
#include "plumbline/foundation/rationale.hpp"
#include "plumbline/foundation/time.hpp"

namespace plumbline::exercise {

/// @source rules 1.4: late from 16 weeks
inline constexpr std::int32_t kLatePregnancyWeeks = 16;
/// @source rules 1.4: what bothers is asked again every 14 days
inline constexpr std::int32_t kDirectionAsked = 14;
/// Without an answer it lapses on that day, or after four weeks more where leg symptoms are recent
/// or the back is easily stirred up (docs/decisions/0027-how-bending-comes-back.md).
inline constexpr std::int32_t kDirectionLapses = 14;
inline constexpr std::int32_t kDirectionLapsesLater = 42;

/// What the flags of rules 1.4 and 1.9 follow from.
struct DerivedInputs {
  LocalDate today;
  /// Days since onset today.
  std::int32_t onset_days = 0;
  clinical::CourseMode mode = clinical::CourseMode::PainContingent;
  /// Days since the questions about worse and better were answered.
  std::int32_t direction_answered_days_ago = 0;
  std::vector<clinical::TestFinding> findings;
  /// Conditions that the safety screen filters by.
  WordSet<clinical::Condition> screen_filters;
  /// Where earlier readings have led; falls only by two readings below 150/95.
  clinical::BloodPressureLevel blood_pressure = clinical::BloodPressureLevel::Clear;
  bool centralises = false;
};

/// Flags, the filters that follow from conditions and flags, and what has to be asked once more.
struct Derived {
  WordSet<clinical::DerivedFlag> flags;
  WordSet<FilterWord> filters;
  /// Worse and better contradict each other or name nearly everything: no direction, mid-range
  /// only.
  bool neutral_only = false;
  /// What bothers was told long ago and not again: neither a direction nor leaving out bending goes
  /// on (rules 1.4).
  bool direction_lapsed = false;
  /// Days after the answer on which that happens.
  std::int32_t direction_lapses = kDirectionLapses;
  /// Bending or arching as it was told, lapsed or not.
  WordSet<FilterWord> told_intolerances;
  /// Painted leg symptoms contradict the answers; the worse reading was taken.
  bool leg_contradiction = false;
  /// Pregnant without weeks; read as late until told.
  bool ask_pregnancy_weeks = false;
  /// Symptoms below the knee, by answer or by the map.
  bool below_knee = false;
  Rationale rationale;
};

/// Computes the derived flags of rules 1.4 and the filtering words of rules 1.9.
Derived compute_derived(const clinical::Profile& profile, const DerivedInputs& inputs);

/// The start level of rules 1.2 with a reason for each cap.
struct StartLevel {
  /// 1–3
  std::int32_t level = 3;
  /// The same without the cap by usual pain; what the weekly choice is made with, so that more pain
  /// can only take away (rules 3.3).
  std::int32_t level_without_pain = 3;
  Rationale caps;
};

struct StartLevelInputs {
  std::int32_t usual_pain = 0;
  std::int32_t onset_days = 0;
  clinical::CourseMode mode = clinical::CourseMode::PainContingent;
  bool chair_stand_below_norm = false;
  bool screen_incomplete = false;
  /// Highest level that a clinician allows, 1–5; 5 where nothing is limited.
  std::int32_t clinician_limit = 5;
  /// Reopened after the person's own assessment (rules 2.5).
  bool reopened = false;
};

StartLevel compute_start_level(const clinical::Profile& profile, const Derived& derived,
                               const StartLevelInputs& inputs);

/// Irritability with the rule for a missing answer: moderate (rules 1.4).
clinical::Irritability irritability_of(const clinical::Profile& profile);

}  // namespace plumbline::exercise
