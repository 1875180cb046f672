// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plumbline/clinical/inflammatory.hpp"
#include "plumbline/clinical/screen_answers.hpp"
#include "plumbline/clinical/verdict.hpp"
#include "plumbline/clinical/vocabulary.hpp"
#include "plumbline/foundation/rationale.hpp"

namespace plumbline::clinical {

/// Everything the safety screen looks at. Absent means not asked.
struct TriageInput {
  /// Completed years, 0–120.
  std::int32_t age = 0;
  std::optional<Sex> sex;
  /// Days since this episode began, 0–36500.
  std::optional<std::int32_t> onset_days_ago;
  /// 0–1000; 0 is the first back pain ever.
  std::optional<std::int32_t> episodes_before;
  std::optional<Radiation> radiates;
  std::optional<bool> neuro_symptoms;
  std::optional<Region> region;
  std::optional<bool> improving;
  /// An empty set: none of these.
  std::optional<WordSet<Condition>> conditions;
  ScreenAnswers answers;
  std::optional<InflammatoryHistory> inflammatory;
  bool operator==(const TriageInput&) const = default;
};

/// A flag with one rule that used it, and what that rule concluded.
struct FlagFinding {
  FlagId id = FlagId::Ce1;
  /// `C1` … `C28`, or a section of the clinical rules with a name.
  std::string rule;
  Verdict verdict;
  bool operator==(const FlagFinding&) const = default;
};

/// Questions to ask again.
struct RecheckNotice {
  FlagSet flags;
  /// Days from this screen; 0 is at once.
  std::int32_t in_days = 0;
  bool operator==(const RecheckNotice&) const = default;
};

/// What the screen concludes.
struct Triage {
  /// The most urgent matching row.
  Verdict verdict;
  /// Every positive answer with each rule that used it; by flag, the most urgent rule first.
  std::vector<FlagFinding> flags;
  /// Condition words that filter exercises from now on.
  WordSet<Condition> filters;
  std::vector<RecheckNotice> recheck;
  /// One reason a matching row, the most urgent first.
  Rationale rationale;
  bool operator==(const Triage&) const = default;
};

/// Applies the combination table. Monotone: raising an answer from no to unsure to yes, adding a
/// positive answer, or adding a condition never makes any part of the verdict milder.
/// @source rules 2.1–2.3; open points: docs/decisions/0010-safety-readings.md
Triage compute_triage(const TriageInput& input);

}  // namespace plumbline::clinical
