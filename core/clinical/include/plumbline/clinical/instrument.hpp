// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// A patient-reported outcome measure. Only structure and arithmetic are known here; the wording of
/// licensed questionnaires is never part of the project.
enum class InstrumentId : std::uint8_t {
  Nprs,
  Psfs,
  Odi,
  Rmdq24,
  Rmdq23,
  Rmdq18,
  Rmdq11,
  StartBack9,
  Ompsq21,
  Ompsq10,
  Tsk17,
  Tsk11,
  Fabq,
  Pseq10,
  Pcs,
  Phq2,
  Phq9,
  Gad2,
  Gad7,
  Pgic,
  Eq5d5lPl,
  PromisPi4a,
  Qbpds,
  Basdai,
  ComiBack,
  UsualPain,
  Sleep,
  Mood,
  FearOfMovement,
  Confidence,
};

/// The form in which one item is answered.
enum class ItemKind : std::uint8_t {
  /// A whole number in a range.
  Integer,
  /// Any number in a range.
  Number,
  /// Ticked or not: 0, 1, false, true.
  Tick,
  /// One of the words of Bothersomeness.
  Word,
};

/// The five levels of the last STarT Back item.
enum class Bothersomeness : std::uint8_t {
  NotAtAll,
  Slightly,
  Moderately,
  VeryMuch,
  Extremely,
};

/// What happens to unanswered items.
enum class MissingRule : std::uint8_t {
  /// Every item is needed: no score otherwise.
  AllRequired,
  /// Up to `most_missing` items take the mean of the answered ones, after reversal.
  MeanImputed,
  /// Up to `most_missing` items are left out and the score is taken from the others.
  LeftOut,
  /// An unanswered item counts as not ticked.
  NotTicked,
};

/// Which end of the score is the good one.
enum class Direction : std::uint8_t {
  LowerIsBetter,
  HigherIsBetter,
};

/// Consecutive items of one form.
struct ItemGroup {
  std::size_t count = 0;
  ItemKind kind = ItemKind::Integer;
  /// Inclusive range; ignored for words.
  std::int32_t low = 0;
  std::int32_t high = 0;
};

/// The structure of an instrument, in the published item order.
struct InstrumentStructure {
  InstrumentId id = InstrumentId::Nprs;
  /// What the score counts: `points`, `percent`, `T`, `utility`.
  std::string_view unit;
  Direction direction = Direction::LowerIsBetter;
  /// The numbers of items with which the instrument may be given, ascending.
  std::span<const std::size_t> lengths;
  /// Item forms; together as many items as the greatest length.
  std::span<const ItemGroup> groups;
  /// One-based numbers of the items that are scored the other way round (low + high − answer).
  std::span<const std::size_t> reversed;
  MissingRule missing = MissingRule::AllRequired;
  std::size_t most_missing = 0;
};

/// The structure of an instrument.
/// @source facts 2.1 (scoring table) and the formats of `plumbline score`
const InstrumentStructure& structure(InstrumentId id);

/// The form of one item.
/// @param index  from 0, less than the greatest length
ItemGroup item_form(const InstrumentStructure& structure, std::size_t index);

/// @param index  from 0
bool is_reversed(const InstrumentStructure& structure, std::size_t index);

/// The greatest number of items.
std::size_t most_items(const InstrumentStructure& structure);

/// Whether the instrument may be given with so many items.
bool allows_length(const InstrumentStructure& structure, std::size_t count);

/// The stable name of an item in files and text packs: `odi-1` … `odi-10`.
/// @param index  from 0
std::string item_id(InstrumentId id, std::size_t index);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::InstrumentId> {
  static constexpr std::string_view kWhat = "instrument";
  static constexpr std::array<std::string_view, 30> kWords = {"nprs",
                                                              "psfs",
                                                              "odi",
                                                              "rmdq24",
                                                              "rmdq23",
                                                              "rmdq18",
                                                              "rmdq11",
                                                              "startback9",
                                                              "ompsq21",
                                                              "ompsq10",
                                                              "tsk17",
                                                              "tsk11",
                                                              "fabq",
                                                              "pseq10",
                                                              "pcs",
                                                              "phq2",
                                                              "phq9",
                                                              "gad2",
                                                              "gad7",
                                                              "pgic",
                                                              "eq5d5l-pl",
                                                              "promis-pi4a",
                                                              "qbpds",
                                                              "basdai",
                                                              "comi-back",
                                                              "usual-pain",
                                                              "sleep",
                                                              "mood",
                                                              "fear-of-movement",
                                                              "confidence"};
};

template <>
struct WordsOf<clinical::ItemKind> {
  static constexpr std::string_view kWhat = "item kind";
  static constexpr std::array<std::string_view, 4> kWords = {"integer", "number", "tick", "word"};
};

template <>
struct WordsOf<clinical::Bothersomeness> {
  static constexpr std::string_view kWhat = "level of bother";
  static constexpr std::array<std::string_view, 5> kWords = {"not at all", "slightly", "moderately",
                                                             "very much", "extremely"};
};

template <>
struct WordsOf<clinical::MissingRule> {
  static constexpr std::string_view kWhat = "rule for missing items";
  static constexpr std::array<std::string_view, 4> kWords = {"all_required", "mean_imputed",
                                                             "left_out", "not_ticked"};
};

template <>
struct WordsOf<clinical::Direction> {
  static constexpr std::string_view kWhat = "direction";
  static constexpr std::array<std::string_view, 2> kWords = {"lower_is_better", "higher_is_better"};
};

}  // namespace plumbline
