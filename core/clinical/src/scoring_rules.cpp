// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "scoring_rules.hpp"

#include <array>

#include "scoring_formulas.hpp"

namespace plumbline::clinical {
namespace {

using enum InstrumentId;

template <std::size_t... N>
constexpr std::array<std::size_t, sizeof...(N)> kItems = {N...};

/// @source facts 2.1: 0 none, 1–3 mild, 4–6 moderate, 7–10 severe (status U, words only)
constexpr Band kPainBands[] = {{"none", 0}, {"mild", 3}, {"moderate", 6}, {"severe", 10}};
/// @source facts 2.1, ODI; neutral words for the two highest bands
constexpr Band kOdiBands[] = {
    {"minimal", 20}, {"moderate", 40}, {"severe", 60}, {"very_severe", 80}, {"extreme", 100}};
/// @source facts 2.1, OMPSQ-SF: 50 or more is increased risk
constexpr Band kOmpsqBands[] = {{"low", 1}, {"high", 50}};
/// @source facts 2.1, TSK-17: 37 or more
constexpr Band kTskBands[] = {{"low", 17}, {"high", 37}};
/// @source facts 2.1, PSEQ: 20 or less low, 40 or more good (status U); sums are whole numbers
constexpr Band kPseqBands[] = {{"low", 20}, {"medium", 39}, {"good", 60}};
/// @source facts 2.1, PCS: 30 or more (status U)
constexpr Band kPcsBands[] = {{"low", 0}, {"high", 30}};
/// @source facts 2.1, PHQ-2 and GAD-2: 3 or more asks for the long form
constexpr Band kShortScreenBands[] = {{"negative", 0}, {"positive", 3}};
/// @source facts 2.1, PHQ-9
constexpr Band kPhqBands[] = {
    {"minimal", 4}, {"mild", 9}, {"moderate", 14}, {"moderately_severe", 19}, {"severe", 27}};
/// @source facts 2.1, GAD-7
constexpr Band kGadBands[] = {{"minimal", 4}, {"mild", 9}, {"moderate", 14}, {"severe", 21}};
/// @source facts 2.1, PGIC: responders are much or very much better
constexpr Band kPgicBands[] = {{"responder", 2}, {"non_responder", 7}};
/// @source facts 2.1, PROMIS pain interference (status U, words only)
constexpr Band kPromisBands[] = {
    {"within_normal", 55}, {"mild", 60}, {"moderate", 70}, {"severe", 100}};
/// @source facts 2.1, BASDAI: 4 or more is active disease
constexpr Band kBasdaiBands[] = {{"inactive", 0}, {"active", 4}};

constexpr auto kUpper = BandEdge::UpperIncluded;
constexpr auto kFrom = BandEdge::LowerIncluded;

/// @source facts 2.1, STarT Back: the psychosocial subscale is items 5–9
constexpr SubscaleItems kStartBackParts[] = {{"psychosocial", kItems<5, 6, 7, 8, 9>}};
/// @source facts 2.1, FABQ: items 1, 8, 13, 14 and 16 are not scored
constexpr SubscaleItems kFabqParts[] = {{"physical_activity", kItems<2, 3, 4, 5>},
                                        {"work", kItems<6, 7, 9, 10, 11, 12, 15>}};
/// @source facts 2.1, PCS
constexpr SubscaleItems kPcsParts[] = {{"rumination", kItems<8, 9, 10, 11>},
                                       {"magnification", kItems<6, 7, 13>},
                                       {"helplessness", kItems<1, 2, 3, 4, 5, 12>}};

constexpr ScoringRule kRules[] = {
    {Nprs, score_mean, {kUpper, kPainBands}, {}},
    {Psfs, score_mean, {}, {}},
    {Odi, score_percent_of_five, {kUpper, kOdiBands}, {}},
    {Rmdq24, score_sum, {}, {}},
    {Rmdq23, score_sum, {}, {}},
    {Rmdq18, score_sum, {}, {}},
    {Rmdq11, score_sum, {}, {}},
    {StartBack9, score_start_back, {}, kStartBackParts},
    {Ompsq21, score_unverified, {}, {}},
    {Ompsq10, score_sum, {kFrom, kOmpsqBands}, {}},
    {Tsk17, score_sum, {kFrom, kTskBands}, {}},
    {Tsk11, score_sum, {}, {}},
    {Fabq, score_subscales_only, {}, kFabqParts},
    {Pseq10, score_sum, {kUpper, kPseqBands}, {}},
    {Pcs, score_sum, {kFrom, kPcsBands}, kPcsParts},
    {Phq2, score_sum, {kFrom, kShortScreenBands}, {}},
    {Phq9, score_sum, {kUpper, kPhqBands}, {}},
    {Gad2, score_sum, {kFrom, kShortScreenBands}, {}},
    {Gad7, score_sum, {kUpper, kGadBands}, {}},
    {Pgic, score_sum, {kUpper, kPgicBands}, {}},
    {Eq5d5lPl, score_polish_utility, {}, {}},
    {PromisPi4a, score_promis, {kUpper, kPromisBands}, {}},
    {Qbpds, score_sum, {}, {}},
    {Basdai, score_basdai, {kFrom, kBasdaiBands}, {}},
    {ComiBack, score_unverified, {}, {}},
    {UsualPain, score_sum, {}, {}},
    {Sleep, score_sum, {}, {}},
    {Mood, score_sum, {}, {}},
    {FearOfMovement, score_sum, {}, {}},
    {Confidence, score_sum, {}, {}},
};

constexpr bool rows_are_in_order() {
  std::size_t row = 0;
  for (const ScoringRule& rule : kRules) {
    if (static_cast<std::size_t>(rule.id) != row++) return false;
  }
  return row == kWordCount<InstrumentId>;
}
static_assert(rows_are_in_order(), "one row an instrument, in the order of the words");

}  // namespace

const ScoringRule& scoring_rule(InstrumentId id) { return kRules[static_cast<std::size_t>(id)]; }

std::optional<std::string_view> band_of(const BandTable& table, double score) {
  std::optional<std::string_view> found;
  for (const Band& band : table.bands) {
    if (table.edge == BandEdge::UpperIncluded && score <= band.edge) return band.word;
    if (table.edge == BandEdge::LowerIncluded && score >= band.edge) found = band.word;
  }
  return found;
}

std::optional<double> sum_of(const ItemValues& values, std::span<const std::size_t> items) {
  double sum = 0;
  for (const std::size_t number : items) {
    const std::optional<double>& value = values.at(number - 1);
    if (!value) return std::nullopt;
    sum += *value;
  }
  return sum;
}

}  // namespace plumbline::clinical
