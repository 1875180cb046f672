// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/prognosis.hpp"

#include <array>
#include <limits>
#include <string>

namespace plumbline::clinical {
namespace {

/// @source exact: a likelihood ratio without bound (facts 3.2, Flynn 5 of 5)
constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// Likelihood ratios. @source facts 3.2
constexpr RuleCell kFlynn[] = {{3, 2.6}, {4, 24.38}, {5, kInfinite}};
constexpr RuleCell kChilds[] = {{4, 13.2}};
constexpr RuleCell kFritz[] = {{2, 7.2}};
constexpr RuleCell kHicks[] = {{3, 4.0}};
constexpr RuleCell kHicksFailure[] = {{4, 0.18}};

constexpr std::string_view kCaveat =
    "This describes groups of people in small studies, never one person. Later studies could "
    "neither confirm nor refute the stabilisation rule, a changed manipulation rule failed in "
    "chronic pain, and models of who profits from manipulation did no better than chance on new "
    "people.";

/// Success before the rule is applied, and number of criteria. @source facts 3.2
constexpr PredictionRuleFacts kRules[] = {
    {PredictionRule::FlynnManipulation, 0.45, 5, kFlynn, "Flynn 2002, Spine 27:2835, n = 71",
     kCaveat},
    {PredictionRule::ChildsValidation, 0.45, 5, kChilds,
     "Childs 2004, Ann Intern Med 141:920, n = 131", kCaveat},
    {PredictionRule::FritzTwoItems, 63.0 / 141.0, 2, kFritz,
     "Fritz 2005, BMC Fam Pract 6:29, n = 141", kCaveat},
    {PredictionRule::HicksStabilization, 18.0 / 54.0, 4, kHicks,
     "Hicks 2005, Arch Phys Med Rehabil 86:1753, n = 54", kCaveat},
    {PredictionRule::HicksFailure, 39.0 / 54.0, 4, kHicksFailure,
     "Hicks 2005, Arch Phys Med Rehabil 86:1753, n = 54; criteria not verified", kCaveat},
};

/// The ages at which Troke 2005 has its ends. @source facts 6.1
constexpr std::int32_t kYoungest = 16;
constexpr std::int32_t kOldest = 90;

struct RangeRow {
  double young_degrees;
  double old_degrees;
};

/// Degrees at 16 and at 90 years. @source facts 6.1 (Troke 2005)
constexpr std::array<RangeRow, 4> kRanges = {{{72, 40}, {29, 6}, {29, 15}, {7, 7}}};
/// @source facts 6.1 (product default)
constexpr double kReducedFraction = 0.7;
/// @source facts 6.1 (Laird 2016), degrees
constexpr double kMeasurementError = 10;

}  // namespace

Result<double> post_test_probability(double before, double likelihood_ratio) {
  if (!(before >= 0 && before <= 1)) {
    return fail(ErrorCode::OutOfRange, "before", "expected a probability from 0 to 1");
  }
  if (!(likelihood_ratio >= 0)) {
    return fail(ErrorCode::OutOfRange, "likelihood_ratio", "expected 0 or more");
  }
  if (likelihood_ratio > std::numeric_limits<double>::max()) {
    if (before > 0) return 1.0;
    return fail(ErrorCode::OutOfRange, "before", "expected more than 0 with an infinite ratio");
  }
  // The same as odds × ratio ÷ (1 + odds × ratio), without dividing by 1 − before.
  const double positive = before * likelihood_ratio;
  const double all = positive + (1 - before);
  if (!(all > 0)) {
    return fail(ErrorCode::OutOfRange, "likelihood_ratio", "expected more than 0 with certainty");
  }
  return positive / all;
}

const PredictionRuleFacts& facts_of(PredictionRule rule) {
  return kRules[static_cast<std::size_t>(rule)];
}

Result<std::optional<PredictionRuleResult>> apply_rule(PredictionRule rule,
                                                       std::int32_t criteria_met) {
  const PredictionRuleFacts& facts = facts_of(rule);
  if (criteria_met < 0 || criteria_met > facts.criteria) {
    return fail(ErrorCode::OutOfRange, "criteria_met",
                "expected 0 to " + std::to_string(facts.criteria));
  }
  std::optional<PredictionRuleResult> found;
  for (const RuleCell& cell : facts.cells) {
    if (criteria_met < cell.at_least) continue;
    const Result<double> after = post_test_probability(facts.before, cell.likelihood_ratio);
    if (!after) return std::unexpected(after.error());
    found = PredictionRuleResult{facts.before, cell.likelihood_ratio, *after, facts.caveat};
  }
  return found;
}

Result<Angle> expected_lumbar_range(LumbarMotion motion, std::int32_t age) {
  if (age < kYoungest || age > kOldest) {
    return fail(ErrorCode::OutOfRange, "age", "expected 16 to 90 years");
  }
  const RangeRow& row = kRanges.at(static_cast<std::size_t>(motion));
  const double share = static_cast<double>(age - kYoungest) / (kOldest - kYoungest);
  return degrees(row.young_degrees - (row.young_degrees - row.old_degrees) * share);
}

Result<bool> is_range_reduced(LumbarMotion motion, std::int32_t age, Angle measured) {
  const Result<Angle> expected = expected_lumbar_range(motion, age);
  if (!expected) return std::unexpected(expected.error());
  return measured < *expected * kReducedFraction;
}

bool is_range_changed(Angle before, Angle now) {
  const double difference = in_degrees(now - before);
  return difference > kMeasurementError || difference < -kMeasurementError;
}

}  // namespace plumbline::clinical
