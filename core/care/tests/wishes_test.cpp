// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// Oracle of this file: rules 1.8 (a swap starts at start doses, outside the growth cap) and 1.1
// (what is excluded never appears by any path), by hand.
#include "plumbline/care/wishes.hpp"

#include <gtest/gtest.h>

#include "day_story.hpp"

namespace plumbline::care {
namespace {

TEST(Swap, WithAnother_ThatTakesItsPlaceAtItsStartDose) {
  for (const std::int32_t day : {0, 1, 9}) {
    DayStory story;
    ASSERT_GT(days_with(story.agenda(day), "hip_2"), 0);
    const Agenda agenda = story.swap(day, "hip_2", "hip_1").agenda(day);
    EXPECT_EQ(days_with(agenda, "hip_2"), 0);
    EXPECT_GE(days_with(agenda, "hip_1"), 2) << "day " << day;
    for (const Day& d : agenda.week) {
      const Item* item = find_item(d, "hip_1");
      if (item == nullptr) continue;
      EXPECT_EQ(item->dose, (exercise::Dose{.sets = 2, .reps = 8}));
    }
    EXPECT_FALSE(alerted(agenda, "1.8/swap", Recipient::Person));
  }
}

TEST(Swap, ToAnEasierRungOfTheSameLadder_StandsThere) {
  const Agenda agenda = DayStory().swap(0, "belly_3", "belly_2").agenda(0);
  EXPECT_EQ(days_with(agenda, "belly_3"), 0);
  EXPECT_GT(days_with(agenda, "belly_2"), 0);
}

TEST(Swap, AboveTheLevel_IsRefusedWithTheReason) {
  const Agenda agenda = DayStory().swap(0, "hip_2", "belly_4").agenda(0);
  EXPECT_EQ(days_with(agenda, "belly_4"), 0);
  EXPECT_TRUE(alerted(agenda, "1.8/swap", Recipient::Person));
}

TEST(Swap, ToWhatNoNeedAsksFor_IsRefusedWithTheReason) {
  const Agenda agenda = DayStory().swap(0, "hip_2", "neck_1").agenda(0);
  EXPECT_EQ(days_with(agenda, "neck_1"), 0);
  EXPECT_TRUE(alerted(agenda, "1.8/swap", Recipient::Person));
}

TEST(Swap, WithoutAnother_BringsOneOfTheSameNeed) {
  const Agenda agenda = DayStory().swap(9, "hip_2").agenda(9);
  EXPECT_EQ(days_with(agenda, "hip_2"), 0);
  EXPECT_GT(days_with(agenda, "hip_1"), 0);
}

TEST(Swap, ThereAndBack_BringsTheFirstBack) {
  DayStory story;
  story.swap(1, "hip_2", "hip_1").swap(3, "hip_1", "hip_2");
  EXPECT_GT(days_with(story.agenda(2), "hip_1"), 0);
  EXPECT_GT(days_with(story.agenda(3), "hip_2"), 0);
  EXPECT_EQ(days_with(story.agenda(3), "hip_1"), 0);
  EXPECT_FALSE(alerted(story.agenda(3), "1.8/swap", Recipient::Person));
}

TEST(Swap, BeforeItsDay_ChangesNothing) {
  EXPECT_GT(days_with(DayStory().swap(3, "hip_2", "hip_1").agenda(0), "hip_2"), 0);
}

TEST(Override, AskedByAClinician_AppearsAlsoAboveTheLevelAndWithoutANeed) {
  for (const char* exercise : {"belly_4", "neck_1"}) {
    const Agenda agenda = DayStory().prescribe(0, exercise).agenda(0);
    EXPECT_GT(days_with(agenda, exercise), 0) << exercise;
    EXPECT_FALSE(alerted(agenda, "override/set", Recipient::Clinician));
  }
}

TEST(Override, WhatIsExcluded_IsRefusedWithTheReason) {
  DayStory story;
  story.profile().excluded_positions = {clinical::ExcludedPosition::Supine};
  const Agenda agenda = story.prescribe(0, "belly_2").agenda(0);
  EXPECT_EQ(days_with(agenda, "belly_2"), 0);
  EXPECT_TRUE(alerted(agenda, "formats/excluded_positions", Recipient::Clinician));
}

}  // namespace
}  // namespace plumbline::care
