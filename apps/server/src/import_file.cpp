// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <utility>

#include "import_parts.hpp"
#include "plumbline/json/object_reader.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/server/base64.hpp"
#include "plumbline/server/record_export.hpp"

namespace plumbline::server {
namespace {

constexpr double kMostDevices = 9007199254740991.0;

/// Whether a text begins as an export does, whole or not.
bool begins_as_export(std::string_view text) {
  std::string compact;
  for (const char c : text.substr(0, 256)) {
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') compact += c;
  }
  return compact.starts_with("{\"format\":");
}

Result<RawEntry> read_placed(const json::Value& value, const json::Pointer& at, bool held) {
  json::ObjectReader object(value, at);
  RawEntry out;
  Instant received;
  std::int64_t device = 0;
  if (held) {
    Instant until;
    object.required("held_until", until);
    out.held_until_ms = until.unix_ms;
  } else {
    std::int64_t seq = 0;
    object.required("seq", seq, json::Within{1, kMostDevices});
  }
  object.required("received_at", received);
  object.required("device", device, json::Within{0, kMostDevices});
  const json::Value* entry = object.take("entry");
  if (entry == nullptr) object.missing("entry");
  if (entry != nullptr) out.value = *entry;
  out.where = json::Pointer(at, "entry").text();
  out.received_ms = received.unix_ms;
  out.device = storage::DeviceNumber{device};
  return object.finish(std::move(out));
}

Result<RawChunk> read_chunk(const json::Value& value, const json::Pointer& at) {
  json::ObjectReader object(value, at);
  RawChunk out;
  Instant received;
  std::string data;
  object.required("id", out.id);
  object.required("received_at", received);
  object.required("data", data);
  out.where = at.text();
  out.received_ms = received.unix_ms;
  if (object.ok() && !is_chunk_id(out.id)) {
    object.report({ErrorCode::BadId, json::Pointer(at, "id").text(),
                   "expected 1 to 64 letters, digits, points, hyphens or underscores"});
  }
  auto bytes = read_base64(data);
  if (object.ok() && !bytes) {
    object.report({bytes.error().code, json::Pointer(at, "data").text(), bytes.error().message});
  }
  if (bytes) out.bytes = std::move(*bytes);
  return object.finish(std::move(out));
}

/// Reads a list of an export, item by item.
template <class Read>
void read_list(json::ObjectReader& object, std::string_view name, Read read) {
  const json::Value* value = object.take(name);
  if (value == nullptr) return object.missing(name);
  const json::Pointer at(object.at(), name);
  const json::Array* list = value->as_array();
  if (list == nullptr) return object.report(json::wrong_type(*value, at, "a list").error());
  for (std::size_t i = 0; i < list->size() && object.ok(); ++i) {
    if (auto fault = read((*list)[i], json::Pointer(at, i), static_cast<std::int64_t>(i))) {
      object.report(std::move(*fault));
    }
  }
}

void read_person(json::ObjectReader& object, Parcel& parcel) {
  const json::Value* value = object.take("person");
  if (value == nullptr) return object.missing("person");
  const json::Pointer at(object.at(), "person");
  json::ObjectReader person(*value, at);
  Instant created;
  person.required("id", parcel.person);
  person.required("name", parcel.name);
  person.required("created_at", created);
  parcel.created_ms = created.unix_ms;
  if (auto done = person.finish(true); !done) object.report(std::move(done.error()));
}

void read_entries(json::ObjectReader& object, Parcel& parcel) {
  using Fault = std::optional<Error>;
  read_list(object, "entries",
            [&](const json::Value& row, const json::Pointer& at, std::int64_t i) -> Fault {
              auto entry = read_placed(row, at, false);
              if (!entry) return std::move(entry.error());
              const json::Value* seq = row.find("seq");
              if (seq->as_integer() == nullptr || *seq->as_integer() != i + 1) {
                return Error{ErrorCode::Inconsistent, json::Pointer(at, "seq").text(),
                             "expected " + std::to_string(i + 1) +
                                 ", because entries are numbered in their order"};
              }
              parcel.entries.push_back(std::move(*entry));
              return std::nullopt;
            });
  read_list(object, "held",
            [&](const json::Value& row, const json::Pointer& at, std::int64_t) -> Fault {
              auto entry = read_placed(row, at, true);
              if (!entry) return std::move(entry.error());
              parcel.entries.push_back(std::move(*entry));
              return std::nullopt;
            });
  read_list(object, "chunks",
            [&](const json::Value& row, const json::Pointer& at, std::int64_t) -> Fault {
              auto chunk = read_chunk(row, at);
              if (!chunk) return std::move(chunk.error());
              parcel.chunks.push_back(std::move(*chunk));
              return std::nullopt;
            });
}

Result<std::vector<Parcel>> read_export(const json::Value& value) {
  const json::Pointer root;
  json::ObjectReader object(value, root);
  std::string format;
  std::string about;
  std::int64_t version = 0;
  object.required("format", format);
  object.required("version", version);
  if (object.ok() && format != kExportFormat) {
    return fail(ErrorCode::UnknownWord, "/format",
                "expected " + std::string(kExportFormat) + ", found " + format);
  }
  if (object.ok() && version != kExportVersion) {
    return fail(ErrorCode::OutOfRange, "/version",
                "expected " + std::to_string(kExportVersion) + ", found " +
                    std::to_string(version) + "; this file was written by another Plumbline");
  }
  Parcel parcel;
  parcel.is_export = true;
  object.optional("about", about);
  read_person(object, parcel);
  read_entries(object, parcel);
  std::vector<Parcel> parcels;
  parcels.push_back(std::move(parcel));
  return object.finish(std::move(parcels));
}

Result<std::vector<Parcel>> read_journals(std::string_view text) {
  auto lines = json::parse_lines(text);
  if (!lines) return std::unexpected(std::move(lines.error()));
  std::vector<Parcel> parcels;
  std::map<std::string, std::size_t, std::less<>> by_person;
  for (json::Line& line : *lines) {
    const json::Value* found = line.value.find("person");
    const std::string* named = found == nullptr ? nullptr : found->as_string();
    const std::string person = named == nullptr ? "" : *named;
    const auto [place, added] = by_person.emplace(person, parcels.size());
    if (added) {
      parcels.emplace_back();
      parcels.back().person = person;
      parcels.back().name = person;
    }
    RawEntry& entry = parcels[place->second].entries.emplace_back();
    entry.where = "line " + std::to_string(line.number) + " ";
    entry.value = std::move(line.value);
  }
  if (parcels.empty()) {
    return fail(ErrorCode::NotFound, "",
                "expected an export or journal entries, the file is empty");
  }
  return parcels;
}

}  // namespace

Result<std::vector<Parcel>> read_parcels(std::string_view text) {
  const bool certain = begins_as_export(text);
  auto whole = json::parse(text);
  if (whole && whole->find("format") != nullptr) return read_export(*whole);
  if (certain && !whole) {
    whole.error().message += " (is the file cut off?)";
    return std::unexpected(std::move(whole.error()));
  }
  return read_journals(text);
}

}  // namespace plumbline::server
