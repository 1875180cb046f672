// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/clinical/instrument.hpp"
#include "plumbline/foundation/error.hpp"
#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// Whether the project may ship the wording of an instrument.
enum class Licence : std::uint8_t {
  /// Our own wording, shipped in every language of the interface.
  Own,
  /// The owner's wording: structure only; a clinic imports the text that it is licensed for.
  Imported,
};

/// A text in the languages of the interface; an empty part is an absent one.
struct LocalizedText {
  std::string en;
  std::string de;
  std::string es;

  bool complete() const { return !en.empty() && !de.empty() && !es.empty(); }
  bool empty() const { return en.empty() && de.empty() && es.empty(); }
  bool operator==(const LocalizedText&) const = default;
};

/// The words beside one value of an item, such as the ends of a scale.
struct LevelText {
  std::int32_t value = 0;
  LocalizedText text;
  bool operator==(const LevelText&) const = default;
};

/// One item as `catalog/instruments/<id>.json` describes it.
struct ItemDocument {
  std::string id;
  ItemKind kind = ItemKind::Integer;
  std::int32_t low = 0;
  std::int32_t high = 0;
  bool reversed = false;
  LocalizedText text;
  /// Ascending by value; empty for imported wording.
  std::vector<LevelText> levels;
  bool operator==(const ItemDocument&) const = default;
};

/// An instrument as `catalog/instruments/<id>.json` describes it.
struct InstrumentDocument {
  InstrumentId id = InstrumentId::Nprs;
  std::int32_t version = 1;
  Licence licence = Licence::Imported;
  /// Who owns the wording.
  std::string owner;
  /// Where structure and scoring come from.
  std::string source;
  std::string unit;
  Direction direction = Direction::LowerIsBetter;
  std::vector<std::int64_t> lengths;
  MissingRule missing = MissingRule::AllRequired;
  std::int32_t most_missing = 0;
  std::vector<ItemDocument> items;
  bool operator==(const InstrumentDocument&) const = default;
};

/// The document that the built-in structure of an instrument asks for, without any text.
InstrumentDocument make_document(InstrumentId id);

/// Holds a document against the built-in structure, and its texts against its licence: own wording
/// is complete in every language, imported wording is absent.
/// @error Inconsistent  with the JSON pointer of the first difference
/// @error MissingField  a text of our own wording is absent
/// @error Refused       a text of imported wording is present
Result<void> check_document(const InstrumentDocument& document);

/// The wording of one item in a text pack.
struct TextPackItem {
  std::string link_id;
  std::string text;
  /// The words of the answers in the order of their values; empty where numbers say enough.
  std::vector<std::string> options;
  bool operator==(const TextPackItem&) const = default;
};

/// The wording of an instrument in one language, brought by a clinic that holds the licence. It is
/// stored on that clinic's machine only.
struct TextPack {
  InstrumentId instrument = InstrumentId::Odi;
  /// BCP 47, such as `en` or `de-CH`.
  std::string language;
  std::vector<TextPackItem> items;
  bool operator==(const TextPack&) const = default;
};

/// How many answers an item offers; 0 where any number in a range is an answer.
std::size_t option_count(const ItemGroup& form);

/// Whether a pack fits its instrument: as many items as the instrument has, each with its link id
/// (`odi-1` …, in order) and a text, and as many answer texts as answers, or none.
/// @error WrongLength   `/item`, or `/item/<n>/answerOption`
/// @error Inconsistent  `/item/<n>/linkId`
/// @error MissingField  `/item/<n>/text`, `/language`, or answer texts where the answers are words
Result<void> check_text_pack(const TextPack& pack);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::Licence> {
  static constexpr std::string_view kWhat = "licence";
  static constexpr std::array<std::string_view, 2> kWords = {"own", "imported"};
};

}  // namespace plumbline
