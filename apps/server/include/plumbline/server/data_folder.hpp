// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "plumbline/storage/database.hpp"
#include "plumbline/vault/key_folder.hpp"

namespace plumbline::server {

/// An open data folder: the database and the keys to it.
struct DataFolder {
  std::unique_ptr<storage::Database> database;
  vault::KeyFolder keys;
};

/// Opens a data folder, or makes one. A database whose keys are not there is refused: nothing in it
/// could be read, and new keys would hide that.
/// @error KeyMissing  there is a database but no key folder
/// @error what opening database and keys says
Result<DataFolder> open_data_folder(const std::string& folder);

/// Finishes deletions that were interrupted after the key was destroyed.
/// @returns those whose rows cannot be marked now, because the disk is full
Result<std::vector<storage::PersonNumber>> finish_deletions(DataFolder& data, std::int64_t now_ms);

}  // namespace plumbline::server
