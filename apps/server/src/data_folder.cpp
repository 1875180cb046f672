// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/data_folder.hpp"

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "plumbline/storage/sqlite.hpp"

namespace plumbline::server {

namespace {

/// Others must not be able to change what is stored: they could give themselves a session.
Result<void> check_modes(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::error_code fault;
  for (const char* name : {"", "plumbline.db", "plumbline.db-wal", "lock"}) {
    const fs::path path = *name == 0 ? folder : folder / name;
    const fs::file_status status = fs::status(path, fault);
    if (!fs::exists(status)) continue;
    if ((status.permissions() & (fs::perms::group_write | fs::perms::others_write)) !=
        fs::perms::none) {
      return fail(ErrorCode::Insecure, path.string(),
                  "others can write to it; take that away with: chmod -R go= " + folder.string());
    }
  }
  return {};
}

/// Keys of people beside a database without anybody: it was lost, and an empty one would hide that.
Result<void> check_not_emptied(DataFolder& data) {
  if (data.keys.people().empty()) return {};
  auto reader = data.database->reader();
  if (!reader) return std::unexpected(std::move(reader.error()));
  const auto people = (*reader)->people();
  const auto devices = (*reader)->devices();
  if (!people || !devices || !people->empty() || !devices->empty()) return {};
  return fail(ErrorCode::Damaged, "plumbline.db",
              "the keys of " + std::to_string(data.keys.people().size()) +
                  " people are here, but the database is empty: it was lost or replaced. Restore a "
                  "backup (plumbline restore), or move the folder keys away to begin anew");
}

}  // namespace

Result<DataFolder> open_data_folder(const std::string& folder) {
  const std::filesystem::path path(folder);
  std::error_code fault;
  const bool has_data = std::filesystem::exists(path / "plumbline.db", fault);
  const bool has_keys = std::filesystem::exists(path / "keys", fault);
  if (auto closed = check_modes(path); !closed) return std::unexpected(std::move(closed.error()));
  if (has_data && !has_keys) {
    return fail(ErrorCode::KeyMissing, (path / "keys").string(),
                "the folder with the keys to this data is not there; put it back from where it "
                "was, or restore it from a backup of keys (plumbline restore --keys)");
  }
  auto database = storage::open_sqlite(folder);
  if (!database) return std::unexpected(std::move(database.error()));
  auto keys = vault::KeyFolder::open((path / "keys").string());
  if (!keys) return std::unexpected(std::move(keys.error()));
  DataFolder out{std::move(*database), std::move(*keys)};
  if (auto same = check_not_emptied(out); !same) return std::unexpected(std::move(same.error()));
  return out;
}

Result<std::vector<storage::PersonNumber>> finish_deletions(DataFolder& data, std::int64_t now_ms) {
  std::vector<storage::PersonNumber> unmarked;
  auto reader = data.database->reader();
  if (!reader) return std::unexpected(std::move(reader.error()));
  auto people = (*reader)->people();
  if (!people) return std::unexpected(std::move(people.error()));
  for (const storage::PersonRow& person : *people) {
    if (!data.keys.is_deleted(person.id)) continue;
    auto done = storage::write(*data.database,
                               [number = person.number, now_ms](storage::Transaction& change) {
                                 return change.delete_person(number, now_ms);
                               });
    if (!done && done.error().code != ErrorCode::DiskFull) {
      return std::unexpected(std::move(done.error()));
    }
    if (!done) unmarked.push_back(person.number);
  }
  return unmarked;
}

}  // namespace plumbline::server
