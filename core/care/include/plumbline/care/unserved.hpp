// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/care/course.hpp"
#include "plumbline/care/situation.hpp"
#include "plumbline/exercise/needs.hpp"

namespace plumbline::care {

/// Lists the needs whose target the laid-out week does not reach, with why (plan-engine, law 6): no
/// allowed exercise, few days a week, no minutes, rest between, session days only, growth that is
/// still to come, or others that come first.
void list_unserved(Agenda& out, const exercise::Catalogue& catalogue,
                   const std::vector<exercise::NeedTarget>& needs, const Situation& s,
                   const Course& course);

}  // namespace plumbline::care
