// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/foundation/words.hpp"
#include "plumbline/server/sealed_record.hpp"

/// A person's record on its way out.
namespace plumbline::server {

enum class ExportForm : std::uint8_t { Json, Csv, Fhir };

/// Whose record, with what is known of the person beside it.
struct Subject {
  Owner owner;
  std::string name;
  std::int64_t created_ms = 0;
};

/// Opens the name of a person.
/// @error Sealed  the row is damaged or belongs elsewhere
Result<Subject> subject_of(const Owner& owner, std::string_view sealed_name,
                           std::int64_t created_ms);

/// The name and version that every JSON export carries.
inline constexpr std::string_view kExportFormat = "plumbline-export";
inline constexpr std::int64_t kExportVersion = 1;

/// A JSON export on its way out, piece by piece, so that a record of any size fits into memory.
class JsonExport {
 public:
  explicit JsonExport(Subject subject) : subject_(std::move(subject)) {}
  /// The next piece: up to a page of entries, or one chunk. Empty where nothing is left.
  /// @error what reading or opening says
  Result<std::string> next(storage::Reader& reader);

 private:
  enum class Part : std::uint8_t { Head, Entries, Held, Chunks, End };
  Result<std::string> head(storage::Reader& reader);
  Result<std::string> entries(storage::Reader& reader);
  Result<std::string> held();
  Result<std::string> chunk(storage::Reader& reader);
  void add(std::string& out, const std::string& row);

  Subject subject_;
  Part part_ = Part::Head;
  /// Whether the list that is being written has no row yet.
  bool first_ = true;
  std::int64_t after_ = 0;
  std::vector<storage::HeldRow> held_;
  std::vector<std::string> chunks_;
  std::size_t next_chunk_ = 0;
};

/// Everything, to be imported elsewhere without loss: one JSON object, one row a line. Nothing of
/// the moment of the export is in it: the same record gives the same bytes
/// (docs/how-to/keep-your-data.md).
Result<std::string> export_json(storage::Reader& reader, const Subject& subject);

/// A table of all entries for spreadsheets (RFC 4180): one row an entry in the order of arrival.
/// Texts that a spreadsheet would take for a formula get an apostrophe in front.
Result<std::string> export_csv(storage::Reader& reader, const Owner& owner);

/// A FHIR R4 bundle, for other health software.
/// @param day  of the care plan; without a profile up to that day there is none
Result<std::string> export_fhir(storage::Reader& reader, const Subject& subject,
                                const exercise::Catalogue& catalogue, LocalDate day);

Result<std::string> export_record(ExportForm form, storage::Reader& reader, const Subject& subject,
                                  const exercise::Catalogue& catalogue, LocalDate day);

/// Such as `application/fhir+json`.
std::string_view media_type(ExportForm form);

/// A file name without anything but letters, digits, points, hyphens and underscores.
std::string export_file_name(ExportForm form, std::string_view person);

}  // namespace plumbline::server

namespace plumbline {

template <>
struct WordsOf<server::ExportForm> {
  static constexpr std::string_view kWhat = "form of an export";
  static constexpr std::array<std::string_view, 3> kWords = {"json", "csv", "fhir"};
};

}  // namespace plumbline
