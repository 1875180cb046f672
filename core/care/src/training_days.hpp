// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// Days of sessions that count as done: at least half of what was asked (rules 3.6), ascending,
/// each once. Measured without looking at pain or at where it has led: an exercise counts with half
/// of its start dose, a session with half as many exercises as the fullest one on the same weekday
/// of the last 28 days (docs/decisions/0011).
std::vector<LocalDate> training_days(const record::PersonState& state,
                                     const exercise::Catalogue& catalogue, LocalDate until);

/// The last training day at or before `day`.
std::optional<LocalDate> last_training_day(const std::vector<LocalDate>& days, LocalDate day);

/// Four weeks or more without a training day, so far.
struct LongBreak {
  /// The training day before it.
  LocalDate from;
  /// The next training day, or the day that was asked about.
  LocalDate until;
};

/// The long breaks up to `day`, in order (rules 2.6, 3.6).
std::vector<LongBreak> long_breaks(const std::vector<LocalDate>& days, LocalDate day);

/// Weeks of a break in which the person was ill with fever, begun weeks counted whole.
std::int32_t weeks_ill(const record::PersonState& state, LocalDate from, LocalDate until);

}  // namespace plumbline::care
