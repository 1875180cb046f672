// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// Oracle of this file: rules 1.2, 1.6, 2.5 and 3.6 by hand; decisions 0022 and 0024.
#include <gtest/gtest.h>

#include "day_story.hpp"

namespace plumbline::care {
namespace {

/// Back work joins in the second week.
DayStory back_work_in_week_two() {
  DayStory story;
  story.profile().minutes_per_day = 60;
  story.add(reps("back_1", 2, {Need::Extensors}, 1, 8));
  return story;
}

void tell_flare(DayStory& story, std::int32_t d) {
  story.state().flares.push_back({EntryId("flare"), DayStory::at(d, 8), DayStory::day(d), {}});
}

// Rules 3.6: never above the dose before the flare, and there was none.
TEST(FlareDays, WhatWasNeverDone_DoesNotBeginInAFlare) {
  DayStory calm = back_work_in_week_two();
  EXPECT_GT(days_with(calm.agenda(7), "back_1"), 0);
  DayStory flare = back_work_in_week_two();
  tell_flare(flare, 7);
  EXPECT_EQ(days_with(flare.agenda(7), "back_1"), 0);
  DayStory done = back_work_in_week_two().session(7, 3, "back_1");
  tell_flare(done, 9);
  EXPECT_GT(days_with(done.agenda(9), "back_1"), 0);
}

// Rules 2.6, decision 0022: in a flare with thin bones the questions about a fracture come first.
TEST(FlareDays, ThinBones_LoadedWorkWaitsForTheAnswers) {
  DayStory story;
  story.profile().conditions = WordSet<clinical::Condition>{clinical::Condition::Osteoporosis};
  EXPECT_FALSE(alerted(story.agenda(9), "2.6/bones_first", Recipient::Person));
  tell_flare(story, 9);
  const Agenda open = story.agenda(9);
  EXPECT_TRUE(alerted(open, "2.6/bones_first", Recipient::Person));
  EXPECT_TRUE(is_due(open, "redflag_fracture"));
  EXPECT_EQ(load_thirds_of(open), 0);
  EXPECT_GT(days_with(open, "walking"), 0);
  const Agenda answered = story.screened(9).agenda(9);
  EXPECT_FALSE(alerted(answered, "2.6/bones_first", Recipient::Person));
  EXPECT_GT(load_thirds_of(answered), 0);
}

// Decision 0022: an answer of the days before a flare that was told of is none about it.
TEST(FlareDays, ThinBones_AnAnswerBeforeTheFlareIsNone) {
  DayStory story;
  story.profile().conditions = WordSet<clinical::Condition>{clinical::Condition::Osteoporosis};
  story.screened(8);
  tell_flare(story, 9);
  EXPECT_TRUE(alerted(story.agenda(9), "2.6/bones_first", Recipient::Person));
  EXPECT_EQ(load_thirds_of(story.agenda(9)), 0);
}

// Rules 3.6: walking in short bouts as comfortable: 5 minutes are a short bout, which may be parted
// into 3 and 2; never less in all, and no day gets longer.
TEST(FlareDays, Walking_IsPartedIntoShortBouts) {
  DayStory story;
  const Agenda calm = story.agenda(0);
  tell_flare(story, 0);
  const Agenda flare = story.agenda(0);
  for (std::size_t d = 0; d < 7; ++d) {
    const Item* before = find_item(calm.week[d], "walking");
    const Item* walk = find_item(flare.week[d], "walking");
    ASSERT_EQ(before == nullptr, walk == nullptr);
    if (walk == nullptr) continue;
    EXPECT_EQ(walk->per_day, 1);
    EXPECT_EQ(walk->dose.minutes, 5);
    EXPECT_EQ(walk->why.back().text,
              "In a flare-up, part this as you like: 3 minutes now and 2 later.");
    EXPECT_LE(walk->seconds, before->seconds);
  }
}

// Rules 3.2 and 3.6: red pain takes steps off, but never leaves marching of a minute for a walk;
// and relaxation is what is asked for in pain.
TEST(FlareDays, RedPain_LeavesAWalkAndRelaxation) {
  DayStory story;
  for (std::int32_t d = 0; d < 6; ++d) {
    story.session(d, 8, d % 2 == 0 ? "walking" : "diaphragm_breathing");
  }
  const Agenda agenda = story.agenda(6);
  EXPECT_EQ(days_with(agenda, "walking"), 5);
  for (const Day& day : agenda.week) {
    const Item* breathing = find_item(day, "diaphragm_breathing");
    const bool daily = breathing != nullptr && breathing->role == exercise::ItemRole::Daily;
    if (daily) {
      EXPECT_EQ(breathing->dose.minutes, 3);
    }
  }
}

// Rules 2.5: how a lock ends is asked for from the first day on, and more firmly after a week.
TEST(Locked, UntilSomebodyHasLooked_AsksWhetherOneWasSeen) {
  DayStory story;
  story.locking_symptom(2, clinical::SymptomWhat::ChestPain);
  EXPECT_FALSE(is_due(story.agenda(1), "been_seen"));
  EXPECT_TRUE(is_due(story.agenda(2), "been_seen"));
  const auto says = [&](std::int32_t d, const char* words) {
    const Agenda agenda = story.agenda(d);
    return std::ranges::any_of(agenda.alerts, [&](const Alert& alert) {
      return alert.text.find(words) != std::string::npos;
    });
  };
  EXPECT_TRUE(says(2, "been seen"));
  EXPECT_FALSE(says(8, "do not put it off"));
  EXPECT_TRUE(says(9, "for a week"));
  EXPECT_TRUE(says(12, "10 days"));
  EXPECT_TRUE(says(51, "7 weeks"));
}

// Rules 1.6: balance in every session; 1.2: usual pain of 7 caps the level at 1, which would leave
// nothing of it. The first plan stays within its start level (rules 1.2).
TEST(Balance, UsualPainOfSeven_KeepsItForThoseWhoNeedIt) {
  const auto with = [](std::int32_t age, std::int32_t day) {
    DayStory story;
    story.profile().person.age = age;
    story.profile().usual_pain = 7;
    story.add(reps("stand_2", 2, {Need::Balance}, 1, 8));
    return days_with(story.agenda(day), "stand_2");
  };
  EXPECT_EQ(with(70, 0), 0);
  EXPECT_GE(with(70, 7), 1);
  EXPECT_EQ(with(40, 7), 0);
}

}  // namespace
}  // namespace plumbline::care
