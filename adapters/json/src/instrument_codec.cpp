// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/instrument_codec.hpp"

#include <utility>

#include "plumbline/json/object_reader.hpp"
#include "plumbline/json/parse.hpp"

namespace plumbline::json {

using clinical::InstrumentDocument;
using clinical::ItemDocument;
using clinical::LevelText;
using clinical::LocalizedText;

Result<LocalizedText> Codec<LocalizedText>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  LocalizedText text;
  object.optional("en", text.en);
  object.optional("de", text.de);
  object.optional("es", text.es);
  return object.finish(std::move(text));
}

Value Codec<LocalizedText>::write(const LocalizedText& value) {
  Value out{Object{}};
  if (!value.en.empty()) out.add("en", value.en);
  if (!value.de.empty()) out.add("de", value.de);
  if (!value.es.empty()) out.add("es", value.es);
  return out;
}

Result<LevelText> Codec<LevelText>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  LevelText level;
  object.required("value", level.value);
  object.required("text", level.text);
  return object.finish(std::move(level));
}

Value Codec<LevelText>::write(const LevelText& value) {
  Value out{Object{}};
  out.add("value", value.value);
  out.add("text", write_value(value.text));
  return out;
}

Result<ItemDocument> Codec<ItemDocument>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  ItemDocument item;
  object.required("id", item.id);
  object.required("kind", item.kind);
  object.required("low", item.low);
  object.required("high", item.high);
  object.required("reversed", item.reversed);
  object.required("text", item.text);
  object.required("levels", item.levels);
  return object.finish(std::move(item));
}

Value Codec<ItemDocument>::write(const ItemDocument& value) {
  Value out{Object{}};
  out.add("id", value.id);
  out.add("kind", word(value.kind));
  out.add("low", value.low);
  out.add("high", value.high);
  out.add("reversed", value.reversed);
  out.add("text", write_value(value.text));
  out.add("levels", write_value(value.levels));
  return out;
}

Result<InstrumentDocument> Codec<InstrumentDocument>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  InstrumentDocument document;
  object.required("id", document.id);
  object.required("version", document.version, Within{1, 1000});
  object.required("licence", document.licence);
  object.required("owner", document.owner);
  object.required("source", document.source);
  object.required("unit", document.unit);
  object.required("direction", document.direction);
  object.required("lengths", document.lengths);
  object.required("missing", document.missing);
  object.required("most_missing", document.most_missing);
  object.required("items", document.items);
  return object.finish(std::move(document));
}

Value Codec<InstrumentDocument>::write(const InstrumentDocument& value) {
  Value out{Object{}};
  out.add("id", word(value.id));
  out.add("version", value.version);
  out.add("licence", word(value.licence));
  out.add("owner", value.owner);
  out.add("source", value.source);
  out.add("unit", value.unit);
  out.add("direction", word(value.direction));
  out.add("lengths", write_value(value.lengths));
  out.add("missing", word(value.missing));
  out.add("most_missing", value.most_missing);
  out.add("items", write_value(value.items));
  return out;
}

Result<InstrumentDocument> parse_instrument(std::string_view text) {
  const Result<Value> value = parse(text);
  if (!value) return std::unexpected(value.error());
  Result<InstrumentDocument> document = read<InstrumentDocument>(*value, Pointer());
  if (!document) return document;
  if (Result<void> sound = clinical::check_document(*document); !sound) {
    return std::unexpected(std::move(sound.error()));
  }
  return document;
}

}  // namespace plumbline::json
