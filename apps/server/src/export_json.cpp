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

}  // namespace

void JsonExport::add(std::string& out, const std::string& row) {
  out += first_ ? "\n" : ",\n";
  out += row;
  first_ = false;
}

Result<std::string> JsonExport::head(storage::Reader& reader) {
  // What is admitted meanwhile stands in both lists; the other way round it would be in neither.
  auto held = reader.held(subject_.owner.number);
  if (!held) return std::unexpected(std::move(held.error()));
  auto chunks = reader.chunk_ids(subject_.owner.number);
  if (!chunks) return std::unexpected(std::move(chunks.error()));
  held_ = std::move(*held);
  chunks_ = std::move(*chunks);
  std::ranges::sort(chunks_);
  part_ = Part::Entries;
  return "{\"format\":" + quoted(kExportFormat) + ",\"version\":" + std::to_string(kExportVersion) +
         ",\n\"about\":" + quoted(kAbout) + ",\n\"person\":{\"id\":" + quoted(subject_.owner.id) +
         ",\"name\":" + quoted(subject_.name) + ",\"created_at\":" + instant(subject_.created_ms) +
         "},\n\"entries\":[";
}

Result<std::string> JsonExport::entries(storage::Reader& reader) {
  auto rows = reader.entries(subject_.owner.number, {.after = after_});
  if (!rows) return std::unexpected(std::move(rows.error()));
  if (rows->empty()) {
    part_ = Part::Held;
    first_ = true;
    return "\n],\n\"held\":[";
  }
  std::string out;
  for (const storage::EntryRow& row : *rows) {
    auto line = open_entry(subject_.owner, row.key, row.sealed);
    if (!line) return std::unexpected(std::move(line.error()));
    add(out, "{\"seq\":" + std::to_string(row.seq) +
                 ",\"received_at\":" + instant(row.received_ms) +
                 ",\"device\":" + number(row.device) + ",\"entry\":" + *line + "}");
  }
  after_ = rows->back().seq;
  return out;
}

Result<std::string> JsonExport::held() {
  std::string out;
  for (const storage::HeldRow& row : held_) {
    auto line = open_entry(subject_.owner, row.key, row.sealed);
    if (!line) return std::unexpected(std::move(line.error()));
    add(out, "{\"held_until\":" + instant(row.held_until_ms) +
                 ",\"received_at\":" + instant(row.received_ms) +
                 ",\"device\":" + number(row.device) + ",\"entry\":" + *line + "}");
  }
  part_ = Part::Chunks;
  first_ = true;
  return out + "\n],\n\"chunks\":[";
}

Result<std::string> JsonExport::chunk(storage::Reader& reader) {
  std::string out;
  while (out.empty() && next_chunk_ < chunks_.size()) {
    const std::string& id = chunks_.at(next_chunk_++);
    auto row = reader.chunk(subject_.owner.number, id);
    if (!row) return std::unexpected(std::move(row.error()));
    if (!row->has_value()) continue;
    auto bytes = open_text(subject_.owner, "chunk", id, (*row)->sealed);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    add(out, "{\"id\":" + quoted(id) + ",\"received_at\":" + instant((*row)->received_ms) +
                 ",\"data\":\"" + write_base64(*bytes) + "\"}");
  }
  if (!out.empty()) return out;
  part_ = Part::End;
  return "\n]}\n";
}

Result<std::string> JsonExport::next(storage::Reader& reader) {
  switch (part_) {
    case Part::Head:
      return head(reader);
    case Part::Entries:
      return entries(reader);
    case Part::Held:
      return held();
    case Part::Chunks:
      return chunk(reader);
    case Part::End:
      return "";
  }
  return fail(ErrorCode::Internal, "", "an export has no such part");
}

Result<Subject> subject_of(const Owner& owner, std::string_view sealed_name,
                           std::int64_t created_ms) {
  auto name = open_text(owner, "name", "", sealed_name);
  if (!name) return std::unexpected(std::move(name.error()));
  return Subject{owner, std::move(*name), created_ms};
}

Result<std::string> export_json(storage::Reader& reader, const Subject& subject) {
  JsonExport pieces(subject);
  std::string out;
  while (true) {
    auto piece = pieces.next(reader);
    if (!piece || piece->empty()) return piece ? Result<std::string>(std::move(out)) : piece;
    out += *piece;
  }
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
