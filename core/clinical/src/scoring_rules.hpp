// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "plumbline/clinical/score.hpp"

namespace plumbline::clinical {

/// Item values after reversal and after the rule for missing items; empty where still missing.
using ItemValues = std::vector<std::optional<double>>;

/// Which edge of a band belongs to it.
enum class BandEdge : unsigned char { UpperIncluded, LowerIncluded };

/// One word for a stretch of the score.
struct Band {
  std::string_view word;
  /// The upper end (UpperIncluded) or the lower end (LowerIncluded).
  double edge = 0;
};

struct BandTable {
  BandEdge edge = BandEdge::UpperIncluded;
  std::span<const Band> bands;
};

/// A subscale: the sum of some items, by their one-based numbers.
struct SubscaleItems {
  std::string_view name;
  std::span<const std::size_t> items;
};

/// How an instrument is scored once its rule for missing items is met.
struct ScoringRule {
  InstrumentId id = InstrumentId::Nprs;
  /// Sets `score`, and band, reason or further subscales where the instrument has its own way.
  void (*compute)(const ItemValues&, Score&) = nullptr;
  BandTable bands;
  std::span<const SubscaleItems> subscales;
};

const ScoringRule& scoring_rule(InstrumentId id);

/// The word of a score; empty for an empty table.
std::optional<std::string_view> band_of(const BandTable& table, double score);

/// The sum of the named items; empty where one of them is missing.
std::optional<double> sum_of(const ItemValues& values, std::span<const std::size_t> items);

}  // namespace plumbline::clinical
