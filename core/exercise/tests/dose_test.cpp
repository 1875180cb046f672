// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/dose.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace plumbline::exercise {
namespace {

Dose reps_of(int sets, int reps) { return {.sets = sets, .reps = reps}; }
Dose held_reps(int sets, int reps, int hold) {
  return {.sets = sets, .reps = reps, .hold_s = hold};
}
Dose held(int sets, int hold) { return {.sets = sets, .hold_s = hold}; }
Dose lasting(int minutes) { return {.minutes = minutes}; }
Dose pyramid(std::vector<int> sets, int hold) {
  return {.reps_by_set = {sets.begin(), sets.end()}, .hold_s = hold};
}

std::string text_of(const Dose& d) {
  std::string out;
  if (d.minutes) return std::to_string(*d.minutes) + "min";
  if (!d.reps_by_set.empty()) {
    for (const int r : d.reps_by_set) out += (out.empty() ? "" : "-") + std::to_string(r);
  } else if (d.reps) {
    out = std::to_string(d.sets) + "x" + std::to_string(*d.reps);
  } else {
    return std::to_string(d.sets) + "x" + std::to_string(*d.hold_s) + "s";
  }
  return d.hold_s ? out + "@" + std::to_string(*d.hold_s) : out;
}

std::string path_of(const Dose& start, const Dose& ceiling) {
  const auto path = make_dose_path({.start = start, .ceiling = ceiling});
  if (!path) return describe(path.error());
  std::string out;
  for (const Dose& dose : *path) out += (out.empty() ? "" : " ") + text_of(dose);
  return out;
}

// Oracle of this file, unless said otherwise: hand. Rules 1.8: +1 repetition (+2 from 8) to the
// top, then one set more. A new set starts at the fewest repetitions whose total is not below what
// was done before (decision 0005); 2x8 = 16 and 3x5 = 15, so 3x6 follows.

TEST(DosePath, RepetitionsOneToTwoSets_GrowByRepetitionsThenBySet) {
  EXPECT_EQ(path_of(reps_of(1, 6), reps_of(2, 10)), "1x6 1x7 1x8 1x10 2x6 2x7 2x8 2x10");
  EXPECT_EQ(path_of(reps_of(1, 4), reps_of(2, 6)), "1x4 1x5 1x6 2x4 2x5 2x6");
  EXPECT_EQ(path_of(reps_of(1, 4), reps_of(2, 8)), "1x4 1x5 1x6 1x7 1x8 2x4 2x5 2x6 2x7 2x8");
  EXPECT_EQ(path_of(reps_of(1, 5), reps_of(2, 8)), "1x5 1x6 1x7 1x8 2x5 2x6 2x7 2x8");
  EXPECT_EQ(path_of(reps_of(1, 8), reps_of(2, 12)), "1x8 1x10 1x12 2x8 2x10 2x12");
  EXPECT_EQ(path_of(reps_of(1, 10), reps_of(2, 20)),
            "1x10 1x12 1x14 1x16 1x18 1x20 2x10 2x12 2x14 2x16 2x18 2x20");
}

TEST(DosePath, OddCeiling_IsReachedByAShorterLastStep) {
  EXPECT_EQ(path_of(reps_of(1, 8), reps_of(2, 15)),
            "1x8 1x10 1x12 1x14 1x15 2x8 2x10 2x12 2x14 2x15");
  EXPECT_EQ(path_of(reps_of(2, 8), reps_of(2, 15)), "2x8 2x10 2x12 2x14 2x15");
}

TEST(DosePath, RepetitionsOneToThreeSets_ThirdSetIsNotLighter) {
  EXPECT_EQ(path_of(reps_of(1, 6), reps_of(3, 8)), "1x6 1x7 1x8 2x6 2x7 2x8 3x6 3x7 3x8");
  // 2x10 = 20; 3x6 = 18 < 20; 3x7 = 21.
  EXPECT_EQ(path_of(reps_of(1, 6), reps_of(3, 10)),
            "1x6 1x7 1x8 1x10 2x6 2x7 2x8 2x10 3x7 3x8 3x10");
  // 2x12 = 24 = 3x8.
  EXPECT_EQ(path_of(reps_of(1, 6), reps_of(3, 12)),
            "1x6 1x7 1x8 1x10 1x12 2x6 2x7 2x8 2x10 2x12 3x8 3x10 3x12");
  EXPECT_EQ(path_of(reps_of(1, 8), reps_of(3, 12)), "1x8 1x10 1x12 2x8 2x10 2x12 3x8 3x10 3x12");
}

TEST(DosePath, RepetitionsTwoToThreeSets_ThirdSetIsNotLighter) {
  EXPECT_EQ(path_of(reps_of(2, 2), reps_of(3, 4)), "2x2 2x3 2x4 3x3 3x4");
  EXPECT_EQ(path_of(reps_of(2, 3), reps_of(3, 6)), "2x3 2x4 2x5 2x6 3x4 3x5 3x6");
  EXPECT_EQ(path_of(reps_of(2, 4), reps_of(3, 6)), "2x4 2x5 2x6 3x4 3x5 3x6");
  EXPECT_EQ(path_of(reps_of(2, 4), reps_of(3, 8)), "2x4 2x5 2x6 2x7 2x8 3x6 3x7 3x8");
  EXPECT_EQ(path_of(reps_of(2, 5), reps_of(3, 6)), "2x5 2x6 3x5 3x6");
  EXPECT_EQ(path_of(reps_of(2, 5), reps_of(3, 8)), "2x5 2x6 2x7 2x8 3x6 3x7 3x8");
  EXPECT_EQ(path_of(reps_of(2, 6), reps_of(3, 8)), "2x6 2x7 2x8 3x6 3x7 3x8");
  EXPECT_EQ(path_of(reps_of(2, 6), reps_of(3, 10)), "2x6 2x7 2x8 2x10 3x7 3x8 3x10");
  EXPECT_EQ(path_of(reps_of(2, 6), reps_of(3, 12)), "2x6 2x7 2x8 2x10 2x12 3x8 3x10 3x12");
  EXPECT_EQ(path_of(reps_of(2, 8), reps_of(3, 12)), "2x8 2x10 2x12 3x8 3x10 3x12");
}

TEST(DosePath, OneSetOnly_GrowsByRepetitionsAlone) {
  EXPECT_EQ(path_of(reps_of(1, 6), reps_of(1, 10)), "1x6 1x7 1x8 1x10");
  EXPECT_EQ(path_of(reps_of(1, 5), reps_of(1, 10)), "1x5 1x6 1x7 1x8 1x10");
  EXPECT_EQ(path_of(reps_of(1, 2), reps_of(1, 5)), "1x2 1x3 1x4 1x5");
}

TEST(DosePath, BreathsInThreeSets_GrowLikeRepetitions) {
  // 2x5 = 10; 3x3 = 9 < 10.
  EXPECT_EQ(path_of(reps_of(1, 3), reps_of(3, 5)), "1x3 1x4 1x5 2x3 2x4 2x5 3x4 3x5");
}

TEST(DosePath, HeldRepetitions_GrowByRepetitionsThenHoldThenSet) {
  EXPECT_EQ(path_of(held_reps(1, 8, 5), held_reps(2, 12, 5)),
            "1x8@5 1x10@5 1x12@5 2x8@5 2x10@5 2x12@5");
  // Holds: 1 s below 5 s, 2 s from 5 s.
  EXPECT_EQ(path_of(held_reps(1, 8, 3), held_reps(3, 12, 5)),
            "1x8@3 1x10@3 1x12@3 1x12@4 1x12@5 2x8@5 2x10@5 2x12@5 3x8@5 3x10@5 3x12@5");
  EXPECT_EQ(path_of(held_reps(1, 6, 5), held_reps(2, 10, 10)),
            "1x6@5 1x7@5 1x8@5 1x10@5 1x10@7 1x10@9 1x10@10 2x6@10 2x7@10 2x8@10 2x10@10");
  EXPECT_EQ(path_of(held_reps(1, 6, 5), held_reps(1, 10, 10)),
            "1x6@5 1x7@5 1x8@5 1x10@5 1x10@7 1x10@9 1x10@10");
  EXPECT_EQ(path_of(held_reps(1, 6, 2), held_reps(2, 10, 3)),
            "1x6@2 1x7@2 1x8@2 1x10@2 1x10@3 2x6@3 2x7@3 2x8@3 2x10@3");
  EXPECT_EQ(path_of(held_reps(1, 5, 2), held_reps(2, 8, 3)),
            "1x5@2 1x6@2 1x7@2 1x8@2 1x8@3 2x5@3 2x6@3 2x7@3 2x8@3");
}

TEST(DosePath, Pyramid_GrowsThroughFiveShapesThenHold) {
  EXPECT_EQ(path_of(pyramid({3, 2, 1}, 5), pyramid({6, 4, 2}, 8)),
            "3-2-1@5 4-2-1@5 4-3-2@5 5-3-2@5 6-4-2@5 6-4-2@7 6-4-2@8");
  EXPECT_EQ(path_of(pyramid({3, 2, 1}, 6), pyramid({6, 4, 2}, 10)),
            "3-2-1@6 4-2-1@6 4-3-2@6 5-3-2@6 6-4-2@6 6-4-2@8 6-4-2@10");
  EXPECT_EQ(path_of(pyramid({3, 2, 1}, 5), pyramid({6, 4, 2}, 10)),
            "3-2-1@5 4-2-1@5 4-3-2@5 5-3-2@5 6-4-2@5 6-4-2@7 6-4-2@9 6-4-2@10");
}

TEST(DosePath, PureHold_GrowsByHoldThenSet) {
  // 2x20 s = 40 s; 3x12 = 36 < 40; 3x14 = 42.
  EXPECT_EQ(path_of(held(2, 10), held(3, 20)),
            "2x10s 2x12s 2x14s 2x16s 2x18s 2x20s 3x14s 3x16s 3x18s 3x20s");
  EXPECT_EQ(path_of(held(2, 8), held(3, 20)),
            "2x8s 2x10s 2x12s 2x14s 2x16s 2x18s 2x20s 3x14s 3x16s 3x18s 3x20s");
  // 2x30 = 60; below 20 s by 2, then by 5: 21, 26, 31 → 30. 3x19 = 57 < 60.
  EXPECT_EQ(path_of(held(1, 15), held(3, 30)),
            "1x15s 1x17s 1x19s 1x21s 1x26s 1x30s 2x15s 2x17s 2x19s 2x21s 2x26s 2x30s 3x21s "
            "3x26s 3x30s");
  EXPECT_EQ(path_of(held(1, 20), held(2, 30)), "1x20s 1x25s 1x30s 2x20s 2x25s 2x30s");
  EXPECT_EQ(path_of(held(1, 20), held(3, 30)),
            "1x20s 1x25s 1x30s 2x20s 2x25s 2x30s 3x20s 3x25s 3x30s");
  EXPECT_EQ(path_of(held(1, 20), held(2, 60)),
            "1x20s 1x25s 1x30s 1x35s 1x40s 1x45s 1x50s 1x55s 1x60s 2x30s 2x35s 2x40s 2x45s "
            "2x50s 2x55s 2x60s");
  // 2x40 = 80; 3x26 = 78 < 80 where the way is 10 … 20, 25, 30.
  EXPECT_EQ(path_of(held(2, 10), held(3, 40)),
            "2x10s 2x12s 2x14s 2x16s 2x18s 2x20s 2x25s 2x30s 2x35s 2x40s 3x30s 3x35s 3x40s");
  EXPECT_EQ(path_of(held(2, 15), held(3, 40)),
            "2x15s 2x17s 2x19s 2x21s 2x26s 2x31s 2x36s 2x40s 3x31s 3x36s 3x40s");
  EXPECT_EQ(path_of(held(2, 15), held(3, 30)),
            "2x15s 2x17s 2x19s 2x21s 2x26s 2x30s 3x21s 3x26s 3x30s");
  EXPECT_EQ(path_of(held(2, 8), held(3, 30)),
            "2x8s 2x10s 2x12s 2x14s 2x16s 2x18s 2x20s 2x25s 2x30s 3x20s 3x25s 3x30s");
  EXPECT_EQ(path_of(held(2, 10), held(3, 60)),
            "2x10s 2x12s 2x14s 2x16s 2x18s 2x20s 2x25s 2x30s 2x35s 2x40s 2x45s 2x50s 2x55s "
            "2x60s 3x40s 3x45s 3x50s 3x55s 3x60s");
}

TEST(DosePath, Minutes_GrowByOneThenByATenth) {
  EXPECT_EQ(path_of(lasting(1), lasting(5)), "1min 2min 3min 4min 5min");
  EXPECT_EQ(path_of(lasting(2), lasting(10)), "2min 3min 4min 5min 6min 7min 8min 9min 10min");
  // A tenth of 19 is 1.9: whole minutes never grow by more than the tenth, so 20 comes next.
  EXPECT_EQ(path_of(lasting(5), lasting(30)),
            "5min 6min 7min 8min 9min 10min 11min 12min 13min 14min 15min 16min 17min 18min "
            "19min 20min 22min 24min 26min 28min 30min");
  EXPECT_EQ(path_of(lasting(30), lasting(45)), "30min 33min 36min 39min 42min 45min");
  // A tenth of 60 is 6, of which 5 are allowed.
  EXPECT_EQ(path_of(lasting(60), lasting(67)), "60min 65min 67min");
}

TEST(DosePath, StartIsCeiling_HasOneDose) {
  EXPECT_EQ(path_of(reps_of(2, 8), reps_of(2, 8)), "2x8");
}

TEST(DosePath, ShapesDiffer_AreRefused) {
  EXPECT_EQ(make_dose_path({.start = reps_of(1, 6), .ceiling = held(1, 20)}).error().code,
            ErrorCode::Inconsistent);
  EXPECT_EQ(make_dose_path({.start = reps_of(2, 6), .ceiling = reps_of(1, 8)}).error().code,
            ErrorCode::Inconsistent);
  EXPECT_EQ(make_dose_path({.start = reps_of(1, 8), .ceiling = reps_of(2, 7)}).error().code,
            ErrorCode::Inconsistent);
  EXPECT_EQ(make_dose_path({.start = held(1, 20), .ceiling = held(2, 15)}).error().code,
            ErrorCode::Inconsistent);
  EXPECT_EQ(make_dose_path({.start = lasting(9), .ceiling = lasting(8)}).error().code,
            ErrorCode::Inconsistent);
}

// Rules 1.8: sets × (repetitions × (hold + 2)) × sides + (sets − 1) × rest + 30 s. A pyramid counts
// as one set (rules 1.2): 12 × 12 × 2 + 30 = 318 s; the start 3-2-1 × 5 s takes about 2 minutes
// (rules 1.1): 6 × 7 × 2 + 30 = 114 s.
TEST(DoseTime, BirdDogPyramid_TakesAsLongAsItsRepetitionsOnBothSides) {
  const TimeOfItem both{.tempo_s = 4, .sides = 2, .rest_s = 30};
  EXPECT_EQ(seconds_of(pyramid({6, 4, 2}, 10), both), 318);
  EXPECT_EQ(seconds_of(pyramid({3, 2, 1}, 5), both), 114);
}

TEST(DoseTime, Walking_TakesItsMinutesAndTheChange) {
  EXPECT_EQ(seconds_of(lasting(30), {}), 1830);
  EXPECT_EQ(seconds_of(lasting(5), {}), 330);
}

TEST(DoseTime, Repetitions_CountTempoSidesAndRest) {
  // 3 × 12 × 4 + 2 × 30 + 30 = 234.
  EXPECT_EQ(seconds_of(reps_of(3, 12), {}), 234);
  // With weights 90 s of rest: 144 + 180 + 30 = 354.
  EXPECT_EQ(seconds_of(reps_of(3, 12), {.rest_s = 90}), 354);
  // Both sides: 2 × 8 × 4 × 2 + 30 + 30 = 188.
  EXPECT_EQ(seconds_of(reps_of(2, 8), {.sides = 2}), 188);
  // Five breaths of 10 s in three sets: 150 + 60 + 30 = 240.
  EXPECT_EQ(seconds_of(reps_of(3, 5), {.tempo_s = 10}), 240);
  // 2 × 12 × (5 + 2) + 30 + 30 = 228.
  EXPECT_EQ(seconds_of(held_reps(2, 12, 5), {}), 228);
}

TEST(DoseTime, PureHold_CountsSetsSidesAndRest) {
  // 3 × 20 × 2 + 60 + 30 = 210.
  EXPECT_EQ(seconds_of(held(3, 20), {.sides = 2}), 210);
}

// Formats, Load: level × sets × (repetitions, or hold ÷ 3, or 10 × minutes), here in thirds.
TEST(DoseLoad, EachShape_FollowsTheFormula) {
  EXPECT_EQ(load_in_thirds(reps_of(3, 8), 3), 3 * 72);
  EXPECT_EQ(load_in_thirds(held_reps(2, 12, 5), 1), 3 * 24);
  EXPECT_EQ(load_in_thirds(pyramid({6, 4, 2}, 10), 3), 3 * 36);
  EXPECT_EQ(load_in_thirds(held(3, 40), 3), 3 * 120);
  // 2 × 10 s at level 2 is a load of 13⅓.
  EXPECT_EQ(load_in_thirds(held(2, 10), 2), 40);
  EXPECT_EQ(load_in_thirds(lasting(10), 2), 3 * 200);
}

TEST(DoseRepetitions, EachShape_SumsOverItsSets) {
  EXPECT_EQ(repetitions(reps_of(3, 8)), 24);
  EXPECT_EQ(repetitions(pyramid({4, 3, 2}, 5)), 9);
  EXPECT_EQ(repetitions(held(3, 20)), std::nullopt);
  EXPECT_EQ(repetitions(lasting(5)), std::nullopt);
}

}  // namespace
}  // namespace plumbline::exercise
