// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "plumbline/care/agenda.hpp"
#include "plumbline/care/situation.hpp"

namespace plumbline::care {

/// A session of the day begins with clearly more pain than usual: the short version is enough.
bool begins_badly(const record::Session& session, const Situation& situation);

/// The short version of a bad day (rules 3.2, `pre`): half the sets, and an easier rung of each
/// ladder above level 1; what has none is left out. Offered where a session of the day began with
/// pain two or more above the usual; not in graded activity, where that changes nothing (rules
/// 3.4). No item weighs more or takes longer than the one that it stands for.
std::optional<Day> make_short_version(const Day& today, const record::PersonState& state,
                                      const exercise::Catalogue& catalogue,
                                      const Situation& situation);

}  // namespace plumbline::care
