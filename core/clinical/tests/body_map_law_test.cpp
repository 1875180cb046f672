// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "plumbline/clinical/body_map.hpp"

namespace plumbline::clinical {
namespace {

using enum BodyArea;
using Map = std::vector<PaintedArea>;

Map paint(std::initializer_list<BodyArea> areas, std::int32_t intensity = 5) {
  Map map;
  for (BodyArea area : areas) map.push_back({area, intensity, {}});
  return map;
}

Map any_map() {
  Map map;
  const int count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    map.push_back({static_cast<BodyArea>(*rc::gen::inRange<int>(0, kWordCount<BodyArea>)),
                   *rc::gen::inRange<std::int32_t>(0, 11),
                   {}});
  }
  return map;
}

Map mirror_image(Map map) {
  for (PaintedArea& area : map) area.area = mirrored(area.area);
  return map;
}

WordSet<BodyArea> mirror_image(WordSet<BodyArea> areas) {
  WordSet<BodyArea> out;
  areas.for_each([&](BodyArea area) { out.insert(mirrored(area)); });
  return out;
}

TEST(BodyArea, Table_IsWideEnoughAndCoversEveryRegion) {
  EXPECT_GE(kWordCount<BodyArea>, 40U);
  for (std::size_t r = 0; r < kWordCount<Region>; ++r) {
    for (const Side side : {Side::Left, Side::Right, Side::Both, Side::Center}) {
      EXPECT_FALSE(areas_of(static_cast<Region>(r), side).empty()) << r;
    }
  }
}

// Law: touching goes both ways, never to oneself, and mirrors.
TEST(BodyArea, Neighbours_AreMutualAndMirrored) {
  for (std::size_t i = 0; i < kWordCount<BodyArea>; ++i) {
    const auto area = static_cast<BodyArea>(i);
    EXPECT_EQ(mirrored(mirrored(area)), area);
    EXPECT_EQ(mirror_image(neighbours(area)), neighbours(mirrored(area))) << word(area);
    EXPECT_FALSE(neighbours(area).contains(area)) << word(area);
    neighbours(area).for_each(
        [&](BodyArea other) { EXPECT_TRUE(neighbours(other).contains(area)) << word(area); });
  }
}

// Law: the whole body hangs together, so spread can be judged everywhere.
TEST(BodyArea, Neighbours_ConnectTheWholeBody) {
  WordSet<BodyArea> reached{LowBackMiddle};
  for (std::size_t round = 0; round < kWordCount<BodyArea>; ++round) {
    WordSet<BodyArea> next = reached;
    reached.for_each([&](BodyArea area) { next = next.united(neighbours(area)); });
    reached = next;
  }
  EXPECT_EQ(reached.size(), static_cast<int>(kWordCount<BodyArea>));
}

// Law: down a leg each step touches the one before it, or its own.
TEST(BodyArea, LegSteps_NeverSkip) {
  for (std::size_t i = 0; i < kWordCount<BodyArea>; ++i) {
    const auto area = static_cast<BodyArea>(i);
    neighbours(area).for_each([&](BodyArea other) {
      const int difference =
          static_cast<int>(facts_of(area).leg) - static_cast<int>(facts_of(other).leg);
      EXPECT_LE(difference, 1) << word(area) << word(other);
    });
  }
}

// Oracle: by hand.
TEST(BodyMap, PainIntoTheCalf_SpreadsAndGoesFurtherDown) {
  const Map before = paint({LowBackLeft, ButtockLowerLeft});
  const Map now = paint({LowBackLeft, ButtockLowerLeft, ThighBackUpperLeft, CalfLeft});
  const BodyMapChange change = compare_body_maps(before, now);
  EXPECT_EQ(change.spread, (WordSet<BodyArea>{ThighBackUpperLeft}));
  EXPECT_EQ(change.elsewhere, (WordSet<BodyArea>{CalfLeft}));
  EXPECT_EQ(change.left_leg, EdgeMove::FurtherDown);
  EXPECT_EQ(change.right_leg, EdgeMove::Same);
  EXPECT_EQ(change.legs, EdgeMove::FurtherDown);
  EXPECT_EQ(change.total_change(), 10);
}

TEST(BodyMap, CalfPainGone_MovesTowardTheSpineEvenWithMoreBackPain) {
  const Map before = paint({LowBackMiddle, CalfRight}, 4);
  const Map now = paint({LowBackMiddle}, 6);
  const BodyMapChange change = compare_body_maps(before, now);
  EXPECT_EQ(change.legs, EdgeMove::TowardSpine);
  EXPECT_EQ(change.gone, (WordSet<BodyArea>{CalfRight}));
  EXPECT_TRUE(change.appeared.empty());
  EXPECT_EQ(change.total_change(), -2);
}

TEST(BodyMap, OneLegBetterOtherWorse_CountsAsFurtherDown) {
  const BodyMapChange change = compare_body_maps(paint({CalfLeft, ButtockUpperRight}),
                                                 paint({ButtockUpperLeft, KneeBackRight}));
  EXPECT_EQ(change.left_leg, EdgeMove::TowardSpine);
  EXPECT_EQ(change.legs, EdgeMove::FurtherDown);
}

TEST(BodyMap, NumbnessWithoutPain_CountsAsPainted) {
  const Map numb = {{FootTopLeft, 0, {PainQuality::Numb}}};
  EXPECT_EQ(leg_symptom_edge(numb, Side::Left), LegStep::Foot);
  EXPECT_EQ(leg_symptom_edge(paint({FootTopLeft}, 0), Side::Left), LegStep::Trunk);
}

TEST(BodyMap, RegionsAndAreas_Convert) {
  const Map map = {{LowBackLeft, 3, {PainQuality::Aching}},
                   {CalfLeft, 2, {PainQuality::Tingling}},
                   {LowBackMiddle, 5, {}}};
  const std::vector<PainArea> regions = to_pain_areas(map);
  ASSERT_EQ(regions.size(), 3U);
  EXPECT_EQ(regions[0], (PainArea{Region::Lumbar, Side::Left, 3, {PainQuality::Aching}}));
  EXPECT_EQ(regions[1], (PainArea{Region::Lumbar, Side::Center, 5, {}}));
  EXPECT_EQ(regions[2], (PainArea{Region::Calf, Side::Left, 2, {PainQuality::Tingling}}));
  const std::vector<PainArea> both = {{Region::Foot, Side::Both, 4, {}}};
  EXPECT_EQ(to_painted_areas(both).size(), 6U);
}

// Law: swapping left and right swaps the result.
RC_GTEST_PROP(BodyMapLaw, MirrorImage_MirrorsTheChange, ()) {
  const Map before = any_map();
  const Map now = any_map();
  const BodyMapChange a = compare_body_maps(before, now);
  const BodyMapChange b = compare_body_maps(mirror_image(before), mirror_image(now));
  RC_ASSERT(mirror_image(a.spread) == b.spread);
  RC_ASSERT(mirror_image(a.elsewhere) == b.elsewhere);
  RC_ASSERT(mirror_image(a.gone) == b.gone);
  RC_ASSERT(a.left_leg == b.right_leg);
  RC_ASSERT(a.legs == b.legs);
  RC_ASSERT(a.total_change() == b.total_change());
}

// Law: comparing backwards exchanges appeared and gone and turns the total round.
RC_GTEST_PROP(BodyMapLaw, Backwards_TurnsTheChangeRound, ()) {
  const Map before = any_map();
  const Map now = any_map();
  const BodyMapChange there = compare_body_maps(before, now);
  const BodyMapChange back = compare_body_maps(now, before);
  RC_ASSERT(there.appeared == back.gone);
  RC_ASSERT(there.total_change() == -back.total_change());
  RC_ASSERT((there.left_leg == EdgeMove::FurtherDown) == (back.left_leg == EdgeMove::TowardSpine));
  RC_ASSERT(there.spread.united(there.elsewhere) == there.appeared);
  RC_ASSERT(!there.spread.intersects(there.elsewhere));
}

// Law: through regions and back, the leg symptom edge stays where it is.
RC_GTEST_PROP(BodyMapLaw, ThroughRegions_KeepsTheEdge, ()) {
  const Map map = any_map();
  const Map again = to_painted_areas(to_pain_areas(map));
  RC_ASSERT(leg_symptom_edge(map, Side::Left) == leg_symptom_edge(again, Side::Left));
  RC_ASSERT(leg_symptom_edge(map, Side::Right) == leg_symptom_edge(again, Side::Right));
}

}  // namespace
}  // namespace plumbline::clinical
