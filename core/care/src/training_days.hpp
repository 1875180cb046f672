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

/// The last training day at or before `day`.
std::optional<LocalDate> last_training_day(const std::vector<LocalDate>& days, LocalDate day);

/// Weeks of a break in which the person was ill with fever, begun weeks counted whole.
std::int32_t weeks_ill(const record::PersonState& state, LocalDate from, LocalDate until);

}  // namespace plumbline::care
