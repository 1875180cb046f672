// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/movement_test.hpp"

#include <algorithm>
#include <array>

namespace plumbline::clinical {
namespace {

struct NormRow {
  std::int32_t from_age;
  std::int32_t men;
  std::int32_t women;
};

/// @source facts 6.5 (CDC STEADI): fewer stands are below average
constexpr std::array<NormRow, 7> kChairStandNorms = {
    {{60, 14, 12}, {65, 12, 11}, {70, 12, 10}, {75, 11, 10}, {80, 10, 9}, {85, 8, 8}, {90, 7, 4}}};

/// @source facts 6.5: more than 15 s for five stands, from 65 years
constexpr double kSlowFiveStands = 15;
constexpr std::int32_t kSlowFiveStandsAge = 65;
/// @source facts 6.5 (status U), rules 1.4: less than 10 s on one leg
constexpr double kShortStance = 10;
/// Sides differ where the stronger holds more than 1.05 of the weaker, written in whole numbers.
/// @source facts 6.4 (status U): ratio 0.95–1.05; the side that mirrors the other is the stricter
constexpr double kStrongerParts = 20;
constexpr double kWeakerParts = 21;
/// @source facts 6.4 (status U, Luoto 1995)
constexpr double kShortExtensorHold = 58;

void add_chair_stand(const MovementTests& tests, std::int32_t age, std::optional<Sex> sex,
                     std::vector<TestFinding>& out) {
  const auto norm = chair_stand_norm(age, sex);
  if (!tests.chair_stand_30s || !norm) return;
  const std::int32_t stands = tests.chair_stand_arms_used ? 0 : *tests.chair_stand_30s;
  if (stands >= *norm) return;
  out.push_back({TestFlag::ChairStandBelowNorm,
                 std::nullopt,
                 {"6.5/chair_stand",
                  {{"stands", std::int64_t{stands}},
                   {"norm", std::int64_t{*norm}},
                   {"age", std::int64_t{age}},
                   {"arms_used", tests.chair_stand_arms_used}},
                  "below norm",
                  "You stood up fewer times than most people of your age, so leg strength is part "
                  "of the plan."}});
}

void add_five_stands(const MovementTests& tests, std::int32_t age, std::vector<TestFinding>& out) {
  if (!tests.chair_stand_5x_s || age < kSlowFiveStandsAge) return;
  if (*tests.chair_stand_5x_s <= kSlowFiveStands) return;
  out.push_back({TestFlag::ChairStandSlow,
                 std::nullopt,
                 {"6.5/chair_stand_5x",
                  {{"seconds", *tests.chair_stand_5x_s},
                   {"limit", kSlowFiveStands},
                   {"age", std::int64_t{age}}},
                  "slow",
                  "Five stands took you a little long, so leg strength and balance are part of the "
                  "plan."}});
}

/// The side whose value is lower; empty where the sides are equal.
std::optional<Side> weaker(double left, double right) {
  if (left == right) return std::nullopt;
  return left < right ? Side::Left : Side::Right;
}

bool is_short(const std::optional<double>& seconds) { return seconds && *seconds < kShortStance; }

/// The side that is short, or the shorter one where both are; empty where no side was told.
std::optional<Side> short_side(const SidedSeconds& stance) {
  if (is_short(stance.left) && is_short(stance.right)) return weaker(*stance.left, *stance.right);
  if (is_short(stance.left)) return Side::Left;
  if (is_short(stance.right)) return Side::Right;
  return std::nullopt;
}

void add_stance(const SidedSeconds& stance, std::vector<TestFinding>& out) {
  double shortest = kShortStance;
  for (const auto& seconds : {stance.left, stance.right, stance.either}) {
    if (seconds) shortest = std::min(shortest, *seconds);
  }
  if (shortest >= kShortStance) return;
  out.push_back({TestFlag::BalanceLow,
                 short_side(stance),
                 {"6.5/single_leg_stance",
                  {{"seconds", shortest}, {"limit", kShortStance}},
                  "low",
                  "You stood on one leg for less than ten seconds, so balance with a support is "
                  "part of the plan."}});
}

void add_side_bridge(const SidedSeconds& bridge, std::vector<TestFinding>& out) {
  if (!bridge.left || !bridge.right) return;
  const double strong = std::max(*bridge.left, *bridge.right);
  const double weak = std::min(*bridge.left, *bridge.right);
  if (strong * kStrongerParts <= weak * kWeakerParts) return;
  out.push_back({TestFlag::SideBridgeAsymmetric,
                 weaker(*bridge.left, *bridge.right),
                 {"6.4/side_bridge",
                  {{"weaker_s", weak}, {"stronger_s", strong}, {"largest_ratio", 1.05}},
                  "asymmetric",
                  "One side of your trunk held less long than the other, so both sides are "
                  "trained, the weaker one first."}});
}

void add_extensor(const std::optional<double>& seconds, std::vector<TestFinding>& out) {
  if (!seconds || *seconds >= kShortExtensorHold) return;
  out.push_back({TestFlag::TrunkExtensorLow,
                 std::nullopt,
                 {"6.4/trunk_extensor",
                  {{"seconds", *seconds}, {"limit", kShortExtensorHold}},
                  "low",
                  "Your back muscles tired early, so they are trained step by step."}});
}

}  // namespace

TestRange range_of(MovementTest test) {
  switch (test) {
    case MovementTest::ChairStand30s:
      return {0, 60, true};
    case MovementTest::ChairStand5xS:
      return {1, 300, false};
    case MovementTest::ForwardReachCm:
      return {-60, 120, false};
    case MovementTest::SingleLegStanceS:
    case MovementTest::SideBridgeS:
    case MovementTest::TrunkExtensorS:
      break;
  }
  return {0, 900, false};
}

bool has_sides(MovementTest test) {
  return test == MovementTest::SingleLegStanceS || test == MovementTest::SideBridgeS;
}

std::optional<std::int32_t> chair_stand_norm(std::int32_t age, std::optional<Sex> sex) {
  const NormRow* found = nullptr;
  for (const NormRow& row : kChairStandNorms) {
    if (age >= row.from_age) found = &row;
  }
  if (found == nullptr) return std::nullopt;
  if (sex == Sex::Female) return found->women;
  if (sex == Sex::Male) return found->men;
  return std::max(found->men, found->women);
}

std::vector<TestFinding> movement_test_findings(const MovementTests& tests, std::int32_t age,
                                                std::optional<Sex> sex) {
  std::vector<TestFinding> out;
  add_chair_stand(tests, age, sex, out);
  add_five_stands(tests, age, out);
  add_stance(tests.single_leg_stance_s, out);
  add_side_bridge(tests.side_bridge_s, out);
  add_extensor(tests.trunk_extensor_s, out);
  return out;
}

bool has_finding(const std::vector<TestFinding>& findings, TestFlag flag) {
  return std::ranges::any_of(findings,
                             [&](const TestFinding& finding) { return finding.flag == flag; });
}

}  // namespace plumbline::clinical
