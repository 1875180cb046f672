// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// Oracle of this file: rules 3.2 and decision 0029 by hand, with usual pain 3.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "course_story.hpp"

namespace plumbline::care {
namespace {

/// Squeeze leads to band, and angel steps back onto squeeze too. Nobody needs what band serves.
Story two_ladders_on_one_foot() {
  exercise::Exercise squeeze = control("squeeze");
  exercise::Exercise band = control("band", 2);
  band.serves = {exercise::Need::Neck};
  squeeze.progress = "band";
  band.regress = "squeeze";
  exercise::Exercise angel = control("angel", 2);
  angel.regress = "squeeze";
  return Story({squeeze, band, angel});
}

const Standing& standing(const Course& course, const char* ladder) {
  return course.standings.at(ladder);
}

TEST(SharedFoot, DoneForOneLadder_IsNotJudgedForTheOther) {
  Story story = two_ladders_on_one_foot();
  story.session(0, {}, "angel").session(2, {.during = 9}, "angel");
  ASSERT_EQ(standing(story.course(2), "angel").moves.size(), 1U);
  story.session(4, {.during = 9}, "squeeze").session(7, {.reps = 1}, "squeeze");
  const Course course = story.session(9, {.reps = 1}, "squeeze").course(9);
  EXPECT_EQ(standing(course, "angel").last_done, Story::day(9));
  EXPECT_TRUE(standing(course, "squeeze").moves.empty());
  EXPECT_FALSE(standing(course, "squeeze").done_before);
}

// Rules 3.2: steps back are taken from a dose that somebody stood at.
TEST(SharedFoot, PlaceNeverReached_HasNoStepsBack) {
  // Nobody planned it: the easier rung of a ladder that begins higher.
  Story story(two_rungs());
  const std::size_t begins = story.place(0);
  ASSERT_GT(begins, 0U);
  story.session(0, {.during = 9}).session(2, {.during = 9});
  EXPECT_EQ(story.place(2), begins);
  // Once on it, pain on the easier rung counts.
  story.session(4, {}, "row_b").session(7, {.during = 9});
  EXPECT_LT(story.place(7), begins);
}

TEST(StepBack, ForEffort_NamesTheEffort) {
  Story story;
  story.good({0, 2}).session(4, {.effort = 8});
  const Course course = story.course(4);
  const Move& move = standing(course, "row").moves.back();
  ASSERT_EQ(move.why.verdict, "step back");
  const auto effort = std::ranges::find(move.why.inputs, "effort_cr10", &RationaleInput::name);
  ASSERT_NE(effort, move.why.inputs.end());
  EXPECT_EQ(effort->value, RationaleInput("", std::int64_t{8}).value);
}

}  // namespace
}  // namespace plumbline::care
