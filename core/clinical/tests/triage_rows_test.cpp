// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Oracle: the combination table of rules 2.2, read row by row by hand; each expectation is the cell
// of the table, not a value of the program. Rows C1 to C12.
#include <gtest/gtest.h>

#include "triage_person.hpp"

namespace plumbline::clinical {
namespace {

using enum FlagId;

FlagAnswer pattern(BothLegsPattern p, FlagAnswer a = {}) {
  a.pattern = p;
  return a;
}

// C1: CE1 longer than 14 days, not worsening, assessed: today; old and known: modifier.
TEST(TriageC1, BladderBowelSaddle_EmergencyUnlessOldAndSeen) {
  for (const FlagId id : {Ce1, Ce2, Ce3}) {
    EXPECT_EQ(ScreenOf().yes(id).verdict(), kEmergency);
    EXPECT_EQ(ScreenOf().yes(id, steady(84, true)).verdict(),
              id == Ce1 ? kUrgentToday : kEmergency);
    EXPECT_EQ(ScreenOf().yes(id, steady(85, true)).verdict(), kModifier);
    EXPECT_EQ(ScreenOf().yes(id, steady(85, false)).verdict(), kEmergency);
  }
  EXPECT_EQ(ScreenOf().yes(Ce1, steady(14, true)).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().yes(Ce1, steady(15, true)).verdict(), kUrgentToday);
  EXPECT_EQ(ScreenOf().yes(Ce1, steady(15, false)).verdict(), kEmergency);
  FlagAnswer worse = steady(30, true);
  worse.worsening = true;
  EXPECT_EQ(ScreenOf().yes(Ce1, worse).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().yes(Ce2, steady(15, true)).verdict(), kEmergency);
  EXPECT_TRUE(names(ScreenOf().yes(Ce1).triage(), Ce1, "C1"));
}

// C2: new within 4 weeks: emergency; older, alone, unchanged: today.
TEST(TriageC2, SexualFunction_TodayOnlyWhenOlderAloneUnchanged) {
  EXPECT_EQ(ScreenOf().yes(Ce4).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().yes(Ce4, steady(28, false)).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().yes(Ce4, steady(29, false)).verdict(), kUrgentToday);
  FlagAnswer worse = steady(100, true);
  worse.worsening = true;
  EXPECT_EQ(ScreenOf().yes(Ce4, worse).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().yes(Ce4, steady(29, false)).yes(Nd1, steady(30, false)).verdict(),
            kEmergency)
      << "not alone";
}

// C3: sudden, within 14 days, or spread: emergency; older and stable, alone: two days; on walking
// only, longer than 3 months, assessed: modifier with the stenosis filter.
TEST(TriageC3, BothLegs_EveryBranchOfTheRow) {
  EXPECT_EQ(ScreenOf().yes(Ce5).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().yes(Ce5, pattern(BothLegsPattern::Sudden, steady(200, true))).verdict(),
            kEmergency);
  EXPECT_EQ(ScreenOf().yes(Ce5, pattern(BothLegsPattern::Spread, steady(200, true))).verdict(),
            kEmergency);
  EXPECT_EQ(ScreenOf().yes(Ce5, pattern(BothLegsPattern::Stable, steady(14, true))).verdict(),
            kEmergency);
  EXPECT_EQ(ScreenOf().yes(Ce5, pattern(BothLegsPattern::Stable, steady(15, true))).verdict(),
            kUrgentTwoDays);
  EXPECT_EQ(ScreenOf().yes(Ce5, steady(15, false)).verdict(), kUrgentTwoDays);
  const FlagAnswer claudication = pattern(BothLegsPattern::WalkingOnly, steady(91, true));
  const Triage known = ScreenOf(70).yes(Ce5, claudication).triage();
  EXPECT_EQ(known.verdict, kModifier);
  EXPECT_TRUE(known.filters.contains(Condition::StenosisLike));
  EXPECT_TRUE(names(known, Ce5, "C3"));
  EXPECT_EQ(ScreenOf().yes(Ce5, pattern(BothLegsPattern::WalkingOnly, steady(90, true))).verdict(),
            kUrgentTwoDays);
  EXPECT_EQ(ScreenOf().yes(Ce5, pattern(BothLegsPattern::WalkingOnly, steady(91, false))).verdict(),
            kUrgentTwoDays);
  EXPECT_EQ(ScreenOf().yes(Ce5, steady(30, false)).yes(Nd1, steady(30, false)).verdict(),
            kEmergency)
      << "another answer of the group";
}

TEST(TriageC4, WeakBothLegs_AlwaysEmergency) {
  EXPECT_EQ(ScreenOf().yes(Ce6).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().yes(Ce6, steady(400, true)).verdict(), kEmergency);
  EXPECT_TRUE(names(ScreenOf().yes(Ce6).triage(), Ce6, "C4"));
}

// C5: worse, or a foot that does not lift or a knee that gives way within 14 days: emergency; mild
// and stable: two days; assessed and unchanged: filter.
TEST(TriageC5, WeakLeg_BySignTimeAndCourse) {
  EXPECT_EQ(ScreenOf().yes(Nd1).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().yes(Nd1, steady(10, false)).verdict(), kUrgentTwoDays);
  FlagAnswer foot = steady(14, false);
  foot.cannot_lift_foot = true;
  EXPECT_EQ(ScreenOf().yes(Nd1, foot).verdict(), kEmergency);
  foot.since_days = 15;
  EXPECT_EQ(ScreenOf().yes(Nd1, foot).verdict(), kUrgentTwoDays);
  FlagAnswer knee = steady(14, true);
  knee.giving_way = true;
  EXPECT_EQ(ScreenOf().yes(Nd1, knee).verdict(), kEmergency);
  const Triage known = ScreenOf().yes(Nd1, steady(60, true)).triage();
  EXPECT_EQ(known.verdict, kModifier);
  EXPECT_TRUE(known.filters.contains(Condition::NeuroDeficit));
  EXPECT_FALSE(ScreenOf().yes(Nd1).triage().filters.contains(Condition::NeuroDeficit));
}

// C6: two features new or worse within 6 weeks, or any with MA1, IN1 or FX: emergency; else two
// days.
TEST(TriageC6, Cord_ByFeaturesTimeAndCompanions) {
  EXPECT_EQ(ScreenOf().yes(Mc1).verdict(), kEmergency);
  FlagAnswer one = steady(10, false);
  one.features = 1;
  EXPECT_EQ(ScreenOf().yes(Mc1, one).verdict(), kUrgentTwoDays);
  FlagAnswer two = steady(42, false);
  two.features = 2;
  EXPECT_EQ(ScreenOf().yes(Mc1, two).verdict(), kEmergency);
  two.since_days = 43;
  EXPECT_EQ(ScreenOf().yes(Mc1, two).verdict(), kUrgentTwoDays) << "slow over months";
  two.worsening = true;
  EXPECT_EQ(ScreenOf().yes(Mc1, two).verdict(), kEmergency);
  for (const FlagId companion : {Ma1, In1, Fx1, Fx2, Fx3, Fx4}) {
    EXPECT_EQ(ScreenOf().yes(Mc1, one).yes(companion).verdict(), kEmergency) << word(companion);
  }
  EXPECT_EQ(ScreenOf().yes(Mc1, one).yes(Ma4).verdict(), kUrgentTwoDays);
}

// C7: cancer ever with weakness, gait, sensory loss, bladder or bowel: emergency; with new pain
// below the knee or tingling only: today.
TEST(TriageC7, CancerWithNerves_EmergencyOrToday) {
  EXPECT_EQ(ScreenOf().yes(Ma1).yes(Nd1, steady(20, true)).verdict(), kEmergency);
  EXPECT_TRUE(names(ScreenOf().yes(Ma1).yes(Nd1, steady(20, true)).triage(), Ma1, "C7"));
  ScreenOf leg;
  leg.yes(Ma1).input.radiates = Radiation::BelowKnee;
  EXPECT_EQ(leg.verdict(), kUrgentToday);
  leg.input.radiates = Radiation::AboveKnee;
  EXPECT_EQ(leg.verdict(), kUrgentTwoWeeks);
  leg.input.neuro_symptoms = true;
  EXPECT_EQ(leg.verdict(), kUrgentToday);
}

TEST(TriageC8, CancerWithGrowingPain_Today) {
  EXPECT_EQ(ScreenOf().yes(Ms1).verdict(), kUrgentToday);
  EXPECT_EQ(ScreenOf().yes(Ms1).yes(Nd1, steady(20, true)).verdict(), kEmergency);
  EXPECT_TRUE(names(ScreenOf().yes(Ms1).triage(), Ms1, "C8"));
}

// C9: new or changed pain after cancer: two weeks, rest; old, unchanged and known: routine, none.
TEST(TriageC9, EarlierCancer_TwoWeeksOrRoutine) {
  EXPECT_EQ(ScreenOf().yes(Ma1).verdict(), kUrgentTwoWeeks);
  FlagAnswer cured = steady(85, true);
  cured.years_ago = 20;
  EXPECT_EQ(ScreenOf().yes(Ma1, cured).onset(85).verdict(), kSeeClinician);
  EXPECT_EQ(ScreenOf().yes(Ma1, cured).onset(84).verdict(), kUrgentTwoWeeks) << "the pain is newer";
  cured.since_days = 84;
  EXPECT_EQ(ScreenOf().yes(Ma1, cured).verdict(), kUrgentTwoWeeks);
  EXPECT_EQ(ScreenOf().yes(Ma1, steady(400, false)).verdict(), kUrgentTwoWeeks);
}

// C10: two weeks; with MA1, MA3 or from 60: two days.
TEST(TriageC10, WeightLoss_FasterWithCompanionsOrFrom60) {
  EXPECT_EQ(ScreenOf(59).yes(Ma2).verdict(), kUrgentTwoWeeks);
  EXPECT_EQ(ScreenOf(60).yes(Ma2).verdict(), kUrgentTwoDays);
  EXPECT_EQ(ScreenOf().yes(Ma2).yes(Ma1).verdict(), kUrgentTwoDays);
  EXPECT_EQ(ScreenOf().yes(Ma2).yes(Ma3).verdict(), kUrgentTwoDays);
}

// C11: alone a modifier; with MA1, MA2, IN1 or TH1 two days; from 60 in a first pain see a
// clinician.
TEST(TriageC11, NightPain_CountsBesideOthers) {
  EXPECT_EQ(ScreenOf().yes(Ma3).verdict(), kModifier);
  EXPECT_TRUE(names(ScreenOf().yes(Ma3).triage(), Ma3, "C11"));
  EXPECT_EQ(ScreenOf().yes(Ma3).yes(Ma1).verdict(), kUrgentTwoDays);
  EXPECT_EQ(ScreenOf().yes(Ma3).yes(Th1).verdict(), kUrgentTwoDays);
  EXPECT_EQ(ScreenOf().yes(Ma3).yes(In1).verdict(), kUrgentToday) << "C17 is sooner";
  ScreenOf first(60);
  first.yes(Ma3).input.episodes_before = 0;
  EXPECT_EQ(first.verdict(), kSeeClinician);
  first.input.age = 59;
  EXPECT_EQ(first.verdict(), kModifier);
  first.input.age = 60;
  first.input.episodes_before = 1;
  EXPECT_EQ(first.verdict(), kModifier);
}

// C12: from 60, 42 days or more, not improving: routine, none.
TEST(TriageC12, PersistentFrom60_Routine) {
  EXPECT_EQ(ScreenOf(60).onset(90).improving(false).verdict(), kSeeClinician);
  EXPECT_TRUE(names(ScreenOf(60).onset(90).improving(false).triage(), Ma5, "C12"));
  EXPECT_EQ(ScreenOf(59).onset(90).improving(false).verdict(), kModifier);
  EXPECT_EQ(ScreenOf(60).onset(42).improving(false).verdict(), kSeeClinician)
      << "C12 and C26 rest on one observation";
  EXPECT_EQ(ScreenOf(60).onset(41).improving(false).verdict(), kModifier);
  EXPECT_EQ(ScreenOf(60).onset(90).improving(true).verdict(), kModifier);
  const Triage unknown = ScreenOf(60).onset(90).triage();
  EXPECT_EQ(unknown.verdict, kModifier);
  EXPECT_TRUE(std::ranges::any_of(unknown.recheck, [](const RecheckNotice& notice) {
    return notice.flags == FlagSet{Ma5} && notice.in_days == 0;
  })) << "absent `improving` only makes a check due";
}

}  // namespace
}  // namespace plumbline::clinical
