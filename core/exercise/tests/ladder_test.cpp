// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/ladder.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "hand_made.hpp"

namespace plumbline::exercise {
namespace {

using clinical::Equipment;

/// Three rungs of levels 1, 2, 3; the middle one needs a band.
///   easy    1x9 … 1x13   loads 9 11 13
///   middle  1x5 … 1x7    loads 10 12 14
///   hard    2x4 … 2x5    loads 24 30
struct Three {
  Exercise easy = with_doses(plain("a_easy", 1), {.sets = 1, .reps = 9}, {.sets = 1, .reps = 13});
  Exercise middle =
      with_doses(plain("b_middle", 2), {.sets = 1, .reps = 5}, {.sets = 1, .reps = 7});
  Exercise hard = with_doses(plain("c_hard", 3), {.sets = 2, .reps = 4}, {.sets = 2, .reps = 5});
  Three() {
    join(easy, middle);
    join(middle, hard);
    middle.equipment = {Equipment::Band};
  }
  Catalogue catalogue() const { return *Catalogue::make({easy, middle, hard}); }
};

std::vector<Ladder> ladders_of(const Catalogue& catalogue, const Circumstances& person,
                               std::int32_t start_level) {
  std::vector<Admission> admissions;
  for (const CatalogueRow& row : catalogue.rows()) {
    admissions.push_back(admit(row.exercise, person));
  }
  return make_ladders(catalogue, admissions, person, {.start_level = start_level});
}

std::string text_of(const Catalogue& catalogue, const Ladder& ladder) {
  std::string out;
  for (const Step& step : ladder.steps) {
    out += (out.empty() ? "" : " ") + catalogue.exercise(step.exercise).id + "/" +
           std::to_string(step.dose);
  }
  return out;
}

std::string start_of(const Catalogue& catalogue, const Ladder& ladder) {
  return ladder.start ? catalogue.exercise(ladder.steps.at(*ladder.start).exercise).id : "";
}

Circumstances owner_of_band() {
  Circumstances person;
  person.equipment = {Equipment::Band};
  return person;
}

// Oracle: hand. Doses of the easy rung heavier than the next rung's start (10) are skipped: 1x11.
TEST(Ladder, ThreeRungs_HandOverBeforeADoseIsHeavierThanTheNextStart) {
  const Catalogue catalogue = Three().catalogue();
  const auto ladders = ladders_of(catalogue, owner_of_band(), 1);
  ASSERT_EQ(ladders.size(), 1U);
  EXPECT_EQ(ladders[0].id, "a_easy");
  EXPECT_EQ(text_of(catalogue, ladders[0]),
            "a_easy/0 b_middle/0 b_middle/1 b_middle/2 c_hard/0 c_hard/1");
}

// Oracle: rules 1.2: the highest allowed rung at or below the start level, at its start dose.
TEST(Ladder, StartLevel_ChoosesTheHighestRungAtOrBelowIt) {
  const Catalogue catalogue = Three().catalogue();
  EXPECT_EQ(start_of(catalogue, ladders_of(catalogue, owner_of_band(), 1)[0]), "a_easy");
  EXPECT_EQ(start_of(catalogue, ladders_of(catalogue, owner_of_band(), 2)[0]), "b_middle");
  EXPECT_EQ(start_of(catalogue, ladders_of(catalogue, owner_of_band(), 3)[0]), "c_hard");
  const Ladder ladder = ladders_of(catalogue, owner_of_band(), 3)[0];
  EXPECT_EQ(ladder.steps[*ladder.start].dose, 0U);
}

TEST(Ladder, StartLevelBelowEveryRung_HasNoStart) {
  Exercise only = plain("only", 3);
  const Catalogue catalogue = *Catalogue::make({only});
  EXPECT_FALSE(ladders_of(catalogue, {}, 2)[0].start.has_value());
}

// Oracle: rules 1.3, next rung not available: the first allowed rung above within +1 level, else
// the dose rises to the ceiling and stays. Without a band, level 3 lies two levels above level 1.
TEST(Ladder, MissingMiddleRung_IsNotSkippedOverTwoLevels) {
  const Catalogue catalogue = Three().catalogue();
  const auto ladders = ladders_of(catalogue, {}, 1);
  EXPECT_EQ(text_of(catalogue, ladders[0]), "a_easy/0 a_easy/1 a_easy/2");
}

TEST(Ladder, MissingMiddleRung_IsSkippedWithinOneLevel) {
  Three three;
  three.middle.level = 1;
  three.hard.level = 2;
  const Catalogue catalogue = *Catalogue::make({three.easy, three.middle, three.hard});
  const auto ladders = ladders_of(catalogue, {}, 1);
  // The hard rung starts at 2 × 8 = 16, so the easy one is used up to its ceiling of 13.
  EXPECT_EQ(text_of(catalogue, ladders[0]), "a_easy/0 a_easy/1 a_easy/2 c_hard/0 c_hard/1");
}

// Oracle: rules 1.2: gated rungs are never a start.
TEST(Ladder, GatedRung_IsNeverAStart) {
  for (const Gate gate : {Gate::Centralises, Gate::NerveTensioner}) {
    Three three;
    three.middle.gate = gate;
    const Catalogue catalogue = *Catalogue::make({three.easy, three.middle, three.hard});
    Circumstances person = owner_of_band();
    person.direction_extension = true;
    person.centralises = true;
    person.nerve_tensioner_ready = true;
    EXPECT_EQ(start_of(catalogue, ladders_of(catalogue, person, 2)[0]), "a_easy");
  }
}

// Oracle: rules 1.6, nerve_sciatic: the lowest allowed rung.
TEST(Ladder, NerveLadder_StartsOnItsLowestRung) {
  Three three;
  for (Exercise* e : {&three.easy, &three.middle, &three.hard}) {
    e->kind = ExerciseClass::Nerve;
    e->serves = {Need::NerveSciatic};
  }
  const Catalogue catalogue = *Catalogue::make({three.easy, three.middle, three.hard});
  EXPECT_EQ(start_of(catalogue, ladders_of(catalogue, owner_of_band(), 3)[0]), "a_easy");
}

// Oracle: rules 1.2: aerobic work starts at walking, or marching in place.
TEST(Ladder, AerobicLadder_StartsAtWalkingWhateverTheLevel) {
  const auto aerobic = [](const char* id, std::int32_t level) {
    Exercise e = with_doses(plain(id, level), {.minutes = 5}, {.minutes = 30});
    e.kind = ExerciseClass::Aerobic;
    e.serves = {Need::Aerobic};
    return e;
  };
  Exercise march = aerobic("march_in_place", 1);
  Exercise walking = aerobic("walking", 1);
  Exercise brisk = aerobic("brisk_walking", 2);
  join(march, walking);
  join(walking, brisk);
  const Catalogue catalogue = *Catalogue::make({march, walking, brisk});
  EXPECT_EQ(start_of(catalogue, ladders_of(catalogue, {}, 3)[0]), "walking");
  Circumstances person;
  person.left_out["walking"] = "no";
  EXPECT_EQ(start_of(catalogue, ladders_of(catalogue, person, 3)[0]), "march_in_place");
}

// Oracle: rules 1.9: with a hernia no hold over 5 s, so the dose stops there.
TEST(Ladder, HoldLimit_EndsTheRungBeforeTheLongerHold) {
  const Exercise e = with_doses(plain("held"), {.sets = 1, .reps = 6, .hold_s = 4},
                                {.sets = 1, .reps = 6, .hold_s = 9});
  const Catalogue catalogue = *Catalogue::make({e});
  Circumstances person;
  EXPECT_EQ(ladders_of(catalogue, person, 1)[0].steps.size(), 4U);  // 4, 5, 7, 9 s
  person.filters = {FilterWord::Hernia};
  EXPECT_EQ(ladders_of(catalogue, person, 1)[0].steps.size(), 2U);  // 4, 5 s
}

// Several rows may step back onto one: such a chain carries the rungs below it.
TEST(Ladder, SideChain_StepsBackOntoTheSharedRung) {
  Exercise easy = plain("easy", 1);
  Exercise side = with_doses(plain("side", 2), {.sets = 2, .reps = 6}, {.sets = 2, .reps = 8});
  side.regress = "easy";
  const Catalogue catalogue = *Catalogue::make({easy, side});
  const auto ladders = ladders_of(catalogue, {}, 2);
  ASSERT_EQ(ladders.size(), 2U);
  const Ladder& of_side = ladders[1];
  EXPECT_EQ(of_side.id, "side");
  EXPECT_EQ(catalogue.exercise(of_side.steps.front().exercise).id, "easy");
  EXPECT_EQ(start_of(catalogue, of_side), "side");
  EXPECT_EQ(of_side.chain_begin, *of_side.start);
}

}  // namespace
}  // namespace plumbline::exercise
