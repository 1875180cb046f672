// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/care/profile_at.hpp"
#include "plumbline/care/situation.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// Usual pain or mode is told on this day: nothing goes up on it (rules 3.3, 2d).
bool changes_on(const record::PersonState& state, LocalDate day);

/// Nothing may go up on this day: usual pain or mode change, usual pain was raised within 14 days,
/// or a safety check or the question about usual pain has waited for more than a week. Looks at no
/// report of pain.
/// @param at  the person at some day before or at `day`
/// @param training  days of sessions that count as done
bool steps_are_held(const record::PersonState& state, const ProfileAt& at,
                    const std::vector<LocalDate>& training, LocalDate day);

/// One step of an exercise in seven days: for older people, with thin bones, in late pregnancy and
/// at first.
bool goes_slowly(const Situation& s, LocalDate day);

}  // namespace plumbline::care
