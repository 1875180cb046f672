// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/care/course.hpp"
#include "plumbline/care/flare.hpp"
#include "plumbline/care/situation.hpp"

namespace plumbline::care {

/// What the person or a clinician has to know today (rules 3.2 message, 3.5, 3.6, 2.7).
std::vector<Alert> compute_alerts(const record::PersonState& state, const Situation& situation,
                                  const Course& course, const std::optional<Flare>& flare);

}  // namespace plumbline::care
