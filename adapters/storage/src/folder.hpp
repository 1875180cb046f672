// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "plumbline/foundation/error.hpp"

/// The data folder: names, rights, the lock, and files that are written through to the disk.
namespace plumbline::storage {

inline std::string database_path(const std::string& folder) { return folder + "/plumbline.db"; }
std::string parent_of(const std::string& path);
bool exists(const std::string& path);
/// Rights of a file or folder that go beyond its owner.
bool is_open_to_others(const std::string& path);
std::int64_t size_of(const std::string& path);
/// Bytes that may still be written to the disk that holds a path; -1 where it is not known.
std::int64_t free_bytes(const std::string& path);

/// Makes the folder (0700) where it is not there, with its parents as they are.
Result<void> make_folder(const std::string& folder);
/// Makes an empty file (0600) where there is none.
Result<void> make_file(const std::string& path);
Result<void> sync_file(const std::string& path);
Result<void> copy_file(const std::string& from, const std::string& to);
/// Gives a finished file its name, durably.
Result<void> move_into_place(const std::string& from, const std::string& to);
/// Removes a file of a database with what belongs to it (-wal, -shm, -journal).
void remove_database(const std::string& path);

/// Keeps other programs out of a folder for as long as it lives.
class FolderLock {
 public:
  /// @error InUse  another program has it; @error Unreadable  the folder cannot be written
  static Result<FolderLock> take(const std::string& folder);
  FolderLock(FolderLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int file) : file_(file) {}
  int file_;
};

}  // namespace plumbline::storage
