// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "plumbline/foundation/error.hpp"

namespace plumbline::cli {

/// Checks a catalogue: every document, every link between them, and each against the second,
/// hand-kept table (`second_table.csv`) of level, contraindications and neighbours; texts and
/// sources are there, and movements are ones that bodies can do.
/// @param folder  a folder with `exercises/` and `second_table.csv`; empty: the built-in catalogue
/// @returns a summary as JSON
Result<std::string> catalog_check(const std::string& folder);

/// Lists the built-in catalogue.
Result<std::string> catalog_list(bool as_json);

}  // namespace plumbline::cli
