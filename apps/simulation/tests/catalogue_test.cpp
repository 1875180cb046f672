// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/catalogue.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "catalogue_bundle.hpp"
#include "plumbline/exercise/ladder.hpp"

namespace plumbline::exercise {
namespace {

const Catalogue& catalogue() {
  static const Catalogue kCatalogue = *load_bundled_catalogue();
  return kCatalogue;
}

const CatalogueRow& row(std::string_view id) { return catalogue().row(*catalogue().find(id)); }

TEST(Catalogue, Bundle_HasAllRows) { EXPECT_GE(catalogue().rows().size(), 95U); }

// Oracle: formats.md, Load, by hand from the exercise table: level × sets × repetitions, or × hold
// ÷ 3, or × 10 × minutes; mobility, nerve, direction, relaxation and walking count 0. In thirds,
// at the start dose and at the ceiling.
TEST(Catalogue, Load_FollowsTheFormula) {
  const std::tuple<const char*, int, int> loads[] = {
      {"bridge", 3 * 16, 3 * 72},           // 2 × 8; 2 × 36
      {"bird_dog", 3 * 18, 3 * 36},         // 3 × 6; 3 × 12
      {"plank", 60, 360},                   // 3 × 20 s ÷ 3; 3 × 120 s ÷ 3
      {"brisk_walking", 3 * 200, 3 * 900},  // 2 × 10 × 10; 2 × 10 × 45
      {"wall_angel", 3 * 12, 3 * 40},       // serves shoulder blades too
      {"walking", 0, 0},
      {"march_in_place", 0, 0},
      {"sciatic_slider_seated", 0, 0},
      {"cobra_to_child", 0, 0},
      {"piriformis_figure4", 0, 0},
      {"diaphragm_breathing", 0, 0}};
  for (const auto& [id, start, ceiling] : loads) {
    EXPECT_EQ(row(id).load_thirds.front(), start) << id;
    EXPECT_EQ(row(id).load_thirds.back(), ceiling) << id;
  }
}

// Oracle: rules 1.8 by hand, seconds at the start dose.
TEST(Catalogue, Time_FollowsTheFormula) {
  const std::pair<const char*, int> seconds[] = {
      {"bird_dog", 6 * 8 * 2 + 30},                 // 3-2-1 @ 6 s, both sides
      {"walking", 5 * 60 + 30},                     // 5 minutes
      {"bridge", 8 * 5 + 30},                       // 1 × 8 @ 3 s
      {"goblet_squat", 2 * 6 * 4 + 90 + 30},        // weights rest 90 s
      {"clamshell_band", 2 * 8 * 4 * 2 + 30 + 30},  // 2 × 8, both sides
      {"wall_side_lean", 2 * 10 * 2 + 30 + 30},     // 2 × 10 s, both sides
      {"bridge_pose", 3 * 10 + 30}};                // three breaths of 10 s
  for (const auto& [id, expected] : seconds) EXPECT_EQ(row(id).seconds.front(), expected) << id;
}

std::set<std::string> admitted(const Circumstances& person) {
  std::set<std::string> out;
  for (const CatalogueRow& r : catalogue().rows()) {
    if (std::holds_alternative<Admitted>(admit(r.exercise, person))) out.insert(r.exercise.id);
  }
  return out;
}

// Oracle: exercises.csv, by hand: floor spares the bed.
TEST(Catalogue, FloorExcluded_SparesTheBed) {
  Circumstances person;
  person.excluded_positions = {clinical::ExcludedPosition::Floor};
  const auto ids = admitted(person);
  for (const char* bed : {"bridge", "dead_bug", "clamshell", "prone_hip_extension", "open_book"}) {
    EXPECT_TRUE(ids.contains(bed)) << bed;
  }
  for (const char* floor : {"bird_dog", "cat_cow", "plank", "child_pose",
                            "adductor_stretch_butterfly", "hip_flexor_half_kneel"}) {
    EXPECT_FALSE(ids.contains(floor)) << floor;
  }
  EXPECT_TRUE(ids.contains("abdominal_hollow_brace"));  // also lying or standing
}

// Oracle: exercises.csv: rows with a weight, and holds over 5 s, by hand.
TEST(Catalogue, Hernia_LeavesOutWeightsAndLongHolds) {
  Circumstances person;
  person.equipment = {clinical::Equipment::Weight, clinical::Equipment::Wall,
                      clinical::Equipment::Chair};
  person.filters = {FilterWord::Hernia};
  const auto ids = admitted(person);
  for (const char* id : {"goblet_squat", "hip_hinge_load", "deadlift", "farmer_carry",
                         "suitcase_carry", "single_arm_row", "plank", "wall_plank", "bird_dog"}) {
    EXPECT_FALSE(ids.contains(id)) << id;
  }
  for (const char* id : {"bridge", "glute_set", "bird_dog_leg", "sit_to_stand", "walking"}) {
    EXPECT_TRUE(ids.contains(id)) << id;
  }
}

/// Nothing smaller is allowed by rules 1.8: one variable grows by its smallest step, or a set comes
/// that one repetition (or second) step less would make lighter than what went before.
bool smallest_step(const Dose& from, const Dose& to, const Dose& start) {
  const auto amount = [](const Dose& d) { return d.reps ? *d.reps : d.hold_s ? *d.hold_s : 0; };
  if (to.sets > from.sets) {
    const std::int32_t step = !to.reps ? 5 : amount(to) > 8 ? 2 : 1;
    const bool lighter = (amount(to) - step) * to.sets < amount(from) * from.sets;
    return to.sets == from.sets + 1 && (amount(to) == amount(start) || lighter);
  }
  if (to.reps_by_set != from.reps_by_set) {
    return *repetitions(to) - *repetitions(from) <= 2 && to.hold_s == from.hold_s;
  }
  const bool reps_grow = to.reps != from.reps;
  const bool hold_grows = to.hold_s != from.hold_s;
  if (reps_grow && hold_grows) return false;
  if (reps_grow) return *to.reps - *from.reps <= (*from.reps < 8 ? 1 : 2);
  if (hold_grows) return *to.hold_s - *from.hold_s <= (*from.hold_s < 20 ? 2 : 5);
  return to.minutes && *to.minutes - *from.minutes == 1;
}

// Law over the real catalogue, rules 1.1: a step up is at most 10 %, or the smallest there is. How
// many there are in a week is held by permits.
TEST(Catalogue, EveryDosePath_GrowsByTenPercentOrASmallestStep) {
  for (const CatalogueRow& row : catalogue().rows()) {
    for (std::size_t i = 1; i < row.path.size(); ++i) {
      const Dose& from = row.path[i - 1];
      const Dose& to = row.path[i];
      const std::int64_t before = load_in_thirds(from, 1);
      const bool ten_percent = load_in_thirds(to, 1) * 10 <= before * 11 && to.sets == from.sets;
      EXPECT_TRUE(ten_percent || smallest_step(from, to, row.path.front()))
          << row.exercise.id << " step " << i;
    }
  }
}

// Law over the real catalogue: a weight or band grows on the last rung of a ladder, at its last
// dose, twelve times (decision 0015).
TEST(Catalogue, HeavierPlaces_StandAtTheEndOfLadders) {
  Circumstances person;
  for (std::size_t i = 0; i < kWordCount<clinical::Equipment>; ++i) {
    person.equipment.insert(static_cast<clinical::Equipment>(i));
  }
  std::vector<Admission> admissions;
  for (const CatalogueRow& r : catalogue().rows()) admissions.push_back(admit(r.exercise, person));
  std::set<std::string> grow;
  for (const Ladder& l : make_ladders(catalogue(), admissions, person, {.start_level = 3})) {
    if (l.steps.empty() || l.steps.back().heavier == 0) continue;
    grow.insert(catalogue().exercise(l.steps.back().exercise).id);
    for (std::size_t i = 0; i < l.steps.size(); ++i) {
      const std::size_t above = l.steps.size() - 1 - i;
      EXPECT_EQ(l.steps[i].heavier, above < 12 ? static_cast<std::int32_t>(12 - above) : 0);
    }
  }
  // Oracle: exercises.csv, rows with a weight or band that nothing admitted follows, by hand.
  const std::set<std::string> by_hand = {"dead_bug_band",  "bird_dog_band",  "pallof_split",
                                         "hip_thrust",     "band_side_step", "deadlift",
                                         "suitcase_carry", "single_arm_row", "band_pull_apart"};
  for (const std::string& id : grow) EXPECT_TRUE(by_hand.contains(id)) << id;
  EXPECT_TRUE(grow.contains("deadlift"));
}

// Law over the real catalogue: for any one filter word the load never falls along a ladder.
TEST(Catalogue, EveryFilterWord_KeepsLaddersRising) {
  for (std::size_t w = 0; w <= kWordCount<FilterWord>; ++w) {
    Circumstances person;
    if (w < kWordCount<FilterWord>) person.filters = {static_cast<FilterWord>(w)};
    for (std::size_t i = 0; i < kWordCount<clinical::Equipment>; i += w % 2 + 1) {
      person.equipment.insert(static_cast<clinical::Equipment>(i));
    }
    std::vector<Admission> admissions;
    for (const CatalogueRow& r : catalogue().rows())
      admissions.push_back(admit(r.exercise, person));
    for (std::int32_t level = 1; level <= 3; ++level) {
      for (const Ladder& ladder :
           make_ladders(catalogue(), admissions, person, {.start_level = level})) {
        std::int64_t before = 0;
        for (const Step& step : ladder.steps) {
          const std::int64_t load = catalogue().row(step.exercise).load_thirds.at(step.dose);
          EXPECT_GE(load, before) << ladder.id;
          before = load;
        }
        if (!ladder.start) continue;
        const Exercise& first = catalogue().exercise(ladder.steps.at(*ladder.start).exercise);
        EXPECT_LE(first.level, level) << ladder.id;
        EXPECT_NE(first.id, "prone_press_up");
        EXPECT_NE(first.id, "sciatic_tensioner_slump");
      }
    }
  }
}

}  // namespace
}  // namespace plumbline::exercise
