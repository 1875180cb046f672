// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/data_keeping.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "plumbline/server/sealed_record.hpp"
#include "plumbline/vault/key_folder.hpp"

namespace plumbline::server {
namespace {

namespace fs = std::filesystem;

constexpr const char* kUsualName = "plumbline-backup.db";

std::string keys_of(const std::string& folder) { return (fs::path(folder) / "keys").string(); }

bool is_there(const fs::path& path) {
  std::error_code fault;
  return fs::exists(path, fault);
}

/// Whether a file would lie in a folder.
bool lies_in(const fs::path& file, const fs::path& folder) {
  std::error_code fault;
  const fs::path inner = fs::weakly_canonical(fs::absolute(file), fault);
  const fs::path outer = fs::weakly_canonical(fs::absolute(folder), fault);
  const auto [end, other] = std::ranges::mismatch(outer, inner);
  return end == outer.end();
}

/// Takes away what a restore that failed has made.
class Undo {
 public:
  explicit Undo(const std::string& folder)
      : folder_(folder), had_folder_(is_there(folder)), had_keys_(is_there(keys_of(folder))) {}
  Undo(const Undo&) = delete;
  Undo& operator=(const Undo&) = delete;
  ~Undo() {
    std::error_code fault;
    if (kept_) return;
    if (!had_folder_) {
      fs::remove_all(folder_, fault);
    } else if (!had_keys_) {
      fs::remove_all(keys_of(folder_), fault);
    }
  }
  bool had_keys() const { return had_keys_; }
  void keep() { kept_ = true; }

 private:
  std::string folder_;
  bool had_folder_;
  bool had_keys_;
  bool kept_ = false;
};

Result<vault::KeyFolder> take_keys(const RestoreOptions& options, bool had_keys) {
  const std::string keys = keys_of(options.folder);
  if (!options.keys.empty()) {
    return vault::KeyFolder::restore(options.keys, options.passphrase, keys);
  }
  if (had_keys) return vault::KeyFolder::open(keys);
  return fail(ErrorCode::KeyMissing, keys,
              "a backup cannot be read without its keys; give their backup with --keys, or copy "
              "the old folder keys/ here first");
}

/// Deletes again whom only the database knows as deleted.
Result<void> destroy_keys(storage::Reader& reader, vault::KeyFolder& keys) {
  auto deleted = reader.deleted_people();
  if (!deleted) return std::unexpected(std::move(deleted.error()));
  for (const storage::DeletedPerson& person : *deleted) {
    if (auto gone = keys.destroy(person.id); !gone) return gone;
  }
  return {};
}

Result<RestoreReport> look_at_restored(const std::string& folder, vault::KeyFolder& keys) {
  auto reader = storage::read_sqlite(folder);
  if (!reader) return std::unexpected(std::move(reader.error()));
  if (auto done = destroy_keys(**reader, keys); !done) {
    return std::unexpected(std::move(done.error()));
  }
  auto people = (*reader)->people();
  if (!people) return std::unexpected(std::move(people.error()));
  RestoreReport out;
  out.deleted = static_cast<std::int64_t>(keys.deleted().size());
  for (const storage::PersonRow& person : *people) {
    const auto key = keys.fetch(person.id);
    const bool opens =
        key && open_text({person.number, person.id, *key}, "name", "", person.sealed_name);
    if (!opens) out.without_key.push_back(person.id);
  }
  if (!people->empty() && out.without_key.size() == people->size()) {
    return fail(ErrorCode::Sealed, keys_of(folder),
                "none of these keys opens anything in this backup: they belong to another data "
                "folder, or are older than everybody in it");
  }
  return out;
}

}  // namespace

Result<std::string> backup_file(const std::string& folder, const std::string& target) {
  std::error_code fault;
  const fs::path file =
      fs::is_directory(target, fault) ? fs::path(target) / kUsualName : fs::path(target);
  if (lies_in(file, folder)) {
    return fail(ErrorCode::Refused, target,
                "a backup inside the data folder is lost with it; choose another place, best on "
                "another disk");
  }
  return file.string();
}

Result<void> back_up_keys(const std::string& folder, const std::string& file,
                          std::string_view passphrase) {
  const std::string keys = keys_of(folder);
  if (!is_there(keys)) {
    return fail(ErrorCode::NotFound, folder, "expected a data folder, found no keys/ in it");
  }
  if (lies_in(file, folder)) {
    return fail(ErrorCode::Refused, file,
                "a backup of keys inside the data folder is lost with it; choose another place");
  }
  if (passphrase.empty()) {
    return fail(ErrorCode::OutOfRange, "passphrase",
                "expected a passphrase: whoever has the keys can read everything");
  }
  const auto opened = vault::KeyFolder::open(keys);
  if (!opened) return std::unexpected(opened.error());
  return opened->backup_to(file, passphrase);
}

Result<RestoreReport> restore_data(const RestoreOptions& options) {
  Undo undo(options.folder);
  if (is_there(fs::path(options.folder) / "plumbline.db")) {
    return fail(ErrorCode::Conflict, options.folder,
                "the folder has a database already; restore into a new folder");
  }
  std::error_code fault;
  if (!is_there(options.folder) && !fs::create_directories(options.folder, fault)) {
    return fail(ErrorCode::Unreadable, options.folder, "cannot be made: " + fault.message());
  }
  ::chmod(options.folder.c_str(), S_IRWXU);
  auto keys = take_keys(options, undo.had_keys());
  if (!keys) return std::unexpected(std::move(keys.error()));
  auto restored = storage::restore_sqlite(options.backup, options.folder, keys->deleted());
  if (!restored) return std::unexpected(std::move(restored.error()));
  auto out = look_at_restored(options.folder, *keys);
  if (!out) return out;
  out->people = restored->people;
  out->entries = restored->entries;
  undo.keep();
  return out;
}

}  // namespace plumbline::server
