// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

/// A file system under SQLite that knows which writes have reached the disk, and can fail.
///
/// Everything passes through to the real files. Beside it, for each file, stands what would be on
/// the disk for certain (all up to the last sync) and what was written since. `cut` gives what a
/// disk may hold after the power went: of the writes since, any sectors, in any order, or none.
namespace plumbline::storage {

class PowerCutVfs {
 public:
  /// Registers itself as what SQLite uses from now on; only one at a time.
  PowerCutVfs();
  PowerCutVfs(const PowerCutVfs&) = delete;
  PowerCutVfs& operator=(const PowerCutVfs&) = delete;
  ~PowerCutVfs();

  /// Images of all files as they may be found after a cut at this moment. `at_cut` runs while
  /// nothing can be written.
  std::map<std::string, std::string> cut(std::mt19937& random, const std::function<void()>& at_cut);

  enum class Fault : std::uint8_t { None, Full, WriteError, SyncError };
  /// From now on, after `after` further writes or syncs of databases, they fail.
  void fail_after(int after, Fault fault);
  std::int64_t syncs() const { return syncs_; }

  // For the functions that SQLite calls.
  void wrote(const std::string& path, std::int64_t offset, std::string bytes);
  void truncated(const std::string& path, std::int64_t size);
  void synced(const std::string& path);
  void removed(const std::string& path);
  void opened(const std::string& path);
  /// Counts down; @returns what to do with this write or sync
  Fault next(bool is_sync);
  std::recursive_mutex& lock() { return lock_; }

 private:
  struct Change {
    std::int64_t offset = 0;
    /// Empty for a truncation to `offset`.
    std::string bytes;
  };
  struct Image {
    std::string durable;
    std::vector<Change> since;
  };
  static void apply(std::string& image, const Change& change);

  std::recursive_mutex lock_;
  std::map<std::string, Image> images_;
  Fault fault_ = Fault::None;
  int countdown_ = -1;
  std::int64_t syncs_ = 0;
};

}  // namespace plumbline::storage
