// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "plumbline/clinical/change.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

// How a programme goes over weeks, from questionnaires, goals and entries of usual pain. No report
// of pain in sessions, mornings and flares is looked at.

/// A lasting worsening of usual pain or of a score (rules 3.6); empty where nothing is confirmed.
std::optional<clinical::Deterioration> find_worsening(const record::PersonState& state,
                                                      LocalDate day);

/// Usual pain at least 30 % below the first one told.
bool pain_is_better(const record::PersonState& state, LocalDate day);

/// Function better than at first by the smallest change that matters, on any scale or by the goals.
bool function_is_better(const record::PersonState& state, LocalDate day);

/// Goals met, or pain and function changed by their smallest important change, for four weeks
/// running (rules 1.7).
bool is_finished(const record::PersonState& state, LocalDate day);

/// TSK of 32 or less and STarT not high on two checks four weeks apart, both after `since`
/// (rules 2.4).
bool may_leave_graded(const record::PersonState& state, LocalDate since, LocalDate day);

}  // namespace plumbline::care
