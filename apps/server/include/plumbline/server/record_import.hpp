// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/server/data_folder.hpp"

/// Records on their way in, by somebody who has the server's own files.
namespace plumbline::server {

/// How far a long piece of work has come.
using Progress = std::function<void(std::string_view what, std::int64_t done, std::int64_t all)>;

struct ImportOptions {
  /// What a new person is called; empty: as the export says, else the person's id.
  std::string name;
  /// Everybody in the file gets a new id, whether or not the old one is known here.
  bool as_new = false;
};

/// What became of one person of a file.
struct ImportedPerson {
  std::string id;
  std::string name;
  bool is_new = false;
  /// Entries of the file, each counted once.
  std::int64_t entries = 0;
  std::int64_t added = 0;
  std::int64_t known = 0;
  /// Of those: ahead of the clock, waiting.
  std::int64_t held = 0;
  std::int64_t chunks = 0;
};

/// Where an import goes.
struct ImportPlace {
  DataFolder& data;
  const exercise::Catalogue& catalogue;
  std::int64_t now_ms = 0;
  Progress progress;
};

/// Takes in a file that `export_json` wrote, or a journal (JSON lines, of one or several people).
/// Everything is checked first, then stored in one transaction: a fault anywhere means that nothing
/// of the file is stored. Repeating an import changes nothing. Somebody who is here already only
/// gets entries where one of the two, the file or the record, holds everything that the other does.
/// @error every fault of the file, with `line N /pointer`, or a pointer into an export
/// @error Gone      the person was deleted here: only a new id can bring the record back
/// @error Conflict  the person is here with other content
Result<std::vector<ImportedPerson>> import_record(const ImportPlace& place, std::string_view text,
                                                  const ImportOptions& options);

}  // namespace plumbline::server
