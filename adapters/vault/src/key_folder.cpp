// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/vault/key_folder.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <mutex>
#include <unordered_map>

#include "key_backup.hpp"
#include "key_slot.hpp"
#include "secret_file.hpp"
#include "sodium_ready.hpp"

namespace plumbline::vault {
namespace {

std::string site_path(const std::string& folder) { return folder + "/site.key"; }
std::string keys_path(const std::string& folder) { return folder + "/keys.db"; }

bool exists(const std::string& path) {
  struct stat state{};
  return ::lstat(path.c_str(), &state) == 0;
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string_view bytes_of(const Key& key) {
  return {reinterpret_cast<const char*>(key.data()), kKeyBytes};
}

/// Makes the folder under another name first: there is never a folder with one of its two files.
Result<void> make_folder(const std::string& folder, const Key& site, std::string_view keys) {
  const std::string draft = folder + ".new";
  ::unlink(site_path(draft).c_str());
  ::unlink(keys_path(draft).c_str());
  ::rmdir(draft.c_str());
  if (::mkdir(draft.c_str(), 0700) != 0) return system_failure(draft, "cannot be made");
  Result<void> done = write_new(site_path(draft), bytes_of(site));
  if (done) done = write_new(keys_path(draft), keys);
  if (done) done = sync_folder(draft);
  if (!done) return done;
  if (::rename(draft.c_str(), folder.c_str()) != 0) return system_failure(folder, "cannot be made");
  return sync_folder(parent_of(folder));
}

Result<void> check_folder(const std::string& folder) {
  for (const auto& path : {site_path(folder), keys_path(folder)}) {
    if (!exists(path)) {
      return fail(ErrorCode::KeyMissing, path,
                  "this file is missing; without it nothing that is stored can be read. "
                  "Put it back from a backup of the keys");
    }
  }
  for (const auto& path : {folder, site_path(folder), keys_path(folder)}) {
    if (auto checked = check_private(path); !checked) return checked;
  }
  return {};
}

Result<Key> read_site(const std::string& folder) {
  const std::string path = site_path(folder);
  Result<Descriptor> file = open_file(path, O_RDONLY);
  if (!file) return std::unexpected(file.error());
  Result<std::string> bytes = read_whole(*file, path);
  if (!bytes) return std::unexpected(bytes.error());
  return key_of_bytes(*bytes, path);
}

}  // namespace

struct KeyFolder::State {
  struct Place {
    std::size_t at = 0;
    bool deleted = false;
    std::string wrapped;
    std::optional<Key> key;
  };

  State(std::string folder_path, const Key& site_key, Descriptor descriptor)
      : folder(std::move(folder_path)), site(site_key), file(std::move(descriptor)) {
    // Not into the swap, as far as this user may ask for that; it opens all the others.
    (void)sodium_mlock(&site, sizeof site);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { (void)sodium_munlock(&site, sizeof site); }

  Result<void> put(std::size_t at, const KeySlot& slot) const {
    return write_at(file, keys_path(folder), write_slot(slot), at);
  }
  /// Writes a slot behind the last one. Called with the lock held.
  Result<Place*> add(KeySlot slot) {
    if (const auto written = put(end, slot); !written) return std::unexpected(written.error());
    Place& place = places[slot.person];
    place.at = end;
    place.deleted = slot.wrapped.empty();
    place.wrapped = std::move(slot.wrapped);
    end += kSlotBytes;
    if (place.deleted) deleted_ids.push_back(std::move(slot.person));
    return &place;
  }

  std::string folder;
  Key site;
  Descriptor file;
  mutable std::mutex lock;
  std::unordered_map<std::string, Place> places;
  std::vector<std::string> deleted_ids;
  std::size_t end = kSlotBytes;
};

KeyFolder::KeyFolder(std::unique_ptr<State> state) : state_(std::move(state)) {}
KeyFolder::KeyFolder(KeyFolder&&) noexcept = default;
KeyFolder& KeyFolder::operator=(KeyFolder&&) noexcept = default;
KeyFolder::~KeyFolder() = default;

Result<KeyFolder> KeyFolder::open(const std::string& folder) {
  need_sodium();
  if (!exists(folder)) {
    const Key site = Key::random();
    if (const auto made = make_folder(folder, site, write_head(site)); !made) {
      return std::unexpected(made.error());
    }
  }
  if (const auto checked = check_folder(folder); !checked) return std::unexpected(checked.error());
  const Result<Key> site = read_site(folder);
  if (!site) return std::unexpected(site.error());
  Result<Descriptor> file = open_file(keys_path(folder), O_RDWR);
  if (!file) return std::unexpected(file.error());
  const Result<std::string> bytes = read_whole(*file, keys_path(folder));
  if (!bytes) return std::unexpected(bytes.error());
  Result<std::vector<KeySlot>> slots = read_slots(*site, *bytes, keys_path(folder));
  if (!slots) return std::unexpected(slots.error());
  auto state = std::make_unique<State>(folder, *site, std::move(*file));
  state->places.reserve(slots->size());
  for (KeySlot& slot : *slots) {
    const bool deleted = slot.wrapped.empty();
    if (deleted) state->deleted_ids.push_back(slot.person);
    state->places[slot.person] = {state->end, deleted, std::move(slot.wrapped), std::nullopt};
    state->end += kSlotBytes;
  }
  return KeyFolder(std::move(state));
}

Result<Key> KeyFolder::create(std::string_view person) {
  if (person.empty() || person.size() > kLongestPerson) {
    return fail(ErrorCode::BadId, "person", "expected an id of 1 to 128 bytes");
  }
  const std::scoped_lock guard(state_->lock);
  const auto found = state_->places.find(std::string(person));
  if (found != state_->places.end()) {
    return found->second.deleted
               ? fail(ErrorCode::Refused, "person", "this id belonged to a deleted person")
               : fail(ErrorCode::Conflict, "person", "this id has a key already");
  }
  Key key = Key::random();
  const auto place = state_->add(make_slot(state_->site, person, key));
  if (!place) return std::unexpected(place.error());
  (*place)->key = key;
  return key;
}

Result<Key> KeyFolder::fetch(std::string_view person) const {
  const std::scoped_lock guard(state_->lock);
  const auto found = state_->places.find(std::string(person));
  if (found == state_->places.end()) {
    return fail(ErrorCode::NotFound, "person", "there is no key for this id");
  }
  State::Place& place = found->second;
  if (place.deleted) return fail(ErrorCode::Gone, "person", "this person was deleted");
  if (!place.key) {
    Result<Key> key = unwrap(state_->site, {found->first, place.wrapped});
    if (!key) return key;
    place.key = *key;
  }
  return *place.key;
}

Result<void> KeyFolder::destroy(std::string_view person) {
  if (person.empty() || person.size() > kLongestPerson) {
    return fail(ErrorCode::BadId, "person", "expected an id of 1 to 128 bytes");
  }
  const std::scoped_lock guard(state_->lock);
  const auto found = state_->places.find(std::string(person));
  if (found == state_->places.end()) {
    const auto place = state_->add({std::string(person), ""});
    return place ? Result<void>{} : std::unexpected(place.error());
  }
  State::Place& place = found->second;
  if (place.deleted) return {};
  if (auto written = state_->put(place.at, {found->first, ""}); !written) return written;
  place.deleted = true;
  place.wrapped.clear();
  place.key.reset();
  state_->deleted_ids.push_back(found->first);
  return {};
}

bool KeyFolder::is_deleted(std::string_view person) const {
  const std::scoped_lock guard(state_->lock);
  const auto found = state_->places.find(std::string(person));
  return found != state_->places.end() && found->second.deleted;
}

std::vector<std::string> KeyFolder::deleted() const {
  const std::scoped_lock guard(state_->lock);
  return state_->deleted_ids;
}

std::vector<std::string> KeyFolder::people() const {
  const std::scoped_lock guard(state_->lock);
  std::vector<std::string> out;
  for (const auto& [person, place] : state_->places) {
    if (!place.deleted) out.push_back(person);
  }
  return out;
}

Result<void> KeyFolder::backup_to(const std::string& file, std::string_view passphrase) const {
  const std::scoped_lock guard(state_->lock);
  const Result<std::string> keys = read_whole(state_->file, keys_path(state_->folder));
  if (!keys) return std::unexpected(keys.error());
  const Result<std::string> backup = write_key_backup(state_->site, *keys, passphrase);
  if (!backup) return std::unexpected(backup.error());
  if (auto written = write_new(file, *backup); !written) return written;
  return sync_folder(parent_of(file));
}

Result<KeyFolder> KeyFolder::restore(const std::string& file, std::string_view passphrase,
                                     const std::string& folder) {
  need_sodium();
  const Result<Descriptor> source = open_file(file, O_RDONLY);
  if (!source) return std::unexpected(source.error());
  const Result<std::string> bytes = read_whole(*source, file);
  if (!bytes) return std::unexpected(bytes.error());
  Result<KeyBackup> backup = read_key_backup(*bytes, passphrase, file);
  if (!backup) return std::unexpected(backup.error());
  if (!exists(folder)) {
    const auto made = make_folder(folder, backup->site, backup->keys);
    if (!made) return std::unexpected(made.error());
    return open(folder);
  }
  Result<std::vector<KeySlot>> slots = read_slots(backup->site, backup->keys, file);
  if (!slots) return std::unexpected(slots.error());
  Result<KeyFolder> opened = open(folder);
  if (!opened) return opened;
  State& state = *opened->state_;
  if (sodium_memcmp(state.site.data(), backup->site.data(), kKeyBytes) != 0) {
    return fail(ErrorCode::Sealed, file, "this backup holds the keys of another site");
  }
  for (KeySlot& slot : *slots) {
    Result<void> done;
    if (slot.wrapped.empty()) {
      done = opened->destroy(slot.person);
    } else if (!state.places.contains(slot.person)) {
      if (const auto added = state.add(std::move(slot)); !added) {
        done = std::unexpected(added.error());
      }
    }
    if (!done) return std::unexpected(done.error());
  }
  return opened;
}

}  // namespace plumbline::vault
