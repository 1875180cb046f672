// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// Oracle of this file: by hand, what somebody who reads two plans a week apart has to know.
#include "change_words.hpp"

#include <gtest/gtest.h>

#include "agenda_words.hpp"
#include "catalogue_bundle.hpp"

namespace plumbline::cli {
namespace {

using Lines = std::vector<std::string>;

exercise::Dose reps(std::int32_t count) { return {.sets = 1, .reps = count}; }

care::PlanChange step(std::int32_t from, std::int32_t to, const char* verdict) {
  return {"bridge",
          reps(from),
          "bridge",
          reps(to),
          LocalDate::from_days(20000),
          {"3.2", {}, verdict, "because."}};
}

care::Agenda week_with(std::initializer_list<const char*> exercises) {
  care::Agenda out;
  care::Day day;
  for (const char* id : exercises) {
    care::Item item;
    item.exercise = id;
    item.role = exercise::ItemRole::Main;
    day.items.push_back(item);
  }
  out.week.push_back(day);
  return out;
}

TEST(Changes, ThereAndBack_IsNotTold) {
  const auto catalogue = load_bundled_catalogue();
  care::Agenda agenda;
  agenda.changes = {step(8, 7, "step back"), step(7, 8, "step up")};
  EXPECT_EQ(change_lines(agenda, nullptr, *catalogue), Lines{});
  agenda.changes = {step(8, 9, "step up"), step(9, 10, "step up")};
  EXPECT_EQ(change_lines(agenda, nullptr, *catalogue),
            Lines{"Bridge, 8 times -> 10 times: because."});
}

// A step between the two may be left untold: the week itself says where somebody is.
TEST(Changes, WhatTheWeekDoesNotShow_IsNotTold) {
  const auto catalogue = load_bundled_catalogue();
  care::Agenda agenda = week_with({"bridge"});
  agenda.week[0].items[0].dose = reps(10);
  agenda.changes = {step(10, 8, "step back")};
  EXPECT_EQ(change_lines(agenda, nullptr, *catalogue), Lines{});
  agenda.week[0].items[0].dose = reps(8);
  EXPECT_EQ(change_lines(agenda, nullptr, *catalogue).size(), 1U);
}

TEST(Changes, NewAndLeftOut_AreNamed) {
  const auto catalogue = load_bundled_catalogue();
  const care::Agenda before = week_with({"bridge", "bird_dog"});
  care::Agenda now = week_with({"bridge", "sit_to_stand"});
  now.start_level = before.start_level;
  EXPECT_EQ(change_lines(now, &before, *catalogue),
            (Lines{"In the plan now, and not last week: Sit to stand.",
                   "Not in the plan this week: Bird dog."}));
}

// Rules 1.8: breaths count as repetitions at breath tempo.
TEST(Amounts, Breaths_AreNoRepetitions) {
  EXPECT_EQ(amount_text(reps(1), 10), "1 slow breath");
  EXPECT_EQ(amount_text({.sets = 2, .reps = 4}, 10), "2 times 4 slow breaths");
  EXPECT_EQ(amount_text(reps(4), 4), "4 times");
  EXPECT_EQ(amount_text({.sets = 1, .reps_by_set = {1, 1, 1}}, 4), "3 sets of 1");
}

}  // namespace
}  // namespace plumbline::cli
