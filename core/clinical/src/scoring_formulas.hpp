// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scoring_rules.hpp"

namespace plumbline::clinical {

/// Each formula sets `score.score` from the item values, after the rule for missing items has been
/// met; items that are still empty were left out by that rule.

void score_sum(const ItemValues& values, Score& score);
void score_mean(const ItemValues& values, Score& score);
/// 100 × sum ÷ (5 × answered items). @source facts 2.1, ODI
void score_percent_of_five(const ItemValues& values, Score& score);
/// Total of positives 0–9 and the risk group. @source facts 2.1, STarT Back
void score_start_back(const ItemValues& values, Score& score);
/// ((q1 + q2 + q3 + q4) + (q5 + q6) ÷ 2) ÷ 5. @source facts 2.1, BASDAI
void score_basdai(const ItemValues& values, Score& score);
/// 1 − the penalties of the five levels. @source facts 2.4 (Golicki 2019, Poland)
void score_polish_utility(const ItemValues& values, Score& score);
/// T score and standard error of the raw sum. @source facts 2.3
void score_promis(const ItemValues& values, Score& score);
/// No total: the instrument consists of its subscales.
void score_subscales_only(const ItemValues& values, Score& score);
/// No score: the scoring rule is not verified in our sources.
void score_unverified(const ItemValues& values, Score& score);

}  // namespace plumbline::clinical
