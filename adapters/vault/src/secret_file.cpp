// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "secret_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace plumbline::vault {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

std::unexpected<Error> system_failure(const std::string& path, std::string_view what) {
  const int reason = errno;
  const ErrorCode code =
      reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Unreadable;
  return fail(code, path, std::string(what) + ": " + std::generic_category().message(reason));
}

Result<void> check_private(const std::string& path) {
  struct stat state{};
  if (::stat(path.c_str(), &state) != 0) return system_failure(path, "cannot be looked at");
  if ((state.st_mode & 077U) != 0) {
    return fail(ErrorCode::Insecure, path,
                "others can read or change this; only its owner may. Run: chmod go= " + path);
  }
  return {};
}

Result<Descriptor> open_file(const std::string& path, int flags) {
  Descriptor file(::open(path.c_str(), flags | O_CLOEXEC, 0600));
  if (!file.open()) return system_failure(path, "cannot be opened");
  return file;
}

Result<std::string> read_whole(const Descriptor& file, const std::string& path) {
  struct stat state{};
  if (::fstat(file.number(), &state) != 0) return system_failure(path, "cannot be read");
  std::string out(static_cast<std::size_t>(state.st_size), '\0');
  std::size_t done = 0;
  while (done < out.size()) {
    const ssize_t got =
        ::pread(file.number(), out.data() + done, out.size() - done, static_cast<off_t>(done));
    if (got < 0) return system_failure(path, "cannot be read");
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  out.resize(done);
  return out;
}

Result<void> write_at(const Descriptor& file, const std::string& path, std::string_view bytes,
                      std::size_t offset) {
  while (!bytes.empty()) {
    const ssize_t put =
        ::pwrite(file.number(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (put < 0) return system_failure(path, "cannot be written");
    bytes.remove_prefix(static_cast<std::size_t>(put));
    offset += static_cast<std::size_t>(put);
  }
  if (::fsync(file.number()) != 0) return system_failure(path, "cannot be written");
  return {};
}

Result<void> write_new(const std::string& path, std::string_view bytes) {
  Result<Descriptor> file = open_file(path, O_WRONLY | O_CREAT | O_EXCL);
  if (!file) return std::unexpected(file.error());
  Result<void> written = write_at(*file, path, bytes, 0);
  if (!written) ::unlink(path.c_str());
  return written;
}

Result<void> sync_folder(const std::string& path) {
  Result<Descriptor> folder = open_file(path, O_RDONLY | O_DIRECTORY);
  if (!folder) return std::unexpected(folder.error());
  if (::fsync(folder->number()) != 0) return system_failure(path, "cannot be written");
  return {};
}

}  // namespace plumbline::vault
