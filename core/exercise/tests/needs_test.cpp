// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/needs.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace plumbline::exercise {
namespace {

using clinical::DerivedFlag;
using clinical::PainArea;
using clinical::Region;
using clinical::Side;

/// Forty years old with lumbar pain for 400 days, in the first plan.
struct Told {
  clinical::Profile profile;
  NeedInputs in;
  Told() {
    profile.person.age = 40;
    profile.irritability = clinical::Irritability::Low;
    paint(Region::Lumbar);
    in.onset_days = 400;
    in.days_per_week = 3;
  }
  void paint(Region region) { profile.pain = {{region, Side::Center, 5, {}}}; }
  std::int32_t days(Need need) const {
    const auto needs = compute_needs(profile, in);
    const auto found = std::ranges::find(needs, need, &NeedTarget::need);
    return found == needs.end() ? 0 : found->days;
  }
  bool has(Need need) const { return days(need) > 0; }
};

// Oracle of this file: the table of rules 1.6, row by row.

TEST(Needs, Everybody_WalksOnFiveDaysAndRelaxesDaily) {
  for (const Region region :
       {Region::Lumbar, Region::Thoracic, Region::Cervical, Region::Buttock}) {
    Told t;
    t.paint(region);
    EXPECT_EQ(t.days(Need::Aerobic), 5);
    EXPECT_EQ(t.days(Need::Relax), 7);
  }
}

TEST(Needs, Lumbar_WantsDeepAbdominalWorkOnThreeDaysFromTheFirstPlan) {
  Told t;
  t.in.onset_days = 10;
  EXPECT_EQ(t.days(Need::DeepAbdominal), 3);
}

TEST(Needs, ButtockAndRadicular_WantDeepAbdominalWorkAfterTheFirstPlan) {
  Told t;
  t.paint(Region::Buttock);
  t.in.onset_days = 10;
  t.in.plan_week = 1;
  EXPECT_EQ(t.days(Need::DeepAbdominal), 3);
}

TEST(Needs, ThoracicAcute_WantsNoDeepAbdominalWork) {
  Told t;
  t.paint(Region::Thoracic);
  t.in.onset_days = 10;
  t.in.plan_week = 3;
  EXPECT_FALSE(t.has(Need::DeepAbdominal));
  // All chronic.
  t.in.onset_days = 400;
  EXPECT_TRUE(t.has(Need::DeepAbdominal));
}

TEST(Needs, Extensors_FromTheSecondWeekForLumbarChronicBonesAndWeakness) {
  Told t;
  EXPECT_FALSE(t.has(Need::Extensors));
  t.in.plan_week = 1;
  EXPECT_GE(t.days(Need::Extensors), 2);
  EXPECT_LE(t.days(Need::Extensors), 3);
  t.in.onset_days = 10;
  EXPECT_FALSE(t.has(Need::Extensors));
  t.in.derived = {DerivedFlag::Osteoporosis};
  EXPECT_TRUE(t.has(Need::Extensors));
  t.in.derived = {};
  t.in.weak_trunk_extensors = true;
  EXPECT_TRUE(t.has(Need::Extensors));
}

TEST(Needs, Glutes_InTheFirstPlanForLumbarChronicAnd65) {
  Told t;
  EXPECT_TRUE(t.has(Need::Glutes));
  EXPECT_GE(t.days(Need::Glutes), 2);
  EXPECT_LE(t.days(Need::Glutes), 3);
  t.in.onset_days = 10;
  EXPECT_FALSE(t.has(Need::Glutes));
  t.profile.person.age = 64;
  EXPECT_FALSE(t.has(Need::Glutes));
  t.profile.person.age = 65;
  EXPECT_TRUE(t.has(Need::Glutes));
}

TEST(Needs, Glutes_LaterForButtockAndRadicular) {
  Told t;
  t.in.onset_days = 10;
  t.in.plan_week = 1;
  t.paint(Region::Buttock);
  EXPECT_TRUE(t.has(Need::Glutes));
  t.paint(Region::Lumbar);
  t.in.derived = {DerivedFlag::Radicular};
  EXPECT_TRUE(t.has(Need::Glutes));
}

TEST(Needs, LegsAndFunction_From65FallsRiskAndAWeakChairStand) {
  Told t;
  EXPECT_FALSE(t.has(Need::Legs));
  EXPECT_FALSE(t.has(Need::Function));
  t.profile.person.age = 64;
  EXPECT_FALSE(t.has(Need::Legs));
  t.profile.person.age = 65;
  EXPECT_GE(t.days(Need::Legs), 2);
  EXPECT_GE(t.days(Need::Function), 2);
  t = Told();
  t.in.derived = {DerivedFlag::FallsRisk};
  EXPECT_TRUE(t.has(Need::Legs));
  t = Told();
  t.in.chair_stand_below_norm = true;
  EXPECT_TRUE(t.has(Need::Legs));
  EXPECT_TRUE(t.has(Need::Function));
}

TEST(Needs, GoalThatNamesBendingOrLifting_AsksForFunction) {
  for (const char* goal : {"Lift my child", "bend down to tie my shoes", "Wasserkisten heben",
                           "levantar a mi hija", "mich bücken"}) {
    Told t;
    t.profile.goals = {{goal, 4}};
    EXPECT_TRUE(t.has(Need::Function)) << goal;
  }
  Told t;
  t.profile.goals = {{"walk to the lake", 4}};
  EXPECT_FALSE(t.has(Need::Function));
  EXPECT_TRUE(t.has(Need::Legs));
}

TEST(Needs, DirectionFlags_AskForDailyBoutsInsteadOfLumbarMobility) {
  Told t;
  EXPECT_GE(t.days(Need::LumbarMobility), 4);
  t.in.derived = {DerivedFlag::DirectionExtension};
  EXPECT_EQ(t.days(Need::DirectionExtension), 7);
  EXPECT_FALSE(t.has(Need::DirectionFlexion));
  EXPECT_FALSE(t.has(Need::LumbarMobility));
  t.in.derived = {DerivedFlag::DirectionFlexion};
  EXPECT_EQ(t.days(Need::DirectionFlexion), 7);
  EXPECT_FALSE(t.has(Need::LumbarMobility));
}

TEST(Needs, LumbarMobility_InGradedActivityEvenWithADirection) {
  Told t;
  t.in.derived = {DerivedFlag::DirectionFlexion};
  t.in.mode = clinical::CourseMode::GradedActivity;
  EXPECT_TRUE(t.has(Need::LumbarMobility));
}

// Rules 1.6: sitting work; that sitting hurts is none.
TEST(Needs, HipMobility_ForSittingWorkNotForPainfulSitting) {
  Told t;
  t.in.plan_week = 2;
  t.profile.worse_with = {clinical::PainActivity::Sitting};
  EXPECT_FALSE(t.has(Need::HipMobility));
  t.profile.goals = {{"work at my desk", 4}};
  EXPECT_TRUE(t.has(Need::HipMobility));
}

TEST(Needs, HipMobility_ForTheButtock) {
  Told t;
  t.in.plan_week = 2;
  EXPECT_FALSE(t.has(Need::HipMobility));
  t.paint(Region::Buttock);
  EXPECT_GE(t.days(Need::HipMobility), 2);
  EXPECT_LE(t.days(Need::HipMobility), 4);
}

TEST(Needs, NerveSciatic_OnlyWhenRadicularAndDaily) {
  Told t;
  EXPECT_FALSE(t.has(Need::NerveSciatic));
  t.in.derived = {DerivedFlag::Radicular};
  EXPECT_EQ(t.days(Need::NerveSciatic), 7);
}

TEST(Needs, UpperBack_WantsShoulderBladesOnThreeDaysAndMobilityDaily) {
  for (const Region region : {Region::Thoracic, Region::Cervical}) {
    Told t;
    EXPECT_FALSE(t.has(Need::Scapular));
    t.paint(region);
    EXPECT_EQ(t.days(Need::Scapular), 3);
    EXPECT_EQ(t.days(Need::ThoracicMobility), 7);
    EXPECT_EQ(t.days(Need::Neck), region == Region::Cervical ? 3 : 0);
  }
}

TEST(Needs, Balance_EverySessionFrom65FallsRiskOrThinBones) {
  Told t;
  EXPECT_FALSE(t.has(Need::Balance));
  t.in.days_per_week = 4;
  t.profile.person.age = 65;
  EXPECT_EQ(t.days(Need::Balance), 4);
  for (const DerivedFlag flag : {DerivedFlag::FallsRisk, DerivedFlag::Osteoporosis}) {
    t = Told();
    t.in.days_per_week = 2;
    t.in.derived = {flag};
    EXPECT_EQ(t.days(Need::Balance), 2) << word(flag);
  }
}

TEST(Needs, Relaxation_WeighsMoreWithRiskIrritabilityOrPoorSleep) {
  const auto weight = [](const Told& t) {
    const auto needs = compute_needs(t.profile, t.in);
    return std::ranges::find(needs, Need::Relax, &NeedTarget::need)->weight;
  };
  const std::int32_t plain_weight = weight(Told());
  Told t;
  t.in.high_psychological_risk = true;
  EXPECT_GT(weight(t), plain_weight);
  t = Told();
  t.in.poor_sleep = true;
  EXPECT_GT(weight(t), plain_weight);
  t = Told();
  t.profile.irritability = clinical::Irritability::High;
  EXPECT_GT(weight(t), plain_weight);
}

TEST(Needs, EachNeed_StandsOnceInOrderWithAReason) {
  Told t;
  t.profile.person.age = 70;
  t.profile.goals = {{"lift", 3}};
  t.in.plan_week = 2;
  t.in.derived = {DerivedFlag::Radicular, DerivedFlag::FallsRisk, DerivedFlag::DirectionExtension};
  const auto needs = compute_needs(t.profile, t.in);
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (i > 0) {
      EXPECT_LT(needs[i - 1].need, needs[i].need);
    }
    EXPECT_FALSE(needs[i].why.rule.empty());
  }
}

// Rules 1.6, first column: deep_abdominal counts abdominal and side-trunk work.
TEST(Needs, AbdominalAndSideTrunkWork_CountsAsDeepAbdominal) {
  EXPECT_TRUE(counted_needs({Need::Abdominal}).contains(Need::DeepAbdominal));
  EXPECT_TRUE(counted_needs({Need::SideTrunk}).contains(Need::DeepAbdominal));
  EXPECT_EQ(counted_needs({Need::Glutes}), WordSet{Need::Glutes});
}

}  // namespace
}  // namespace plumbline::exercise
