// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/weights.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "course_story.hpp"

namespace plumbline::care {
namespace {

// Oracle of this file: rules 1.8 (the kg step nearest to 2–10 % upward), 1.1 (against the heaviest
// of the last 28 days) and decision 0015, by hand.

record::Resistance kg(double kilograms) { return {kilograms, {}}; }
record::Resistance band(const char* name) { return {std::nullopt, name}; }

double next_kg(double kilograms) {
  return *resistance_of(next_weight(*weight_amount(kg(kilograms)))).kg;
}

TEST(NextWeight, Kilograms_RiseByHalvesThatMakeTwoPercent) {
  EXPECT_EQ(next_kg(2), 2.5);      // the smallest step there is
  EXPECT_EQ(next_kg(5), 5.5);      // 10 %
  EXPECT_EQ(next_kg(10), 10.5);    // 5 %
  EXPECT_EQ(next_kg(7.25), 7.75);  // plates are added to what there is
  EXPECT_EQ(next_kg(25), 25.5);    // 2 % exactly
  EXPECT_EQ(next_kg(25.5), 26.5);  // half a kilogram would be 1.96 %
  EXPECT_EQ(next_kg(60), 61.5);    // 2.5 %; 61 kg would be 1.7 %
}

RC_GTEST_PROP(NextWeight, FromFiveKilograms_IsTwoToTenPercent, ()) {
  const std::int64_t grams = *rc::gen::inRange<std::int64_t>(5'000, 500'001);
  const std::int64_t next = next_weight({WeightScale::Grams, grams}).value;
  RC_ASSERT((next - grams) * 100 >= grams * 2);
  RC_ASSERT((next - grams) * 100 <= grams * 10);
}

TEST(NextWeight, Bands_FollowTheirOrderAndTheStrongestStays) {
  const auto next = [](const char* name) {
    return resistance_of(next_weight(*weight_amount(band(name)))).band;
  };
  EXPECT_EQ(next("Light"), "medium");
  EXPECT_EQ(next("extra-strong"), "extra heavy");
  EXPECT_EQ(next("red"), "green");
  EXPECT_EQ(next("gold"), "gold");
  EXPECT_FALSE(weight_amount(band("the one from the sports shop")));
}

TEST(WeightText, Kilograms_HaveNoZerosAtTheEnd) {
  EXPECT_EQ(weight_text(kg(10)), "10 kg");
  EXPECT_EQ(weight_text(kg(10.5)), "10.5 kg");
  EXPECT_EQ(weight_text(kg(7.25)), "7.25 kg");
  EXPECT_EQ(weight_text(kg(11.34)), "11.34 kg");
  EXPECT_EQ(weight_text(kg(0.05)), "0.05 kg");
  EXPECT_EQ(weight_text(band("red")), "the red band");
}

LocalDate day(std::int32_t d) { return Story::day(d); }

double named(const WeightLog& log, std::int32_t heavier) { return *log.named(heavier)->kg; }

TEST(WeightLog, FirstWeight_StandsAndStepsBuildOnIt) {
  WeightLog log;
  log.note(day(0), kg(10), false);
  EXPECT_EQ(named(log, 0), 10);
  EXPECT_EQ(named(log, 1), 10.5);
  log.note(day(7), kg(10.5), false);
  EXPECT_EQ(named(log, 0), 10);
  EXPECT_EQ(named(log, 1), 10.5);
  EXPECT_EQ(named(log, 2), 11);
}

TEST(WeightLog, NeverMoreThanOneStepAboveTheHeaviestOf28Days) {
  WeightLog log;
  log.note(day(0), kg(12), false);
  log.note(day(20), kg(10), false);
  EXPECT_EQ(named(log, 1), 12.5);
  log.note(day(27), kg(10), false);
  EXPECT_EQ(named(log, 1), 12.5);
  log.note(day(28), kg(10), false);  // the 12 kg are 28 days old
  EXPECT_EQ(named(log, 0), 10);
  EXPECT_EQ(named(log, 5), 10.5);
}

TEST(WeightLog, ClearlyHeavier_CountsOnlyWhereFiveMoreWerePossible) {
  WeightLog hard;
  hard.note(day(0), kg(4), false);
  WeightLog easy = hard;
  hard.note(day(2), kg(8), false);
  easy.note(day(2), kg(8), true);
  EXPECT_EQ(named(hard, 0), 4);
  EXPECT_EQ(named(easy, 0), 8);
  // What the plan itself may have named is no new beginning.
  WeightLog planned;
  planned.note(day(0), kg(10), true);
  planned.note(day(7), kg(10.5), true);
  EXPECT_EQ(named(planned, 0), 10);
}

TEST(WeightLog, After28Days_BeginsAnew) {
  for (const std::int32_t gap : {27, 28}) {
    WeightLog log;
    log.note(day(0), kg(10), false);
    log.note(day(gap), kg(14), false);
    EXPECT_EQ(named(log, 0), gap == 28 ? 14 : 10);
  }
}

TEST(WeightLog, BandOfUnknownOrder_IsRepeatedAndNothingGrows) {
  WeightLog log;
  log.note(day(0), band("mine"), false);
  EXPECT_EQ(log.named(0)->band, "mine");
  EXPECT_EQ(log.named(3)->band, "mine");
  EXPECT_FALSE(log.may_grow(0));
}

/// One control exercise with a weight: 1x6, 1x7, then heavier.
std::vector<exercise::Exercise> weighted() {
  exercise::Exercise e = control("row");
  e.equipment = {clinical::Equipment::Weight};
  e.dose.ceiling = {.sets = 1, .reps = 7};
  return {e};
}

Story lifter() {
  Story story(weighted());
  story.profile().equipment = {clinical::Equipment::Weight};
  return story;
}

const Item* item_of(const Agenda& agenda) {
  for (const Day& d : agenda.week) {
    for (const Item& item : d.items) {
      if (item.exercise == "row" && item.role == exercise::ItemRole::Main) return &item;
    }
  }
  return nullptr;
}

std::optional<double> kg_on(const Story& story, std::int32_t d) {
  const Agenda agenda = story.agenda(d);
  const Item* item = item_of(agenda);
  return item == nullptr || !item->resistance ? std::nullopt : item->resistance->kg;
}

// Two good sessions a week with 10 kg: week 1 a repetition more, week 2 half a kilogram more.
TEST(NextWeight, TwoGoodSessionsAtTheLastDose_NameTheNextWeightWithAReason) {
  Story story = lifter();
  for (const std::int32_t d : {0, 2, 7, 9}) story.session(d).with(kg(10)).morning(d + 1);
  EXPECT_EQ(story.place(9), 1U);
  EXPECT_EQ(kg_on(story, 9), 10);
  EXPECT_EQ(story.place(10), 2U);
  EXPECT_EQ(kg_on(story, 10), 10.5);
  const Agenda agenda = story.agenda(10);
  EXPECT_TRUE(std::ranges::any_of(item_of(agenda)->why, [](const Reason& why) {
    return why.rule == "1.8/next_weight" && why.verdict == "10.5 kg";
  }));
}

TEST(NextWeight, WithoutAWeightTold_NothingIsNamed) {
  Story story = lifter();
  story.good({0, 2, 7, 9, 14, 16});
  EXPECT_EQ(story.place(17), 1U);
  EXPECT_FALSE(kg_on(story, 17));
}

// A lighter weight than the one that was named earns no step, and takes none back.
TEST(NextWeight, LighterThanNamed_Holds) {
  for (const double used : {10.0, 10.5}) {
    Story story = lifter();
    for (const std::int32_t d : {0, 2, 7, 9}) story.session(d).with(kg(10)).morning(d + 1);
    for (const std::int32_t d : {14, 16}) story.session(d).with(kg(used)).morning(d + 1);
    EXPECT_EQ(story.place(17), used == 10.5 ? 3U : 2U);
    EXPECT_EQ(kg_on(story, 17), used == 10.5 ? 11 : 10.5);
  }
}

TEST(NextWeight, RedPainOrTooHard_TakesItBack) {
  for (const Went& went : {Went{.during = 7}, Went{.effort = 8}}) {
    Story story = lifter();
    for (const std::int32_t d : {0, 2, 7, 9}) story.session(d).with(kg(10)).morning(d + 1);
    story.session(14, went).with(kg(10.5)).morning(15);
    EXPECT_EQ(story.place(15), 1U);
    EXPECT_EQ(kg_on(story, 15), 10);
  }
}

// Rules 3.6: a tenth after 7 days, a quarter after 14. At four steps of weight, 24 twentieths of
// 1x7: a tenth less is at most 21.6, one step of weight; a quarter at most 18, which only 1x6 is.
TEST(NextWeight, Break_TakesWeightByVolume) {
  Story story = lifter();
  const std::vector<double> used = {10, 10, 10.5, 11, 11.5};
  for (std::int32_t week = 0; week < 5; ++week) {
    for (const std::int32_t d : {week * 7, week * 7 + 2}) {
      story.session(d).with(kg(used.at(static_cast<std::size_t>(week)))).morning(d + 1);
    }
  }
  ASSERT_EQ(story.place(31), 5U);
  EXPECT_EQ(story.place(37), 2U);
  EXPECT_EQ(story.place(44), 0U);
}

/// A life with weights on some days, and the same one in more pain.
struct Pair {
  Story calm = lifter();
  Story sore = lifter();
};

Pair any_pair() {
  Pair out;
  const auto any = [](std::int32_t least, std::int32_t most) {
    return *rc::gen::inRange<std::int32_t>(least, most + 1);
  };
  const auto raised = [&](std::int32_t pain) { return any(0, 4) == 0 ? any(pain, 10) : pain; };
  double used = 10;
  for (std::int32_t d = 0; d < 70; d += any(1, 4) + (any(0, 20) == 0 ? any(5, 25) : 0)) {
    if (any(0, 3) == 0) used = any(8, 60) / 4.0;
    const std::int32_t rir = any(0, 9) == 0 ? any(0, 1) : any(3, 6);
    const bool told = any(0, 9) > 0;
    const Went calm{.during = any(2, 5), .reps = 200};
    const std::int32_t next = any(2, 5);
    Went sore = calm;
    sore.during = raised(calm.during);
    out.calm.session(d, calm);
    out.sore.session(d, sore);
    if (told) {
      out.calm.with(kg(used), rir);
      out.sore.with(kg(used), rir);
    }
    if (any(0, 9) == 0) continue;
    out.calm.morning(d + 1, next);
    out.sore.morning(d + 1, raised(next));
  }
  return out;
}

// Law 2a: with the same weights recorded, more pain never names more weight nor a higher place.
RC_GTEST_PROP(NextWeight, MorePain_NeverNamesMoreWeight, ()) {
  const Pair pair = any_pair();
  for (const std::int32_t d : {20, 40, 60, 75}) {
    const Course calm = pair.calm.course(d);
    const Course sore = pair.sore.course(d);
    const std::size_t high = calm.standings.at("row").position;
    const std::size_t low = sore.standings.at("row").position;
    RC_ASSERT(low <= high);
    const WeightLog* log = calm.weights.of(0);
    const WeightLog* same = sore.weights.of(0);
    RC_ASSERT((log == nullptr) == (same == nullptr));
    if (log == nullptr) continue;
    const auto steps = [](std::size_t place) {
      return place < 2 ? 0 : static_cast<int>(place) - 1;
    };
    RC_ASSERT(*same->named(steps(low))->kg <= *log->named(steps(high))->kg);
  }
}

}  // namespace
}  // namespace plumbline::care
