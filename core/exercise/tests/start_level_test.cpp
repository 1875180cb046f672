// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "plumbline/exercise/derived.hpp"

namespace plumbline::exercise {
namespace {

using clinical::Condition;
using clinical::DerivedFlag;
using clinical::Irritability;

/// Nothing caps this person: level 3.
struct Told {
  clinical::Profile profile;
  Derived derived;
  StartLevelInputs in;
  Told() {
    profile.person.age = 40;
    profile.irritability = Irritability::Low;
    profile.conditions = WordSet<Condition>{};
    in.onset_days = 400;
  }
  std::int32_t level() const { return compute_start_level(profile, derived, in).level; }
};

// Oracle of this file: rules 1.2, one cap at a time, both sides of each threshold.

TEST(StartLevel, NothingCaps_IsThree) { EXPECT_EQ(Told().level(), 3); }

TEST(StartLevel, Irritability_HighOneModerateOrMissingTwo) {
  Told t;
  t.profile.irritability = Irritability::High;
  EXPECT_EQ(t.level(), 1);
  t.profile.irritability = Irritability::Moderate;
  EXPECT_EQ(t.level(), 2);
  t.profile.irritability.reset();
  EXPECT_EQ(t.level(), 2);
}

TEST(StartLevel, Onset_ThreeDaysOneSixWeeksTwo) {
  Told t;
  for (const auto& [days, level] : {std::pair{0, 1}, {3, 1}, {4, 2}, {42, 2}, {43, 3}}) {
    t.in.onset_days = days;
    EXPECT_EQ(t.level(), level) << days;
  }
}

TEST(StartLevel, UsualPain_SevenOneFourTwo) {
  Told t;
  for (const auto& [pain, level] : {std::pair{0, 3}, {3, 3}, {4, 2}, {6, 2}, {7, 1}, {10, 1}}) {
    t.in.usual_pain = pain;
    EXPECT_EQ(t.level(), level) << pain;
  }
}

TEST(StartLevel, UsualPain_IsTheOnlyCapLeftOutOfTheOtherLevel) {
  Told t;
  t.in.usual_pain = 8;
  t.in.onset_days = 42;
  const StartLevel start = compute_start_level(t.profile, t.derived, t.in);
  EXPECT_EQ(start.level, 1);
  EXPECT_EQ(start.level_without_pain, 2);
}

TEST(StartLevel, AcuteRadicular_IsOneBelowKneeTwo) {
  Told t;
  t.derived.below_knee = true;
  EXPECT_EQ(t.level(), 2);
  t.derived.flags = {DerivedFlag::AcuteRadicular};
  EXPECT_EQ(t.level(), 1);
}

TEST(StartLevel, Age_From65Two) {
  Told t;
  t.profile.person.age = 64;
  EXPECT_EQ(t.level(), 3);
  t.profile.person.age = 65;
  EXPECT_EQ(t.level(), 2);
}

TEST(StartLevel, BonesPregnancyFalls_AreTwo) {
  for (const DerivedFlag flag :
       {DerivedFlag::Osteoporosis, DerivedFlag::PregnancyLate, DerivedFlag::FallsRisk}) {
    Told t;
    t.derived.flags = {flag};
    EXPECT_EQ(t.level(), 2) << word(flag);
  }
}

TEST(StartLevel, ChairStandBelowNorm_IsTwo) {
  Told t;
  t.in.chair_stand_below_norm = true;
  EXPECT_EQ(t.level(), 2);
}

TEST(StartLevel, GradedActivity_IsTwo) {
  Told t;
  t.in.mode = clinical::CourseMode::GradedActivity;
  EXPECT_EQ(t.level(), 2);
}

// Rules 1.1: conditions not asked: level 1.
TEST(StartLevel, ConditionsNotAsked_IsOne) {
  Told t;
  t.profile.conditions.reset();
  EXPECT_EQ(t.level(), 1);
}

// Rules 1.9: an incomplete screen caps the plan at level 2; 2.5: reopening at level 1.
TEST(StartLevel, ScreenIncompleteTwo_ReopenedOne) {
  Told t;
  t.in.screen_incomplete = true;
  EXPECT_EQ(t.level(), 2);
  t.in.reopened = true;
  EXPECT_EQ(t.level(), 1);
}

TEST(StartLevel, ClinicianLimit_Caps) {
  Told t;
  t.in.clinician_limit = 1;
  EXPECT_EQ(t.level(), 1);
  t.in.clinician_limit = 4;
  EXPECT_EQ(t.level(), 3);
}

TEST(StartLevel, SeveralCaps_TheLowestCountsAndEachIsNamed) {
  Told t;
  t.profile.irritability = Irritability::Moderate;
  t.in.onset_days = 2;
  t.profile.person.age = 70;
  const StartLevel start = compute_start_level(t.profile, t.derived, t.in);
  EXPECT_EQ(start.level, 1);
  const auto names = [&](std::string_view rule) {
    return std::ranges::count(start.caps, rule, &Reason::rule) == 1;
  };
  EXPECT_TRUE(names("1.2/irritability"));
  EXPECT_TRUE(names("1.2/onset"));
  EXPECT_TRUE(names("1.2/age"));
}

}  // namespace
}  // namespace plumbline::exercise
