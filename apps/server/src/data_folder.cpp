// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/data_folder.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "plumbline/storage/sqlite.hpp"

namespace plumbline::server {

Result<DataFolder> open_data_folder(const std::string& folder) {
  const std::filesystem::path path(folder);
  std::error_code fault;
  const bool has_data = std::filesystem::exists(path / "plumbline.db", fault);
  const bool has_keys = std::filesystem::exists(path / "keys", fault);
  if (has_data && !has_keys) {
    return fail(ErrorCode::KeyMissing, (path / "keys").string(),
                "the folder with the keys to this data is not there; put it back from where it "
                "was, or restore it from a backup of keys (plumbline restore --keys)");
  }
  auto database = storage::open_sqlite(folder);
  if (!database) return std::unexpected(std::move(database.error()));
  auto keys = vault::KeyFolder::open((path / "keys").string());
  if (!keys) return std::unexpected(std::move(keys.error()));
  return DataFolder{std::move(*database), std::move(*keys)};
}

Result<void> finish_deletions(DataFolder& data, std::int64_t now_ms) {
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
    if (!done) return done;
  }
  return {};
}

}  // namespace plumbline::server
