// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "plumbline/foundation/error.hpp"

/// Files that only their owner may read, written through to the disk.
namespace plumbline::vault {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// `what: the reason that the system gives`.
std::unexpected<Error> system_failure(const std::string& path, std::string_view what);

/// @error Unreadable  it cannot be looked at; @error Insecure  group or others have any right to it
Result<void> check_private(const std::string& path);

Result<Descriptor> open_file(const std::string& path, int flags);
Result<std::string> read_whole(const Descriptor& file, const std::string& path);
/// Writes at a place and waits until it is on the disk.
Result<void> write_at(const Descriptor& file, const std::string& path, std::string_view bytes,
                      std::size_t offset);
/// Makes a new file (0600) with this content; durable but for its name.
Result<void> write_new(const std::string& path, std::string_view bytes);
/// Makes names in a folder durable.
Result<void> sync_folder(const std::string& path);

}  // namespace plumbline::vault
