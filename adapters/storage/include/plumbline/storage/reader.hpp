// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/storage/rows.hpp"

namespace plumbline::storage {

/// How much of something to read.
struct Page {
  /// Rows after this seq (or number).
  std::int64_t after = 0;
  /// At most so many rows,
  std::int64_t most_rows = 1000;
  /// and no further row once the sealed bytes reach this.
  std::int64_t most_bytes = std::int64_t{4} * 1024 * 1024;
};

/// Reads what is durable. One reader belongs to one thread at a time; each call sees a consistent
/// state of its own.
/// @error Damaged     a page of the file cannot be read; other rows still can
/// @error Unreadable  the file cannot be read
/// All calls can fail so.
class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  virtual Result<std::vector<PersonRow>> people() = 0;
  /// @error NotFound  nobody of that id; @error Gone  deleted
  virtual Result<PersonRow> person(std::string_view id) = 0;
  virtual Result<std::vector<DeletedPerson>> deleted_people() = 0;

  /// Entries in arrival order.
  virtual Result<std::vector<EntryRow>> entries(PersonNumber person, const Page& page) = 0;
  virtual Result<std::optional<EntryRow>> entry(PersonNumber person, const EntryKey& key) = 0;
  /// Place of the last entry, which is also their number; 0 where there is none.
  virtual Result<std::int64_t> last_seq(PersonNumber person) = 0;
  /// Held entries, the first to be admitted first.
  virtual Result<std::vector<HeldRow>> held(PersonNumber person) = 0;
  /// When the next held entry of anybody is due.
  virtual Result<std::optional<std::int64_t>> next_due_ms() = 0;

  virtual Result<std::optional<ChunkRow>> chunk(PersonNumber person, std::string_view id) = 0;
  virtual Result<std::vector<std::string>> chunk_ids(PersonNumber person) = 0;
  /// @param name  which of the kind: the date of an agenda, empty for a checkpoint
  virtual Result<std::optional<CacheRow>> cached(PersonNumber person, CacheKind kind,
                                                 std::string_view name) = 0;

  virtual Result<std::vector<DeviceRow>> devices() = 0;
  virtual Result<std::vector<SessionRow>> sessions() = 0;
  virtual Result<std::optional<SessionRow>> session(const TokenFingerprint& token) = 0;
  virtual Result<std::vector<AuditRow>> audit(PersonNumber person, const Page& page) = 0;

  /// A setting of the household, in clear.
  virtual Result<std::optional<std::string>> setting(std::string_view name) = 0;
  /// A random word that changes when a database was restored or salvaged: a cursor that a device
  /// got under another lineage means nothing, and the device begins at 0.
  virtual Result<std::string> lineage() = 0;
};

}  // namespace plumbline::storage
