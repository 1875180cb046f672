// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "plumbline/clinical/triage.hpp"

namespace plumbline::clinical::screen {

/// The screen as the rows read it: absent details of time and course read as new, worsening and
/// unassessed; absent signs read as not told.
class ScreenView {
 public:
  explicit ScreenView(const TriageInput& input) : input_(input) {}

  const TriageInput& input() const { return input_; }
  std::int32_t age() const { return input_.age; }

  /// The answer after contradictions are read the worse way (rules 2.3).
  ScreenAnswer answer(FlagId id) const;
  bool yes(FlagId id) const { return answer(id) == ScreenAnswer::Yes; }
  bool unsure(FlagId id) const { return answer(id) == ScreenAnswer::Unsure; }
  bool positive(FlagId id) const { return answer(id) != ScreenAnswer::No; }
  /// A "no" with a positive sign beside it.
  bool contradicts_itself(FlagId id) const;
  /// What was told with the answer; nothing where it was not asked.
  const FlagAnswer& told(FlagId id) const;

  /// Began at most so many days ago, or not told when.
  bool began_within(FlagId id, std::int32_t days) const;
  /// Told to be getting worse, or not told.
  bool may_be_worsening(FlagId id) const;
  /// Told to be getting worse.
  bool said_worsening(FlagId id) const;
  bool assessed(FlagId id) const;
  /// The same for more than twelve weeks, and a clinician knows (rules 2.2).
  bool old_and_known(FlagId id) const;

  bool has(Condition condition) const;
  /// A fractured vertebra implies it (rules 1.9).
  bool osteoporosis() const;
  /// Cauda equina, leg weakness and cord answers with "yes" that are not old and known.
  FlagSet new_neurology() const;
  /// Numbness or tingling is told.
  bool neuro_symptoms() const { return input_.neuro_symptoms == std::optional<bool>(true); }
  /// Symptoms reach below the knee, by words or by the place of the pain.
  bool below_knee() const;
  /// The pain lies in the spine, or no place was told.
  bool spinal_pain() const;
  bool onset_within(std::int32_t days) const;
  bool onset_at_least(std::int32_t days) const;
  bool not_improving() const { return input_.improving == std::optional<bool>(false); }

 private:
  const TriageInput& input_;
};

}  // namespace plumbline::clinical::screen
