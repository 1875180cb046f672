// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "plumbline/foundation/error.hpp"

namespace plumbline::cli {

/// The body of `plumbline triage`.
///
/// @param input    JSON text as formats.md says
/// @param as_text  a few lines for people instead of JSON
/// @error every fault of the input with line or JSON pointer
Result<std::string> triage_command(std::string_view input, bool as_text);

}  // namespace plumbline::cli
