// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "plumbline/foundation/error.hpp"

namespace plumbline::cli {

/// The command of this name directly within another one; null where there is none.
const CLI::App* command_of(const CLI::App& app, const std::string& name);

/// That a word is no command, which ones there are, and which one may have been meant.
Error unknown_command(const CLI::App& app, const std::string& typed);

/// The first command or long option that does not exist, before anything is missed for its sake.
std::optional<Error> misspelt(const CLI::App& app, int argc, char** argv);

}  // namespace plumbline::cli
