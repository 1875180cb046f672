// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "data_commands.hpp"

namespace plumbline::cli {

using DataAction = std::function<Result<Answer>(const DataWords&)>;

/// Adds `export`, `import`, `backup`, `restore` and `doctor`.
/// @param choose  told which one was called
void add_data_commands(CLI::App& app, DataWords& words,
                       const std::function<void(const DataAction&)>& choose);

}  // namespace plumbline::cli
