// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "power_cut_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>

namespace plumbline::storage {
namespace {

constexpr std::size_t kSector = 512;

PowerCutVfs* present = nullptr;
sqlite3_vfs* below = nullptr;
sqlite3_vfs ours;

/// Followed by the file of the real file system, in the same memory.
struct ShimFile {
  sqlite3_file base;
  std::string* path;
};

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(ShimFile));
}
const std::string& path_of(sqlite3_file* file) { return *reinterpret_cast<ShimFile*>(file)->path; }

int close_file(sqlite3_file* file) {
  const int code = real(file)->pMethods->xClose(real(file));
  delete reinterpret_cast<ShimFile*>(file)->path;
  return code;
}

int write_bytes(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  const std::scoped_lock guard(present->lock());
  switch (present->next(false)) {
    case PowerCutVfs::Fault::Full:
      return SQLITE_FULL;
    case PowerCutVfs::Fault::WriteError:
      return SQLITE_IOERR_WRITE;
    default:
      break;
  }
  const int code = real(file)->pMethods->xWrite(real(file), bytes, size, offset);
  if (code == SQLITE_OK) {
    present->wrote(path_of(file), offset,
                   std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)));
  }
  return code;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  const std::scoped_lock guard(present->lock());
  const int code = real(file)->pMethods->xTruncate(real(file), size);
  if (code == SQLITE_OK) present->truncated(path_of(file), size);
  return code;
}

int sync_file(sqlite3_file* file, int) {
  const std::scoped_lock guard(present->lock());
  if (present->next(true) == PowerCutVfs::Fault::SyncError) return SQLITE_IOERR_FSYNC;
  present->synced(path_of(file));
  return SQLITE_OK;
}

int read_bytes(sqlite3_file* f, void* out, int size, sqlite3_int64 at) {
  return real(f)->pMethods->xRead(real(f), out, size, at);
}
int file_size(sqlite3_file* f, sqlite3_int64* size) {
  return real(f)->pMethods->xFileSize(real(f), size);
}
int lock_file(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
int unlock_file(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
int check_lock(sqlite3_file* f, int* out) {
  return real(f)->pMethods->xCheckReservedLock(real(f), out);
}
int control(sqlite3_file* f, int op, void* arg) {
  return real(f)->pMethods->xFileControl(real(f), op, arg);
}
int sector_size(sqlite3_file*) { return kSector; }
// Nothing is promised: no write is atomic, none is ordered.
int characteristics(sqlite3_file*) { return 0; }
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
  return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}
int shm_lock(sqlite3_file* f, int offset, int n, int flags) {
  return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
void shm_barrier(sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); }
int shm_unmap(sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); }

const sqlite3_io_methods kMethods{
    2,         close_file,  read_bytes, write_bytes, truncate_file, sync_file,       file_size,
    lock_file, unlock_file, check_lock, control,     sector_size,   characteristics, shm_map,
    shm_lock,  shm_barrier, shm_unmap,  nullptr,     nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  const int code = below->xOpen(below, name, real(file), flags, out_flags);
  if (code != SQLITE_OK) return code;
  auto* shim = reinterpret_cast<ShimFile*>(file);
  shim->path = new std::string(name == nullptr ? "" : name);
  file->pMethods = &kMethods;
  present->opened(*shim->path);
  return SQLITE_OK;
}

int remove_file(sqlite3_vfs*, const char* name, int sync) {
  const std::scoped_lock guard(present->lock());
  const int code = below->xDelete(below, name, sync);
  if (code == SQLITE_OK) present->removed(name);
  return code;
}

}  // namespace

PowerCutVfs::PowerCutVfs() {
  present = this;
  below = sqlite3_vfs_find(nullptr);
  ours = *below;
  ours.zName = "power-cut";
  ours.szOsFile = static_cast<int>(sizeof(ShimFile)) + below->szOsFile;
  ours.xOpen = open_file;
  ours.xDelete = remove_file;
  sqlite3_vfs_register(&ours, 1);
}

PowerCutVfs::~PowerCutVfs() {
  sqlite3_vfs_unregister(&ours);
  sqlite3_vfs_register(below, 1);
  present = nullptr;
}

void PowerCutVfs::opened(const std::string& path) {
  const std::scoped_lock guard(lock_);
  if (path.empty() || images_.contains(path)) return;
  std::ifstream in(path, std::ios::binary);
  images_[path].durable = {std::istreambuf_iterator<char>(in), {}};
}

void PowerCutVfs::wrote(const std::string& path, std::int64_t offset, std::string bytes) {
  images_[path].since.push_back({offset, std::move(bytes)});
}

void PowerCutVfs::truncated(const std::string& path, std::int64_t size) {
  images_[path].since.push_back({size, ""});
}

void PowerCutVfs::synced(const std::string& path) {
  Image& image = images_[path];
  for (const Change& change : image.since) apply(image.durable, change);
  image.since.clear();
  ++syncs_;
}

void PowerCutVfs::removed(const std::string& path) { images_.erase(path); }

void PowerCutVfs::apply(std::string& image, const Change& change) {
  const auto offset = static_cast<std::size_t>(change.offset);
  if (change.bytes.empty()) {
    image.resize(offset, '\0');
    return;
  }
  if (image.size() < offset + change.bytes.size()) image.resize(offset + change.bytes.size(), '\0');
  image.replace(offset, change.bytes.size(), change.bytes);
}

std::map<std::string, std::string> PowerCutVfs::cut(std::mt19937& random,
                                                    const std::function<void()>& at_cut) {
  const std::scoped_lock guard(lock_);
  at_cut();
  std::map<std::string, std::string> out;
  for (const auto& [path, image] : images_) {
    std::vector<Change> kept;
    const unsigned part = random() % 5;  // of four: none … all
    for (const Change& change : image.since) {
      if (change.bytes.empty()) {
        if (random() % 4 < part) kept.push_back(change);
        continue;
      }
      for (std::size_t at = 0; at < change.bytes.size(); at += kSector) {
        if (random() % 4 >= part) continue;
        kept.push_back(
            {change.offset + static_cast<std::int64_t>(at), change.bytes.substr(at, kSector)});
      }
    }
    if (random() % 2 == 0) std::shuffle(kept.begin(), kept.end(), random);
    std::string bytes = image.durable;
    for (const Change& change : kept) apply(bytes, change);
    out[path] = std::move(bytes);
  }
  return out;
}

void PowerCutVfs::fail_after(int after, Fault fault) {
  const std::scoped_lock guard(lock_);
  fault_ = fault;
  countdown_ = after;
}

PowerCutVfs::Fault PowerCutVfs::next(bool is_sync) {
  if (fault_ == Fault::None || is_sync != (fault_ == Fault::SyncError)) return Fault::None;
  if (countdown_ > 0) {
    --countdown_;
    return Fault::None;
  }
  return fault_;
}

}  // namespace plumbline::storage
