// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "connection.hpp"
#include "plumbline/storage/database.hpp"

namespace plumbline::storage {

/// What Database::check promises.
Result<std::vector<Finding>> check_folder(const std::string& folder);

/// Whether the pages of a database hold together, and every person's entries are numbered without
/// gaps. @error Damaged  with the first fault
Result<void> verify(Connection& connection, bool thorough);

}  // namespace plumbline::storage
