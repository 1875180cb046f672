// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/reaction.hpp"

#include <gtest/gtest.h>

namespace plumbline::care {
namespace {

using exercise::Dose;
using exercise::ExerciseClass;

// Oracle: rules 3.2, by hand. RED if during >= 9 or (during >= u+3 and during > 5); GREEN if
// during <= max(2, u+1) and during <= 8; AMBER otherwise.
TEST(ZoneDuring, LowUsualPain_IsGreenToTwoAmberToFiveRedFromSix) {
  for (std::int32_t during = 0; during <= 2; ++during)
    EXPECT_EQ(zone_during(during, 0), Zone::Green);
  for (std::int32_t during = 3; during <= 5; ++during)
    EXPECT_EQ(zone_during(during, 0), Zone::Amber);
  for (std::int32_t during = 6; during <= 10; ++during)
    EXPECT_EQ(zone_during(during, 0), Zone::Red);
  EXPECT_EQ(zone_during(2, 1), Zone::Green);
  EXPECT_EQ(zone_during(3, 1), Zone::Amber);
  EXPECT_EQ(zone_during(5, 2), Zone::Amber);
}

TEST(ZoneDuring, UsualPainThree_IsGreenToFourAmberAtFiveRedFromSix) {
  EXPECT_EQ(zone_during(4, 3), Zone::Green);
  EXPECT_EQ(zone_during(5, 3), Zone::Amber);
  EXPECT_EQ(zone_during(6, 3), Zone::Red);
}

TEST(ZoneDuring, UsualPainFive_IsGreenToSixAmberAtSevenRedFromEight) {
  EXPECT_EQ(zone_during(6, 5), Zone::Green);
  EXPECT_EQ(zone_during(7, 5), Zone::Amber);
  EXPECT_EQ(zone_during(8, 5), Zone::Red);
}

TEST(ZoneDuring, HighUsualPain_NineIsAlwaysRedAndEightAtMostGreen) {
  EXPECT_EQ(zone_during(8, 7), Zone::Green);
  EXPECT_EQ(zone_during(9, 7), Zone::Red);
  EXPECT_EQ(zone_during(8, 8), Zone::Green);
  EXPECT_EQ(zone_during(9, 8), Zone::Red);
  EXPECT_EQ(zone_during(8, 10), Zone::Green);
  EXPECT_EQ(zone_during(9, 10), Zone::Red);
}

// Law 2a in one place: with usual pain fixed, more pain is never a milder zone.
TEST(ZoneDuring, MorePain_IsNeverMilder) {
  for (std::int32_t usual = 0; usual <= 10; ++usual) {
    for (std::int32_t during = 1; during <= 10; ++during) {
      EXPECT_GE(zone_during(during, usual), zone_during(during - 1, usual));
    }
  }
}

// Oracle: rules 3.2: FAIL p >= u+3, AMBER p = u+2, GREEN p <= u+1, missing UNKNOWN.
TEST(ZoneMorning, EachBoundary) {
  EXPECT_EQ(zone_morning(std::nullopt, 3, false), Zone::Unknown);
  EXPECT_EQ(zone_morning(0, 3, false), Zone::Green);
  EXPECT_EQ(zone_morning(4, 3, false), Zone::Green);
  EXPECT_EQ(zone_morning(5, 3, false), Zone::Amber);
  EXPECT_EQ(zone_morning(6, 3, false), Zone::Fail);
  EXPECT_EQ(zone_morning(1, 0, false), Zone::Green);
  EXPECT_EQ(zone_morning(3, 0, false), Zone::Fail);
}

TEST(ZoneMorning, WokenMoreThanUsual_IsAmberAndNeverHidesAFail) {
  EXPECT_EQ(zone_morning(3, 3, true), Zone::Amber);
  EXPECT_EQ(zone_morning(6, 3, true), Zone::Fail);
}

// Oracle: rules 3.5: leg >= u_leg + 2 is FAIL.
TEST(ZoneLeg, TwoAboveUsualLegPain_Fails) {
  EXPECT_EQ(zone_leg(3, 2), Zone::Green);
  EXPECT_EQ(zone_leg(4, 2), Zone::Fail);
}

DoneTogether done_reps(std::int32_t repetitions) {
  DoneTogether done;
  done.sets = 2;
  done.repetitions = repetitions;
  return done;
}

// Oracle: hand. 90 % of 2 × 10 = 18; of 3 × 8 = 21.6; of 6-4-2 = 10.8.
TEST(DidEnough, NineTenthsOfTheRepetitions_AreEnough) {
  EXPECT_EQ(did_enough(done_reps(18), {.sets = 2, .reps = 10}), true);
  EXPECT_EQ(did_enough(done_reps(17), {.sets = 2, .reps = 10}), false);
  EXPECT_EQ(did_enough(done_reps(22), {.sets = 3, .reps = 8}), true);
  EXPECT_EQ(did_enough(done_reps(21), {.sets = 3, .reps = 8}), false);
  const Dose pyramid{.reps_by_set = {6, 4, 2}, .hold_s = 10};
  EXPECT_EQ(did_enough(done_reps(11), pyramid), true);
  EXPECT_EQ(did_enough(done_reps(10), pyramid), false);
}

TEST(DidEnough, AmountsNotTold_AreUnknown) {
  EXPECT_EQ(did_enough({}, {.sets = 2, .reps = 10}), std::nullopt);
  EXPECT_EQ(did_enough({}, {.minutes = 10}), std::nullopt);
  EXPECT_EQ(did_enough({}, {.sets = 2, .hold_s = 10}), std::nullopt);
}

// 90 % of 10 min = 9; of 2 × 20 s = 36 s.
TEST(DidEnough, MinutesAndHolds_CountTheSameWay) {
  DoneTogether done;
  done.minutes = 9.0;
  EXPECT_EQ(did_enough(done, {.minutes = 10}), true);
  done.minutes = 8.9;
  EXPECT_EQ(did_enough(done, {.minutes = 10}), false);
  DoneTogether hold;
  hold.sets = 2;
  hold.hold_s = 18;
  EXPECT_EQ(did_enough(hold, {.sets = 2, .hold_s = 20}), true);
  hold.hold_s = 17;
  EXPECT_EQ(did_enough(hold, {.sets = 2, .hold_s = 20}), false);
}

exercise::CatalogueRow row_of(ExerciseClass kind, bool loaded) {
  exercise::CatalogueRow row;
  row.exercise.kind = kind;
  row.loaded = loaded;
  return row;
}

bool allows(std::optional<std::int32_t> effort, std::optional<std::int32_t> rir,
            const exercise::CatalogueRow& row, std::int32_t age = 40) {
  DoneTogether done;
  done.effort_cr10 = effort;
  done.rir = rir;
  return effort_allows_step(done, row, age);
}

// Oracle: rules 3.2: effort <= 4 (control, aerobic, age >= 65) or RIR >= 2 (strength).
TEST(EffortGate, ControlAndAerobic_StopAtEffortFive) {
  for (const auto kind : {ExerciseClass::MotorControl, ExerciseClass::Aerobic}) {
    EXPECT_TRUE(allows(4, std::nullopt, row_of(kind, true)));
    EXPECT_FALSE(allows(5, std::nullopt, row_of(kind, true)));
    EXPECT_FALSE(allows(std::nullopt, std::nullopt, row_of(kind, true)));
  }
}

TEST(EffortGate, Strength_NeedsTwoInReserve) {
  const auto strength = row_of(ExerciseClass::Gluteal, true);
  EXPECT_TRUE(allows(6, 2, strength));
  EXPECT_FALSE(allows(6, 1, strength));
  EXPECT_FALSE(allows(std::nullopt, std::nullopt, strength));
}

TEST(EffortGate, From65_EffortDecidesForStrengthToo) {
  const auto strength = row_of(ExerciseClass::Gluteal, true);
  EXPECT_TRUE(allows(5, 3, strength, 64));
  EXPECT_FALSE(allows(5, 3, strength, 65));
  EXPECT_TRUE(allows(4, 3, strength, 65));
}

// Oracle: rules 3.2: effort >= 7 of 10 or RIR 0-1: one step back.
TEST(EffortTooHigh, SevenOrOneInReserve) {
  const auto high = [](std::optional<std::int32_t> effort, std::optional<std::int32_t> rir) {
    DoneTogether done;
    done.effort_cr10 = effort;
    done.rir = rir;
    return effort_too_high(done);
  };
  EXPECT_FALSE(high(6, 2));
  EXPECT_TRUE(high(7, 2));
  EXPECT_TRUE(high(6, 1));
  EXPECT_FALSE(high(std::nullopt, std::nullopt));
}

// Two sides in one session: the worse answers and the side with less done count.
TEST(Join, TwoSides_TakeTheWorseAnswersAndTheSmallerAmount) {
  record::Session session;
  const auto side = [](std::int32_t reps, std::int32_t during, std::int32_t effort) {
    record::ExerciseDone done;
    done.exercise = ExerciseId("row");
    done.sets = 2;
    done.reps = reps;
    done.pain_during = during;
    done.effort_cr10 = effort;
    return record::Dated<record::ExerciseDone>{EntryId("e"), {}, {}, done};
  };
  session.done = {side(8, 5, 3), side(6, 2, 4)};
  const DoneTogether together = join(session, ExerciseId("row"));
  EXPECT_EQ(together.repetitions, 12);
  EXPECT_EQ(together.pain_during, 5);
  EXPECT_EQ(together.effort_cr10, 4);
}

}  // namespace
}  // namespace plumbline::care
