// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// Oracle of this file: rules 1.1, 1.2 and 1.6 by hand, with usual pain 3.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "course_story.hpp"
#include "day_story.hpp"

namespace plumbline::care {
namespace {

using exercise::ItemRole;

/// Ten weeks of walking, breathing and gliding by turns, with leg symptoms.
DayStory ten_weeks_of_sciatica() {
  DayStory story;
  Exercise glide = reps("glide", 1, {Need::NerveSciatic}, 1, 8);
  glide.kind = ExerciseClass::Nerve;
  story.add(glide);
  story.profile().radiates = clinical::Radiation::BelowKnee;
  story.profile().minutes_per_day = 15;
  const char* kTurns[] = {"walking", "diaphragm_breathing", "glide"};
  for (std::int32_t d = 0; d < 70; ++d) story.session(d, 3, kTurns[d % 3]);
  return story;
}

TEST(Walking, Grows_TheNerveGlideKeepsItsPlaceOnEveryDay) {
  const DayStory story = ten_weeks_of_sciatica();
  for (std::int32_t week = 0; week <= 10; ++week) {
    EXPECT_EQ(days_with(story.agenda(7 * week), "glide"), 7) << "week " << week;
  }
}

TEST(Walking, Grows_NeverOnFewerDaysNorForFewerMinutesAWeek) {
  const DayStory story = ten_weeks_of_sciatica();
  std::int32_t before = 0;
  for (std::int32_t week = 1; week <= 10; ++week) {
    std::int32_t minutes = 0;
    const Agenda agenda = story.agenda(7 * week);
    for (const Day& day : agenda.week) {
      const Item* walk = find_item(day, "walking");
      if (walk != nullptr) minutes += *walk->dose.minutes;
      EXPECT_LE(seconds_of(day), 15 * 60);
    }
    EXPECT_EQ(days_with(agenda, "walking"), 5) << "week " << week;
    EXPECT_GE(minutes, before) << "week " << week;
    before = minutes;
  }
}

TEST(Walking, FiveMinutesADay_MarchesOnSomeOfThem) {
  DayStory story;
  story.profile().minutes_per_day = 5;
  const Agenda agenda = story.agenda(0);
  EXPECT_GE(days_with(agenda, "march_in_place"), 4);
  EXPECT_EQ(days_with(agenda, "walking"), 0);
}

TEST(Walking, TenMinutesOnSevenSessionDays_MarchesBesideTheExercises) {
  DayStory story;
  story.profile().minutes_per_day = 10;
  story.profile().days_per_week = 7;
  std::int64_t days = 0;
  for (const Day& day : story.agenda(0).week) {
    days += std::ranges::count_if(day.items, [](const Item& item) {
      return item.role == ItemRole::Daily && item.exercise == "march_in_place";
    });
    EXPECT_LE(seconds_of(day), 600);
  }
  EXPECT_EQ(days, 5);
}

const Unserved* unserved(const Agenda& agenda, Need need) {
  const auto found = std::ranges::find(agenda.unserved, need, &Unserved::need);
  return found == agenda.unserved.end() ? nullptr : &*found;
}

TEST(NotServed, MobilityThatCarriesLoad_StandsOnSessionDaysAndSaysSo) {
  // The rocking of this catalogue is loaded: no short doses on other days, which have room.
  DayStory story;
  story.exercise("rock").serves = {Need::LumbarMobility, Need::Extensors};
  const Agenda agenda = story.agenda(0);
  ASSERT_EQ(days_with(agenda, "rock"), 3);
  const Unserved* why = unserved(agenda, Need::LumbarMobility);
  ASSERT_NE(why, nullptr);
  EXPECT_EQ(why->why.verdict, "on session days");
}

// Rules 1.6: belly muscles three days a week; with two session days that cannot be, and is said.
TEST(NotServed, FewDaysAWeek_IsNamed) {
  DayStory story;
  story.profile().days_per_week = 2;
  story.profile().onset_days_ago = 400;
  const Agenda agenda = story.agenda(0);
  const Unserved* why = unserved(agenda, Need::DeepAbdominal);
  ASSERT_NE(why, nullptr);
  EXPECT_EQ(why->why.verdict, "few days a week");
  // Two days are enough for the hips (2–3 days).
  EXPECT_EQ(unserved(agenda, Need::Glutes), nullptr);
}

// Sessions on Monday, Wednesday, Friday and Saturday: what is loaded rests on one of the last two.
TEST(NotServed, LoadedWorkBeside_IsSaidToRest) {
  DayStory story;
  story.profile().minutes_per_day = 60;
  story.profile().days_per_week = 4;
  story.exercise("rock").serves = {Need::Extensors, Need::LumbarMobility};
  story.exercise("rock").kind = ExerciseClass::MotorControl;
  story.profile().onset_days_ago = 400;
  for (const char* id : {"hip_1", "hip_2"}) story.exercise(id).kind = ExerciseClass::Functional;
  const Agenda agenda = story.agenda(0);
  const Unserved* why = unserved(agenda, Need::LumbarMobility);
  ASSERT_NE(why, nullptr);
  EXPECT_EQ(why->why.verdict, "rest between");
}

TEST(NotServed, JoinedLater_MoreDaysAfterTwoWeeksOfDoingIt) {
  // Hip work of somebody with new pain is no need of the first plan, and joins at two days.
  DayStory story;
  story.profile().onset_days_ago = 43;
  story.profile().minutes_per_day = 40;
  story.exercise("hip_1").serves = {Need::Neck};
  const auto hips = [&](std::int32_t d) { return days_with(story.agenda(d), "hip_2"); };
  ASSERT_EQ(hips(0), 0);
  for (std::int32_t d = 7; d < 42; d += 2) story.session(d, 3, d % 4 == 3 ? "belly_2" : "hip_2");
  EXPECT_EQ(hips(14), 2);
  EXPECT_EQ(unserved(story.agenda(14), Need::Glutes)->why.verdict, "kept to fewer days");
  EXPECT_EQ(hips(28), 3);
}

/// On how many days an exercise is still planned in the plan week of a day.
std::int64_t left_this_week(const Agenda& agenda, const std::string& exercise) {
  const auto rest = 7 - agenda.date.since(DayStory::day(0)) % 7;
  return std::ranges::count_if(agenda.week.begin(), agenda.week.begin() + rest,
                               [&](const Day& day) { return find_item(day, exercise) != nullptr; });
}

/// Back work joins in the second week; a goal of day 9 asks for lifting too.
DayStory new_goal_on_day_nine() {
  DayStory story;
  story.profile().minutes_per_day = 60;
  story.profile().days_per_week = 6;
  story.add(reps("back_1", 2, {Need::Extensors}, 1, 8));
  story.add(reps("lift_1", 2, {Need::Function}, 1, 8));
  story.state().goals.push_back(
      {EntryId("goal"), DayStory::at(9, 8), DayStory::day(9), {{{"lift my child", 3}}}});
  return story;
}

// Rules 1.1: at most one new exercise a week, also where something makes the plan anew within it.
TEST(Joining, PlannedAnewWithinAWeek_BringsNoSecondNewExercise) {
  const DayStory done = new_goal_on_day_nine().session(7, 3, "back_1");
  EXPECT_EQ(left_this_week(done.agenda(7), "back_1"), 2);
  EXPECT_EQ(left_this_week(done.agenda(9), "lift_1"), 0);
  EXPECT_GT(left_this_week(done.agenda(9), "back_1"), 0);
  EXPECT_GT(left_this_week(done.agenda(14), "lift_1"), 0);
}

// What was not begun yet may give way to what matters more now: one of both.
TEST(Joining, PlannedAnewBeforeTheNewOneWasDone_StillBringsOneOfThem) {
  const Agenda agenda = new_goal_on_day_nine().agenda(9);
  EXPECT_NE(left_this_week(agenda, "lift_1") > 0, left_this_week(agenda, "back_1") > 0);
}

// Rules 1.4, 2.6: what stirs up the pain does not begin.
TEST(Room, SittingHurts_NoStretchOnTheFloorBegins) {
  const auto days = [](WordSet<clinical::PainActivity> worse) {
    DayStory story;
    story.profile().minutes_per_day = 60;
    story.profile().pain = {{clinical::Region::Buttock, clinical::Side::Center, 3, {}}};
    story.profile().worse_with = worse;
    Exercise stretch = reps("butterfly", 1, {Need::HipMobility}, 1, 6);
    stretch.kind = ExerciseClass::Flexibility;
    stretch.positions = {{Position::FloorSitting}};
    story.add(stretch);
    return days_with(story.agenda(7), "butterfly");
  };
  EXPECT_GT(days({}), 0);
  EXPECT_EQ(days({clinical::PainActivity::Sitting}), 0);
}

TEST(Room, AcuteNervePainWorseWithBending_NoRoundingStretchBegins) {
  const auto days = [](std::int32_t onset) {
    DayStory story;
    story.profile().minutes_per_day = 60;
    story.profile().onset_days_ago = onset;
    story.profile().radiates = clinical::Radiation::BelowKnee;
    story.profile().worse_with = {clinical::PainActivity::Bending};
    story.exercise("rock").contraindications = {
        {exercise::FilterWord::FlexionIntolerant, exercise::ExclusionStrength::Modified}};
    return days_with(story.agenda(21), "rock");
  };
  EXPECT_GT(days(400), 0);
  EXPECT_EQ(days(2), 0);
}

// Rules 1.6: what somebody has come to counts, not the rung that they began on.
TEST(Room, RungInUseServesTheNeed_IsNotSaidToBeMissing) {
  std::vector<Exercise> rungs = two_rungs();
  rungs[0].serves = {Need::Glutes};
  rungs[0].dose.ceiling = {.sets = 1, .reps = 7};
  rungs[1].serves = {Need::Glutes, Need::Extensors};
  Story story(rungs);
  story.profile().usual_pain = 7;
  EXPECT_EQ(unserved(story.agenda(7), Need::Extensors)->why.verdict, "no allowed exercise");
  // Now on the second rung, which does not begin in a flare.
  const Agenda later = story.good({0, 2, 7, 9}).flare(11).agenda(11);
  ASSERT_GT(story.place(11), 1U);
  ASSERT_NE(unserved(later, Need::Extensors), nullptr);
  EXPECT_NE(unserved(later, Need::Extensors)->why.verdict, "no allowed exercise");
}

}  // namespace
}  // namespace plumbline::care
