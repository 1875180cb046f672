// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Oracle: rules 2.2 "Bare true" and rules 2.3, read by hand.
#include <gtest/gtest.h>

#include "plumbline/clinical/screen_completeness.hpp"
#include "triage_person.hpp"

namespace plumbline::clinical {
namespace {

using enum FlagId;

TEST(TriageBareTrue, EachFlag_HasTheClassOfTheList) {
  for (const FlagId id : {Ce1, Ce2, Ce3, Ce4, Ce5, Ce6, Nd1, Mc1, Aa1, Aa2}) {
    EXPECT_EQ(ScreenOf().yes(id).verdict(), kEmergency) << word(id);
  }
  for (const FlagId id : {Ms1, Ma1, Ma2, Fx1, Fx2, Fx4, In1, Dv1, Vi1}) {
    EXPECT_EQ(ScreenOf().yes(id).verdict().urgency, Urgency::Urgent) << word(id);
    EXPECT_EQ(ScreenOf().yes(id).verdict().lock, Lock::Rest) << word(id);
  }
  for (const FlagId id : {Ps1, Fx5, Ma5}) {
    EXPECT_EQ(ScreenOf().yes(id).verdict(), kSeeClinician) << word(id);
  }
  for (const FlagId id : {Ma3, Ma4, Fx3, In2, Th1, Pg1}) {
    const Triage triage = ScreenOf().yes(id).triage();
    EXPECT_EQ(triage.verdict, kModifier) << word(id);
    ASSERT_EQ(triage.flags.size(), 1U) << word(id);
    EXPECT_EQ(triage.flags[0].id, id);
  }
}

TEST(TriageUnsure, EachClass_OneStepBelow) {
  for (const FlagId id : {Ce1, Ce2, Ce3, Ce4, Ce5, Ce6, Nd1, Mc1, Aa1, Aa2}) {
    EXPECT_EQ(ScreenOf().unsure(id).verdict(), kUrgentToday) << word(id);
  }
  for (const FlagId id : {Ms1, Ma1, Ma2, Fx1, Fx2, Fx4, In1, Dv1, Vi1}) {
    EXPECT_EQ(ScreenOf().unsure(id).verdict(), kSeeClinician) << word(id);
  }
  for (const FlagId id : {Ps1, Fx5, Ma5, Ma3, Ma4, Fx3, In2, Th1, Pg1}) {
    const Triage triage = ScreenOf().unsure(id).triage();
    EXPECT_EQ(triage.verdict, kModifier) << word(id);
    EXPECT_FALSE(triage.flags.empty()) << word(id);
  }
}

TEST(TriageUnsure, TwoOfTheCaudaEquinaGroup_Emergency) {
  EXPECT_EQ(ScreenOf().unsure(Ce1).unsure(Ce2).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().unsure(Ce2).yes(Nd1, steady(30, false)).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().unsure(Ce2).yes(Ce5, steady(30, false)).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().unsure(Ce2).unsure(Nd1).verdict(), kUrgentToday)
      << "a weak leg is not of the six";
  EXPECT_EQ(ScreenOf().unsure(Ce2).unsure(Mc1).verdict(), kUrgentToday);
}

TEST(TriageUnsure, MalignancyFractureInfection_NeverAnEmergencyAlone) {
  for (const FlagId id : {Ms1, Ma1, Ma2, Ma3, Ma4, Ma5, Fx1, Fx2, Fx3, Fx4, Fx5, In1, In2}) {
    ScreenOf old_person(90);
    old_person.unsure(id).has({Condition::Osteoporosis}).input.neuro_symptoms = true;
    EXPECT_LT(old_person.verdict().urgency, Urgency::Emergency) << word(id);
  }
}

TEST(TriageMissing, NothingAsked_NoVerdictButDueToday) {
  const Triage triage = ScreenOf().triage();
  EXPECT_EQ(triage.verdict, kModifier);
  ASSERT_FALSE(triage.recheck.empty());
  EXPECT_EQ(triage.recheck[0].in_days, 0);
  EXPECT_EQ(triage.recheck[0].flags, complete_screen());
  EXPECT_EQ(triage.rationale.back().rule, "1.9/screen_incomplete");
}

TEST(TriageContradiction, NoWithASign_ReadsAsUnsureAndIsAsked) {
  FlagAnswer rigors;
  rigors.rigors = true;
  const Triage triage = ScreenOf().no(In1, rigors).triage();
  EXPECT_EQ(triage.verdict, kUrgentToday) << "yes would be an emergency here";
  EXPECT_TRUE(std::ranges::any_of(triage.recheck, [](const RecheckNotice& notice) {
    return notice.flags == FlagSet{In1} && notice.in_days == 0;
  }));
}

TEST(TriageRationale, EveryReason_NamesItsInputs) {
  const Triage triage = ScreenOf(61).yes(Ce1, steady(20, true)).onset(50).triage();
  ASSERT_FALSE(triage.rationale.empty());
  const Reason& first = triage.rationale.front();
  EXPECT_EQ(first.rule, "C1");
  EXPECT_EQ(first.verdict, "urgent today REST");
  const RationaleInput expected{"RF-CE1.since_days", std::int64_t{20}};
  EXPECT_NE(std::ranges::find(first.inputs, expected), first.inputs.end());
}

// Rules 1.9: every id of facts 1.3 and RF-DV1, except RF-IB1 and RF-PS1: 29 − 2.
TEST(ScreenCompleteness, TwentySevenQuestions) {
  EXPECT_EQ(complete_screen().size(), 27);
  ScreenAnswers answers;
  complete_screen().for_each([&](FlagId id) { answers.set(id, {}); });
  EXPECT_TRUE(screen_completeness(answers, Region::Thoracic).complete());
  answers.erase(Aa2);
  const Completeness missing = screen_completeness(answers, Region::Thoracic);
  EXPECT_EQ(missing.missing, FlagSet{Aa2});
  EXPECT_EQ(missing.missing_before_plan, FlagSet{Aa2});
  EXPECT_TRUE(screen_completeness(answers, Region::Lumbar).missing_before_plan.empty());
}

}  // namespace
}  // namespace plumbline::clinical
