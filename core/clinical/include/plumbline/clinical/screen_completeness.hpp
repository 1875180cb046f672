// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "plumbline/clinical/screen_answers.hpp"
#include "plumbline/clinical/vocabulary.hpp"

namespace plumbline::clinical {

/// The questions that a complete screen answers: all but RF-IB1, which has a rule of its own, and
/// RF-PS1, which comes with a questionnaire.
/// @source rules 1.9
FlagSet complete_screen();

/// The questions that must be answered before any plan in the app: cauda equina, weak leg, cord,
/// and for the upper back also heart and great vessels.
/// @source rules 2.3; facts 1.6
FlagSet questions_before_plan(std::optional<Region> region);

/// Which questions were not asked. "Not asked" is never "no".
struct Completeness {
  /// Missing for a complete screen: caps the plan at level 2, with the screen due today.
  FlagSet missing;
  /// Missing among the questions before any plan: in the app the plan is locked.
  FlagSet missing_before_plan;
  bool complete() const { return missing.empty(); }
  bool operator==(const Completeness&) const = default;
};

/// @source rules 1.9, 2.3
Completeness screen_completeness(const ScreenAnswers& answers, std::optional<Region> region);

}  // namespace plumbline::clinical
