// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <utility>

#include "plumbline/json/instrument_codec.hpp"
#include "plumbline/json/parse.hpp"

namespace plumbline::json {
namespace {

using clinical::TextPack;
using clinical::TextPackItem;

/// Reads a text element that must be there. FHIR resources carry many elements that we pass over,
/// so the strict reader of our own formats does not fit.
Result<std::string> text_of(const Value& object, std::string_view name, const Pointer& at) {
  const Value* found = object.find(name);
  if (found == nullptr) {
    return fail(ErrorCode::MissingField, Pointer(at, name).text(), "this element is required");
  }
  return read<std::string>(*found, Pointer(at, name));
}

Result<void> refuse_modifier(const Value& object, const Pointer& at) {
  if (object.find("modifierExtension") == nullptr) return {};
  return fail(ErrorCode::UnknownField, Pointer(at, "modifierExtension").text(),
              "a modifier extension may change the meaning and is not understood");
}

/// The words of one answer; empty where the answer is a bare number.
Result<std::string> option_text(const Value& option, const Pointer& at) {
  if (const Value* text = option.find("valueString")) {
    return read<std::string>(*text, Pointer(at, "valueString"));
  }
  if (const Value* coding = option.find("valueCoding")) {
    return text_of(*coding, "display", Pointer(at, "valueCoding"));
  }
  if (option.find("valueInteger") != nullptr) return std::string();
  return wrong_type(option, at, "valueString, valueCoding or valueInteger");
}

Result<std::vector<std::string>> option_texts(const Value& item, const Pointer& at) {
  std::vector<std::string> texts;
  const Value* options = item.find("answerOption");
  if (options == nullptr) return texts;
  const Pointer place(at, "answerOption");
  const Array* list = options->as_array();
  if (list == nullptr) return wrong_type(*options, place, "a list");
  for (std::size_t i = 0; i < list->size(); ++i) {
    Result<std::string> text = option_text((*list)[i], Pointer(place, i));
    if (!text) return std::unexpected(std::move(text.error()));
    if (!text->empty()) texts.push_back(std::move(*text));
  }
  return texts;
}

Result<TextPackItem> pack_item(const Value& value, const Pointer& at) {
  Result<std::string> link_id = text_of(value, "linkId", at);
  if (!link_id) return std::unexpected(std::move(link_id.error()));
  Result<std::string> text = text_of(value, "text", at);
  if (!text) return std::unexpected(std::move(text.error()));
  Result<std::vector<std::string>> options = option_texts(value, at);
  if (!options) return std::unexpected(std::move(options.error()));
  return TextPackItem{std::move(*link_id), std::move(*text), std::move(*options)};
}

/// Appends the questions under `parent`, groups opened.
Result<void> add_items(const Value& parent, const Pointer& at, std::vector<TextPackItem>& out) {
  const Value* items = parent.find("item");
  if (items == nullptr) return {};
  const Pointer place(at, "item");
  const Array* list = items->as_array();
  if (list == nullptr) return wrong_type(*items, place, "a list");
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Value& item = (*list)[i];
    const Pointer here(place, i);
    if (Result<void> plain = refuse_modifier(item, here); !plain) return plain;
    const Result<std::string> type = text_of(item, "type", here);
    if (!type) return std::unexpected(type.error());
    if (*type != "group" && *type != "display") {
      Result<TextPackItem> question = pack_item(item, here);
      if (!question) return std::unexpected(std::move(question.error()));
      out.push_back(std::move(*question));
    }
    if (Result<void> below = add_items(item, here, out); !below) return below;
  }
  return {};
}

Result<void> check_resource(const Value& value, const Pointer& at) {
  if (value.as_object() == nullptr) return wrong_type(value, at, "an object");
  const Result<std::string> type = text_of(value, "resourceType", at);
  if (!type) return std::unexpected(type.error());
  if (*type != "Questionnaire") {
    return unknown_word(*type, Pointer(at, "resourceType"), "Questionnaire");
  }
  return refuse_modifier(value, at);
}

}  // namespace

Result<TextPack> parse_text_pack(clinical::InstrumentId instrument, std::string_view text) {
  const Result<Value> value = parse(text);
  if (!value) return std::unexpected(value.error());
  const Pointer root;
  if (Result<void> resource = check_resource(*value, root); !resource) {
    return std::unexpected(std::move(resource.error()));
  }
  Result<std::string> language = text_of(*value, "language", root);
  if (!language) return std::unexpected(std::move(language.error()));
  TextPack pack{instrument, std::move(*language), {}};
  if (Result<void> items = add_items(*value, root, pack.items); !items) {
    return std::unexpected(std::move(items.error()));
  }
  if (Result<void> fits = clinical::check_text_pack(pack); !fits) {
    return std::unexpected(std::move(fits.error()));
  }
  return pack;
}

}  // namespace plumbline::json
