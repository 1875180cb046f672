// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "plumbline/clinical/instrument.hpp"
#include "plumbline/foundation/error.hpp"

namespace plumbline::clinical {

/// One answer as it was given: nothing, a number, a tick, or a word of Bothersomeness.
using ItemAnswer = std::variant<std::monostate, std::int64_t, double, bool, std::string>;

/// A part of a score; empty where one of its items is missing.
struct Subscale {
  std::string name;
  std::optional<double> value;
  bool operator==(const Subscale&) const = default;
};

/// What the answers to one instrument come to.
struct Score {
  InstrumentId instrument = InstrumentId::Nprs;
  /// Empty where the rule for missing items is not met, where the scoring rule is not verified, and
  /// for instruments that only have subscales (`fabq`).
  std::optional<double> score;
  /// `points`, `percent`, `T`, `utility`.
  std::string unit;
  /// A stable word, such as `moderate`; empty where no bands are known or there is no score.
  std::optional<std::string> band;
  std::vector<Subscale> subscales;
  /// How many items were answered.
  std::size_t answered = 0;
  /// Whether everything the instrument gives could be computed.
  bool valid = false;
  /// Why there is no score, or what was assumed; empty where there is nothing to say.
  std::string reason;
  bool operator==(const Score&) const = default;
};

/// Scores the answers to one instrument, in the published item order. Nothing is invented: missing
/// items are handled by the instrument's rule, and where there is none all items are required.
///
/// Ranges: `odi` 0–100 percent, higher is worse; `pgic` 1 (very much better) to 7 (very much
/// worse); `psfs` 0 (unable) to 10 (as before), mean of the answered activities; `nprs` one item,
/// or the mean of now, worst and average; `promis-pi4a` T score with its `standard_error`;
/// `eq5d5l-pl` utility, 1 is full health. Bands include their upper bound.
///
/// @error WrongLength  `/answers`: another number of items than the instrument has
/// @error WrongType    `/answers/<index>`: a value of another kind than the item takes
/// @error OutOfRange   `/answers/<index>`: a value outside the item's range
/// @error UnknownWord  `/answers/<index>`: not one of the five levels of bother
/// @source facts 2.1, 2.3, 2.4
Result<Score> score(InstrumentId id, std::span<const ItemAnswer> answers);

/// Whether the PHQ-9's last item was answered with anything above 0. The answer then opens the
/// crisis path of the red flags (RF-PS1), whatever the total.
/// @param answers  the nine answers of `phq9`; for every other instrument the result is false
/// @source facts 1.3 (RF-PS1) and 2.1
bool reports_self_harm(InstrumentId id, std::span<const ItemAnswer> answers);

/// Whether a score speaks for a high psychological load: STarT Back high, TSK-17 of 37 or more,
/// FABQ physical activity above 15. Empty for other instruments and where the score is missing.
/// @source rules 3.4 (who is offered graded activity)
std::optional<bool> high_psychological_load(const Score& score);

}  // namespace plumbline::clinical
