// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "course_story.hpp"

namespace plumbline::care {
namespace {

using clinical::CourseMode;

constexpr Went kRed{.during = 6};

// Oracle of this file: rules 3.4 by hand, with usual pain 3. Places of the ladder:
// 0 1x6, 1 1x7, 2 1x8, 3 1x10, 4 2x6, 5 2x7, 6 2x8, 7 2x10.
Story graded() {
  Story story;
  story.profile().mode = CourseMode::GradedActivity;
  return story;
}

/// Three trials whose lowest is the start dose, so that the first quota is the start dose.
Story weak() { return graded().trial(0, 6).trial(2, 6).trial(4, 6); }

// Mean of 16, 14, 15 is 15, the last one 15; 80 % are 12 = 2x6. The first 14 days stay at the lower
// dose of the two modes.
TEST(GradedCourse, ThreeTrials_SetTheFirstQuotaToFourFifths) {
  const Story story = graded().trial(0, 16).trial(2, 14).trial(4, 15).session(8).session(12);
  EXPECT_EQ(story.place(13), 0U);
  EXPECT_EQ(story.place(14), 4U);
}

// Mean 14, last 10: 80 % of 10 are 8 = 1x8. Mean 14, last 20: 80 % of 14 are 11, so 1x10.
TEST(GradedCourse, FirstQuota_RestsOnTheLowerOfMeanAndLastTrial) {
  EXPECT_EQ(graded().trial(0, 16).trial(2, 16).trial(4, 10).session(10).place(14), 2U);
  EXPECT_EQ(graded().trial(0, 11).trial(2, 11).trial(4, 20).session(10).place(14), 3U);
}

TEST(GradedCourse, FirstQuota_NeverBelowTheStartOrAboveTheCeiling) {
  EXPECT_EQ(graded().trial(0, 2).trial(2, 2).trial(4, 2).session(10).place(14), 0U);
  EXPECT_EQ(graded().trial(0, 90).trial(2, 90).trial(4, 90).session(10).place(14), 7U);
}

TEST(GradedCourse, TwoTrials_LeaveTheStartDoseToToleranceForTwoWeeks) {
  const Story story = graded().trial(0, 16).trial(2, 16).good({4, 7, 9, 11, 14, 16, 18});
  EXPECT_EQ(story.place(13), 0U);
  EXPECT_TRUE(story.course(13).standings.at("row").awaits_trials);
  EXPECT_FALSE(story.course(16).standings.at("row").awaits_trials);
  EXPECT_EQ(story.place(21), 1U);
  const Story three = graded().trial(0, 16).trial(2, 16).trial(4, 16);
  EXPECT_FALSE(three.course(5).standings.at("row").awaits_trials);
}

TEST(GradedCourse, TrialsAwaited_ArePrintedToTolerance) {
  const auto to_tolerance = [](const Story& story, std::int32_t d) {
    for (const Day& day : story.agenda(d).week) {
      for (const Item& item : day.items) {
        if (item.exercise == "row") return item.to_tolerance;
      }
    }
    return false;
  };
  EXPECT_TRUE(to_tolerance(graded(), 0));
  EXPECT_TRUE(to_tolerance(graded().trial(0, 16).trial(2, 16), 3));
  EXPECT_FALSE(to_tolerance(graded().trial(0, 16).trial(2, 16).trial(4, 16), 5));
}

// In the first 14 days after entering the lower of both modes counts, and red pain still takes off.
TEST(GradedCourse, FirstFortnightAfterChanging_TakesTheLowerDose) {
  Story story = Story().good({0, 2, 7, 9, 14, 16});
  EXPECT_EQ(story.place(17), 3U);
  story.mode(18, CourseMode::GradedActivity).trial(18, 16).trial(20, 16).trial(22, 16);
  EXPECT_EQ(story.place(18), 0U);
  EXPECT_EQ(story.place(22), 3U);
  EXPECT_EQ(story.place(31), 2U);  // a break of nine days
  story.session(24).session(26, kRed).session(30);
  EXPECT_EQ(story.place(26), 2U);
  EXPECT_EQ(story.place(31), 2U);
  EXPECT_EQ(story.place(32), 4U);
}

// Rules 3.3, 2d: a mode that a later profile tells counts like an entry of its own.
TEST(GradedCourse, ModeToldByALaterProfile_EntersOnThatDay) {
  Story story = Story().good({0, 2, 7, 9, 14, 16});
  clinical::Profile next = story.profile();
  next.mode = CourseMode::GradedActivity;
  next.onset_days_ago += 18;
  story.profile_again(18, next);
  const ProfileAt at = *profile_at(story.state(), Story::day(19));
  EXPECT_EQ(at.mode_set_on, Story::day(18));
  EXPECT_LE(story.place(18), story.place(17));
  EXPECT_TRUE(story.course(18).standings.at("row").awaits_trials);
}

TEST(GradedCourse, ProfileWithoutAMode_LeavesItAsItIs) {
  Story story = Story().mode(1, CourseMode::GradedActivity);
  clinical::Profile next = story.profile();
  next.minutes_per_day = 25;
  next.onset_days_ago += 5;
  story.profile_again(5, next);
  const ProfileAt at = *profile_at(story.state(), Story::day(6));
  EXPECT_EQ(at.mode, CourseMode::GradedActivity);
  EXPECT_EQ(at.mode_since, Story::day(1));
}

TEST(GradedCourse, QuotaKeptUp_GrowsByOneAWeekOnTheFixedDay) {
  const Story story = weak().good({7, 9, 11, 14, 16, 18});
  EXPECT_EQ(story.place(13), 0U);
  EXPECT_EQ(story.place(14), 1U);
  EXPECT_EQ(story.place(20), 1U);
  EXPECT_EQ(story.place(21), 2U);
}

TEST(GradedCourse, PainOfTheDay_ChangesNothing) {
  Story story = weak();
  for (const std::int32_t d : {7, 9, 11, 14, 16, 18}) {
    story.session(d, {.during = 5, .before = 4, .effort = 6}).morning(d + 1, d == 16 ? 6 : 4);
  }
  EXPECT_EQ(story.place(21), weak().good({7, 9, 11, 14, 16, 18}).place(21));
}

TEST(GradedCourse, OneRed_KeepsTheQuotaASecondOneFreezesItForAWeek) {
  const auto story = [] { return weak().good({7, 9, 11, 14}); };
  EXPECT_EQ(story().session(16, kRed).good(18).place(21), 2U);
  const Story two = story().session(16, kRed).session(18, kRed).good({21, 23, 25});
  EXPECT_EQ(two.place(18), 1U);
  EXPECT_EQ(two.place(21), 1U);
  EXPECT_EQ(two.place(28), 2U);
}

// Rules 3.4: next time the same quota, so no step before that next time has come.
TEST(GradedCourse, RedInTheLastSession_KeepsTheQuotaUntilItWasDoneAgain) {
  const auto story = [] { return weak().good({7, 9, 11, 14, 16}); };
  EXPECT_EQ(story().good(18).place(21), 2U);
  const Story red = story().session(18, kRed);
  EXPECT_EQ(red.place(21), red.place(18));
  const Story again = story().session(18, kRed).good({21, 23, 25});
  EXPECT_EQ(again.place(27), 1U);
  EXPECT_EQ(again.place(28), 2U);
}

// The second red lies in the week before, within seven days of the fixed day.
TEST(GradedCourse, TwoRedsAcrossTheWeekend_FreezeTheNextStepOnly) {
  const Story story =
      weak().good({7, 9}).session(11, kRed).good({13, 14}).session(16, kRed).good({18, 21, 23, 25});
  EXPECT_EQ(story.place(21), 1U);
  EXPECT_EQ(story.place(28), 2U);
}

TEST(GradedCourse, ThirdRed_AsksForAHuman) {
  Story story = weak().good({7, 9}).session(11, kRed).session(14, kRed);
  EXPECT_FALSE(story.says(14, "3.4/third_red"));
  story.session(16, kRed);
  for (const Recipient to : {Recipient::Person, Recipient::Clinician}) {
    EXPECT_TRUE(story.says(16, "3.4/third_red", to));
  }
  EXPECT_FALSE(story.says(23, "3.4/third_red"));
}

TEST(GradedCourse, FewerThanFourFifthsOfTheSessions_RepeatTheQuota) {
  EXPECT_EQ(weak().good({7, 9}).place(14), 0U);
}

TEST(GradedCourse, FlareInTheWeek_NoIncreaseThatWeek) {
  const Story story = weak()
                          .good({7, 9, 11, 14, 16, 18, 21, 23, 25})
                          .flare(15)
                          .screened(15)
                          .screened(15)
                          .morning(18)
                          .morning(19);
  EXPECT_EQ(story.place(14), 1U);
  EXPECT_EQ(story.place(21), 1U);
  EXPECT_EQ(story.place(28), 2U);
}

// A gap of 7 days: one step lower, also after 14; of 28 days: trials again.
TEST(GradedCourse, Break_TakesOneStepAndAfterFourWeeksANewBaseline) {
  const Story story = weak().good({7, 9, 11, 14, 16, 18, 21, 23});
  EXPECT_EQ(story.place(29), 2U);
  EXPECT_EQ(story.place(30), 1U);
  EXPECT_EQ(story.place(40), 1U);
  EXPECT_FALSE(story.course(50).standings.at("row").awaits_trials);
  EXPECT_EQ(story.place(51), 0U);
  EXPECT_TRUE(story.course(51).standings.at("row").awaits_trials);
}

TEST(GradedCourse, UsualPainEight_HoldsTheQuota) {
  Story story = weak();
  story.profile().usual_pain = 8;
  EXPECT_EQ(story.good({7, 9, 11, 14, 16, 18}).place(21), 0U);
}

// Rules 2.4: out at TSK 32 or less and STarT not high, on two four-weekly checks.
TEST(GradedCourse, SteadyAnswersOnTwoChecks_SuggestLeaving) {
  const auto tsk = [](std::int64_t each) {
    std::vector<clinical::ItemAnswer> out(17, clinical::ItemAnswer{each});
    // Reversed items count 5 minus the answer.
    for (const std::size_t i : {3U, 7U, 11U, 15U}) out[i] = std::int64_t{5 - each};
    return out;
  };
  const std::vector<clinical::ItemAnswer> low_risk = [] {
    std::vector<clinical::ItemAnswer> out(8, clinical::ItemAnswer{std::int64_t{0}});
    out.emplace_back(std::string("slightly"));
    return out;
  }();
  const auto check = [&](Story& story, std::int32_t d, std::int64_t each) {
    story.scored(d, clinical::InstrumentId::Tsk17, tsk(each));
    story.scored(d, clinical::InstrumentId::StartBack9, low_risk);
  };
  Story story = graded();
  check(story, 7, 1);  // 17
  EXPECT_FALSE(story.says(40, "2.4/leave_mode"));
  Story twice = story;
  check(twice, 35, 1);
  EXPECT_TRUE(twice.says(35, "2.4/leave_mode"));
  Story early = story;
  check(early, 34, 1);
  EXPECT_FALSE(early.says(34, "2.4/leave_mode"));
  Story between = story;
  check(between, 20, 2);  // 34: above 32
  check(between, 35, 1);
  EXPECT_FALSE(between.says(35, "2.4/leave_mode"));
}

}  // namespace
}  // namespace plumbline::care
