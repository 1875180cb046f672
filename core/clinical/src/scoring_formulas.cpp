// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "scoring_formulas.hpp"

#include <array>

namespace plumbline::clinical {
namespace {

struct Total {
  double sum = 0;
  double count = 0;
};

Total total(const ItemValues& values) {
  Total result;
  for (const std::optional<double>& value : values) {
    if (!value) continue;
    result.sum += *value;
    result.count += 1;
  }
  return result;
}

/// @source facts 2.1: an ODI section is scored 0–5
constexpr double kOdiMost = 5;
/// @source facts 2.1, STarT Back: a psychosocial subscale of 4 or 5 is high
constexpr double kStartBackHigh = 4;
/// @source facts 2.1, STarT Back: a total of 0–3 is low
constexpr double kStartBackLow = 3;

/// Thousandths of utility lost at levels 1–5, for mobility, self-care, usual activities, pain or
/// discomfort, anxiety or depression. @source facts 2.4 (Golicki 2019)
constexpr std::array<std::array<int, 5>, 5> kPolishPenalty = {{{0, 25, 34, 126, 314},
                                                               {0, 31, 47, 111, 264},
                                                               {0, 23, 40, 97, 205},
                                                               {0, 30, 50, 261, 575},
                                                               {0, 18, 29, 108, 232}}};

/// T scores and standard errors for raw sums 4–20. @source facts 2.3
constexpr std::array<double, 17> kPromisT = {41.6, 49.6, 52.0, 53.9, 55.6, 57.1, 58.5, 59.9, 61.2,
                                             62.5, 63.8, 65.2, 66.6, 68.0, 69.7, 71.6, 75.6};
constexpr std::array<double, 17> kPromisError = {6.1, 2.5, 2.0, 1.9, 1.9, 1.9, 1.8, 1.8, 1.8,
                                                 1.8, 1.8, 1.8, 1.8, 1.8, 1.9, 2.1, 3.7};
constexpr std::size_t kPromisLeast = 4;

}  // namespace

void score_sum(const ItemValues& values, Score& score) { score.score = total(values).sum; }

void score_mean(const ItemValues& values, Score& score) {
  const Total t = total(values);
  score.score = t.sum / t.count;
}

void score_percent_of_five(const ItemValues& values, Score& score) {
  const Total t = total(values);
  score.score = 100.0 * t.sum / (kOdiMost * t.count);
}

void score_start_back(const ItemValues& values, Score& score) {
  const double positives = total(values).sum;
  const double psychosocial = total({values.begin() + 4, values.end()}).sum;
  score.score = positives;
  score.band = psychosocial >= kStartBackHigh ? "high"
               : positives <= kStartBackLow   ? "low"
                                              : "medium";
}

void score_basdai(const ItemValues& values, Score& score) {
  const double first_four = total({values.begin(), values.begin() + 4}).sum;
  const double stiffness = total({values.begin() + 4, values.end()}).sum / 2.0;
  score.score = (first_four + stiffness) / 5.0;
}

void score_polish_utility(const ItemValues& values, Score& score) {
  int thousandths = 1000;
  for (std::size_t i = 0; i < kPolishPenalty.size(); ++i) {
    thousandths -= kPolishPenalty[i].at(static_cast<std::size_t>(*values.at(i)) - 1);
  }
  score.score = thousandths / 1000.0;
}

void score_promis(const ItemValues& values, Score& score) {
  const std::size_t row = static_cast<std::size_t>(total(values).sum) - kPromisLeast;
  score.score = kPromisT.at(row);
  score.subscales.push_back({"standard_error", kPromisError.at(row)});
}

void score_subscales_only(const ItemValues&, Score&) {}

void score_unverified(const ItemValues&, Score& score) {
  score.valid = false;
  score.reason = "the scoring rule of this instrument is not verified in our sources";
}

}  // namespace plumbline::clinical
