// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "plumbline/clinical/profile.hpp"
#include "plumbline/exercise/vocabulary.hpp"
#include "plumbline/foundation/rationale.hpp"

namespace plumbline::exercise {

/// A need with its weekly target and why it is there.
struct NeedTarget {
  Need need = Need::Aerobic;
  /// How much it matters, 1–10.
  std::int32_t weight = 1;
  /// Days a week, 1–7.
  std::int32_t days = 3;
  Reason why;
};

/// What the needs follow from, beyond the profile itself.
struct NeedInputs {
  WordSet<clinical::DerivedFlag> derived;
  clinical::CourseMode mode = clinical::CourseMode::PainContingent;
  /// Days since onset on the first day of the week.
  std::int32_t onset_days = 0;
  /// Weeks since the plan began; 0 is the first plan.
  std::int32_t plan_week = 0;
  std::int32_t days_per_week = 3;
  bool high_psychological_risk = false;
  bool chair_stand_below_norm = false;
  bool weak_trunk_extensors = false;
  bool uneven_side_bridge = false;
  bool poor_sleep = false;
};

/// The needs of rules 1.6 for one plan week, in the order of their words. Aerobic and relaxation
/// stand on the daily line; the others are for the weekly solver.
std::vector<NeedTarget> compute_needs(const clinical::Profile& profile, const NeedInputs& inputs);

/// Needs that an exercise's words count for: abdominal and side-trunk work serves deep abdominal
/// control as well (rules 1.6).
WordSet<Need> counted_needs(WordSet<Need> serves);

/// The painted upper back outweighs the lower one (thoracic and cervical; rules 1.6).
bool upper_back_first(const clinical::Profile& profile);

/// A goal asks for bending or lifting, by words in English, German or Spanish.
bool goal_asks_for_function(const clinical::Profile& profile);

}  // namespace plumbline::exercise
