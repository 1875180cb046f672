// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "plumbline/care/course.hpp"
#include "plumbline/care/flare.hpp"
#include "plumbline/care/situation.hpp"

namespace plumbline::care {

/// What a person would have been offered today without today's entries about usual pain and mode.
struct Unchanged {
  record::PersonState state;
  Situation situation;
  Course course;
};

/// Empty on a day without such an entry, and where the person has no profile without it.
std::optional<Unchanged> without_changes(const record::PersonState& state,
                                         const exercise::Catalogue& catalogue, LocalDate day);

/// Law 2d of rules 3.3: on the day of a change no item goes up. Lowers places that the change alone
/// raised.
void hold_places(Course& course, const Situation& now, const Unchanged& unchanged);

/// The flare that leaves less to do, of the one as it stands and the one without the change.
std::optional<Flare> hold_flare(const std::optional<Flare>& now, const Unchanged& unchanged);

}  // namespace plumbline::care
