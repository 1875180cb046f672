// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/value.hpp"
#include "plumbline/server/record_import.hpp"
#include "plumbline/server/sealed_record.hpp"

namespace plumbline::server {

/// An entry of a file before it is read.
struct RawEntry {
  /// `line 3 ` or `/entries/2/entry`; a JSON pointer follows it.
  std::string where;
  json::Value value;
  /// From an export; a journal says nothing about arrival.
  std::optional<std::int64_t> received_ms;
  std::optional<std::int64_t> held_until_ms;
  storage::DeviceNumber device = storage::kNoDevice;
};

struct RawChunk {
  std::string where;
  std::string id;
  std::int64_t received_ms = 0;
  std::string bytes;
};

/// What a file holds of one person.
struct Parcel {
  bool is_export = false;
  std::string person;
  std::string name;
  std::optional<std::int64_t> created_ms;
  std::vector<RawEntry> entries;
  std::vector<RawChunk> chunks;
};

/// Takes a file apart, by person.
/// @error SyntaxError, UnknownField …  what is wrong with the file, not with its entries
Result<std::vector<Parcel>> read_parcels(std::string_view text);

/// An entry that may be stored.
struct CheckedEntry {
  std::string id;
  storage::EntryKey key{};
  std::string where;
  std::string line;
  std::int64_t received_ms = 0;
  std::optional<std::int64_t> held_until_ms;
  storage::DeviceNumber device = storage::kNoDevice;
};

/// Tells now and then how far the entries of a whole file have come.
class Tally {
 public:
  Tally(const Progress& progress, std::int64_t all) : progress_(progress), all_(all) {}
  void count() {
    if (++done_ % kTellEvery == 0 && progress_) progress_("entries checked", done_, all_);
  }

 private:
  static constexpr std::int64_t kTellEvery = 10'000;
  const Progress& progress_;
  std::int64_t all_;
  std::int64_t done_ = 0;
};

/// Reads every entry of a parcel as strictly as the command line reads journals. What stands twice
/// in a journal with the same content is kept once.
/// @param stored  targets of corrections that are not in the file
Result<std::vector<CheckedEntry>> check_parcel(const Parcel& parcel, const ImportPlace& place,
                                               const json::TargetOf& stored, Tally& tally);

}  // namespace plumbline::server
