// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "command.hpp"

namespace plumbline::cli {

/// What the commands about stored records can be told.
struct DataWords {
  /// The data folder; empty: `plumbline-data` here, as `serve` uses it.
  std::string data;
  std::string person;
  std::string as = "json";
  std::string date;
  std::string out;
  std::string file;
  std::string name;
  bool as_new = false;
  std::string keys;
  std::string repair;
  bool text = false;
};

/// A person's record as a file. The server must not be running.
Result<std::string> export_command(const DataWords& words);

/// Takes an export or a journal in. The server must not be running.
/// @returns what became of each person, as JSON
Result<std::string> import_command(const DataWords& words);

/// Copies the data, the keys, or both; the server may be running.
Result<std::string> backup_command(const DataWords& words);

/// Makes a new data folder out of backups.
Result<std::string> restore_command(const DataWords& words);

/// Looks through a data folder, or saves what can be read of a damaged one. Status 1: something is
/// not in order.
Result<Answer> doctor_command(const DataWords& words);

}  // namespace plumbline::cli
