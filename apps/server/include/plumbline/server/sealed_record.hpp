// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/record/entry.hpp"
#include "plumbline/storage/reader.hpp"
#include "plumbline/vault/key.hpp"

/// Where storage and vault meet: what is stored of a person, sealed with that person's key.
namespace plumbline::server {

/// Whose rows, and the key to them.
struct Owner {
  storage::PersonNumber number{};
  std::string id;
  vault::Key key;
};

/// An entry as it is stored: its line, sealed and bound to the person and the entry's id.
/// @error BadId  the id is no UUID
Result<storage::NewEntry> seal_entry(const Owner& owner, std::string_view id, std::string_view line,
                                     storage::DeviceNumber device);

/// The line of a stored or held entry.
/// @error Sealed  the row is damaged or belongs elsewhere
Result<std::string> open_entry(const Owner& owner, const storage::EntryKey& key,
                               std::string_view sealed);

/// A person's name and other single texts, by kind.
std::string seal_text(const Owner& owner, std::string_view kind, std::string_view row,
                      std::string_view text);
Result<std::string> open_text(const Owner& owner, std::string_view kind, std::string_view row,
                              std::string_view sealed);

/// 1 to 64 letters, digits, points, hyphens and underscores.
bool is_chunk_id(std::string_view id);

/// An entry with its place.
struct PlacedLine {
  std::int64_t seq = 0;
  std::int64_t received_ms = 0;
  storage::DeviceNumber device{};
  std::string line;
};

/// Calls `each` with every entry after a place, in the order of arrival, reading in pages.
/// @error what reading or opening says; what `each` says stops it
Result<void> for_each_line(storage::Reader& reader, const Owner& owner, std::int64_t after,
                           const std::function<Result<void>(PlacedLine)>& each);

/// An entry that waits for the clock.
struct HeldEntry {
  record::Entry entry;
  std::int64_t until_ms = 0;
};

/// The waiting entry with an id; empty where there is none or it cannot be read.
std::optional<HeldEntry> find_held(storage::Reader& reader, const Owner& owner, const EntryId& id);

/// The entry with an id, for corrections; empty where there is none or it cannot be read.
std::optional<record::Entry> find_entry(storage::Reader& reader, const Owner& owner,
                                        const EntryId& id);

}  // namespace plumbline::server
