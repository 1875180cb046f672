// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/change.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plumbline::clinical {
namespace {

using enum InstrumentId;

struct Week {
  int number;
  double score;
};

/// One assessment a week, by week number.
std::vector<Assessment> weekly(std::initializer_list<Week> weeks) {
  std::vector<Assessment> out;
  for (const Week& w : weeks) out.push_back({LocalDate::from_days(7 * w.number), w.score});
  return out;
}

// Oracle: reference case MIC-1 (Ostelo 2008): NPRS 6 to 4 is 33.33 %, improved, MIC met.
TEST(Change, MIC_1_PainSixToFour_Improved) {
  const Change change = compute_change(Nprs, 6, 4);
  EXPECT_NEAR(*change.percent, 33.33, 0.01);
  EXPECT_EQ(change.improved30, true);
  EXPECT_EQ(change.mic_met, true);
  EXPECT_FALSE(change.reliable_change);
}

// Oracle: reference case MIC-2: RMDQ 10 to 7.5 is 25 %, not improved, MIC not met.
TEST(Change, MIC_2_RolandTenToSevenAndAHalf_NotImproved) {
  const Change change = compute_change(Rmdq24, 10, 7.5);
  EXPECT_NEAR(*change.percent, 25.0, 0.01);
  EXPECT_EQ(change.improved30, false);
  EXPECT_EQ(change.mic_met, false);
}

// Oracle: by hand; exactly 30 % counts (>= in Ostelo 2008).
TEST(Change, ExactlyThirtyPercent_Counts) {
  EXPECT_EQ(compute_change(Odi, 20, 14).improved30, true);
  EXPECT_EQ(compute_change(Odi, 20, 14).mic_met, false);
  EXPECT_EQ(compute_change(Odi, 60, 50).improved30, false);
  EXPECT_EQ(compute_change(Odi, 60, 50).mic_met, true);
}

TEST(Change, ScaleWhereMoreIsBetter_IsTurnedRound) {
  const Change change = compute_change(Psfs, 3, 5.5);
  EXPECT_EQ(change.absolute, 2.5);
  EXPECT_EQ(change.mic_met, true);
  EXPECT_EQ(change.reliable_change, true);
  EXPECT_FALSE(change.improved30);
  EXPECT_EQ(compute_change(Psfs, 5.5, 3).absolute, -2.5);
  EXPECT_EQ(compute_change(Psfs, 5.5, 3).reliable_change, true);
}

TEST(Change, BaselineZero_HasNoPercent) {
  const Change change = compute_change(Nprs, 0, 3);
  EXPECT_FALSE(change.percent);
  EXPECT_FALSE(change.improved30);
  EXPECT_EQ(change.mic_met, false);
  EXPECT_EQ(change.absolute, -3);
}

// Oracle: table of facts 2.1.
TEST(Change, Figures_ComeWithTheirStatus) {
  EXPECT_EQ(minimal_important_change(Qbpds)->points, 20);
  EXPECT_EQ(minimal_detectable_change(Qbpds)->points, 12);
  EXPECT_EQ(minimal_important_change(Pseq10)->points, 5.5);
  EXPECT_EQ(minimal_important_change(Tsk11)->status, FigureStatus::Unverified);
  EXPECT_FALSE(minimal_important_change(Rmdq18));
  EXPECT_FALSE(minimal_important_change(StartBack9));
}

// Oracle: Kamper 2010 as in facts 2.1; 2 of 24 on the form of 18 items is 1.5.
TEST(Recovered, PainZeroOrRolandTwo_Only) {
  EXPECT_EQ(recovered(Nprs, 0), true);
  EXPECT_EQ(recovered(Nprs, 0.5), false);
  EXPECT_EQ(recovered(Rmdq24, 2), true);
  EXPECT_EQ(recovered(Rmdq24, 3), false);
  EXPECT_EQ(recovered(Rmdq18, 1), true);
  EXPECT_EQ(recovered(Rmdq18, 2), false);
  EXPECT_FALSE(recovered(Odi, 0));
}

// Oracle: by hand, 9 × 24 ÷ 18 = 12 and 11 × 24 ÷ 11 = 24.
TEST(Rmdq, ShorterForm_ConvertsForDisplayAndSaysSo) {
  EXPECT_DOUBLE_EQ(on_rmdq24_scale(Rmdq18, 9)->score, 12);
  EXPECT_DOUBLE_EQ(on_rmdq24_scale(Rmdq11, 11)->score, 24);
  EXPECT_TRUE(on_rmdq24_scale(Rmdq23, 5)->converted);
  EXPECT_FALSE(on_rmdq24_scale(Rmdq24, 9));
  EXPECT_FALSE(on_rmdq24_scale(Odi, 9));
}

// Oracle: Abbott & Schmitt 2014: 1.3, 2.3, 2.7.
TEST(PatientSpecific, ChangeSize_FollowsTheThreeFigures) {
  EXPECT_EQ(patient_specific_change(1.2), ChangeSize::None);
  EXPECT_EQ(patient_specific_change(1.3), ChangeSize::Small);
  EXPECT_EQ(patient_specific_change(2.3), ChangeSize::Medium);
  EXPECT_EQ(patient_specific_change(2.7), ChangeSize::Large);
}

// Oracle: by hand from facts 5.2 and rules 3.6.
TEST(Deterioration, TwoWorseAssessmentsAWeekApart_Alert) {
  const auto found = find_deterioration(Nprs, weekly({{0, 3}, {1, 5}, {2, 5}}));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->baseline, 3);
  EXPECT_EQ(found->from, LocalDate::from_days(7));
  EXPECT_EQ(found->reason.rule, "3.6/deterioration");
}

TEST(Deterioration, OneWorseAssessment_IsNotEnough) {
  EXPECT_FALSE(find_deterioration(Nprs, weekly({{0, 3}, {1, 9}})));
  EXPECT_FALSE(find_deterioration(Nprs, weekly({{0, 3}, {1, 9}, {2, 4}})));
}

TEST(Deterioration, SixDaysApart_IsNotEnough) {
  std::vector<Assessment> all = weekly({{0, 20}, {1, 40}});
  all.push_back({LocalDate::from_days(13), 40});
  EXPECT_FALSE(find_deterioration(Odi, all));
  all.push_back({LocalDate::from_days(14), 40});
  EXPECT_TRUE(find_deterioration(Odi, all));
}

TEST(Deterioration, BetterInBetween_IsNotSustained) {
  std::vector<Assessment> all = weekly({{0, 3}, {1, 6}, {2, 6}});
  all.push_back({LocalDate::from_days(10), 3});
  EXPECT_FALSE(find_deterioration(Nprs, all));
}

TEST(Deterioration, ImproverWhoLosesItAll_IsSeen) {
  const auto found =
      find_deterioration(Rmdq24, weekly({{0, 18}, {2, 6}, {3, 5}, {6, 13}, {7, 12}}));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->baseline, 6);  // held from week 2 to 3
  EXPECT_EQ(found->threshold, 5);
}

TEST(Deterioration, NewLevelOfFourWeeks_IsTheStableOne) {
  const auto early = weekly({{0, 8}, {1, 3}, {2, 3}, {3, 6}, {4, 6}, {5, 6}});
  const auto late = weekly({{0, 8}, {1, 3}, {2, 3}, {3, 6}, {4, 6}, {5, 6}, {7, 6}, {8, 6}});
  EXPECT_TRUE(find_deterioration(Nprs, early));
  EXPECT_FALSE(find_deterioration(Nprs, late));
}

TEST(Deterioration, SlowCreep_IsHeldAgainstTheFirstScore) {
  EXPECT_TRUE(find_deterioration(Nprs, weekly({{0, 3}, {1, 4}, {2, 4}, {3, 5}, {4, 5}})));
}

TEST(Deterioration, Order_DoesNotMatterAndOtherScalesHaveNoRule) {
  EXPECT_TRUE(find_deterioration(UsualPain, weekly({{2, 5}, {0, 3}, {1, 5}})));
  EXPECT_FALSE(find_deterioration(Tsk17, weekly({{0, 20}, {1, 60}, {2, 60}})));
  EXPECT_FALSE(find_deterioration(Nprs, {}));
}

}  // namespace
}  // namespace plumbline::clinical
