// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "plumbline/clinical/movement_test.hpp"
#include "plumbline/clinical/vocabulary.hpp"
#include "plumbline/foundation/rationale.hpp"
#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// Whether a movement test may be done now.
enum class GateVerdict : std::uint8_t {
  Allowed,
  /// With a hand on something firm.
  AllowedWithSupport,
  Refused,
};

struct TestGate {
  GateVerdict verdict = GateVerdict::Refused;
  /// Why it is refused or needs support, most serious first; empty where it is allowed.
  Rationale reasons;
  /// The test ends when pain reaches this rating, 0–10 (usual pain + 2).
  std::int32_t stop_at_pain = 0;
  bool operator==(const TestGate&) const = default;
};

/// What the gate looks at.
struct TestGateInputs {
  /// Completed years.
  std::int32_t age = 0;
  std::optional<Sex> sex;
  /// Absent: not asked.
  std::optional<WordSet<Condition>> conditions;
  WordSet<DerivedFlag> derived;
  /// Absent reads as moderate (rules 1.4).
  std::optional<Irritability> irritability;
  /// 0–10.
  std::int32_t usual_pain = 0;
  /// Rating of knee pain, 0–10; absent: not told.
  std::optional<std::int32_t> knee_pain;
  /// An emergency or an urgent flag is open.
  bool urgent_flag_open = false;
  /// Chest pain, breathlessness or faintness on effort.
  bool heart_symptoms = false;
};

/// Whether a movement test may be done now, and where to stop it. Every refusal is stated. The
/// trunk-extensor test has no row in the rules and is refused like the hold that it is.
///
/// Conditions that were not asked count as osteoporosis from 65 years, for women and where the sex
/// is not told from 50. Knee pain that is stated without a rating refuses the chair stands.
///
/// @source rules 1.5, 1.1 (conditions not asked), 1.9 (filters)
TestGate gate(MovementTest test, const TestGateInputs& inputs);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::GateVerdict> {
  static constexpr std::string_view kWhat = "gate verdict";
  static constexpr std::array<std::string_view, 3> kWords = {"allowed", "allowed_with_support",
                                                             "refused"};
};

}  // namespace plumbline
