// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "plumbline/care/situation.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// Whether an exercise was done in a session before a day.
bool done_before(const record::PersonState& state, const std::string& exercise, LocalDate before);

/// The highest place of a ladder whose exercise was done before a day, and never below its start
/// rung: what is easier than something known is not new.
std::size_t known_place(const record::PersonState& state, const exercise::Catalogue& catalogue,
                        const Situation& situation, const exercise::Ladder& ladder,
                        LocalDate before);

}  // namespace plumbline::care
