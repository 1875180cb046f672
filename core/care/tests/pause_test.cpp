// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "course_story.hpp"

namespace plumbline::care {
namespace {

constexpr Went kRed{.during = 6};

// Oracle of this file: rules 3.6 by hand, with usual pain 3; places as in course_test.cpp.

// Two successes in a row: an amber session between them begins the count anew.
// Rules 3.6: 0-6 days none, 7-13 days -10 %, 14-27 days -25 %. 1x10 less 10 % is 1x8 at most; less
// 25 % is 1x7 at most.
TEST(Pause, Break_TakesATenthAfterSevenDaysAQuarterAfterFourteen) {
  const Story story = at_place_three();
  EXPECT_EQ(story.place(22), 3U);
  EXPECT_EQ(story.place(23), 2U);
  EXPECT_EQ(story.place(29), 2U);
  EXPECT_LE(story.place(30), 1U);
}

TEST(Pause, BreakOfFourWeeks_GoesOneRungBackToItsStart) {
  exercise::Exercise easy = control("row");
  exercise::Exercise harder = control("row_b", 2);
  harder.dose.start.sets = 2;
  harder.dose.ceiling = {.sets = 3, .reps = 10};
  easy.progress = "row_b";
  harder.regress = "row";
  Story story({easy, harder});
  story.session(0, {}, "row_b");
  EXPECT_GT(story.place(0), 0U);
  EXPECT_EQ(story.place(28), 0U);
}

// Rules 3.6: −10 %, −25 % of what is done, never further down than one rung back.
TEST(Pause, LongerBreak_NeverCutsLess) {
  Story story(two_rungs());
  story.session(0, {}, "row_b");
  const std::size_t full = story.place(0);
  const auto load = [&](std::int32_t d) { return load_thirds_of(story.agenda(d)); };
  std::size_t before = full;
  std::int64_t most = load(0);
  for (std::int32_t d = 1; d <= 40; ++d) {
    EXPECT_LE(story.place(d), before) << d;
    EXPECT_LE(load(d), most) << d;
    before = story.place(d);
    most = load(d);
  }
  // The start dose of a rung stays; only four weeks cost the rung.
  EXPECT_EQ(story.place(27), full);
  EXPECT_LT(story.place(28), full);
}

// Rules 3.6: a gap caused by pain uses the flare rule, not the cut for a gap.
TEST(Pause, BreakInAFlareThatWasToldOf_IsNoGap) {
  const auto after = [](std::int32_t d) { return at_place_three().flare(17).place(d); };
  EXPECT_EQ(at_place_three().place(23), 2U);
  EXPECT_EQ(after(23), 3U);
  // Ten days at most: then days without a session count again.
  EXPECT_EQ(after(32), 3U);
  EXPECT_EQ(after(33), 2U);
  // Four weeks away are four weeks away.
  EXPECT_LT(after(44), 2U);
}

// Rules 3.6: 50 → 75 → 100 % of the dose before the flare, one step per green morning from day 3.
TEST(Pause, StepsBackInAFlareThatWasToldOf_AreGivenBackWithTheSecondGreenMorning) {
  Story story = at_place_three().flare(18).session(18, kRed).session(19, kRed);
  EXPECT_EQ(story.place(19), 0U);
  story.morning(20, 3).morning(21, 3);
  EXPECT_EQ(story.place(21), 0U);
  story.morning(22, 4);
  EXPECT_EQ(story.place(22), 3U);
  // Never above it.
  story.morning(23, 0);
  EXPECT_EQ(story.place(23), 3U);
}

TEST(Pause, StepsBackInAFlare_StayWithoutGreenMorningsAndAfterTenDays) {
  const auto story = [] { return at_place_three().flare(18).session(18, kRed); };
  EXPECT_EQ(story().morning(21, 5).morning(22, 5).place(22), 2U);
  EXPECT_EQ(story().morning(21, 3).morning(22, 3, true).place(22), 2U);
  EXPECT_EQ(story().morning(27, 3).morning(28, 3).place(28), 2U);
  // A flare found from numbers gives nothing back.
  const Story numbers =
      at_place_three().morning(17, 6).morning(18, 6).session(18, kRed).morning(21, 3).morning(22,
                                                                                              3);
  EXPECT_EQ(numbers.place(22), 2U);
}

// The same flare found from numbers spares nobody the cut: more pain must not leave more.
TEST(Pause, BreakInAFlareFromNumbers_IsAGap) {
  EXPECT_EQ(at_place_three().morning(18, 7).morning(19, 7).place(23), 2U);
}

// Decision 0006: a step taken before the cut is cut, so one earned before it may not come after it.
// Law 2a: the bad day in between must not leave somebody higher.
TEST(Pause, PermitFromBeforeABreak_IsNotUsedBehindIt) {
  exercise::Exercise bend = control("bend");
  bend.kind = exercise::ExerciseClass::Flexibility;
  bend.serves = {exercise::Need::LumbarMobility};
  const auto place = [&](std::int32_t during) {
    Story story({control("row"), bend});
    story.good(2).session(6, {}, "bend").morning(7);
    story.session(8, {.during = during}, "bend").morning(9).good(9);
    story.session(10, {}, "bend").morning(11).session(11, {}, "bend").morning(12);
    const Standing now = story.course(12).standings.at("bend");
    return std::pair(now.position, now.moves.size());
  };
  // One step up and the cut that takes it; none of both.
  EXPECT_EQ(place(3), std::pair(std::size_t{0}, std::size_t{2}));
  EXPECT_EQ(place(5), std::pair(std::size_t{0}, std::size_t{0}));
}

TEST(Pause, SecondBreakWithinFourWeeks_IsCutFromTheLastFullDose) {
  const Story story = at_place_three().session(24);
  EXPECT_EQ(story.place(24), 2U);
  EXPECT_EQ(story.place(32), 2U);
}

// Rules 3.6 and decision 0011: less than half of the start dose is no session. 2 x 1 = 2 of 6 is
// less, 2 x 2 = 4 is more.
TEST(Pause, SessionWithLessThanHalf_DoesNotEndABreak) {
  const Story little = at_place_three().session(20, {.reps = 1}).session(24);
  EXPECT_EQ(little.place(23), 2U);
  EXPECT_EQ(little.course(23).last_session, Story::day(16));
  const Story half = at_place_three().session(20, {.reps = 2}).session(24);
  EXPECT_EQ(half.place(23), 3U);
  EXPECT_EQ(half.course(23).last_session, Story::day(20));
}

// Sessions of four exercises on days 0, 7, 14; one of four is none on whatever day, two are one.
TEST(Pause, OneOfFourExercises_EndsNoBreak) {
  const auto story = [] {
    Story out({control("a"), control("b"), control("c"), control("d")});
    for (const std::int32_t d : {0, 7, 14}) {
      for (const char* id : {"a", "b", "c", "d"}) out.session(d, {}, id);
      out.together();
    }
    return out;
  };
  EXPECT_EQ(story().session(21, {}, "a").course(22).last_session, Story::day(14));
  EXPECT_EQ(story().session(19, {}, "a").course(22).last_session, Story::day(14));
  auto two = story().session(21, {}, "a").session(21, {}, "b");
  two.together();
  EXPECT_EQ(two.course(22).last_session, Story::day(21));
}

/// Three sessions of row and bend in the first week, then only the light one of both.
Story light_session_on(std::int32_t d) {
  exercise::Exercise bend = control("bend");
  bend.kind = exercise::ExerciseClass::Flexibility;
  bend.serves = {exercise::Need::LumbarMobility};
  Story story({control("row"), bend});
  for (const std::int32_t day : {0, 2, 4}) {
    story.session(day, {}, "row").session(day, {}, "bend").together();
  }
  return story.session(d, {}, "bend");
}

// Rules 3.6, decision 0020: half of what was laid on that day is a session, however light it is; on
// a day off a little mobility is none.
TEST(Pause, LightSessionThatWasAskedFor_IsASession) {
  EXPECT_EQ(light_session_on(7).course(12).last_session, Story::day(7));
  EXPECT_EQ(light_session_on(8).course(12).last_session, Story::day(4));
  const std::size_t before = light_session_on(7).place(4);
  EXPECT_EQ(light_session_on(7).place(12), before);
}

/// An exercise that grows by its hold: 8 to 10 repetitions of 5 s, then 7, 9, 10 s.
exercise::Exercise held_row() {
  exercise::Exercise e = control("row");
  e.dose = {.start = {.sets = 1, .reps = 8, .hold_s = 5},
            .ceiling = {.sets = 1, .reps = 10, .hold_s = 10}};
  return e;
}

// Rules 3.6: −10 % of 10 x 10 s is 90 s at most: 10 x 9 s, not 8 x 5 s.
TEST(Pause, BreakOfHolds_TakesATenthOfTheHoldToo) {
  Story story({held_row()});
  for (std::int32_t d = 0; d < 28; d += 2) story.session(d, {.reps = 100}).morning(d + 1);
  ASSERT_EQ(story.place(27), 4U);
  EXPECT_EQ(story.place(33), 3U);
}

// Rules 3.6: only four weeks cost a rung.
TEST(Pause, BreakOfLessThanFourWeeks_StaysOnItsRung) {
  Story story(two_rungs());
  story.session(0, {}, "row_b");
  const exercise::Step full = story.step(0);
  EXPECT_EQ(story.step(27).exercise, full.exercise);
  EXPECT_NE(story.step(28).exercise, full.exercise);
}

// Rules 3.6: the second cut is measured from the last full dose, or from where one has climbed
// since.
TEST(Pause, SecondBreakAfterClimbingAgain_IsCutFromThere) {
  Story story = at_place_three();
  story.good({24, 26, 28, 30, 32});
  const std::size_t climbed = story.place(33);
  ASSERT_GT(climbed, 3U);
  EXPECT_GE(story.place(39), climbed - 1);
}

// The same amounts, whatever the pain: the days that count never follow from it.
TEST(Pause, WhatCountsAsASession_DoesNotDependOnPain) {
  const auto last = [](std::int32_t during) {
    return at_place_three().session(18, {.during = during, .reps = 2}).course(23).last_session;
  };
  EXPECT_EQ(last(3), last(8));
}

TEST(Pause, OneSessionAWeek_IsNoBreakUntilTheEighthDay) {
  Story story;
  story.profile().days_per_week = 1;
  story.good({0, 7, 14, 21});
  EXPECT_EQ(story.place(22), 2U);
  EXPECT_EQ(story.place(28), 2U);
  EXPECT_EQ(story.place(29), 1U);
}

// Rules 3.6: 10 % (one step) more for each week ill; a begun week counts.
TEST(Pause, BreakWithFever_TakesAStepMoreForEachWeekIll) {
  EXPECT_EQ(at_place_three().place(24), 2U);
  EXPECT_EQ(at_place_three().fever(18).place(24), 1U);
  EXPECT_EQ(at_place_three().fever(17).fever(24).place(24), 0U);
  EXPECT_EQ(at_place_three().fever(18).place(22), 3U);
}

}  // namespace
}  // namespace plumbline::care
