// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "course_story.hpp"
#include "plumbline/care/checks.hpp"

namespace plumbline::care {
namespace {

using clinical::InstrumentId;

bool says_to_both(const Story& story, std::int32_t d, std::string_view rule) {
  return story.says(d, rule, Recipient::Person) && story.says(d, rule, Recipient::Clinician);
}

LocalDate usual_due(const Story& story, std::int32_t d) {
  for (const DueCheck& check : story.agenda(d).due) {
    if (check.check == "usual_pain") return check.date;
  }
  return {};
}

// Rules 3.2: every 28 days; 3.5: new pain on days 7 and 14; 3.6: after a break of 28 days.
TEST(UsualPainDue, EveryFourWeeksAndAfterALongBreak) {
  EXPECT_EQ(usual_due(Story().good(0), 10), Story::day(28));
  EXPECT_EQ(usual_due(Story().good({0, 15}).usual(20, 3), 30), Story::day(48));
  EXPECT_EQ(usual_due(Story().good(0).usual(20, 3), 27), Story::day(48));
  EXPECT_EQ(usual_due(Story().good(0).usual(20, 3), 28), Story::day(28));
  EXPECT_EQ(usual_due(Story().good(0).usual(20, 3).usual(30, 3).good(33), 40), Story::day(58));
}

TEST(UsualPainDue, NewPain_OnDaysSevenAndFourteen) {
  Story story;
  story.profile().onset_days_ago = 5;
  EXPECT_EQ(usual_due(story, 3), Story::day(7));
  EXPECT_EQ(usual_due(story.usual(8, 3), 9), Story::day(14));
  EXPECT_EQ(usual_due(story.usual(15, 3), 16), Story::day(43));
}

// Rules 2.6 and 3.6: after four weeks away the full screen is due, before coming back.
TEST(LongBreak, FullScreen_IsDueWhenItReachesFourWeeks) {
  const auto due = [](const Story& story, std::int32_t d) {
    std::optional<LocalDate> earliest;
    for (const DueCheck& check : story.agenda(d).due) {
      if (check.check == "redflag_systemic") earliest = check.date;
    }
    return earliest;
  };
  const Story story = Story().good({0, 2});
  EXPECT_NE(due(story, 29), Story::day(30));
  EXPECT_EQ(due(story, 30), Story::day(30));
}

// Rules 3.6: two assessments at least 7 days apart, 2 points above the best level.
TEST(Worsening, ConfirmedAfterAWeek_TellsBothAndGoesBackToBuild) {
  Story story = Story().good({0, 2}).usual(20, 5);
  EXPECT_FALSE(story.says(20, "3.6/deterioration"));
  story.usual(27, 5);
  EXPECT_TRUE(says_to_both(story, 27, "3.6/deterioration"));
  EXPECT_EQ(story.agenda(27).phase, Phase::Build);
}

// Rules 5.7.
TEST(NonResponse, NoGainAtSixWeeks_AsksForAReviewAtTwelveForAnotherWay) {
  const Story story = Story().good({0, 2}).usual(28, 3);
  EXPECT_FALSE(story.says(41, "5/non_response"));
  EXPECT_TRUE(says_to_both(story, 42, "5/non_response"));
  const auto verdict = [](const Story& s, std::int32_t d) {
    for (const Alert& alert : s.agenda(d).alerts) {
      if (alert.why.rule == "5/non_response") return alert.why.verdict;
    }
    return std::string();
  };
  EXPECT_EQ(verdict(story, 83), "review");
  EXPECT_EQ(verdict(story, 84), "change approach");
  Story leg = Story().good({0, 2});
  leg.profile().radiates = clinical::Radiation::BelowKnee;
  EXPECT_EQ(verdict(leg, 42), "imaging or referral");
}

// 30 % of 3 is 0.9: 2 is better. 2.3 points of goals are a gain in function.
TEST(NonResponse, GainInPainOrFunction_SaysNothing) {
  EXPECT_FALSE(Story().good({0, 2}).usual(28, 2).says(42, "5/non_response"));
  EXPECT_FALSE(Story().good({0, 2}).goal(1, 3).goal(30, 6).says(42, "5/non_response"));
  EXPECT_TRUE(Story().good({0, 2}).goal(1, 3).goal(30, 5).says(42, "5/non_response"));
}

TEST(NonResponse, NothingDone_IsNoNonResponse) { EXPECT_FALSE(Story().says(60, "5/non_response")); }

TEST(AdverseEvent, Reported_IsNamedToBoth) {
  const Story story = Story().good(0).adverse(3, "fell on the stairs");
  EXPECT_TRUE(says_to_both(story, 3, "5/adverse_event"));
  for (const Alert& alert : story.agenda(3).alerts) {
    if (alert.why.rule != "5/adverse_event") continue;
    EXPECT_NE(alert.text.find("fell on the stairs"), std::string::npos);
  }
  EXPECT_FALSE(story.says(31, "5/adverse_event"));
}

// Rules 3.2, message: red in 2 sessions in 7 days, or the floor twice in 28 days, or usual pain 8.
TEST(PainMessages, TwoRedsTheFloorOrUsualEight_TellBoth) {
  const Went red{.during = 6};
  EXPECT_FALSE(Story().session(0, red).says(0, "3.2/message"));
  EXPECT_TRUE(says_to_both(Story().session(0, red).session(6, red), 6, "3.2/message"));
  // The second red finds the floor again, eight days later and eight days ago.
  EXPECT_TRUE(says_to_both(Story().session(0, red).session(8, red), 8, "3.2/message"));
  EXPECT_FALSE(Story().good({0, 2, 4}).session(6, red).says(16, "3.2/message"));
  Story high;
  high.profile().usual_pain = 8;
  EXPECT_TRUE(says_to_both(high, 0, "3.2/message"));
}

// Rules 5.18, decision 0028: what goes on is said for three days, then not for two weeks; a
// clinician is told throughout, and never does it blame the exercise.
TEST(PainMessages, WhatGoesOn_IsSaidOnceInTwoWeeks) {
  const Went red{.during = 6};
  const Story story = Story().session(0, red).session(2, red).session(4, red).session(6, red);
  EXPECT_TRUE(story.says(2, "3.2/message"));
  EXPECT_TRUE(story.says(4, "3.2/message"));
  EXPECT_FALSE(story.says(6, "3.2/message"));
  EXPECT_TRUE(story.says(6, "3.2/message", Recipient::Clinician));
  for (const Alert& alert : story.agenda(2).alerts) {
    EXPECT_EQ(alert.text.find("should"), std::string::npos) << alert.text;
  }
}

// Rules 2.4: at least 8 and usual + 2 on two days; closes at usual + 1 or less twice.
TEST(StrongPain, TwoDays_OpensAndTwoCalmDaysClose) {
  Story story = Story().morning(1, 8);
  EXPECT_FALSE(story.says(1, "2.4/strong_pain"));
  story.morning(5, 8);
  EXPECT_TRUE(says_to_both(story, 5, "2.4/strong_pain"));
  story.morning(6, 4);
  EXPECT_TRUE(story.says(6, "2.4/strong_pain"));
  story.morning(7, 4);
  EXPECT_FALSE(story.says(7, "2.4/strong_pain"));
}

TEST(StrongPain, UsualSeven_NeedsNine) {
  Story story;
  story.profile().usual_pain = 7;
  story.morning(1, 8).morning(3, 8);
  EXPECT_FALSE(story.says(3, "2.4/strong_pain"));
}

// Rules 3.6: 8 or more and usual + 2 for 48 hours in a flare.
TEST(StrongPain, FortyEightHoursInAFlare_SaysSo) {
  Story story = Story().flare(1).morning(1, 8).morning(2, 8);
  EXPECT_FALSE(story.says(2, "3.6/flare_strong"));
  story.morning(3, 8);
  EXPECT_TRUE(says_to_both(story, 3, "3.6/flare_strong"));
  EXPECT_FALSE(
      Story().flare(1).morning(1, 8).morning(2, 7).morning(3, 8).says(3, "3.6/flare_strong"));
}

// Rules 1.7: goals met four weeks running, and then two sessions a week.
TEST(Phases, GoalsMetForFourWeeks_KeepGoingWithTwoSessions) {
  Story story = Story().good({0, 2});
  story.goal(10, 10);
  EXPECT_NE(story.agenda(37).phase, Phase::KeepGoing);
  const Agenda agenda = story.agenda(38);
  EXPECT_EQ(agenda.phase, Phase::KeepGoing);
  EXPECT_TRUE(story.says(38, "1.7/keep_going"));
  EXPECT_EQ(profile_at(story.state(), Story::day(38))->profile.days_per_week, 2);
  story.goal(40, 6);
  EXPECT_NE(story.agenda(41).phase, Phase::KeepGoing);
}

// The second way: usual pain down by 2 and goals up by 2.3, both held for four weeks.
TEST(Phases, ImportantChangesForFourWeeks_KeepGoing) {
  const auto phase = [](std::int32_t usual, std::int32_t goal) {
    Story story = Story().good({0, 2});
    return story.goal(1, 3).goal(20, goal).usual(20, usual).agenda(48).phase;
  };
  EXPECT_EQ(phase(1, 6), Phase::KeepGoing);
  EXPECT_NE(phase(2, 6), Phase::KeepGoing);
  EXPECT_NE(phase(1, 5), Phase::KeepGoing);
}

TEST(Phases, Flare_GoesBackToCalm) {
  Story story = Story().good({0, 2}).goal(10, 10);
  EXPECT_EQ(story.flare(39).agenda(39).phase, Phase::Calm);
}

// Rules 1.7: six weeks, usual pain 4 or less, no red for 14 days, level 2 on two ladders.
TEST(Phases, Strengthen_NeedsLevelTwoOnTwoLadders) {
  const auto phase = [](std::int32_t usual, std::int32_t red_day) {
    Story story({control("left", 2), control("right", 2)});
    story.profile().usual_pain = usual;
    for (std::int32_t d = 0; d < 43; d += 3) {
      const Went went{.during = d == red_day ? 9 : usual, .before = usual};
      story.session(d, went, "left").session(d, went, "right").morning(d + 1, usual);
    }
    return story.agenda(42).phase;
  };
  EXPECT_EQ(phase(3, -1), Phase::Strengthen);
  EXPECT_EQ(phase(3, 27), Phase::Strengthen);
  EXPECT_EQ(phase(3, 30), Phase::Build);
  EXPECT_EQ(phase(5, -1), Phase::Build);
}

}  // namespace
}  // namespace plumbline::care
