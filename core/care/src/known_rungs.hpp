// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "plumbline/care/situation.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// The highest place of a ladder whose exercise was done before a day, and never below its start
/// rung: what is easier than something known is not new.
std::size_t known_place(const record::PersonState& state, const exercise::Catalogue& catalogue,
                        const Situation& situation, const exercise::Ladder& ladder,
                        LocalDate before);

}  // namespace plumbline::care
