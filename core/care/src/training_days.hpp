// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "plumbline/care/situation_book.hpp"

namespace plumbline::care {

/// Days of sessions that count as done (rules 3.6), ascending, each once. Measured without looking
/// at pain or at where it has led: half of what sessions usually hold, by start doses, or half of
/// the exercises that the choice laid on that day, however light (docs/decisions/0011, 0020).
std::vector<LocalDate> training_days(SituationBook& book, LocalDate until);

/// The part of them that needs no choice of a week: half of what sessions usually hold. Enough for
/// breaks of four weeks, in which there is a full session unless there is hardly any.
std::vector<LocalDate> full_training_days(const record::PersonState& state,
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
