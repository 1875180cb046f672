// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/care/course.hpp"
#include "plumbline/care/flare.hpp"
#include "plumbline/care/situation.hpp"

namespace plumbline::care {

/// Checks that are due from today on: safety, profile, usual pain, direction, the morning after.
std::vector<DueCheck> compute_due(const record::PersonState& state, const Situation& situation);

/// The day on which usual pain is to be asked again: every 28 days, after a break of 28 days, and
/// on days 7 and 14 of new pain (rules 3.2, 3.5, 3.6). Looks at no report of pain.
/// @param at  the person at some day before or at `day`
LocalDate usual_pain_due(const record::PersonState& state, const ProfileAt& at, LocalDate day);

/// What the person or a clinician has to know today (rules 3.2 message, 3.5, 3.6, 2.7).
std::vector<Alert> compute_alerts(const record::PersonState& state, const Situation& situation,
                                  const Course& course, const std::optional<Flare>& flare);

/// The stage of the programme (rules 1.7). It describes; the choice of exercises does not hang on
/// it.
Phase compute_phase(const record::PersonState& state, const exercise::Catalogue& catalogue,
                    const Situation& situation, const Course& course,
                    const std::optional<Flare>& flare);

/// Ids of the education leaflets that fit.
std::vector<std::string> compute_education(const Situation& situation);

}  // namespace plumbline::care
