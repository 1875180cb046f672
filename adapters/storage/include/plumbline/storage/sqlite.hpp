// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "plumbline/storage/database.hpp"

/// SQLite in one data folder: `plumbline.db` (write-ahead log, synchronous) and `lock`.
namespace plumbline::storage {

/// Version of the schema that this program writes.
int schema_version();

/// Opens the folder's database, or makes folder and database; brings an older schema up to date.
/// @error InUse       another program has the folder open
/// @error NewerData   the database was written by a newer program: nothing is changed
/// @error Unreadable  the folder or file cannot be read or written (read-only, rights)
/// @error Damaged     the file is not a database, or cannot be read
/// @error DiskFull    no room to open it
Result<std::unique_ptr<Database>> open_sqlite(const std::string& folder,
                                              const Options& options = {});

/// Puts a backup into a folder that has no database. People in `deleted` (ids, from the key folder)
/// and those whom the backup lists are left out. The new database has a lineage of its own.
/// @error Conflict   the folder has a database
/// @error Damaged    the backup cannot be read, or does not hold what it should
/// @error NewerData  it was made by a newer program
Result<BackupReport> restore_sqlite(const std::string& backup, const std::string& folder,
                                    std::span<const std::string> deleted);

/// A reader beside whoever has the folder open.
/// @error NotFound    the folder has no database
/// @error NewerData, Inconsistent  the database has the form of a newer or an older program
Result<std::unique_ptr<Reader>> read_sqlite(const std::string& folder);

/// What Database::backup_to promises, beside whoever has the folder open.
/// @error NotFound    the folder has no database
Result<BackupReport> back_up_sqlite(const std::string& folder, const std::string& backup);

/// What Database::check promises, beside whoever has the folder open.
/// @error NotFound    the folder has no database
Result<std::vector<Finding>> check_sqlite(const std::string& folder);

struct SalvageReport {
  std::int64_t entries = 0;
  std::int64_t lost_entries = 0;
  /// Rows of other tables that could not be read, as far as it is known.
  std::int64_t lost_rows = 0;
  /// One plain sentence for each thing that was lost, and what to do.
  std::vector<std::string> sentences;
};

/// Copies everything that can be read from a damaged database into a new file. The old one is only
/// read. Entries keep their order and are numbered anew; the lineage is new, so that devices push
/// again what was lost here.
/// @error Conflict    `new_file` exists
/// @error Unreadable  it cannot be written
/// @error Damaged     nothing can be read
Result<SalvageReport> salvage_sqlite(const std::string& damaged_file, const std::string& new_file);

}  // namespace plumbline::storage
