// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "catalog_command.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>
#include <utility>
#include <vector>

#include "catalog_movement.hpp"
#include "catalogue_bundle.hpp"
#include "input.hpp"
#include "plumbline/json/catalogue_codec.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/write.hpp"

namespace plumbline::cli {
namespace {

namespace fs = std::filesystem;

Result<std::vector<json::CatalogueDocument>> read_folder(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder / "exercises", failed)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  if (failed || files.empty()) {
    return fail(ErrorCode::Unreadable, (folder / "exercises").string(),
                "expected a folder with exercise documents (*.json)");
  }
  std::ranges::sort(files);
  std::vector<json::CatalogueDocument> documents;
  for (const fs::path& file : files) {
    Result<std::string> text = read_input(file.string());
    if (!text) return std::unexpected(std::move(text.error()));
    Result<json::Value> value = json::parse(*text);
    if (!value) {
      value.error().where = file.string() + " " + value.error().where;
      return std::unexpected(std::move(value.error()));
    }
    documents.push_back({file.filename().string(), std::move(*value)});
  }
  return documents;
}

/// One row of the second table, as text: level, contraindications, regress, progress.
using Rows = std::map<std::string, std::string, std::less<>>;

Result<Rows> read_table(std::string_view csv) {
  Rows rows;
  std::istringstream lines{std::string(csv)};
  std::string line;
  std::getline(lines, line);
  if (line != "id,level,contraindications,regress,progress") {
    return fail(ErrorCode::SyntaxError, "second_table.csv line 1",
                "expected id,level,contraindications,regress,progress");
  }
  while (std::getline(lines, line)) {
    if (line.empty()) continue;
    const std::size_t comma = line.find(',');
    rows.emplace(line.substr(0, comma), line.substr(comma + 1));
  }
  return rows;
}

std::string row_of(const exercise::Exercise& e) {
  std::string contra;
  for (const exercise::Contraindication& c : e.contraindications) {
    contra += (contra.empty() ? "" : ";") + std::string(word(c.word));
    if (c.strength == exercise::ExclusionStrength::UntilUnlocked) contra += '?';
    if (c.strength == exercise::ExclusionStrength::Modified) contra += '~';
  }
  const auto or_dash = [](const std::string& text) { return text.empty() ? "-" : text; };
  return std::to_string(e.level) + "," + or_dash(contra) + "," + or_dash(e.regress) + "," +
         or_dash(e.progress);
}

Result<void> hold_against(const exercise::Catalogue& catalogue, const Rows& rows) {
  for (const exercise::CatalogueRow& row : catalogue.rows()) {
    const exercise::Exercise& e = row.exercise;
    const auto second = rows.find(e.id);
    if (second == rows.end()) {
      return fail(ErrorCode::Inconsistent, e.id + ".json",
                  "expected a row for this exercise in second_table.csv");
    }
    if (second->second != row_of(e)) {
      return fail(
          ErrorCode::Inconsistent, e.id + ".json",
          "expected what second_table.csv says: " + second->second + ", found " + row_of(e));
    }
  }
  for (const auto& [id, rest] : rows) {
    if (!catalogue.find(id)) {
      return fail(ErrorCode::Inconsistent, "second_table.csv " + id,
                  "expected an exercise document for this row");
    }
  }
  return {};
}

/// Checks the texts and sources of a document.
/// @returns whether there are texts
Result<bool> check_text(const json::CatalogueDocument& document) {
  const json::Value* text = document.value.find("text");
  if (text == nullptr) return false;
  const json::Value* english = text->find("en");
  if (english == nullptr) {
    return fail(ErrorCode::MissingField, document.file + " /text/en", "this field is required");
  }
  for (const char* field : {"name", "purpose", "set_up", "steps", "breathing", "cues", "faults",
                            "feel", "stop", "modifications"}) {
    if (english->find(field) == nullptr) {
      return fail(ErrorCode::MissingField, document.file + " /text/en/" + field,
                  "this field is required");
    }
  }
  const json::Value* evidence = document.value.find("evidence");
  const json::Array* rows = evidence == nullptr ? nullptr : evidence->as_array();
  if (rows == nullptr || rows->empty()) {
    return fail(ErrorCode::MissingField, document.file + " /evidence",
                "expected at least one row with claim, grade, source and status");
  }
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const json::Value* source = (*rows)[i].find("source");
    if (source == nullptr || source->as_string() == nullptr || source->as_string()->empty()) {
      return fail(ErrorCode::MissingField,
                  document.file + " /evidence/" + std::to_string(i) + "/source",
                  "this field is required");
    }
  }
  return true;
}

/// Checks what lies outside the attributes, and counts it.
Result<std::string> summary_of(const std::vector<json::CatalogueDocument>& documents) {
  std::int64_t with_text = 0;
  std::int64_t with_movement = 0;
  std::int64_t complete = 0;
  for (const json::CatalogueDocument& document : documents) {
    const Result<bool> text = check_text(document);
    if (!text) return std::unexpected(text.error());
    const Result<bool> movement = check_movement_of(document);
    if (!movement) return std::unexpected(movement.error());
    if (*text) ++with_text;
    if (*movement) ++with_movement;
    if (*text && *movement) ++complete;
  }
  json::Value out;
  out.add("exercises", static_cast<std::int64_t>(documents.size()));
  out.add("with_text", with_text);
  out.add("with_movement", with_movement);
  out.add("complete", complete);
  return json::write(out) + "\n";
}

}  // namespace

Result<std::string> catalog_check(const std::string& folder) {
  Result<std::vector<json::CatalogueDocument>> documents =
      folder.empty() ? json::read_bundle(bundled_catalogue_text()) : read_folder(folder);
  if (!documents) return std::unexpected(std::move(documents.error()));
  Result<exercise::Catalogue> catalogue = json::read_catalogue(*documents);
  if (!catalogue) return std::unexpected(std::move(catalogue.error()));
  Result<std::string> csv = std::string(bundled_second_table());
  if (!folder.empty()) csv = read_input((fs::path(folder) / "second_table.csv").string());
  if (!csv) return csv;
  Result<Rows> rows = read_table(*csv);
  if (!rows) return std::unexpected(std::move(rows.error()));
  if (auto held = hold_against(*catalogue, *rows); !held) {
    return std::unexpected(std::move(held.error()));
  }
  return summary_of(*documents);
}

Result<std::string> catalog_list(bool as_json) {
  Result<exercise::Catalogue> catalogue = load_bundled_catalogue();
  if (!catalogue) return std::unexpected(std::move(catalogue.error()));
  if (as_json) return json::write(json::write_listing(*catalogue)) + "\n";
  std::string out;
  for (const exercise::CatalogueRow& row : catalogue->rows()) {
    const exercise::Exercise& e = row.exercise;
    out += e.id + "  " + e.name + "  (" + std::string(word(e.kind)) + ", level " +
           std::to_string(e.level) + ")\n";
  }
  return out;
}

}  // namespace plumbline::cli
