// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "plumbline/care/course.hpp"
#include "plumbline/care/flare.hpp"
#include "plumbline/care/situation_book.hpp"

namespace plumbline::care {

/// A person without the entries about usual pain and mode of a day; empty where there are none.
std::optional<record::PersonState> without_changes(const record::PersonState& state, LocalDate day);

/// Law 2d of rules 3.3: on the day of a change no item goes up. Lowers places that the change alone
/// raised.
/// @param unchanged  the person without the change
/// @param before     their situation on the same day
void hold_places(Course& course, const Situation& now, SituationBook& unchanged,
                 const Situation& before);

/// What leaves less to do, of the flare as it stands and the one without the change.
std::optional<Flare> hold_flare(const std::optional<Flare>& now, const SituationBook& unchanged,
                                const Situation& before);

/// The same for the return to full doses after a flare: the later day counts.
std::optional<LocalDate> hold_three_quarters(std::optional<LocalDate> now,
                                             const SituationBook& unchanged,
                                             const Situation& before);

}  // namespace plumbline::care
