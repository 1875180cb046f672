// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "plumbline/clinical/vocabulary.hpp"
#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/exercise/vocabulary.hpp"
#include "plumbline/foundation/rationale.hpp"

namespace plumbline::exercise {

/// Everything about a person that can keep an exercise out of their plan.
struct Circumstances {
  /// Conditions and derived flags, with what they imply already added.
  WordSet<FilterWord> filters;
  /// Conditions were not asked and the age is one at which bones may be thin (rules 1.1).
  bool bone_health_unknown = false;
  WordSet<clinical::ExcludedPosition> excluded_positions;
  WordSet<clinical::Equipment> equipment;
  bool direction_extension = false;
  /// Leg symptoms moved toward the spine after a direction exercise twice running (rules 1.4).
  bool centralises = false;
  /// All of the tensioner's own conditions are met (catalogue gate).
  bool nerve_tensioner_ready = false;
  /// Nerve pain at the front of the thigh only.
  bool anterior_thigh = false;
  /// Unlocked by a clinician for now.
  std::set<std::string, std::less<>> unlocked;
  /// Left out by the person or a clinician, with the reason.
  std::map<std::string, std::string, std::less<>> left_out;
};

/// The exercise may be prescribed; only in the modified version for the named words.
struct Admitted {
  WordSet<FilterWord> modified;
};

/// The exercise is never prescribed as things stand.
struct Excluded {
  Reason reason;
};

using Admission = std::variant<Admitted, Excluded>;

/// Applies every hard exclusion to one exercise. Fails closed: what needs an unlock and has none is
/// excluded.
Admission admit(const Exercise& exercise, const Circumstances& person);

/// The longest hold in seconds that these filters allow; absent where there is no limit.
std::optional<std::int32_t> longest_hold(WordSet<FilterWord> filters);

}  // namespace plumbline::exercise
