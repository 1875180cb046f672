// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "plumbline/foundation/error.hpp"

namespace plumbline::exercise {

/// How much of an exercise is done in one session (or one bout), one side counted.
struct Dose {
  /// 1–10. A pyramid counts as one set (rules 1.2).
  std::int32_t sets = 1;
  /// Repetitions of each set; per side for one-sided exercises.
  std::optional<std::int32_t> reps;
  /// A pyramid such as 3-2-1; then `reps` is absent.
  std::vector<std::int32_t> reps_by_set;
  /// Seconds; of each repetition, or of the whole set where there are no repetitions.
  std::optional<std::int32_t> hold_s;
  std::optional<std::int32_t> minutes;

  bool operator==(const Dose&) const = default;
};

/// From start to ceiling, with how long one repetition takes.
struct DoseRange {
  Dose start;
  Dose ceiling;
  /// Seconds of one repetition without a hold; 4 unless the exercise says otherwise (rules 1.8).
  std::int32_t tempo_s = 4;
  /// Bouts a day for direction exercises, 1 otherwise.
  std::int32_t most_bouts = 1;
  bool operator==(const DoseRange&) const = default;
};

/// Repetitions of all sets, one side; absent where the dose has none.
std::optional<std::int32_t> repetitions(const Dose& dose);

/// Every dose from start to ceiling in the order of rules 1.8, one variable a step:
/// repetitions, hold, one set more. A step up never lightens the work: a new set starts at the
/// fewest repetitions that are no less than what was done before (docs/decisions/0005).
/// @returns at least one dose; the first is the start, the last the ceiling
/// @error Inconsistent  start and ceiling differ in shape, or the ceiling lies below the start
Result<std::vector<Dose>> make_dose_path(const DoseRange& range);

/// What the time of an item depends on besides its dose.
struct TimeOfItem {
  std::int32_t tempo_s = 4;
  /// 2 where both sides are done one after the other.
  std::int32_t sides = 1;
  std::int32_t rest_s = 30;
};

/// Seconds that an item takes, changing over included (rules 1.8). Breaths and cycles are
/// repetitions at breath tempo.
std::int32_t seconds_of(const Dose& dose, const TimeOfItem& time);

/// Load of a dose before the factor for bouts: level × sets × (repetitions, or hold ÷ 3, or
/// 10 × minutes). In thirds, so that it stays an integer.
std::int64_t load_in_thirds(const Dose& dose, std::int32_t level);

}  // namespace plumbline::exercise
