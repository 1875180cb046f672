// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// Oracle of this file: decisions 0026 and 0027, rules 1.3, 1.7 and 3.6 by hand.
#include <gtest/gtest.h>

#include "course_story.hpp"
#include "day_story.hpp"

namespace plumbline::care {
namespace {

/// One dose of the easy rung (load 10), then the harder one (load 12).
std::vector<exercise::Exercise> short_rung() {
  std::vector<exercise::Exercise> both = two_rungs();
  both[0].dose.start.reps = 10;
  return both;
}

// Two good sessions make a step of the dose, four sessions a harder exercise.
TEST(NextRung, WaitsForFourSessionsOfThePresentOne) {
  Story story(short_rung());
  story.profile().irritability = clinical::Irritability::High;
  EXPECT_EQ(story.good({0, 2, 7}).step(13).exercise, 0U);
  EXPECT_EQ(story.good({14, 15, 16}).step(17).exercise, 1U);
}

/// Seven weeks of good sessions, with usual pain as told.
exercise::Step after_seven_weeks(std::int32_t usual) {
  Story story(two_rungs());
  story.profile().usual_pain = usual;
  story.profile().irritability = clinical::Irritability::Low;
  for (std::int32_t d = 0; d < 49; d += 2) story.good(d);
  return story.step(49);
}

// Level 1 at usual pain 7, so level 2 and nothing above; the whole dose path of that rung is open.
TEST(NextRung, UsualPainOfSeven_OneLevelAboveTheStartAtMost) {
  std::vector<exercise::Exercise> three = two_rungs();
  three.push_back(control("row_c", 3));
  three[1].progress = "row_c";
  three[2].regress = "row_b";
  for (const std::int32_t usual : {5, 7}) {
    Story story(three);
    story.profile().usual_pain = usual;
    story.profile().irritability = clinical::Irritability::Low;
    const auto situation =
        compute_situation(story.state(), *exercise::Catalogue::make(three), Story::day(1));
    const exercise::Ladder& ladder = situation->ladders.front();
    ASSERT_EQ(ladder.steps.back().exercise, 2U);
    EXPECT_EQ(ladder.open(ladder.steps.size() - 1), usual < 7) << usual;
  }
  EXPECT_EQ(after_seven_weeks(7).exercise, 1U);
}

/// Whether an exercise says that it goes no further.
bool says_stay(const Agenda& agenda, const std::string& id) {
  for (const Day& day : agenda.week) {
    for (const Item& item : day.items) {
      const auto stays = std::ranges::find(item.why, "stays", &Reason::verdict);
      if (item.exercise == id && stays != item.why.end()) return true;
    }
  }
  return false;
}

// Rules 1.3: at the ceiling, stay and say so.
TEST(Ceiling, AtTheTopOfALadder_TheItemSaysSo) {
  Story story;
  EXPECT_FALSE(says_stay(story.agenda(0), "row"));
  for (std::int32_t d = 0; d < 77; d += 2) story.good(d);
  for (const std::int32_t d : {14, 28, 42, 56, 70}) story.screened(d);
  ASSERT_EQ(story.place(77), 7U);
  EXPECT_TRUE(says_stay(story.agenda(77), "row"));
}

// A ladder stops before a rung that serves nothing this person needs (rules 1.6).
TEST(NextRung, OfNoUseForThisPerson_IsNotSteppedOnto) {
  std::vector<exercise::Exercise> both = two_rungs();
  both[1].serves = {exercise::Need::Neck};
  Story story(both);
  for (std::int32_t d = 0; d < 77; d += 2) story.good(d);
  EXPECT_EQ(story.step(77).exercise, 0U);
  EXPECT_EQ(story.step(77).dose, 7U);
}

/// Level-2 mobility with an easier rung that was never done.
DayStory stretches() {
  DayStory story;
  story.profile().minutes_per_day = 60;
  story.profile().irritability = clinical::Irritability::Low;
  story.profile().usual_pain = 2;
  Exercise easy = unloaded("arch_1", 1);
  Exercise harder = unloaded("arch_2", 2);
  easy.progress = "arch_2";
  harder.regress = "arch_1";
  story.exercise("rock").serves = {Need::HipMobility};
  story.add(easy).add(harder);
  return story;
}

// Rules 3.6, decision 0022: what was never done does not begin, easier stand-ins included.
TEST(FlareRungs, AnEasierStretchThatWasNeverDone_DoesNotBeginInAFlare) {
  DayStory story = stretches();
  ASSERT_GT(days_with(story.agenda(3), "arch_2"), 0);
  story.session(0, 2, "arch_2");
  story.state().flares.push_back({EntryId("flare"), DayStory::at(3, 8), DayStory::day(3), {}});
  EXPECT_EQ(days_with(story.agenda(3), "arch_1"), 0);
  EXPECT_EQ(days_with(story.agenda(3), "arch_2"), 0);
  story.session(1, 2, "arch_1");
  std::ranges::sort(story.state().sessions, {}, &record::Session::started);
  EXPECT_GT(days_with(story.agenda(3), "arch_1"), 0);
}

/// Bending and sitting hurt, and rocking is of the sort that they tell of.
DayStory bending_hurts(clinical::Irritability irritability) {
  DayStory story;
  story.profile().minutes_per_day = 60;
  story.profile().worse_with = {clinical::PainActivity::Bending, clinical::PainActivity::Sitting};
  story.profile().irritability = irritability;
  story.exercise("rock").contraindications = {
      {exercise::FilterWord::FlexionIntolerant, exercise::ExclusionStrength::Modified}};
  return story;
}

bool gentler(const Agenda& agenda, const std::string& id) {
  for (const Day& day : agenda.week) {
    const Item* item = find_item(day, id);
    if (item != nullptr) return item->modified.contains(exercise::FilterWord::FlexionIntolerant);
  }
  return false;
}

// Decision 0027: easily stirred up, four weeks after the question; else with the question.
TEST(Lapses, EasilyStirredUp_KeepsWhatWasToldForSixWeeks) {
  using enum clinical::Irritability;
  EXPECT_EQ(days_with(bending_hurts(Low).agenda(14), "bend_back"), 0);
  EXPECT_GT(days_with(bending_hurts(Moderate).agenda(41), "bend_back"), 0);
  const Agenda after = bending_hurts(Moderate).agenda(42);
  EXPECT_EQ(days_with(after, "bend_back"), 0);
  EXPECT_TRUE(alerted(after, "1.4/direction_lapses", Recipient::Person));
  EXPECT_FALSE(
      alerted(bending_hurts(Moderate).agenda(20), "1.4/direction_lapses", Recipient::Person));
  EXPECT_TRUE(
      alerted(bending_hurts(Moderate).agenda(21), "1.4/direction_lapses", Recipient::Person));
}

// What bending was left out of comes back whole one exercise a week.
TEST(Lapses, ComesBackOneExerciseAWeek) {
  DayStory story = bending_hurts(clinical::Irritability::Low);
  Exercise first = unloaded("a_rock", 1);
  first.contraindications = story.exercise("rock").contraindications;
  story.add(first).prescribe(0, "a_rock").prescribe(0, "rock");
  EXPECT_TRUE(gentler(story.agenda(13), "rock"));
  EXPECT_NE(gentler(story.agenda(14), "rock"), gentler(story.agenda(14), "a_rock"));
  EXPECT_FALSE(gentler(story.agenda(21), "rock"));
  EXPECT_FALSE(gentler(story.agenda(21), "a_rock"));
}

// Rules 3.6: in a flare bending counts as it was told, although the answer has lapsed.
TEST(Lapses, InAFlare_WhatWasToldStillCounts) {
  DayStory story = bending_hurts(clinical::Irritability::Low);
  story.session(1, 3, "rock");
  EXPECT_GT(days_with(story.agenda(20), "rock"), 0);
  story.state().flares.push_back({EntryId("flare"), DayStory::at(20, 8), DayStory::day(20), {}});
  EXPECT_EQ(days_with(story.agenda(20), "rock"), 0);
}

}  // namespace
}  // namespace plumbline::care
