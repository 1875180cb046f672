// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/foundation/error.hpp"

namespace plumbline {

/// The catalogue that this program was built with, as a JSON object from file name to document.
std::string_view bundled_catalogue_text();

/// The second, hand-kept table of level, contraindications and neighbours, as CSV.
std::string_view bundled_second_table();

/// The catalogue, read and checked.
Result<exercise::Catalogue> load_bundled_catalogue();

}  // namespace plumbline
