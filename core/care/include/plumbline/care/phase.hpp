// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "plumbline/care/agenda.hpp"
#include "plumbline/care/course.hpp"
#include "plumbline/care/flare.hpp"
#include "plumbline/care/situation.hpp"

namespace plumbline::care {

/// The stage of the programme (rules 1.7). It describes; the choice of exercises does not hang on
/// it.
Phase compute_phase(const record::PersonState& state, const exercise::Catalogue& catalogue,
                    const Situation& situation, const Course& course,
                    const std::optional<Flare>& flare);

}  // namespace plumbline::care
