// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "plumbline/foundation/error.hpp"
#include "plumbline/foundation/quantity.hpp"
#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// Figures for explanation. None of them decides anything about a person.

/// Probability after a finding: odds × likelihood ratio, back to a probability.
/// @param before  0–1
/// @param likelihood_ratio  0 or more; infinite is allowed
/// @returns 0–1
/// @error OutOfRange  a value outside its range, or 0 with an infinite ratio
/// @source facts 3.2
Result<double> post_test_probability(double before, double likelihood_ratio);

/// A published clinical prediction rule.
enum class PredictionRule : std::uint8_t {
  FlynnManipulation,
  ChildsValidation,
  FritzTwoItems,
  HicksStabilization,
  HicksFailure,
};

/// One published cell: with so many criteria met, this likelihood ratio.
struct RuleCell {
  std::int32_t at_least = 0;
  double likelihood_ratio = 0;
};

/// A prediction rule with everything that must be shown beside its result.
struct PredictionRuleFacts {
  PredictionRule rule = PredictionRule::FlynnManipulation;
  /// Success before the rule is applied, 0–1.
  double before = 0;
  std::int32_t criteria = 0;
  /// Ascending.
  std::span<const RuleCell> cells;
  std::string_view source;
  /// What has to be said with any output.
  std::string_view caveat;
};

const PredictionRuleFacts& facts_of(PredictionRule rule);

/// What a rule says about groups of people, never about one person.
struct PredictionRuleResult {
  double before = 0;
  double likelihood_ratio = 0;
  double after = 0;
  std::string_view caveat;
};

/// @param criteria_met  0 to the number of criteria of the rule
/// @returns empty where no ratio is published for so few criteria
/// @error OutOfRange  another number of criteria
/// @source facts 3.2
Result<std::optional<PredictionRuleResult>> apply_rule(PredictionRule rule,
                                                       std::int32_t criteria_met);

/// Which pooled course a person is compared with: pain for less or more than twelve weeks at start.
enum class CourseKind : std::uint8_t { Acute, Persistent };

/// Share of the first pain score that is left on average after some weeks: exact at the published
/// weeks, a monotone cubic in log(weeks + 1) between them.
///
/// For drawing only: it uses a logarithm and may differ by one unit in the last place between
/// builds. Nothing is decided with it.
/// @param weeks  0–52
/// @error OutOfRange  other weeks
/// @source facts 3.3 (Menezes Costa 2012; interpolation: product default)
Result<double> expected_course_ratio(CourseKind kind, double weeks);

/// A report of pain on the course.
struct CourseReport {
  /// Weeks since the first score, 0 or more.
  double weeks = 0;
  double score = 0;
};

/// Whether the last two reports both lie at or above the upper 95 % bound of the pooled course.
/// Between the published weeks the bound of the week before holds, so no logarithm is needed.
/// Before the sixth week, and with a first score of 0, nobody is behind.
/// @param reports  ascending by weeks
/// @source facts 3.3 (product default)
bool behind_expected_course(CourseKind kind, double first_score,
                            std::span<const CourseReport> reports);

/// A movement of the lumbar spine with published values by age.
enum class LumbarMotion : std::uint8_t { Flexion, Extension, SideBend, Rotation };

/// Expected range of motion of the lumbar spine in people without pain, measured with body-worn
/// sensors; never to be compared with values of an inclinometer. Side bend and rotation: each side.
/// @param age  completed years, 16–90
/// @error OutOfRange  other ages: nobody was measured
/// @source facts 6.1 (Troke 2005; straight line between the ends: product default)
Result<Angle> expected_lumbar_range(LumbarMotion motion, std::int32_t age);

/// Whether a range lies below 70 % of what is expected at that age.
/// @error OutOfRange  age outside 16–90
/// @source facts 6.1 (product default)
Result<bool> is_range_reduced(LumbarMotion motion, std::int32_t age, Angle measured);

/// Whether two ranges measured with body-worn sensors differ by more than the measurement error.
/// @source facts 6.1 (Laird 2016: 10 degrees)
bool is_range_changed(Angle before, Angle now);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::PredictionRule> {
  static constexpr std::string_view kWhat = "prediction rule";
  static constexpr std::array<std::string_view, 5> kWords = {
      "flynn_manipulation", "childs_validation", "fritz_two_items", "hicks_stabilization",
      "hicks_failure"};
};

template <>
struct WordsOf<clinical::CourseKind> {
  static constexpr std::string_view kWhat = "course";
  static constexpr std::array<std::string_view, 2> kWords = {"acute", "persistent"};
};

template <>
struct WordsOf<clinical::LumbarMotion> {
  static constexpr std::string_view kWhat = "lumbar motion";
  static constexpr std::array<std::string_view, 4> kWords = {"flexion", "extension", "side_bend",
                                                             "rotation"};
};

}  // namespace plumbline
