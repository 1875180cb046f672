// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/clinical/instrument_document.hpp"
#include "plumbline/json/codec.hpp"

namespace plumbline::json {

template <>
struct Codec<clinical::LocalizedText> {
  static Result<clinical::LocalizedText> read(const Value& value, const Pointer& at);
  static Value write(const clinical::LocalizedText& value);
};

template <>
struct Codec<clinical::LevelText> {
  static Result<clinical::LevelText> read(const Value& value, const Pointer& at);
  static Value write(const clinical::LevelText& value);
};

template <>
struct Codec<clinical::ItemDocument> {
  static Result<clinical::ItemDocument> read(const Value& value, const Pointer& at);
  static Value write(const clinical::ItemDocument& value);
};

/// `catalog/instruments/<id>.json`.
template <>
struct Codec<clinical::InstrumentDocument> {
  static Result<clinical::InstrumentDocument> read(const Value& value, const Pointer& at);
  static Value write(const clinical::InstrumentDocument& value);
};

/// Reads the text of an instrument file and holds it against the built-in structure.
/// @error every fault with line or JSON pointer; see clinical::check_document
Result<clinical::InstrumentDocument> parse_instrument(std::string_view text);

/// Reads the wording of an instrument from an HL7 FHIR R4 `Questionnaire` (JSON). Groups are opened
/// and their own text is left out, `display` items are left out; what is left must be the items of
/// the instrument in order, with its link ids. Elements that FHIR allows and we do not need are
/// passed over; `modifierExtension` is refused, because it may change the meaning.
/// @error every fault with line or JSON pointer; see clinical::check_text_pack, whose places count
///        the items after groups have been opened
Result<clinical::TextPack> parse_text_pack(clinical::InstrumentId instrument,
                                           std::string_view text);

}  // namespace plumbline::json
