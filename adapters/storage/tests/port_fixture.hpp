// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "store_fixture.hpp"

namespace plumbline::storage {

struct Backend {
  std::string name;
  std::function<Result<std::unique_ptr<Database>>(const std::string& folder)> open;
};

class PortTest : public ::testing::TestWithParam<Backend> {
 protected:
  void SetUp() override { open(); }
  void open() { database_ = must(GetParam().open(folder_.path())); }
  void reopen() {
    reader_.reset();
    database_.reset();
    open();
  }
  Reader& reader() {
    if (!reader_) reader_ = must(database_->reader());
    return *reader_;
  }
  template <class Work>
  auto change(Work work) {
    return write_value(*database_, std::move(work));
  }
  Result<void> change_void(std::function<Result<void>(Transaction&)> work) {
    return write(*database_, std::move(work));
  }
  static std::vector<NewEntry> made(std::uint32_t from, std::uint32_t to) {
    std::vector<NewEntry> entries;
    for (std::uint32_t n = from; n <= to; ++n) entries.push_back(made_entry(n));
    return entries;
  }

  TestFolder folder_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Reader> reader_;
};

/// Another kind of database joins here, and must pass everything.
inline auto all_backends() {
  return ::testing::Values(Backend{"sqlite", [](const std::string& f) { return open_sqlite(f); }});
}

}  // namespace plumbline::storage
