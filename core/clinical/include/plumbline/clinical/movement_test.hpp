// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "plumbline/clinical/vocabulary.hpp"
#include "plumbline/foundation/rationale.hpp"
#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// A test of movement that a person can do at home. The word carries the unit.
enum class MovementTest : std::uint8_t {
  ChairStand30s,
  ChairStand5xS,
  ForwardReachCm,
  SingleLegStanceS,
  SideBridgeS,
  TrunkExtensorS,
};

/// Inclusive range of believable values, in the unit of the test's word.
struct TestRange {
  double least = 0;
  double most = 0;
  /// Only whole numbers.
  bool whole = false;
};

/// @source engineering choice: wide enough for every healthy adult, narrow enough for typing slips
TestRange range_of(MovementTest test);

/// Whether a value may be given for the left and the right side.
bool has_sides(MovementTest test);

/// A result in seconds for each side, as far as it was measured.
struct SidedSeconds {
  std::optional<double> left;
  std::optional<double> right;
  /// A result whose side is not told.
  std::optional<double> either;
  bool operator==(const SidedSeconds&) const = default;
};

/// Results of the movement tests; empty where a test was not done.
struct MovementTests {
  /// Stands in 30 seconds without using the arms; more than half-way up at the end counts.
  std::optional<std::int32_t> chair_stand_30s;
  /// The arms were used: the chair stand then counts as 0.
  bool chair_stand_arms_used = false;
  /// Seconds for five stands.
  std::optional<double> chair_stand_5x_s;
  /// Centimetres of reach; there is no norm, so it is only compared with itself.
  std::optional<double> forward_reach_cm;
  SidedSeconds single_leg_stance_s;
  SidedSeconds side_bridge_s;
  std::optional<double> trunk_extensor_s;
  bool operator==(const MovementTests&) const = default;
};

/// What a test result says.
enum class TestFlag : std::uint8_t {
  ChairStandBelowNorm,
  ChairStandSlow,
  BalanceLow,
  SideBridgeAsymmetric,
  TrunkExtensorLow,
};

struct TestFinding {
  TestFlag flag = TestFlag::ChairStandBelowNorm;
  /// The weaker side, where the finding has one.
  std::optional<Side> side;
  Reason reason;
  bool operator==(const TestFinding&) const = default;
};

/// The number of chair stands in 30 seconds that is still average; fewer is below the norm.
/// @param age  completed years; from 95 on the row of 90–94 is used
/// @param sex  missing or other: the higher of the two cut-offs
/// @returns empty below 60 years, where there is no norm
/// @source facts 6.5 (CDC STEADI)
std::optional<std::int32_t> chair_stand_norm(std::int32_t age, std::optional<Sex> sex);

/// The findings of the tests that were done. `side_bridge_asymmetric` and `trunk_extensor_low` rest
/// on unverified figures: they may raise a need, never permit anything.
///
/// @param age  completed years
/// @source facts 6.4, 6.5; rules 1.1 (no norm below 60)
std::vector<TestFinding> movement_test_findings(const MovementTests& tests, std::int32_t age,
                                                std::optional<Sex> sex);

bool has_finding(const std::vector<TestFinding>& findings, TestFlag flag);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::MovementTest> {
  static constexpr std::string_view kWhat = "movement test";
  static constexpr std::array<std::string_view, 6> kWords = {
      "chair_stand_30s",     "chair_stand_5x_s", "forward_reach_cm",
      "single_leg_stance_s", "side_bridge_s",    "trunk_extensor_s"};
};

template <>
struct WordsOf<clinical::TestFlag> {
  static constexpr std::string_view kWhat = "movement test finding";
  static constexpr std::array<std::string_view, 5> kWords = {
      "chair_stand_below_norm", "chair_stand_slow", "balance_low", "side_bridge_asymmetric",
      "trunk_extensor_low"};
};

}  // namespace plumbline
