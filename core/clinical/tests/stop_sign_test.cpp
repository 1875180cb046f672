// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/stop_sign.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plumbline::clinical {
namespace {

StopDecision decide(SymptomWhat what, bool dizzy_before = false, bool anticoagulant = false) {
  return compute_stop_decision({what, dizzy_before, anticoagulant});
}

// Oracle: the table of rules 2.7, row by row.
TEST(StopSign, EachRowOfTheTable) {
  for (const SymptomWhat what :
       {SymptomWhat::ChestPain, SymptomWhat::Breathless, SymptomWhat::Faint}) {
    EXPECT_EQ(decide(what).action, StopAction::EmergencyCard) << word(what);
    EXPECT_EQ(decide(what).opens, FlagSet{FlagId::Aa2}) << word(what);
    EXPECT_EQ(decide(what).verdict, kEmergency) << word(what);
    EXPECT_TRUE(decide(what).session_over) << word(what);
  }
  for (const SymptomWhat what :
       {SymptomWhat::NewNumbness, SymptomWhat::NewWeakness, SymptomWhat::SaddleNumbness}) {
    EXPECT_EQ(decide(what).action, StopAction::StopSessionAndScreen) << word(what);
    EXPECT_EQ(decide(what).ask_now, flags_of(ScreenGroup::CaudaEquina)) << word(what);
    EXPECT_TRUE(decide(what).until_screened) << word(what);
  }
  const StopDecision spreading = decide(SymptomWhat::LegPainSpreading);
  EXPECT_EQ(spreading.action, StopAction::StopExercise);
  EXPECT_TRUE(spreading.remove_direction);
  EXPECT_FALSE(spreading.session_over);
  EXPECT_EQ(decide(SymptomWhat::CalfSwelling).opens, FlagSet{FlagId::Dv1});
  EXPECT_EQ(decide(SymptomWhat::CalfSwelling).verdict, kUrgentToday);
  EXPECT_EQ(decide(SymptomWhat::PregnancySign).action, StopAction::MaternityCard);
  EXPECT_EQ(decide(SymptomWhat::Fever).action, StopAction::NoSessionToday);
  EXPECT_EQ(decide(SymptomWhat::LowMood).action, StopAction::CrisisCard);
  EXPECT_EQ(decide(SymptomWhat::LowMood).verdict.lock, Lock::None) << "never lock movement";
}

TEST(StopSign, Dizziness_SecondInSevenDays_SeeClinician) {
  EXPECT_EQ(decide(SymptomWhat::Dizzy).action, StopAction::EndSession);
  EXPECT_EQ(decide(SymptomWhat::Dizzy).verdict, kModifier);
  EXPECT_EQ(decide(SymptomWhat::Dizzy, true).action, StopAction::EndSessionAndSeeClinician);
  EXPECT_EQ(decide(SymptomWhat::Dizzy, true).verdict, kSeeClinician);
  constexpr std::int64_t kDay = 86'400'000;
  const std::vector<Instant> earlier{{0, 0}};
  EXPECT_TRUE(dizzy_within_week(earlier, {7 * kDay, 0}));
  EXPECT_FALSE(dizzy_within_week(earlier, {7 * kDay + 1, 0}));
  EXPECT_FALSE(dizzy_within_week(earlier, {0, 0})) << "the report itself";
}

// Rules 1.9: anticoagulant with a fall, urgent today.
TEST(StopSign, FallOnBloodThinners_Today) {
  EXPECT_EQ(decide(SymptomWhat::Fall).verdict, kModifier);
  EXPECT_EQ(decide(SymptomWhat::Fall, false, true).verdict, kUrgentToday);
}

}  // namespace
}  // namespace plumbline::clinical
