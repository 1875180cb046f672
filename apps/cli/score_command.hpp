// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "plumbline/foundation/error.hpp"

namespace plumbline::cli {

/// The body of `plumbline score INSTRUMENT`.
///
/// @param instrument  the instrument's word
/// @param input       JSON text `{"answers": […]}`
/// @returns one line of JSON without the line end
/// @error UnknownWord  at `INSTRUMENT`, naming the instruments that there are
/// @error every fault of the input with line or JSON pointer
Result<std::string> score_command(std::string_view instrument, std::string_view input);

}  // namespace plumbline::cli
