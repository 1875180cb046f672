// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/care/agenda.hpp"
#include "plumbline/clinical/profile.hpp"
#include "plumbline/exercise/catalogue.hpp"

namespace plumbline::care {

/// The side that nerve work is done on: the painted one, or each where both or neither is painted.
ItemSide painful_side(const clinical::Profile& profile);

/// How many sides of an exercise are done one after the other: 1 or 2.
std::int32_t sides_done(const exercise::Exercise& exercise, const clinical::Profile& profile);

}  // namespace plumbline::care
