// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/movement_test.hpp"

#include <gtest/gtest.h>

namespace plumbline::clinical {
namespace {

bool below_norm(Sex sex, std::int32_t age, std::int32_t stands) {
  MovementTests tests;
  tests.chair_stand_30s = stands;
  return has_finding(movement_test_findings(tests, age, sex), TestFlag::ChairStandBelowNorm);
}

// Oracle: reference cases STEADI-1 to -3 (CDC STEADI).
TEST(ChairStand, STEADI_1_Man72With11_BelowNorm) { EXPECT_TRUE(below_norm(Sex::Male, 72, 11)); }
TEST(ChairStand, STEADI_2_Woman72With10_NotBelow) { EXPECT_FALSE(below_norm(Sex::Female, 72, 10)); }
TEST(ChairStand, STEADI_3_Woman91With3_BelowNorm) { EXPECT_TRUE(below_norm(Sex::Female, 91, 3)); }

// Oracle: facts 6.5, rows and rules for the ends of the table.
TEST(ChairStand, Norm_FollowsTableAndItsEnds) {
  EXPECT_FALSE(chair_stand_norm(59, Sex::Male));
  EXPECT_EQ(chair_stand_norm(60, Sex::Male), 14);
  EXPECT_EQ(chair_stand_norm(64, Sex::Female), 12);
  EXPECT_EQ(chair_stand_norm(65, Sex::Female), 11);
  EXPECT_EQ(chair_stand_norm(89, Sex::Male), 8);
  EXPECT_EQ(chair_stand_norm(94, Sex::Female), 4);
  EXPECT_EQ(chair_stand_norm(101, Sex::Male), 7);
  EXPECT_EQ(chair_stand_norm(92, Sex::Other), 7);
  EXPECT_EQ(chair_stand_norm(92, std::nullopt), 7);
}

TEST(ChairStand, ArmsUsed_CountsAsZero) {
  MovementTests tests;
  tests.chair_stand_30s = 20;
  EXPECT_TRUE(movement_test_findings(tests, 70, Sex::Female).empty());
  tests.chair_stand_arms_used = true;
  EXPECT_TRUE(
      has_finding(movement_test_findings(tests, 70, Sex::Female), TestFlag::ChairStandBelowNorm));
  EXPECT_TRUE(movement_test_findings(tests, 40, Sex::Female).empty());
}

TEST(FiveStands, SlowerThanFifteenSeconds_CountsFromSixtyFive) {
  MovementTests tests;
  tests.chair_stand_5x_s = 15.1;
  EXPECT_TRUE(has_finding(movement_test_findings(tests, 65, {}), TestFlag::ChairStandSlow));
  EXPECT_TRUE(movement_test_findings(tests, 64, {}).empty());
  tests.chair_stand_5x_s = 15;
  EXPECT_TRUE(movement_test_findings(tests, 80, {}).empty());
}

TEST(Stance, BelowTenSeconds_NamesTheWeakerSide) {
  MovementTests tests;
  tests.single_leg_stance_s = {12, 9.9, {}};
  const auto findings = movement_test_findings(tests, 40, {});
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].flag, TestFlag::BalanceLow);
  EXPECT_EQ(findings[0].side, Side::Right);
  tests.single_leg_stance_s = {10, 30, {}};
  EXPECT_TRUE(movement_test_findings(tests, 40, {}).empty());
  tests.single_leg_stance_s = {{}, {}, 4};
  EXPECT_FALSE(movement_test_findings(tests, 40, {}).at(0).side);
}

// Oracle: by hand. 21 / 20 = 1.05 is still even, 20 / 35 is not.
TEST(SideBridge, RatioOutsideLimits_NamesTheWeakerSide) {
  MovementTests tests;
  tests.side_bridge_s = {20, 35, {}};
  EXPECT_EQ(movement_test_findings(tests, 40, {}).at(0).side, Side::Left);
  tests.side_bridge_s = {35, 20, {}};
  EXPECT_EQ(movement_test_findings(tests, 40, {}).at(0).side, Side::Right);
  tests.side_bridge_s = {20, 21, {}};
  EXPECT_TRUE(movement_test_findings(tests, 40, {}).empty());
  tests.side_bridge_s = {21.1, 20, {}};
  EXPECT_FALSE(movement_test_findings(tests, 40, {}).empty());
  tests.side_bridge_s = {0, 0, {}};
  EXPECT_TRUE(movement_test_findings(tests, 40, {}).empty());
  tests.side_bridge_s = {30, {}, {}};
  EXPECT_TRUE(movement_test_findings(tests, 40, {}).empty());
}

TEST(TrunkExtensor, BelowFiftyEightSeconds_IsLow) {
  MovementTests tests;
  tests.trunk_extensor_s = 57.9;
  EXPECT_TRUE(has_finding(movement_test_findings(tests, 40, {}), TestFlag::TrunkExtensorLow));
  tests.trunk_extensor_s = 58;
  EXPECT_TRUE(movement_test_findings(tests, 40, {}).empty());
}

TEST(Findings, EveryOne_ExplainsItself) {
  MovementTests tests{2, false, 20, 5, {3, 4, {}}, {10, 20, {}}, 30};
  const auto findings = movement_test_findings(tests, 80, Sex::Male);
  ASSERT_EQ(findings.size(), 5U);
  for (const TestFinding& finding : findings) {
    EXPECT_FALSE(finding.reason.inputs.empty());
    EXPECT_FALSE(finding.reason.text.empty());
  }
}

TEST(MovementTest, WordsAndRanges_AreThoseOfTheFormat) {
  EXPECT_EQ(word(MovementTest::SideBridgeS), "side_bridge_s");
  EXPECT_TRUE(range_of(MovementTest::ChairStand30s).whole);
  EXPECT_TRUE(has_sides(MovementTest::SingleLegStanceS));
  EXPECT_FALSE(has_sides(MovementTest::TrunkExtensorS));
}

}  // namespace
}  // namespace plumbline::clinical
