// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/care/alerts.hpp"
#include "plumbline/care/phase.hpp"
#include "plumbline/care/situation.hpp"

namespace plumbline::care {

/// Checks that are due from today on: safety, profile, usual pain, direction, the morning after.
std::vector<DueCheck> compute_due(const record::PersonState& state, const Situation& situation);

/// Ids of the education leaflets that fit.
std::vector<std::string> compute_education(const Situation& situation);

}  // namespace plumbline::care
