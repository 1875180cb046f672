// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/sealed_record.hpp"

#include <algorithm>
#include <utility>

#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/parse.hpp"

namespace plumbline::server {
namespace {

constexpr std::string_view kEntry = "entry";
constexpr std::size_t kLongestChunkId = 64;

}  // namespace

Result<storage::NewEntry> seal_entry(const Owner& owner, std::string_view id, std::string_view line,
                                     storage::DeviceNumber device) {
  const Result<storage::EntryKey> key = storage::parse_entry_key(id);
  if (!key) return std::unexpected(key.error());
  storage::NewEntry out;
  out.key = *key;
  out.digest = vault::digest(owner.key, line);
  out.device = device;
  out.sealed = vault::seal(owner.key, {owner.id, kEntry, id}, line);
  return out;
}

Result<std::string> open_entry(const Owner& owner, const storage::EntryKey& key,
                               std::string_view sealed) {
  const std::string id = storage::format_entry_key(key);
  return vault::open(owner.key, {owner.id, kEntry, id}, sealed);
}

std::string seal_text(const Owner& owner, std::string_view kind, std::string_view row,
                      std::string_view text) {
  return vault::seal(owner.key, {owner.id, kind, row}, text);
}

Result<std::string> open_text(const Owner& owner, std::string_view kind, std::string_view row,
                              std::string_view sealed) {
  return vault::open(owner.key, {owner.id, kind, row}, sealed);
}

bool is_chunk_id(std::string_view id) {
  return !id.empty() && id.size() <= kLongestChunkId && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
  });
}

Result<void> for_each_line(storage::Reader& reader, const Owner& owner, std::int64_t after,
                           const std::function<Result<void>(PlacedLine)>& each) {
  while (true) {
    auto rows = reader.entries(owner.number, {.after = after});
    if (!rows) return std::unexpected(std::move(rows.error()));
    if (rows->empty()) return {};
    for (const storage::EntryRow& row : *rows) {
      auto line = open_entry(owner, row.key, row.sealed);
      if (!line) return std::unexpected(std::move(line.error()));
      auto told = each({row.seq, row.received_ms, row.device, std::move(*line)});
      if (!told) return told;
    }
    after = rows->back().seq;
  }
}

namespace {

std::optional<record::Entry> read_sealed(storage::Reader& reader, const Owner& owner,
                                         const storage::EntryKey& key, std::string_view sealed) {
  const auto line = open_entry(owner, key, sealed);
  if (!line) return std::nullopt;
  const auto value = json::parse(*line);
  if (!value) return std::nullopt;
  auto entry = json::read_entry(
      *value, {}, [&](const EntryId& other) { return find_entry(reader, owner, other); });
  if (!entry) return std::nullopt;
  return std::move(*entry);
}

}  // namespace

std::optional<record::Entry> find_entry(storage::Reader& reader, const Owner& owner,
                                        const EntryId& id) {
  const auto key = storage::parse_entry_key(id.text());
  if (!key) return std::nullopt;
  const auto row = reader.entry(owner.number, *key);
  if (!row || !row->has_value()) return std::nullopt;
  return read_sealed(reader, owner, *key, (*row)->sealed);
}

std::optional<HeldEntry> find_held(storage::Reader& reader, const Owner& owner, const EntryId& id) {
  const auto key = storage::parse_entry_key(id.text());
  const auto rows = reader.held(owner.number);
  if (!key || !rows) return std::nullopt;
  const auto row = std::ranges::find(*rows, *key, &storage::HeldRow::key);
  if (row == rows->end()) return std::nullopt;
  auto entry = read_sealed(reader, owner, *key, row->sealed);
  if (!entry) return std::nullopt;
  return HeldEntry{std::move(*entry), row->held_until_ms};
}

}  // namespace plumbline::server
