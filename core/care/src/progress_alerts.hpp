// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alert_list.hpp"
#include "plumbline/care/course.hpp"
#include "plumbline/care/situation.hpp"

namespace plumbline::care {

/// Something bad happened during the programme; said on any plan, locked or not.
void add_adverse_events(AlertList& out, const record::PersonState& state, const Situation& s);

/// Words about how the programme goes: worse, no better, goals met, agreed amounts.
void add_progress_alerts(AlertList& out, const record::PersonState& state, const Situation& s,
                         const Course& course);

}  // namespace plumbline::care
