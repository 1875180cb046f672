// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "plumbline/foundation/error.hpp"

namespace plumbline::cli {

/// Reads a whole file, or standard input where the name is empty or `-`. Compressed input (gzip) is
/// recognised by its first bytes and unpacked.
/// @error Unreadable  with the file's name
Result<std::string> read_input(const std::string& file);

}  // namespace plumbline::cli
