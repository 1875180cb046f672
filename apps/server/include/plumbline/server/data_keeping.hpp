// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/server/record_import.hpp"
#include "plumbline/storage/sqlite.hpp"

/// Keeping a data folder: copies of it, and looking after it. Nothing here needs the server to
/// stop, except that a restored folder is a new one.
namespace plumbline::server {

/// Where a backup goes: the file itself, or `plumbline-backup.db` in a folder that is there.
/// @error Refused  the place lies in the data folder: it would be lost with it
Result<std::string> backup_file(const std::string& folder, const std::string& target);

/// Writes all keys of a data folder to a new file, sealed with a passphrase.
/// @error NotFound    the folder has no keys
/// @error OutOfRange  an empty passphrase
Result<void> back_up_keys(const std::string& folder, const std::string& file,
                          std::string_view passphrase);

struct RestoreOptions {
  std::string backup;
  std::string folder;
  /// A backup of keys; empty: the folder holds `keys/` already.
  std::string keys;
  std::string passphrase;
};

struct RestoreReport {
  std::int64_t people = 0;
  std::int64_t entries = 0;
  /// People who were deleted, and were left out or made unreadable again.
  std::int64_t deleted = 0;
  /// Ids of people whose key is not there: they joined after the keys were backed up.
  std::vector<std::string> without_key;
};

/// Makes a data folder out of a backup and its keys. People whom either of the two lists as deleted
/// stay deleted. Where it fails nothing is left of it.
/// @error Conflict    the folder has a database already
/// @error KeyMissing  neither a backup of keys nor keys in the folder
/// @error Sealed      keys of another folder: nobody's record opens
/// @error what reading the two backups says
Result<RestoreReport> restore_data(const RestoreOptions& options);

/// Looks through a whole data folder: rights, pages, numbering, keys, and every sealed row.
/// @error NotFound  this is no data folder
Result<std::vector<storage::Finding>> examine_data(const std::string& folder,
                                                   const Progress& progress);

}  // namespace plumbline::server
