// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "plumbline/clinical/profile.hpp"
#include "plumbline/foundation/rationale.hpp"

namespace plumbline::clinical {

/// Leg symptoms after words and body map were held against each other.
struct LegSymptoms {
  Radiation radiates = Radiation::None;
  bool neuro_symptoms = false;
  /// Words and map contradict each other: ask once.
  bool ask_once = false;
  Rationale rationale;
};

/// Takes the worse of what was said and what was painted.
/// @source rules 2.3, "Contradiction"
LegSymptoms compute_leg_symptoms(std::optional<Radiation> told, std::optional<bool> neuro_told,
                                 std::span<const PainArea> painted);

}  // namespace plumbline::clinical
