// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/exercise/catalogue.hpp"

namespace plumbline::cli {

/// The name of an exercise, or its id where it has none.
std::string name_of(const std::string& id, const exercise::Catalogue& catalogue);

/// What changed in a week, a line each: where every exercise stood and stands, and what is new or
/// left out. What went there and back is not told.
/// @param before  the agenda of a week earlier; null where there is none
std::vector<std::string> change_lines(const care::Agenda& agenda, const care::Agenda* before,
                                      const exercise::Catalogue& catalogue);

}  // namespace plumbline::cli
