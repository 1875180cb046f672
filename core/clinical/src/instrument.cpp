// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/instrument.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "plumbline/foundation/require.hpp"

namespace plumbline::clinical {
namespace {

using enum InstrumentId;
using enum ItemKind;
using enum MissingRule;

constexpr auto kLower = Direction::LowerIsBetter;
constexpr auto kHigher = Direction::HigherIsBetter;

template <std::size_t... N>
constexpr std::array<std::size_t, sizeof...(N)> kList = {N...};

template <std::size_t Count, ItemKind Kind, std::int32_t Low, std::int32_t High>
constexpr std::array<ItemGroup, 1> kSame = {ItemGroup{Count, Kind, Low, High}};

constexpr std::array<ItemGroup, 2> kStartBackItems = {
    ItemGroup{8, Tick, 0, 1},
    ItemGroup{1, Word, 0, 4},
};
constexpr std::array<ItemGroup, 2> kOmpsq10Items = {
    ItemGroup{1, Integer, 1, 10},
    ItemGroup{9, Integer, 0, 10},
};
constexpr std::span<const std::size_t> kNone{};

/// Ranges, reversed items and missing-item rules: @source facts 2.1. Where the facts state no rule
/// for missing items, all are required: @source engineering choice: nothing is invented.
/// COMI's ranges are not in the facts: the widest range of the index is taken, and no score given.
constexpr InstrumentStructure kStructures[] = {
    {Nprs, "points", kLower, kList<1, 3>, kSame<3, Integer, 0, 10>, kNone, AllRequired, 0},
    {Psfs, "points", kHigher, kList<3, 4, 5>, kSame<5, Integer, 0, 10>, kNone, LeftOut, 4},
    {Odi, "percent", kLower, kList<10>, kSame<10, Integer, 0, 5>, kNone, LeftOut, 1},
    {Rmdq24, "points", kLower, kList<24>, kSame<24, Tick, 0, 1>, kNone, NotTicked, 24},
    {Rmdq23, "points", kLower, kList<23>, kSame<23, Tick, 0, 1>, kNone, NotTicked, 23},
    {Rmdq18, "points", kLower, kList<18>, kSame<18, Tick, 0, 1>, kNone, NotTicked, 18},
    {Rmdq11, "points", kLower, kList<11>, kSame<11, Tick, 0, 1>, kNone, NotTicked, 11},
    {StartBack9, "points", kLower, kList<9>, kStartBackItems, kNone, AllRequired, 0},
    {Ompsq21, "points", kLower, kList<21>, kSame<21, Integer, 0, 10>, kNone, AllRequired, 0},
    {Ompsq10, "points", kLower, kList<10>, kOmpsq10Items, kList<6, 9, 10>, AllRequired, 0},
    {Tsk17, "points", kLower, kList<17>, kSame<17, Integer, 1, 4>, kList<4, 8, 12, 16>, MeanImputed,
     2},
    {Tsk11, "points", kLower, kList<11>, kSame<11, Integer, 1, 4>, kNone, AllRequired, 0},
    {Fabq, "points", kLower, kList<16>, kSame<16, Integer, 0, 6>, kNone, AllRequired, 0},
    {Pseq10, "points", kHigher, kList<10>, kSame<10, Integer, 0, 6>, kNone, AllRequired, 0},
    {Pcs, "points", kLower, kList<13>, kSame<13, Integer, 0, 4>, kNone, AllRequired, 0},
    {Phq2, "points", kLower, kList<2>, kSame<2, Integer, 0, 3>, kNone, AllRequired, 0},
    {Phq9, "points", kLower, kList<9>, kSame<9, Integer, 0, 3>, kNone, MeanImputed, 2},
    {Gad2, "points", kLower, kList<2>, kSame<2, Integer, 0, 3>, kNone, AllRequired, 0},
    {Gad7, "points", kLower, kList<7>, kSame<7, Integer, 0, 3>, kNone, AllRequired, 0},
    {Pgic, "points", kLower, kList<1>, kSame<1, Integer, 1, 7>, kNone, AllRequired, 0},
    {Eq5d5lPl, "utility", kHigher, kList<5>, kSame<5, Integer, 1, 5>, kNone, AllRequired, 0},
    {PromisPi4a, "T", kLower, kList<4>, kSame<4, Integer, 1, 5>, kNone, AllRequired, 0},
    {Qbpds, "points", kLower, kList<20>, kSame<20, Integer, 0, 5>, kNone, AllRequired, 0},
    {Basdai, "points", kLower, kList<6>, kSame<6, Number, 0, 10>, kNone, AllRequired, 0},
    {ComiBack, "points", kLower, kList<7>, kSame<7, Integer, 0, 10>, kNone, AllRequired, 0},
    {UsualPain, "points", kLower, kList<1>, kSame<1, Integer, 0, 10>, kNone, AllRequired, 0},
    {Sleep, "points", kHigher, kList<1>, kSame<1, Integer, 0, 10>, kNone, AllRequired, 0},
    {Mood, "points", kHigher, kList<1>, kSame<1, Integer, 0, 10>, kNone, AllRequired, 0},
    {FearOfMovement, "points", kLower, kList<1>, kSame<1, Integer, 0, 10>, kNone, AllRequired, 0},
    {Confidence, "points", kHigher, kList<1>, kSame<1, Integer, 0, 10>, kNone, AllRequired, 0},
};

constexpr bool rows_are_consistent() {
  std::size_t row = 0;
  for (const InstrumentStructure& s : kStructures) {
    std::size_t items = 0;
    for (const ItemGroup& group : s.groups) items += group.count;
    if (static_cast<std::size_t>(s.id) != row++ || s.lengths.back() != items) return false;
  }
  return row == kWordCount<InstrumentId>;
}
static_assert(rows_are_consistent(), "one row an instrument, in the order of the words");

}  // namespace

const InstrumentStructure& structure(InstrumentId id) {
  return kStructures[static_cast<std::size_t>(id)];
}

ItemGroup item_form(const InstrumentStructure& structure, std::size_t index) {
  std::size_t before = 0;
  for (const ItemGroup& group : structure.groups) {
    if (index < before + group.count) return group;
    before += group.count;
  }
  require_failed("item index within the instrument", __FILE__, __LINE__);
}

bool is_reversed(const InstrumentStructure& structure, std::size_t index) {
  return std::ranges::find(structure.reversed, index + 1) != structure.reversed.end();
}

std::size_t most_items(const InstrumentStructure& structure) { return structure.lengths.back(); }

bool allows_length(const InstrumentStructure& structure, std::size_t count) {
  return std::ranges::find(structure.lengths, count) != structure.lengths.end();
}

std::string item_id(InstrumentId id, std::size_t index) {
  return std::string(word(id)) + "-" + std::to_string(index + 1);
}

}  // namespace plumbline::clinical
