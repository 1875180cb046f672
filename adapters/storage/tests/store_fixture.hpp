// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "plumbline/storage/sqlite.hpp"

namespace plumbline::storage {

/// Memory where the system offers it as a folder: most tests are not about the speed of the disk.
inline std::filesystem::path quick_folder() {
  return std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path();
}

/// A folder of its own for a test, removed afterwards.
class TestFolder {
 public:
  explicit TestFolder(const std::filesystem::path& base = quick_folder()) {
    std::string pattern = base / "plumbline-store-XXXXXX";
    path_ = ::mkdtemp(pattern.data());
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string path(const std::string& name = "data") const { return path_ + "/" + name; }

 private:
  std::string path_;
};

/// The entry number `n` of a made-up journal: distinct key, digest and bytes.
inline NewEntry made_entry(std::uint32_t n, std::size_t size = 100) {
  NewEntry entry;
  for (std::size_t i = 0; i < 4; ++i) {
    entry.key.at(i) = static_cast<std::uint8_t>(n >> (24 - 8 * i));
    entry.digest.at(i) = static_cast<std::uint8_t>(~n >> (24 - 8 * i));
  }
  entry.key[15] = 7;
  entry.device = DeviceNumber{3};
  entry.sealed = "sealed bytes of entry " + std::to_string(n) + std::string(1, '\0');
  entry.sealed.resize(size, 'x');
  return entry;
}

/// Value of a result that must be there.
template <class T>
T must(Result<T> result) {
  if (!result) {
    ADD_FAILURE() << describe(result.error());
    std::abort();
  }
  return std::move(*result);
}

inline void must(Result<void> result) { ASSERT_TRUE(result) << describe(result.error()); }

inline PersonNumber add_person(Database& database, const std::string& id) {
  return must(write_value(database, [id](Transaction& t) { return t.add_person(id, 1, "name"); }));
}

inline Result<std::vector<Outcome>> append(Database& database, PersonNumber person,
                                           std::vector<NewEntry> entries,
                                           std::int64_t now_ms = 1000) {
  return write_value(database, [=](Transaction& t) { return t.append(person, now_ms, entries); });
}

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace plumbline::storage
