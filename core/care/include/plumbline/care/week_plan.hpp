// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/care/course.hpp"
#include "plumbline/care/flare.hpp"
#include "plumbline/care/selection.hpp"
#include "plumbline/care/situation.hpp"

namespace plumbline::care {

/// The two plan weeks that seven printed days can touch, and where the person stands.
struct WeekPlanInputs {
  const record::PersonState& state;
  const exercise::Catalogue& catalogue;
  /// The situation on the day of the agenda.
  const Situation& situation;
  const Course& course;
  const Selection& this_week;
  const Selection& next_week;
  std::optional<Flare> flare;
  /// From when on three quarters are laid after a flare, until each exercise was done once.
  std::optional<LocalDate> three_quarters_since = {};
};

/// Lays the chosen exercises out on seven days from the situation's day on, with the doses that the
/// person stands at. Nothing here adds to a choice; flares and overdue checks only take away.
std::vector<Day> lay_out_week(const WeekPlanInputs& inputs);

/// The only exercises of a restful week: breathing, relaxation, ankle pumps (rules 2.1).
std::vector<Day> lay_out_rest(const exercise::Catalogue& catalogue, const Situation& situation);

}  // namespace plumbline::care
