// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/care/situation.hpp"

namespace plumbline::care {

/// Why part of a plan, or all of it, waits for somebody's word: a direction that was not told
/// again, an operation without an exercise opened.
std::vector<Alert> compute_plan_alerts(const Situation& s);

}  // namespace plumbline::care
