// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "plumbline/foundation/time.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/server/record_export.hpp"

namespace plumbline::server {
namespace {

/// A column and the place in an entry's body that it shows; empty for what is not in the body.
struct Column {
  std::string_view name;
  std::string_view from;
};

constexpr std::array<Column, 38> kColumns{{
    {"date", ""},
    {"time", ""},
    {"utc_offset", ""},
    {"kind", ""},
    {"exercise", "exercise"},
    {"side", "side"},
    {"sets", "sets"},
    {"reps", "reps"},
    {"hold_s", "hold_s"},
    {"minutes", "minutes"},
    {"kg", "resistance/kg"},
    {"band", "resistance/band"},
    {"pain", "pain"},
    {"pain_before", "pain_before"},
    {"pain_during", "pain_during"},
    {"leg_pain", "leg_pain"},
    {"usual_pain", "usual"},
    {"usual_leg_pain", "leg"},
    {"woken_more", "woken_more"},
    {"effort_cr10", "effort_cr10"},
    {"reps_in_reserve", "rir"},
    {"form_ok", "form_ok"},
    {"painkiller", "painkiller"},
    {"leg_symptoms", "leg_symptoms"},
    {"session", "session"},
    {"instrument", "instrument"},
    {"test", "test"},
    {"what", "what"},
    {"value", "value"},
    {"why", "why"},
    {"details", ""},
    {"corrects", ""},
    {"author", ""},
    {"author_name", ""},
    {"made_on", ""},
    {"received_at", ""},
    {"number", ""},
    {"entry", ""},
}};

/// Characters with which spreadsheets let a formula begin.
constexpr std::string_view kFormulaStarts = "=+-@|%";

bool may_be_formula(std::string_view text) {
  if (text.starts_with('\t') || text.starts_with('\r') || text.starts_with('\n')) return true;
  const std::size_t first = text.find_first_not_of(" \t\r\n\v\f");
  return first != std::string_view::npos && kFormulaStarts.find(text[first]) != std::string::npos;
}

/// A text as a field: never a formula, quoted where needed.
std::string field_of(std::string_view text) {
  std::string out = may_be_formula(text) ? "'" : "";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  const bool plain = out.find_first_of(",;\"\r\n\t'") == std::string::npos;
  return plain ? out : "\"" + out + "\"";
}

/// One row in the making.
class Row {
 public:
  void set(std::string_view name, std::string_view text) {
    const auto column = std::ranges::find(kColumns, name, &Column::name);
    fields_.at(static_cast<std::size_t>(column - kColumns.begin())) = field_of(text);
  }
  /// Puts every value of a body into its column, and what has none into the details.
  void add_body(const json::Value& value, const std::string& at) {
    if (const json::Object* object = value.as_object()) {
      for (const auto& [key, member] : *object) {
        std::string below = at;
        below.append(at.empty() ? "" : "/").append(key);
        add_body(member, below);
      }
    } else if (const json::Array* list = value.as_array()) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        add_body((*list)[i], at + "/" + std::to_string(i + 1));
      }
    } else {
      add_leaf(value, at);
    }
  }
  std::string finish() {
    set("details", details_);
    std::string out;
    for (std::size_t i = 0; i < fields_.size(); ++i) out += (i == 0 ? "" : ",") + fields_[i];
    return out + "\r\n";
  }

 private:
  void add_leaf(const json::Value& value, const std::string& at) {
    const std::string* text = value.as_string();
    const auto column = std::ranges::find_if(
        kColumns, [&](const Column& c) { return !c.from.empty() && c.from == at; });
    if (column == kColumns.end()) {
      details_ += (details_.empty() ? "" : " | ") + at + ": " + (text ? *text : json::write(value));
      return;
    }
    // Numbers are none of those texts: a reach of -3 cm stays a number.
    fields_.at(static_cast<std::size_t>(column - kColumns.begin())) =
        text ? field_of(*text) : json::write(value);
  }

  std::array<std::string, kColumns.size()> fields_;
  std::string details_;
};

std::string_view text_at(const json::Value& value, std::string_view key) {
  const json::Value* found = value.find(key);
  const std::string* text = found == nullptr ? nullptr : found->as_string();
  return text == nullptr ? std::string_view() : *text;
}

/// A correction shows what it replaces the body by, and whose.
void add_content(Row& row, const json::Value& entry) {
  const json::Value* body = entry.find("body");
  if (body == nullptr) return;
  if (text_at(entry, "kind") != record::kEntryKinds.back()) return row.add_body(*body, "");
  row.set("corrects", text_at(*body, "entry"));
  const json::Value* inner = body->find("body");
  if (inner == nullptr || inner->is_null()) return row.add_body("taken back", "correction");
  row.add_body(*inner, "");
}

Result<std::string> row_of(const PlacedLine& placed) {
  auto entry = json::parse(placed.line);
  if (!entry) return std::unexpected(std::move(entry.error()));
  Row row;
  // 2026-03-02T07:00:00.000+01:00
  const std::string_view made_at = text_at(*entry, "made_at");
  constexpr std::size_t kWhole = 29;
  if (made_at.size() == kWhole) {
    row.set("date", made_at.substr(0, 10));
    row.set("time", made_at.substr(11, 8));
    row.set("utc_offset", "UTC" + std::string(made_at.substr(23)));
  }
  row.set("kind", text_at(*entry, "kind"));
  add_content(row, *entry);
  if (const json::Value* author = entry->find("author")) {
    row.set("author", text_at(*author, "role"));
    row.set("author_name", text_at(*author, "name"));
  }
  row.set("made_on", text_at(*entry, "device"));
  row.set("received_at", format_instant({placed.received_ms, 0}));
  row.set("number", std::to_string(placed.seq));
  row.set("entry", text_at(*entry, "id"));
  return row.finish();
}

}  // namespace

Result<std::string> export_csv(storage::Reader& reader, const Owner& owner) {
  std::string out;
  for (const Column& column : kColumns) {
    out += (out.empty() ? "" : ",") + std::string(column.name);
  }
  out += "\r\n";
  auto done = for_each_line(reader, owner, 0, [&](const PlacedLine& placed) -> Result<void> {
    auto row = row_of(placed);
    if (!row) return std::unexpected(std::move(row.error()));
    out += *row;
    return {};
  });
  if (!done) return std::unexpected(std::move(done.error()));
  return out;
}

}  // namespace plumbline::server
