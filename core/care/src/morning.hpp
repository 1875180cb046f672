// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

using Morning = record::Dated<record::MorningCheck>;

/// The morning answer that belongs to a session: the first one 8 to 72 hours after it and before
/// the next session, up to a day; null where there is none (rules 3.2).
const Morning* morning_after(const record::PersonState& state, const record::Session& session,
                             const record::Session* next, LocalDate until);

}  // namespace plumbline::care
