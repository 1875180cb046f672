// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "plumbline/foundation/time.hpp"

namespace plumbline::care {

/// Whether something that goes on is said to the person today: for three days, then not for two
/// weeks (rules 5.18, docs/decisions/0028-what-is-said-how-often.md). A clinician is told
/// throughout, and dangers are no matter of budget.
bool is_said(LocalDate since, LocalDate today);

/// The same for what happens again and again.
/// @param raised  the days on which it happened, in ascending order
bool is_said(std::span<const LocalDate> raised, LocalDate today);

}  // namespace plumbline::care
