// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "plumbline/foundation/time.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/server/base64.hpp"
#include "plumbline/server/record_export.hpp"

namespace plumbline::server {
namespace {

constexpr std::string_view kAbout =
    "Everything that Plumbline keeps about one person, readable by anyone who has this file. "
    "`plumbline import` reads it. entries: in the order of arrival; received_at: by the server's "
    "clock; device: number of the paired device there, 0 for the program itself; entry: as it was "
    "made. held: entries ahead of the clock that wait until held_until. chunks: stretches of "
    "signals, base64. A passphrase and the list of who saw what are not in it.";

std::string quoted(std::string_view text) { return json::write(json::Value(text)); }

std::string instant(std::int64_t at_ms) { return quoted(format_instant({at_ms, 0})); }

std::string number(storage::DeviceNumber device) {
  return std::to_string(static_cast<std::int64_t>(device));
}

/// The rows of one list, a line each.
class Rows {
 public:
  explicit Rows(std::string& out) : out_(out) {}
  void add(const std::string& row) {
    out_ += first_ ? "\n" : ",\n";
    out_ += row;
    first_ = false;
  }

 private:
  std::string& out_;
  bool first_ = true;
};

Result<void> add_held(std::string& out, const std::vector<storage::HeldRow>& held,
                      const Owner& owner) {
  Rows rows(out);
  for (const storage::HeldRow& row : held) {
    auto line = open_entry(owner, row.key, row.sealed);
    if (!line) return std::unexpected(std::move(line.error()));
    rows.add("{\"held_until\":" + instant(row.held_until_ms) +
             ",\"received_at\":" + instant(row.received_ms) + ",\"device\":" + number(row.device) +
             ",\"entry\":" + *line + "}");
  }
  return {};
}

Result<void> add_entries(std::string& out, storage::Reader& reader, const Owner& owner) {
  Rows rows(out);
  return for_each_line(reader, owner, 0, [&](const PlacedLine& row) -> Result<void> {
    rows.add("{\"seq\":" + std::to_string(row.seq) +
             ",\"received_at\":" + instant(row.received_ms) + ",\"device\":" + number(row.device) +
             ",\"entry\":" + row.line + "}");
    return {};
  });
}

Result<void> add_chunks(std::string& out, storage::Reader& reader, const Owner& owner) {
  auto ids = reader.chunk_ids(owner.number);
  if (!ids) return std::unexpected(std::move(ids.error()));
  std::ranges::sort(*ids);
  Rows rows(out);
  for (const std::string& id : *ids) {
    auto row = reader.chunk(owner.number, id);
    if (!row) return std::unexpected(std::move(row.error()));
    if (!row->has_value()) continue;
    auto bytes = open_text(owner, "chunk", id, (*row)->sealed);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    rows.add("{\"id\":" + quoted(id) + ",\"received_at\":" + instant((*row)->received_ms) +
             ",\"data\":\"" + write_base64(*bytes) + "\"}");
  }
  return {};
}

}  // namespace

Result<Subject> subject_of(const Owner& owner, std::string_view sealed_name,
                           std::int64_t created_ms) {
  auto name = open_text(owner, "name", "", sealed_name);
  if (!name) return std::unexpected(std::move(name.error()));
  return Subject{owner, std::move(*name), created_ms};
}

Result<std::string> export_json(storage::Reader& reader, const Subject& subject) {
  // What is admitted meanwhile stands in both lists; the other way round it would be in neither.
  auto held = reader.held(subject.owner.number);
  if (!held) return std::unexpected(std::move(held.error()));
  std::string out =
      "{\"format\":" + quoted(kExportFormat) + ",\"version\":" + std::to_string(kExportVersion) +
      ",\n\"about\":" + quoted(kAbout) + ",\n\"person\":{\"id\":" + quoted(subject.owner.id) +
      ",\"name\":" + quoted(subject.name) + ",\"created_at\":" + instant(subject.created_ms) +
      "},\n\"entries\":[";
  if (auto done = add_entries(out, reader, subject.owner); !done) {
    return std::unexpected(std::move(done.error()));
  }
  out += "\n],\n\"held\":[";
  if (auto done = add_held(out, *held, subject.owner); !done) {
    return std::unexpected(std::move(done.error()));
  }
  out += "\n],\n\"chunks\":[";
  if (auto done = add_chunks(out, reader, subject.owner); !done) {
    return std::unexpected(std::move(done.error()));
  }
  out += "\n]}\n";
  return out;
}

Result<std::string> export_record(ExportForm form, storage::Reader& reader, const Subject& subject,
                                  const exercise::Catalogue& catalogue, LocalDate day) {
  switch (form) {
    case ExportForm::Json:
      return export_json(reader, subject);
    case ExportForm::Csv:
      return export_csv(reader, subject.owner);
    case ExportForm::Fhir:
      return export_fhir(reader, subject, catalogue, day);
  }
  return fail(ErrorCode::Internal, "format", "expected json, csv or fhir");
}

std::string_view media_type(ExportForm form) {
  switch (form) {
    case ExportForm::Json:
      return "application/json";
    case ExportForm::Csv:
      return "text/csv; charset=utf-8; header=present";
    case ExportForm::Fhir:
      return "application/fhir+json";
  }
  return "application/octet-stream";
}

std::string export_file_name(ExportForm form, std::string_view person) {
  std::string out = "plumbline-";
  for (const char c : person) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '-' || c == '_';
    out += plain ? c : '_';
  }
  return out + (form == ExportForm::Fhir ? ".fhir.json" : "." + std::string(word(form)));
}

}  // namespace plumbline::server
