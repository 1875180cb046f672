// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Oracle: the combination table of rules 2.2, read row by row by hand. Rows C13 to C28.
#include <gtest/gtest.h>

#include "triage_person.hpp"

namespace plumbline::clinical {
namespace {

using enum FlagId;

// C13: neurology, cannot walk, from 65, osteoporosis or FX3: emergency; else today.
TEST(TriageC13, MajorTrauma_EmergencyWithItsConditions) {
  EXPECT_EQ(ScreenOf(64).yes(Fx1).verdict(), kUrgentToday);
  EXPECT_EQ(ScreenOf(65).yes(Fx1).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().yes(Fx1).has({Condition::Osteoporosis}).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().yes(Fx1).has({Condition::VertebralFracture}).verdict(), kEmergency)
      << "implies osteoporosis, rules 1.9";
  EXPECT_EQ(ScreenOf().yes(Fx1).yes(Fx3).verdict(), kEmergency);
  FlagAnswer cannot_walk;
  cannot_walk.cannot_walk = true;
  EXPECT_EQ(ScreenOf().yes(Fx1, cannot_walk).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().yes(Fx1).yes(Nd1, steady(20, true)).verdict(), kEmergency);
  ScreenOf tingling;
  tingling.yes(Fx1).input.neuro_symptoms = true;
  EXPECT_EQ(tingling.verdict(), kEmergency);
}

TEST(TriageC14, MinorTraumaWithWeakBone_TwoDays) {
  EXPECT_EQ(ScreenOf(70).yes(Fx2).verdict(), kUrgentTwoDays);
  EXPECT_TRUE(names(ScreenOf(70).yes(Fx2).triage(), Fx2, "C14"));
}

// Rules 1.9: anticoagulant with a fall, urgent today.
TEST(TriageFallOnBloodThinners, Today) {
  EXPECT_EQ(ScreenOf(50).yes(Fx2).has({Condition::Anticoagulant}).verdict(), kUrgentToday);
  EXPECT_EQ(ScreenOf(50).no(Fx2).has({Condition::Anticoagulant}).verdict(), kModifier);
}

// C15: weak bone and new spinal pain within 6 weeks without trauma: two weeks, sudden two days.
TEST(TriageC15, NewPainInWeakBone_TwoWeeks) {
  EXPECT_EQ(ScreenOf().has({Condition::Osteoporosis}).onset(42).verdict(), kUrgentTwoWeeks);
  EXPECT_EQ(ScreenOf().has({Condition::Osteoporosis}).onset(43).verdict(), kModifier);
  EXPECT_EQ(ScreenOf().yes(Fx3).onset(10).verdict(), kUrgentTwoWeeks);
  EXPECT_TRUE(names(ScreenOf().yes(Fx3).onset(10).triage(), Fx3, "C15"));
  EXPECT_EQ(ScreenOf().yes(Fx3).verdict(), kModifier) << "when it began was not told";
  EXPECT_EQ(ScreenOf().yes(Fx3).unsure(Fx4).onset(10).verdict(), kUrgentTwoDays) << "may be sudden";
  ScreenOf knee;
  knee.yes(Fx3).onset(10).input.region = Region::Knee;
  EXPECT_EQ(knee.verdict(), kModifier) << "not the spine";
}

// C16: two days; with FX3, osteoporosis or from 70 today; with neurology emergency.
TEST(TriageC16, SuddenCentralPain_ByBoneAgeAndNerves) {
  EXPECT_EQ(ScreenOf(69).yes(Fx4).verdict(), kUrgentTwoDays);
  EXPECT_EQ(ScreenOf(70).yes(Fx4).verdict(), kUrgentToday);
  EXPECT_EQ(ScreenOf().yes(Fx4).yes(Fx3).verdict(), kUrgentToday);
  EXPECT_EQ(ScreenOf().yes(Fx4).has({Condition::Osteoporosis}).verdict(), kUrgentToday);
  EXPECT_EQ(ScreenOf().yes(Fx4).yes(Nd1, steady(20, true)).verdict(), kEmergency);
}

// C17: today; with CE, ND or MC, rigors or confusion: emergency.
TEST(TriageC17, Fever_EmergencyWithNervesRigorsConfusion) {
  EXPECT_EQ(ScreenOf().yes(In1).verdict(), kUrgentToday);
  FlagAnswer rigors;
  rigors.rigors = true;
  EXPECT_EQ(ScreenOf().yes(In1, rigors).verdict(), kEmergency);
  FlagAnswer confusion;
  confusion.confusion = true;
  EXPECT_EQ(ScreenOf().yes(In1, confusion).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf().yes(In1).yes(Nd1, steady(20, true)).verdict(), kEmergency);
}

FlagAnswer risk(InfectionRisk kind, std::optional<std::int32_t> since = {}) {
  FlagAnswer out;
  out.infection_risk = kind;
  out.since_days = since;
  return out;
}

// C18: high risk and new night pain: today; diabetes alone with night pain: see a clinician.
TEST(TriageC18, InfectionRiskWithNightPain_TodayOrRoutine) {
  EXPECT_EQ(ScreenOf().yes(In2).verdict(), kModifier);
  for (const InfectionRisk kind : {InfectionRisk::IvDrugs, InfectionRisk::Immunosuppressed,
                                   InfectionRisk::Bacteraemia, InfectionRisk::Tuberculosis}) {
    EXPECT_EQ(ScreenOf().yes(In2, risk(kind)).yes(Ma3).verdict(), kUrgentToday) << word(kind);
    EXPECT_EQ(ScreenOf().yes(In2, risk(kind)).verdict(), kModifier);
  }
  EXPECT_EQ(ScreenOf().yes(In2, risk(InfectionRisk::Procedure, 90)).yes(Ma3).verdict(),
            kUrgentToday);
  EXPECT_EQ(ScreenOf().yes(In2, risk(InfectionRisk::Procedure, 91)).yes(Ma3).verdict(), kModifier);
  EXPECT_EQ(ScreenOf().yes(In2, risk(InfectionRisk::Diabetes)).yes(Ma3).verdict(), kSeeClinician);
  EXPECT_EQ(ScreenOf().yes(In2, risk(InfectionRisk::IvDrugs)).yes(Ma3, steady(85, true)).verdict(),
            kModifier)
      << "the night pain is not new";
}

// C19: collapse, pulsating belly or known aneurysm at any age, or from 60 a pain that movement does
// not change: emergency; brought on by and varying with movement: not this rule.
TEST(TriageC19, Aneurysm_BySignsAgeAndMovement) {
  EXPECT_EQ(ScreenOf(58).yes(Aa1).verdict(), kEmergency) << "plain yes at any age";
  FlagAnswer collapse;
  collapse.collapse = true;
  collapse.varies_with_movement = true;
  EXPECT_EQ(ScreenOf(58).yes(Aa1, collapse).verdict(), kEmergency);
  FlagAnswer fixed;
  fixed.varies_with_movement = false;
  EXPECT_EQ(ScreenOf(60).yes(Aa1, fixed).verdict(), kEmergency);
  FlagAnswer varies;
  varies.varies_with_movement = true;
  EXPECT_EQ(ScreenOf(75).yes(Aa1, varies).verdict(), kModifier);
  EXPECT_EQ(ScreenOf(75).yes(Aa1, varies).has({Condition::Aneurysm}).verdict(), kEmergency);
  FlagAnswer denied = fixed;
  denied.collapse = denied.pulsating = denied.known_aneurysm = false;
  EXPECT_EQ(ScreenOf(60).yes(Aa1, denied).verdict(), kEmergency);
  EXPECT_EQ(ScreenOf(59).yes(Aa1, denied).verdict(), kUrgentToday) << "decision record 0010";
}

TEST(TriageC20, ChestSigns_Emergency) {
  EXPECT_EQ(ScreenOf().yes(Aa2).verdict(), kEmergency);
  EXPECT_TRUE(names(ScreenOf().yes(Aa2).triage(), Aa2, "C20"));
}

// C21: alone a modifier; with MA1, MA2, MA3, IN1, FX2 to FX4 two days; with MC1 emergency; not with
// MA4 or IN2 alone.
TEST(TriageC21, UpperBack_CountsBesideOthers) {
  EXPECT_EQ(ScreenOf().yes(Th1).verdict(), kModifier);
  EXPECT_EQ(ScreenOf().yes(Th1).yes(Ma4).verdict(), kModifier);
  EXPECT_EQ(ScreenOf().yes(Th1).yes(In2).verdict(), kModifier);
  for (const FlagId id : {Ma1, Ma2, Ma3, Fx2, Fx3, Fx4}) {
    EXPECT_EQ(ScreenOf().yes(Th1).yes(id).verdict(), kUrgentTwoDays) << word(id);
    EXPECT_TRUE(names(ScreenOf().yes(Th1).yes(id).triage(), Th1, "C21")) << word(id);
  }
  FlagAnswer one = steady(100, false);
  one.features = 1;
  EXPECT_EQ(ScreenOf().yes(Th1).yes(Mc1, one).verdict(), kEmergency);
}

FlagAnswer visceral(VisceralKind kind) {
  FlagAnswer out;
  out.visceral_kind = kind;
  return out;
}

TEST(TriageC22, FlankAndPelvis_ByKind) {
  EXPECT_EQ(ScreenOf().yes(Vi1).verdict(), kUrgentToday);
  EXPECT_EQ(ScreenOf().yes(Vi1, visceral(VisceralKind::Blood)).verdict(), kUrgentToday);
  EXPECT_EQ(ScreenOf().yes(Vi1, visceral(VisceralKind::FeverFlank)).verdict(), kUrgentToday);
  EXPECT_EQ(ScreenOf().yes(Vi1, visceral(VisceralKind::Burning)).verdict(), kSeeClinician);
  EXPECT_EQ(ScreenOf().yes(Vi1, visceral(VisceralKind::PregnancySign)).verdict(), kEmergency);
}

TEST(TriageC23, Calf_TodayOrEmergencyWithBreathlessness) {
  EXPECT_EQ(ScreenOf().yes(Dv1).verdict(), kUrgentToday);
  FlagAnswer breathless;
  breathless.breathless = true;
  EXPECT_EQ(ScreenOf().yes(Dv1, breathless).verdict(), kEmergency);
}

TEST(TriageC24, Mood_NeverLocksMovementUnlessInDanger) {
  EXPECT_EQ(ScreenOf().yes(Ps1).verdict(), kSeeClinician);
  FlagAnswer intent;
  intent.intent = true;
  EXPECT_EQ(ScreenOf().yes(Ps1, intent).verdict(), kEmergency);
}

InflammatoryHistory history(std::int32_t onset_age, double months, int count) {
  InflammatoryHistory out{onset_age, months, {}};
  for (int i = 0; i < count; ++i) out.criteria[static_cast<std::size_t>(8 - i)] = true;
  return out;
}

TEST(TriageC25, InflammatoryPain_RoutineFromThreeCriteria) {
  ScreenOf screen;
  screen.input.inflammatory = history(30, 6, 4);
  EXPECT_EQ(screen.verdict(), kSeeClinician);
  EXPECT_TRUE(names(screen.triage(), Ib1, "C25"));
  screen.input.inflammatory = history(30, 6, 3);
  EXPECT_EQ(screen.verdict(), kSeeClinician);
  screen.input.inflammatory = history(30, 6, 2);
  EXPECT_EQ(screen.verdict(), kModifier);
  screen.input.inflammatory = history(30, 3, 5);
  EXPECT_EQ(screen.verdict(), kModifier);
}

// C26: onset 42 to 84 days, not improving: routine; later only where worse than at the last check.
TEST(TriageC26, NoImprovement_InItsWindow) {
  EXPECT_EQ(ScreenOf().onset(41).improving(false).verdict(), kModifier);
  EXPECT_EQ(ScreenOf().onset(42).improving(false).verdict(), kSeeClinician);
  EXPECT_EQ(ScreenOf().onset(84).improving(false).verdict(), kSeeClinician);
  EXPECT_EQ(ScreenOf().onset(85).improving(false).verdict(), kModifier);
  EXPECT_EQ(ScreenOf().yes(Ma5).verdict(), kSeeClinician);
  EXPECT_EQ(ScreenOf().yes(Ma5).onset(85).verdict(), kSeeClinician) << "plain yes reads as worse";
  EXPECT_EQ(ScreenOf().yes(Ma5, steady(85, true)).onset(85).verdict(), kModifier);
}

// C27: below 16 no plan without a clinician; 16 to 19 with night pain or more than 4 weeks.
TEST(TriageC27, YoungPeople_SeeClinician) {
  const Verdict child{Urgency::SeeClinician, Within::Routine, Lock::All};
  EXPECT_EQ(ScreenOf(15).verdict(), child);
  EXPECT_EQ(ScreenOf(16).verdict(), kModifier);
  EXPECT_EQ(ScreenOf(16).onset(28).verdict(), kModifier);
  EXPECT_EQ(ScreenOf(16).onset(29).verdict(), kSeeClinician);
  EXPECT_EQ(ScreenOf(19).yes(Ma3).verdict(), kSeeClinician);
  EXPECT_EQ(ScreenOf(20).yes(Ma3).verdict(), kModifier);
  EXPECT_EQ(ScreenOf(20).onset(29).verdict(), kModifier);
  const Triage athlete = ScreenOf(18).yes(Fx5).onset(60).triage();
  EXPECT_EQ(athlete.verdict, kSeeClinician) << "one row, so nothing adds up";
  EXPECT_TRUE(athlete.filters.contains(Condition::Spondylolisthesis));
}

// C28: two different rows that only say "see a clinician", of one condition: two weeks.
TEST(TriageC28, TwoRoutineRowsOfOneCondition_TwoWeeks) {
  ScreenOf older(65);
  older.yes(Ma3).onset(90).improving(false).input.episodes_before = 0;
  EXPECT_EQ(older.verdict(), kUrgentTwoWeeks) << "C11 and C12";
  EXPECT_TRUE(names(older.triage(), Ma3, "C28"));
  ScreenOf different;
  different.yes(Ps1).yes(Fx5).yes(Vi1, visceral(VisceralKind::Burning));
  EXPECT_EQ(different.verdict(), kSeeClinician) << "different conditions";
  EXPECT_EQ(ScreenOf().yes(Ma1).yes(Ma2).yes(Fx2).verdict(), kUrgentTwoDays)
      << "urgent rows never become an emergency by counting";
}

TEST(TriagePregnancy, FiltersOnly) {
  const Triage triage = ScreenOf(30).yes(Pg1).triage();
  EXPECT_EQ(triage.verdict, kModifier);
  EXPECT_TRUE(triage.filters.contains(Condition::Pregnancy));
  EXPECT_TRUE(names(triage, Pg1, "2.1/RF-PG1"));
  const Triage late = ScreenOf(30).has({Condition::PregnancyLate}).triage();
  EXPECT_TRUE(late.filters.contains(Condition::PregnancyLate));
}

}  // namespace
}  // namespace plumbline::clinical
