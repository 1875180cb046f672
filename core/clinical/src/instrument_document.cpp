// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/instrument_document.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::clinical {
namespace {

std::string item_place(std::size_t index, std::string_view field) {
  return "/items/" + std::to_string(index) + "/" + std::string(field);
}

std::unexpected<Error> differs(std::string where, std::string expected) {
  return fail(ErrorCode::Inconsistent, std::move(where),
              "expected " + std::move(expected) + ", as the scoring rule has it");
}

Result<void> check_head(const InstrumentDocument& found, const InstrumentDocument& expected) {
  if (found.unit != expected.unit) return differs("/unit", expected.unit);
  if (found.direction != expected.direction) {
    return differs("/direction", std::string(word(expected.direction)));
  }
  if (found.lengths != expected.lengths) return differs("/lengths", "other numbers of items");
  if (found.missing != expected.missing) {
    return differs("/missing", std::string(word(expected.missing)));
  }
  if (found.most_missing != expected.most_missing) {
    return differs("/most_missing", std::to_string(expected.most_missing));
  }
  if (found.items.size() != expected.items.size()) {
    return differs("/items", std::to_string(expected.items.size()) + " items");
  }
  return {};
}

Result<void> check_item(std::size_t i, const ItemDocument& found, const ItemDocument& expected) {
  if (found.id != expected.id) return differs(item_place(i, "id"), expected.id);
  if (found.kind != expected.kind) {
    return differs(item_place(i, "kind"), std::string(word(expected.kind)));
  }
  if (found.low != expected.low) return differs(item_place(i, "low"), std::to_string(expected.low));
  if (found.high != expected.high) {
    return differs(item_place(i, "high"), std::to_string(expected.high));
  }
  if (found.reversed != expected.reversed) {
    return differs(item_place(i, "reversed"), expected.reversed ? "true" : "false");
  }
  return {};
}

Result<void> check_own_text(std::size_t i, const ItemDocument& item) {
  if (!item.text.complete()) {
    return fail(ErrorCode::MissingField, item_place(i, "text"), "expected en, de and es");
  }
  if (item.levels.size() < 2 || item.levels.front().value != item.low ||
      item.levels.back().value != item.high) {
    return fail(ErrorCode::MissingField, item_place(i, "levels"),
                "expected words for the lowest and the highest value at least");
  }
  for (const LevelText& level : item.levels) {
    if (!level.text.complete()) {
      return fail(ErrorCode::MissingField, item_place(i, "levels"), "expected en, de and es");
    }
  }
  return {};
}

Result<void> check_imported_text(std::size_t i, const ItemDocument& item) {
  if (item.text.empty() && item.levels.empty()) return {};
  return fail(ErrorCode::Refused, item_place(i, "text"),
              "expected no text: the wording of this instrument is not ours to ship");
}

Result<void> check_pack_item(const TextPack& pack, std::size_t i) {
  const TextPackItem& item = pack.items[i];
  const std::string place = "/item/" + std::to_string(i);
  const std::string expected = item_id(pack.instrument, i);
  if (item.link_id != expected) {
    return fail(ErrorCode::Inconsistent, place + "/linkId",
                "expected " + expected + ", found " + item.link_id);
  }
  if (item.text.empty()) return fail(ErrorCode::MissingField, place + "/text", "expected a text");
  const ItemGroup form = item_form(structure(pack.instrument), i);
  if (item.options.empty() && form.kind == ItemKind::Word) {
    return fail(ErrorCode::MissingField, place + "/answerOption",
                "expected the words of the answers");
  }
  if (!item.options.empty() && item.options.size() != option_count(form)) {
    return fail(ErrorCode::WrongLength, place + "/answerOption",
                "expected " + std::to_string(option_count(form)) + " answers, found " +
                    std::to_string(item.options.size()));
  }
  return {};
}

}  // namespace

InstrumentDocument make_document(InstrumentId id) {
  const InstrumentStructure& s = structure(id);
  InstrumentDocument document;
  document.id = id;
  document.unit = std::string(s.unit);
  document.direction = s.direction;
  for (const std::size_t length : s.lengths) {
    document.lengths.push_back(static_cast<std::int64_t>(length));
  }
  document.missing = s.missing;
  document.most_missing = static_cast<std::int32_t>(s.most_missing);
  for (std::size_t i = 0; i < most_items(s); ++i) {
    const ItemGroup form = item_form(s, i);
    document.items.push_back(
        {item_id(id, i), form.kind, form.low, form.high, is_reversed(s, i), {}, {}});
  }
  return document;
}

Result<void> check_document(const InstrumentDocument& document) {
  const InstrumentDocument expected = make_document(document.id);
  if (Result<void> head = check_head(document, expected); !head) return head;
  for (std::size_t i = 0; i < expected.items.size(); ++i) {
    const ItemDocument& item = document.items[i];
    if (Result<void> same = check_item(i, item, expected.items[i]); !same) return same;
    const bool own = document.licence == Licence::Own;
    Result<void> text = own ? check_own_text(i, item) : check_imported_text(i, item);
    if (!text) return text;
  }
  return {};
}

std::size_t option_count(const ItemGroup& form) {
  if (form.kind == ItemKind::Number) return 0;
  return static_cast<std::size_t>(form.high - form.low) + 1;
}

Result<void> check_text_pack(const TextPack& pack) {
  if (pack.language.empty()) {
    return fail(ErrorCode::MissingField, "/language", "expected a language such as en or de");
  }
  const InstrumentStructure& s = structure(pack.instrument);
  if (!allows_length(s, pack.items.size())) {
    return fail(ErrorCode::WrongLength, "/item",
                "expected " + std::to_string(most_items(s)) + " items, found " +
                    std::to_string(pack.items.size()));
  }
  for (std::size_t i = 0; i < pack.items.size(); ++i) {
    if (Result<void> item = check_pack_item(pack, i); !item) return item;
  }
  return {};
}

}  // namespace plumbline::clinical
