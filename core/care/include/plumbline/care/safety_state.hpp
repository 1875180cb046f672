// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plumbline/care/profile_at.hpp"
#include "plumbline/clinical/triage.hpp"
#include "plumbline/foundation/rationale.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// Why there is no plan, or only a restful one.
struct Locked {
  clinical::Urgency urgency = clinical::Urgency::None;
  std::optional<clinical::Within> within;
  clinical::Lock lock = clinical::Lock::All;
  Rationale why;
  /// The first day of what waits for somebody to look at it; empty where nothing does.
  std::optional<LocalDate> unseen_since;
};

/// A safety check that is due.
struct SafetyCheck {
  std::string name;
  LocalDate due;
  Reason why;
};

/// What the safety screen says on a day.
struct SafetyState {
  std::optional<Locked> locked;
  /// Advice that does not lock.
  clinical::Urgency urgency = clinical::Urgency::None;
  std::optional<clinical::Within> within;
  Rationale advice;
  WordSet<clinical::Condition> filters;
  bool screen_complete = false;
  /// The first screen was never answered.
  bool never_screened = true;
  /// Reopened by the person's own assessment: the easiest level, start doses (rules 2.5).
  bool reopened = false;
  std::vector<SafetyCheck> checks;
  /// Thin bones and a flare, and the questions about a fracture wait for an answer: loaded work
  /// waits with them.
  bool bones_first = false;
  /// Longest time that a due check has waited, in days; 0 where none waits.
  std::int32_t overdue_days = 0;
};

/// Follows every safety entry up to the end of a day.
/// @param training  days of sessions that count as done, from which breaks are counted (rules 3.6)
SafetyState compute_safety(const record::PersonState& state, const ProfileAt& profile,
                           const std::vector<LocalDate>& training, LocalDate day);

/// How long the longest waiting safety check has waited on a day, in days; 0 where none waits.
/// Cheaper than the whole state: for every session of a long journal.
/// @param profile  the person at some day before or at `day`
std::int32_t overdue_check_days(const record::PersonState& state, const ProfileAt& profile,
                                const std::vector<LocalDate>& training, LocalDate day);

}  // namespace plumbline::care
