// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/care/course.hpp"
#include "plumbline/care/selection.hpp"

namespace plumbline::care {

struct WishInputs {
  const exercise::Catalogue& catalogue;
  const Situation& situation;
  const Course& course;
  const Selection& selection;
};

/// Answers whoever asked for an exercise that is not in the plan: why it is not (plan-engine,
/// Gate 2; rules 1.8).
void add_wish_alerts(std::vector<Alert>& out, const WishInputs& inputs);

}  // namespace plumbline::care
