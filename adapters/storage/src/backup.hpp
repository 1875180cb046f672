// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "plumbline/storage/database.hpp"

namespace plumbline::storage {

/// What Database::backup_to promises, for the database in `file`.
Result<BackupReport> back_up(const std::string& file, const std::string& backup);

}  // namespace plumbline::storage
