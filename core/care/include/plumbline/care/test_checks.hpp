// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/care/situation.hpp"

namespace plumbline::care {

/// Movement tests that would tell the plan something and that the person may do now (rules 1.5,
/// 1.6, 3.5). What the gate refuses is not due.
std::vector<DueCheck> compute_test_checks(const record::PersonState& state,
                                          const Situation& situation);

}  // namespace plumbline::care
