// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// Oracle of this file: rules 1.6, 1.8 and 3.2 and decision 0025 by hand, with usual pain 3.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "course_story.hpp"
#include "day_story.hpp"
#include "plumbline/care/day_room.hpp"

namespace plumbline::care {
namespace {

using exercise::ItemRole;

bool has_reason(const Item& item, const std::string& rule) {
  return std::ranges::any_of(item.why, [&](const Reason& why) { return why.rule == rule; });
}

/// Rows with a weight, 2x6 to 3x12; a set needs 90 seconds of rest.
std::vector<Exercise> weights() {
  Exercise e = reps("row", 2, {Need::DeepAbdominal}, 2, 6);
  e.equipment = {clinical::Equipment::Weight};
  return {e};
}

exercise::Ladder rows_with_weight(const exercise::Catalogue& catalogue) {
  exercise::Ladder ladder;
  ladder.id = "row";
  const std::size_t doses = catalogue.row(0).path.size();
  for (std::size_t dose = 0; dose < doses; ++dose) ladder.steps.push_back({0, dose, 0});
  ladder.steps.push_back({0, doses - 1, 1});
  return ladder;
}

// Rules 1.8: 3x12 with weight takes 144 + 180 + 30 seconds; in 200 the most of the path is 2x10,
// 80 + 90 + 30 seconds. The weight is no matter of minutes.
TEST(FullDay, TopDoseTooLong_LargestThatFitsWithTheSameWeight) {
  const auto catalogue = *exercise::Catalogue::make(weights());
  const exercise::Ladder ladder = rows_with_weight(catalogue);
  const clinical::Profile profile = story_profile();
  const std::size_t top = ladder.steps.size() - 1;
  const auto whole = fitting_step({catalogue, profile, ladder, 354}, top);
  ASSERT_TRUE(whole);
  EXPECT_EQ(*whole, ladder.steps[top]);
  const auto shorter = fitting_step({catalogue, profile, ladder, 200}, top);
  ASSERT_TRUE(shorter);
  const exercise::Dose& dose = catalogue.row(0).path[shorter->dose];
  EXPECT_EQ(dose.sets, 2);
  EXPECT_EQ(dose.reps, 10);
  EXPECT_EQ(shorter->heavier, 1);
  EXPECT_FALSE(fitting_step({catalogue, profile, ladder, 100}, top));
}

// Law 2a: whoever stands lower is laid no more, however little room there is.
TEST(FullDay, LowerPlace_NeverALargerDose) {
  const auto catalogue = *exercise::Catalogue::make(weights());
  const exercise::Ladder ladder = rows_with_weight(catalogue);
  const clinical::Profile profile = story_profile();
  for (std::int32_t seconds = 168; seconds <= 360; ++seconds) {
    std::size_t before = 0;
    for (std::size_t place = 0; place < ladder.steps.size(); ++place) {
      const auto step = fitting_step({catalogue, profile, ladder, seconds}, place);
      ASSERT_TRUE(step);
      EXPECT_GE(step->rank(), before) << seconds << " s, place " << place;
      before = step->rank();
    }
  }
}

// By hand: 60 s are left on Monday, 200 on Friday. Both grow by 30 on both days, then the first by
// 30 more on Friday, where it has come to its end.
TEST(FullDay, RoomIsShared_EvenlyOverTheDaysFirst) {
  std::vector<Chosen> chosen(2);
  for (Chosen& c : chosen) {
    c.days = 0b0010001;
    c.kept_seconds = 100;
  }
  const std::vector<Wanted> wanted = {{{130, 160}, {130, 160}}, {{130}, {130}}};
  share_room(chosen, wanted, {60, 0, 0, 0, 200, 0, 0});
  EXPECT_EQ(chosen[0].room, (std::array<std::int32_t, 7>{130, 0, 0, 0, 160, 0, 0}));
  EXPECT_EQ(chosen[1].room, (std::array<std::int32_t, 7>{130, 0, 0, 0, 130, 0, 0}));
}

// By hand: repetitions of 30 seconds. Who stands at 1x10, 330 seconds, has 300: 1x8 takes 270.
TEST(FullDay, DoseShortened_NamesTheMinutesAndNoStep) {
  exercise::Exercise slow = control("row");
  slow.dose.tempo_s = 30;
  Story story({slow});
  story.profile().minutes_per_day = 5;
  story.good({0, 2, 7, 9, 14, 16});
  ASSERT_EQ(story.place(17), 3U);
  std::int64_t shorter = 0;
  for (const Day& day : story.agenda(17).week) {
    EXPECT_LE(seconds_of(day), 300);
    for (const Item& item : day.items) {
      EXPECT_EQ(item.dose.reps, 8);
      EXPECT_TRUE(has_reason(item, "1.8/full_day"));
      EXPECT_FALSE(has_reason(item, "3.2/step_up"));
      ++shorter;
    }
  }
  EXPECT_EQ(shorter, 3);
  // Done as asked: no success, and nothing is taken back.
  EXPECT_EQ(story.session(18, {.reps = 8}).morning(19).session(21, {.reps = 8}).place(22), 3U);
}

TEST(Walks, FiveSessionDays_StrengthKeepsTwoDaysWithoutAWalk) {
  DayStory story;
  story.profile().days_per_week = 5;
  const Agenda agenda = story.agenda(0);
  // Sessions on Monday, Tuesday, Wednesday, Friday, Saturday; strength rests between.
  const std::array<bool, 7> walks = {true, true, false, true, false, true, true};
  for (std::size_t d = 0; d < 7; ++d) {
    EXPECT_EQ(find_item(agenda.week[d], "walking") != nullptr, walks[d]) << "day " << d;
  }
}

// Rules 1.6: three or four main items a session; nothing is left for one day alone.
TEST(Sessions, EveryOne_HoldsTwoMainItemsBeforeOneIsFull) {
  DayStory story;
  story.profile().onset_days_ago = 400;
  // Of another class than belly work, so that one may rest while the other is done.
  for (const char* id : {"hip_1", "hip_2"}) story.exercise(id).kind = ExerciseClass::Functional;
  for (const std::int32_t days : {2, 3, 4, 5}) {
    story.profile().days_per_week = days;
    const Agenda agenda = story.agenda(0);
    std::int64_t least = 9;
    std::int64_t most = 0;
    for (const Day& day : agenda.week) {
      const auto mains = std::ranges::count(day.items, ItemRole::Main, &Item::role);
      if (mains == 0) continue;
      least = std::min(least, mains);
      most = std::max(most, mains);
    }
    EXPECT_GE(least, 2) << days << " days";
    EXPECT_LE(most - least, 2) << days << " days";
  }
}

}  // namespace
}  // namespace plumbline::care
