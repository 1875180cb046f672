// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "plumbline/foundation/error.hpp"

namespace plumbline::cli {

/// The body of `plumbline triage`.
///
/// @param input  JSON text, one safety screen
/// @returns one line of JSON without the line end
/// @error every fault of the input with line or JSON pointer
Result<std::string> triage_command(std::string_view input);

/// The body of `plumbline triage --text`: what to do, how soon, what is locked, and why, for
/// people.
///
/// @error as triage_command
Result<std::string> triage_text_command(std::string_view input);

}  // namespace plumbline::cli
