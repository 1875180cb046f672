// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// Oracle of this file: rules 3.6 and decision 0029 by hand, with usual pain 3.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "course_story.hpp"
#include "day_story.hpp"
#include "plumbline/care/flare.hpp"

namespace plumbline::care {
namespace {

/// Repetitions of an exercise in the week of a day; it has one set in these stories.
std::optional<std::int32_t> planned(const Agenda& agenda, const char* exercise = "row") {
  for (const Day& day : agenda.week) {
    const Item* item = find_item(day, exercise);
    if (item != nullptr) return item->dose.reps;
  }
  return std::nullopt;
}

// 10 repetitions before it, 5 in it, 7 for one session behind it, then 10.
TEST(FlareDose, TwoCalmDaysEndIt_ThreeQuartersForOneSession) {
  Story story = at_place_three();
  EXPECT_EQ(planned(story.agenda(17)), 10);
  story.flare(18);
  EXPECT_EQ(planned(story.agenda(18)), 5);
  story.morning(19).morning(20);
  EXPECT_EQ(planned(story.agenda(19)), 5);
  EXPECT_EQ(planned(story.agenda(20)), 7);
  EXPECT_EQ(planned(story.agenda(22)), 7);
  EXPECT_EQ(planned(story.session(23).agenda(24)), 10);
}

// Another exercise than the one that was done has not been tried at three quarters.
TEST(FlareDose, AnotherExerciseDone_StaysAtThreeQuarters) {
  exercise::Exercise other = control("other");
  other.serves = {exercise::Need::Neck};
  Story story({control("row"), other});
  story.good({0, 2, 7, 9, 14, 16}).flare(18).morning(19).morning(20).session(23, {}, "other");
  EXPECT_EQ(planned(story.agenda(24)), 7);
}

TEST(FlareDose, RedPainInIt_IsNotHalvedOnceMore) {
  Story story = at_place_three();
  story.flare(18).session(18, {.during = 9});
  ASSERT_LT(story.place(19), 3U);
  EXPECT_EQ(planned(story.agenda(19)), 5);
  story.session(19, {.during = 9});
  ASSERT_EQ(story.place(20), 0U);
  EXPECT_EQ(planned(story.agenda(20)), 5);
}

// Rules 3.4: an agreed amount comes back at once.
TEST(FlareDose, GradedActivity_KnowsNoThreeQuarters) {
  Story story = at_place_three();
  const record::PersonState state = story.flare(18).morning(19).morning(20).state();
  ProfileAt at;
  EXPECT_EQ(three_quarters_since(state, at, Story::day(20)), Story::day(20));
  EXPECT_EQ(three_quarters_since(state, at, Story::day(19)), std::nullopt);
  EXPECT_EQ(three_quarters_since(state, at, Story::day(48)), std::nullopt);
  at.mode = clinical::CourseMode::GradedActivity;
  EXPECT_EQ(three_quarters_since(state, at, Story::day(20)), std::nullopt);
}

}  // namespace
}  // namespace plumbline::care
