// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/derived.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace plumbline::exercise {
namespace {

using clinical::Condition;
using clinical::DerivedFlag;
using clinical::Irritability;
using clinical::PainActivity;
using clinical::Profile;
using clinical::Radiation;
using clinical::Region;

/// Forty years old, chronic, easily settled, no condition: no flag at all.
struct Told {
  Profile profile;
  DerivedInputs in;
  Told() {
    profile.person.age = 40;
    profile.irritability = Irritability::Low;
    profile.conditions = WordSet<Condition>{};
    in.today = LocalDate::from_days(20'000);
    in.onset_days = 400;
  }
  Derived derived() const { return compute_derived(profile, in); }
  bool has(DerivedFlag flag) const { return derived().flags.contains(flag); }
  bool filters(FilterWord word) const { return derived().filters.contains(word); }
};

// Oracle of this file: rules 1.4 and 1.9, by hand, both sides of each threshold.

TEST(Derived, NothingTold_HasNoFlag) {
  EXPECT_TRUE(Told().derived().flags.empty());
  EXPECT_TRUE(Told().derived().filters.empty());
}

TEST(Derived, Radicular_FollowsFromBelowKneeOrNeuroSymptoms) {
  Told t;
  t.profile.radiates = Radiation::AboveKnee;
  EXPECT_FALSE(t.has(DerivedFlag::Radicular));
  t.profile.radiates = Radiation::BelowKnee;
  EXPECT_TRUE(t.has(DerivedFlag::Radicular));
  t.profile.radiates = Radiation::None;
  t.profile.neuro_symptoms = false;
  EXPECT_FALSE(t.has(DerivedFlag::Radicular));
  t.profile.neuro_symptoms = true;
  EXPECT_TRUE(t.has(DerivedFlag::Radicular));
}

// Rules 2.3, contradictory answers: the map below the knee counts in the worse reading.
TEST(Derived, PaintedCalf_CountsAsBelowKneeAndIsNoted) {
  Told t;
  t.profile.pain = {{Region::Calf, clinical::Side::Left, 3, {}}};
  EXPECT_TRUE(t.has(DerivedFlag::Radicular));
  EXPECT_TRUE(t.derived().below_knee);
  EXPECT_TRUE(t.derived().leg_contradiction);
  t.profile.pain[0].region = Region::ThighBack;
  EXPECT_FALSE(t.has(DerivedFlag::Radicular));
}

TEST(Derived, AcuteRadicular_Until84DaysOrUnlessIrritabilityIsLow) {
  Told t;
  t.profile.radiates = Radiation::BelowKnee;
  t.in.onset_days = 84;
  EXPECT_TRUE(t.has(DerivedFlag::AcuteRadicular));
  t.in.onset_days = 85;
  EXPECT_FALSE(t.has(DerivedFlag::AcuteRadicular));
  t.profile.irritability = Irritability::Moderate;
  EXPECT_TRUE(t.has(DerivedFlag::AcuteRadicular));
  t.profile.irritability.reset();
  EXPECT_TRUE(t.has(DerivedFlag::AcuteRadicular));
  t.profile.radiates = Radiation::None;
  EXPECT_FALSE(t.has(DerivedFlag::AcuteRadicular));
}

TEST(Derived, IrritableRadicular_OnlyWithHighIrritability) {
  Told t;
  t.profile.radiates = Radiation::BelowKnee;
  t.profile.irritability = Irritability::Moderate;
  EXPECT_FALSE(t.has(DerivedFlag::IrritableRadicular));
  t.profile.irritability = Irritability::High;
  EXPECT_TRUE(t.has(DerivedFlag::IrritableRadicular));
  t.profile.radiates = Radiation::None;
  EXPECT_FALSE(t.has(DerivedFlag::IrritableRadicular));
}

TEST(Derived, FlexionIntolerant_NeedsBendingAndOneMoreSign) {
  Told t;
  t.profile.worse_with = {PainActivity::Bending};
  EXPECT_FALSE(t.has(DerivedFlag::FlexionIntolerant));
  t.in.onset_days = 43;
  EXPECT_FALSE(t.has(DerivedFlag::FlexionIntolerant));
  t.in.onset_days = 42;
  EXPECT_TRUE(t.has(DerivedFlag::FlexionIntolerant));
  t.in.onset_days = 400;
  t.profile.irritability = Irritability::Moderate;
  EXPECT_TRUE(t.has(DerivedFlag::FlexionIntolerant));
  t.profile.irritability = Irritability::Low;
  t.profile.worse_with = {PainActivity::Bending, PainActivity::Sitting};
  EXPECT_TRUE(t.has(DerivedFlag::FlexionIntolerant));
  t.profile.worse_with = {PainActivity::Sitting};
  EXPECT_FALSE(t.has(DerivedFlag::FlexionIntolerant));
}

TEST(Derived, FlexionIntolerant_NotInGradedActivityNorWhenBendingHelps) {
  Told t;
  t.profile.worse_with = {PainActivity::Bending, PainActivity::Sitting};
  t.in.mode = clinical::CourseMode::GradedActivity;
  EXPECT_FALSE(t.has(DerivedFlag::FlexionIntolerant));
  t.in.mode = clinical::CourseMode::PainContingent;
  t.profile.better_with = {PainActivity::Bending};
  EXPECT_FALSE(t.has(DerivedFlag::FlexionIntolerant));
}

TEST(Derived, ExtensionIntolerant_ByArchingOrByStandingAndWalking) {
  Told t;
  t.profile.worse_with = {PainActivity::Arching};
  EXPECT_TRUE(t.has(DerivedFlag::ExtensionIntolerant));
  t.profile.better_with = {PainActivity::Arching};
  EXPECT_FALSE(t.has(DerivedFlag::ExtensionIntolerant));
  t.profile.worse_with = {PainActivity::Standing, PainActivity::Walking};
  t.profile.better_with = {};
  EXPECT_FALSE(t.has(DerivedFlag::ExtensionIntolerant));
  t.profile.better_with = {PainActivity::Sitting};
  EXPECT_TRUE(t.has(DerivedFlag::ExtensionIntolerant));
  t.profile.better_with = {PainActivity::Bending};
  EXPECT_TRUE(t.has(DerivedFlag::ExtensionIntolerant));
  t.profile.worse_with = {PainActivity::Standing};
  EXPECT_FALSE(t.has(DerivedFlag::ExtensionIntolerant));
}

TEST(Derived, StenosisLike_From60WithRadiationWorseUprightBetterBent) {
  Told t;
  t.profile.person.age = 60;
  t.profile.radiates = Radiation::Buttock;
  t.profile.worse_with = {PainActivity::Walking};
  t.profile.better_with = {PainActivity::Sitting};
  EXPECT_TRUE(t.has(DerivedFlag::StenosisLike));
  EXPECT_TRUE(t.filters(FilterWord::StenosisLike));
  t.profile.person.age = 59;
  EXPECT_FALSE(t.has(DerivedFlag::StenosisLike));
  t.profile.person.age = 60;
  t.profile.radiates = Radiation::None;
  EXPECT_FALSE(t.has(DerivedFlag::StenosisLike));
  t.profile.radiates = Radiation::Buttock;
  t.profile.better_with = {PainActivity::Lying};
  EXPECT_FALSE(t.has(DerivedFlag::StenosisLike));
  t.profile.better_with = {PainActivity::Bending};
  t.profile.worse_with = {PainActivity::Lifting};
  EXPECT_FALSE(t.has(DerivedFlag::StenosisLike));
}

TEST(Derived, Direction_IsTheOppositeOfOneIntolerance) {
  Told t;
  t.profile.worse_with = {PainActivity::Bending, PainActivity::Sitting};
  EXPECT_TRUE(t.has(DerivedFlag::DirectionExtension));
  EXPECT_FALSE(t.has(DerivedFlag::DirectionFlexion));
  t.profile.worse_with = {PainActivity::Arching};
  EXPECT_FALSE(t.has(DerivedFlag::DirectionExtension));
  EXPECT_TRUE(t.has(DerivedFlag::DirectionFlexion));
}

TEST(Derived, BothIntolerances_HaveNoDirectionAndStayNeutral) {
  Told t;
  t.profile.worse_with = {PainActivity::Bending, PainActivity::Sitting, PainActivity::Arching};
  EXPECT_TRUE(t.derived().neutral_only);
  EXPECT_FALSE(t.has(DerivedFlag::DirectionExtension));
  EXPECT_FALSE(t.has(DerivedFlag::DirectionFlexion));
}

TEST(Derived, FiveWorseWords_StayNeutralFourDoNot) {
  Told t;
  t.profile.worse_with = {PainActivity::Bending, PainActivity::Sitting, PainActivity::Lifting,
                          PainActivity::Lying};
  EXPECT_FALSE(t.derived().neutral_only);
  EXPECT_TRUE(t.has(DerivedFlag::DirectionExtension));
  t.profile.worse_with.insert(PainActivity::Mornings);
  EXPECT_TRUE(t.derived().neutral_only);
  EXPECT_FALSE(t.has(DerivedFlag::DirectionExtension));
}

TEST(Derived, WordInBothLists_StaysNeutral) {
  Told t;
  t.profile.worse_with = {PainActivity::Arching, PainActivity::Walking};
  t.profile.better_with = {PainActivity::Walking};
  EXPECT_TRUE(t.derived().neutral_only);
  EXPECT_FALSE(t.has(DerivedFlag::DirectionFlexion));
}

TEST(Derived, Direction_LapsesAfterFourteenDays) {
  Told t;
  t.profile.worse_with = {PainActivity::Arching};
  t.in.direction_answered_days_ago = 13;
  EXPECT_TRUE(t.has(DerivedFlag::DirectionFlexion));
  t.in.direction_answered_days_ago = 14;
  EXPECT_FALSE(t.has(DerivedFlag::DirectionFlexion));
}

// Rules 1.4: avoiding bending for months is itself harmful, so leaving it out lapses too.
TEST(Derived, LeavingOutBending_LapsesAfterFourteenDays) {
  Told t;
  t.profile.worse_with = {PainActivity::Bending, PainActivity::Sitting};
  t.in.direction_answered_days_ago = 13;
  EXPECT_TRUE(t.derived().filters.contains(FilterWord::FlexionIntolerant));
  EXPECT_FALSE(t.derived().direction_lapsed);
  t.in.direction_answered_days_ago = 14;
  EXPECT_FALSE(t.derived().filters.contains(FilterWord::FlexionIntolerant));
  EXPECT_TRUE(t.derived().direction_lapsed);
  EXPECT_TRUE(t.derived().told_intolerances.contains(FilterWord::FlexionIntolerant));
}

// Decision 0027: four weeks after the question where the back is easily stirred up.
TEST(Derived, LeavingOutBending_LapsesLaterWhereEasilyStirredUp) {
  Told t;
  t.profile.worse_with = {PainActivity::Bending, PainActivity::Sitting};
  t.profile.irritability = clinical::Irritability::Moderate;
  t.in.direction_answered_days_ago = 41;
  EXPECT_TRUE(t.derived().filters.contains(FilterWord::FlexionIntolerant));
  t.in.direction_answered_days_ago = 42;
  EXPECT_FALSE(t.derived().filters.contains(FilterWord::FlexionIntolerant));
}

// Rules 2.3: contradicting answers count in the worse reading; the map shows what the list leaves
// out.
TEST(Derived, NeckPainOnTheMap_FiltersLikeTheCondition) {
  Told t;
  EXPECT_FALSE(t.derived().filters.contains(FilterWord::NeckPain));
  t.profile.pain = {{clinical::Region::Cervical, clinical::Side::Right, 3, {}}};
  EXPECT_TRUE(t.derived().filters.contains(FilterWord::NeckPain));
}

TEST(Derived, FallsRisk_From80Always) {
  Told t;
  t.profile.person.age = 79;
  EXPECT_FALSE(t.has(DerivedFlag::FallsRisk));
  t.profile.person.age = 80;
  EXPECT_TRUE(t.has(DerivedFlag::FallsRisk));
}

TEST(Derived, FallsRisk_From65WithAFallBonesOrAWeakTest) {
  Told t;
  const auto at_64_and_65 = [&] {
    t.profile.person.age = 64;
    const bool before = t.has(DerivedFlag::FallsRisk);
    t.profile.person.age = 65;
    return std::pair{before, t.has(DerivedFlag::FallsRisk)};
  };
  const std::pair only_from_65{false, true};
  EXPECT_EQ(at_64_and_65(), std::pair(false, false));
  t.profile.fall_12_months = true;
  EXPECT_EQ(at_64_and_65(), only_from_65);
  t = Told();
  t.profile.conditions = WordSet{Condition::Osteoporosis};
  EXPECT_EQ(at_64_and_65(), only_from_65);
  for (const auto flag :
       {clinical::TestFlag::ChairStandBelowNorm, clinical::TestFlag::BalanceLow}) {
    t = Told();
    t.in.findings = {{flag, std::nullopt, {}}};
    EXPECT_EQ(at_64_and_65(), only_from_65);
  }
}

TEST(Derived, FallsRiskStated_CountsAtAnyAge) {
  Told t;
  t.profile.conditions = WordSet{Condition::FallsRisk};
  EXPECT_TRUE(t.filters(FilterWord::FallsRisk));
}

// Rules 1.9.
TEST(Derived, VertebralFracture_ImpliesOsteoporosis) {
  Told t;
  t.profile.conditions = WordSet{Condition::VertebralFracture};
  EXPECT_TRUE(t.has(DerivedFlag::Osteoporosis));
  EXPECT_TRUE(t.filters(FilterWord::Osteoporosis));
}

TEST(Derived, PregnancyFrom16Weeks_IsLate) {
  Told t;
  t.profile.conditions = WordSet{Condition::Pregnancy};
  t.profile.pregnancy_weeks = 15;
  EXPECT_FALSE(t.has(DerivedFlag::PregnancyLate));
  t.profile.pregnancy_weeks = 16;
  EXPECT_TRUE(t.has(DerivedFlag::PregnancyLate));
  EXPECT_TRUE(t.filters(FilterWord::PregnancyLate));
}

TEST(Derived, PregnancyWithoutWeeks_AsksForThem) {
  Told t;
  t.profile.conditions = WordSet{Condition::Pregnancy};
  EXPECT_TRUE(t.derived().ask_pregnancy_weeks);
  t.profile.pregnancy_weeks = 10;
  EXPECT_FALSE(t.derived().ask_pregnancy_weeks);
}

TEST(Derived, BloodPressure_SetsAt160Over100AndSevereAt180Over110) {
  const auto words = [](std::int32_t systolic, std::int32_t diastolic) {
    Told t;
    t.profile.blood_pressure = {systolic, diastolic};
    return std::pair{t.filters(FilterWord::UncontrolledHypertension),
                     t.filters(FilterWord::SevereHypertension)};
  };
  EXPECT_EQ(words(159, 99), std::pair(false, false));
  EXPECT_EQ(words(160, 80), std::pair(true, false));
  EXPECT_EQ(words(120, 100), std::pair(true, false));
  EXPECT_EQ(words(179, 109), std::pair(true, false));
  EXPECT_EQ(words(180, 80), std::pair(true, true));
  EXPECT_EQ(words(120, 110), std::pair(true, true));
}

TEST(Derived, BloodPressureNotCleared_KeepsTheWord) {
  Told t;
  t.profile.blood_pressure = {140, 90};
  EXPECT_FALSE(t.filters(FilterWord::UncontrolledHypertension));
  t.in.blood_pressure = clinical::BloodPressureLevel::Raised;
  EXPECT_TRUE(t.filters(FilterWord::UncontrolledHypertension));
  EXPECT_FALSE(t.filters(FilterWord::SevereHypertension));
  t.in.blood_pressure = clinical::BloodPressureLevel::VeryHigh;
  EXPECT_TRUE(t.filters(FilterWord::SevereHypertension));
}

TEST(Derived, HipReplacement_FiltersTwelveWeeksOrUndated) {
  Told t;
  t.profile.conditions = WordSet{Condition::HipReplacement};
  EXPECT_TRUE(t.filters(FilterWord::HipReplacement));
  t.profile.hip_replacement_on = t.in.today.plus(-83);
  EXPECT_TRUE(t.filters(FilterWord::HipReplacement));
  t.profile.hip_replacement_on = t.in.today.plus(-84);
  EXPECT_FALSE(t.filters(FilterWord::HipReplacement));
}

TEST(Derived, StatedConditions_FilterByTheirOwnWord) {
  const std::pair<Condition, FilterWord> same[] = {
      {Condition::ShoulderPain, FilterWord::ShoulderPain},
      {Condition::KneePain, FilterWord::KneePain},
      {Condition::WristPain, FilterWord::WristPain},
      {Condition::NeckPain, FilterWord::NeckPain},
      {Condition::Glaucoma, FilterWord::Glaucoma},
      {Condition::Spondylolisthesis, FilterWord::Spondylolisthesis},
      {Condition::StenosisLike, FilterWord::StenosisLike},
      {Condition::UncontrolledHypertension, FilterWord::UncontrolledHypertension},
      {Condition::HeartCondition, FilterWord::HeartCondition},
      {Condition::Aneurysm, FilterWord::Aneurysm},
      {Condition::Retinopathy, FilterWord::Retinopathy},
      {Condition::Hernia, FilterWord::Hernia},
      {Condition::PelvicGirdlePain, FilterWord::PelvicGirdlePain},
      {Condition::EpilepsyUncontrolled, FilterWord::EpilepsyUncontrolled},
      {Condition::OpenWound, FilterWord::OpenWound},
      {Condition::NeuroDeficit, FilterWord::NeuroDeficit},
      {Condition::Postoperative, FilterWord::Postoperative}};
  for (const auto& [condition, filter] : same) {
    Told t;
    t.profile.conditions = WordSet{condition};
    EXPECT_TRUE(t.filters(filter)) << word(condition);
  }
}

// Rules 2.1: RF-FX5 is a filter, not a lock: what the screen filters by counts like a condition.
TEST(Derived, ScreenFilters_CountLikeConditions) {
  Told t;
  t.in.screen_filters = {Condition::Spondylolisthesis};
  EXPECT_TRUE(t.filters(FilterWord::Spondylolisthesis));
  t.in.screen_filters = {Condition::PregnancyLate};
  EXPECT_TRUE(t.filters(FilterWord::PregnancyLate));
}

}  // namespace
}  // namespace plumbline::exercise
