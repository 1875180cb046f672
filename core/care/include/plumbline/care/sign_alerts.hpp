// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/care/situation.hpp"

namespace plumbline::care {

/// What a reported symptom says at once, to the person and, where somebody has to look at it, to
/// the clinician (rules 2.7). Fever, dizziness and leg pain speak through `heed_signs` while there
/// is a plan.
std::vector<Alert> compute_sign_alerts(const record::PersonState& state, const Situation& s);

/// Questions that a reported symptom asks, until they are answered.
std::vector<DueCheck> compute_sign_checks(const record::PersonState& state, const Situation& s);

/// The questions that a symptom asks were answered after it.
bool sign_answered(const record::PersonState& state,
                   const record::Dated<record::SymptomReported>& sign, LocalDate day);

/// Whether only signs in a pregnancy hold the plan locked: then the maternity unit is rung.
bool is_maternity_lock(const record::PersonState& state, const Locked& locked);

}  // namespace plumbline::care
