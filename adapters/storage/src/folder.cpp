// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace plumbline::storage {
namespace {

std::unexpected<Error> system_failure(const std::string& path, std::string_view what) {
  const int reason = errno;
  const ErrorCode code =
      reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Unreadable;
  return fail(code, path, std::string(what) + ": " + std::generic_category().message(reason));
}

Result<void> sync_path(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) return system_failure(path, "cannot be opened");
  const bool good = ::fsync(file) == 0;
  const int reason = errno;
  ::close(file);
  errno = reason;
  return good ? Result<void>{} : system_failure(path, "cannot be written");
}

}  // namespace

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

bool exists(const std::string& path) {
  struct stat state{};
  return ::lstat(path.c_str(), &state) == 0;
}

bool is_open_to_others(const std::string& path) {
  struct stat state{};
  return ::stat(path.c_str(), &state) == 0 && (state.st_mode & 077U) != 0;
}

std::int64_t size_of(const std::string& path) {
  struct stat state{};
  return ::stat(path.c_str(), &state) == 0 ? state.st_size : 0;
}

std::int64_t free_bytes(const std::string& path) {
  struct statvfs state{};
  if (::statvfs(path.c_str(), &state) != 0) return -1;
  return static_cast<std::int64_t>(state.f_bavail) * static_cast<std::int64_t>(state.f_frsize);
}

Result<void> make_folder(const std::string& folder) {
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
    return system_failure(folder, "cannot be made");
  }
  return {};
}

Result<void> make_file(const std::string& path) {
  if (exists(path)) return {};
  const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0) return system_failure(path, "cannot be made");
  ::close(file);
  return sync_path(parent_of(path), O_RDONLY | O_DIRECTORY);
}

Result<void> sync_file(const std::string& path) { return sync_path(path, O_RDWR); }

Result<void> copy_file(const std::string& from, const std::string& to) {
  std::error_code failure;
  std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing, failure);
  if (failure) {
    errno = failure.value();
    return system_failure(from, "cannot be copied to " + to);
  }
  ::chmod(to.c_str(), 0600);
  return {};
}

Result<void> move_into_place(const std::string& from, const std::string& to) {
  if (auto synced = sync_file(from); !synced) return synced;
  if (::rename(from.c_str(), to.c_str()) != 0) return system_failure(to, "cannot be made");
  return sync_path(parent_of(to), O_RDONLY | O_DIRECTORY);
}

void remove_database(const std::string& path) {
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) ::unlink((path + ending).c_str());
}

Result<FolderLock> FolderLock::take(const std::string& folder) {
  const std::string path = folder + "/lock";
  const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0) return system_failure(path, "the folder cannot be written");
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    const bool taken = errno == EWOULDBLOCK;
    const auto failure = system_failure(path, "cannot be locked");
    ::close(file);
    if (!taken) return failure;
    return fail(ErrorCode::InUse, folder,
                "another program has this data folder open; stop it first, or use another folder");
  }
  return FolderLock(file);
}

FolderLock::~FolderLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace plumbline::storage
