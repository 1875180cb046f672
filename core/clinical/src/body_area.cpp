// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/body_area.hpp"

namespace plumbline::clinical {
namespace {

using enum BodyArea;

constexpr std::size_t kCount = kWordCount<BodyArea>;
/// Areas of the middle come first; then left and right take turns.
constexpr std::size_t kFirstPair = static_cast<std::size_t>(NeckSideLeft);

struct Row {
  BodyArea area;
  Region region;
  Face face;
  LegStep leg;
};

/// The middle, and the left one of each pair.
constexpr Row kRows[] = {
    {NeckBack, Region::Cervical, Face::Back, LegStep::Trunk},
    {UpperBackMiddle, Region::Thoracic, Face::Back, LegStep::Trunk},
    {MidBackMiddle, Region::Thoracic, Face::Back, LegStep::Trunk},
    {LowBackMiddle, Region::Lumbar, Face::Back, LegStep::Trunk},
    {Sacrum, Region::Sacrum, Face::Back, LegStep::Trunk},
    {NeckFront, Region::Cervical, Face::Front, LegStep::Trunk},
    {Breastbone, Region::Chest, Face::Front, LegStep::Trunk},
    {UpperAbdomen, Region::Abdomen, Face::Front, LegStep::Trunk},
    {LowerAbdomen, Region::Abdomen, Face::Front, LegStep::Trunk},
    {NeckSideLeft, Region::Cervical, Face::Back, LegStep::Trunk},
    {ShoulderLeft, Region::Shoulder, Face::Back, LegStep::Trunk},
    {ShoulderBladeLeft, Region::Thoracic, Face::Back, LegStep::Trunk},
    {MidBackLeft, Region::Thoracic, Face::Back, LegStep::Trunk},
    {LowBackLeft, Region::Lumbar, Face::Back, LegStep::Trunk},
    {SacroiliacLeft, Region::Sacrum, Face::Back, LegStep::Trunk},
    {ButtockUpperLeft, Region::Buttock, Face::Back, LegStep::Buttock},
    {ButtockLowerLeft, Region::Buttock, Face::Back, LegStep::Buttock},
    {HipOuterLeft, Region::Hip, Face::Outer, LegStep::Buttock},
    {FlankLeft, Region::Flank, Face::Outer, LegStep::Trunk},
    {ChestLeft, Region::Chest, Face::Front, LegStep::Trunk},
    {AbdomenSideLeft, Region::Abdomen, Face::Front, LegStep::Trunk},
    {GroinLeft, Region::Groin, Face::Front, LegStep::Buttock},
    {HipFrontLeft, Region::Hip, Face::Front, LegStep::Buttock},
    {ThighBackUpperLeft, Region::ThighBack, Face::Back, LegStep::Thigh},
    {ThighBackLowerLeft, Region::ThighBack, Face::Back, LegStep::Thigh},
    {ThighFrontUpperLeft, Region::ThighFront, Face::Front, LegStep::Thigh},
    {ThighFrontLowerLeft, Region::ThighFront, Face::Front, LegStep::Thigh},
    {ThighOuterLeft, Region::ThighFront, Face::Outer, LegStep::Thigh},
    {KneeBackLeft, Region::Knee, Face::Back, LegStep::Knee},
    {KneeFrontLeft, Region::Knee, Face::Front, LegStep::Knee},
    {CalfLeft, Region::Calf, Face::Back, LegStep::LowerLeg},
    {ShinLeft, Region::Shin, Face::Front, LegStep::LowerLeg},
    {LowerLegOuterLeft, Region::Shin, Face::Outer, LegStep::LowerLeg},
    {FootTopLeft, Region::Foot, Face::Front, LegStep::Foot},
    {HeelLeft, Region::Foot, Face::Back, LegStep::Foot},
    {FootOuterLeft, Region::Foot, Face::Outer, LegStep::Foot},
};

struct Edge {
  BodyArea a;
  BodyArea b;
};

/// Areas that touch, for the middle and the left.
constexpr Edge kEdges[] = {
    {NeckBack, NeckSideLeft},
    {NeckBack, UpperBackMiddle},
    {NeckFront, NeckSideLeft},
    {NeckFront, Breastbone},
    {NeckSideLeft, ShoulderLeft},
    {NeckSideLeft, ShoulderBladeLeft},
    {ShoulderLeft, ShoulderBladeLeft},
    {ShoulderLeft, ChestLeft},
    {UpperBackMiddle, ShoulderBladeLeft},
    {UpperBackMiddle, MidBackMiddle},
    {ShoulderBladeLeft, MidBackLeft},
    {MidBackMiddle, MidBackLeft},
    {MidBackMiddle, LowBackMiddle},
    {MidBackLeft, LowBackLeft},
    {MidBackLeft, FlankLeft},
    {LowBackMiddle, LowBackLeft},
    {LowBackMiddle, Sacrum},
    {LowBackLeft, FlankLeft},
    {LowBackLeft, SacroiliacLeft},
    {LowBackLeft, ButtockUpperLeft},
    {Sacrum, SacroiliacLeft},
    {SacroiliacLeft, ButtockUpperLeft},
    {SacroiliacLeft, ButtockLowerLeft},
    {ButtockUpperLeft, ButtockLowerLeft},
    {ButtockUpperLeft, HipOuterLeft},
    {ButtockLowerLeft, HipOuterLeft},
    {ButtockLowerLeft, ThighBackUpperLeft},
    {HipOuterLeft, ThighOuterLeft},
    {HipOuterLeft, HipFrontLeft},
    {HipOuterLeft, FlankLeft},
    {FlankLeft, AbdomenSideLeft},
    {Breastbone, ChestLeft},
    {Breastbone, UpperAbdomen},
    {ChestLeft, UpperAbdomen},
    {ChestLeft, FlankLeft},
    {ChestLeft, AbdomenSideLeft},
    {UpperAbdomen, LowerAbdomen},
    {UpperAbdomen, AbdomenSideLeft},
    {LowerAbdomen, AbdomenSideLeft},
    {LowerAbdomen, GroinLeft},
    {AbdomenSideLeft, HipFrontLeft},
    {AbdomenSideLeft, GroinLeft},
    {GroinLeft, HipFrontLeft},
    {GroinLeft, ThighFrontUpperLeft},
    {HipFrontLeft, ThighFrontUpperLeft},
    {ThighBackUpperLeft, ThighBackLowerLeft},
    {ThighBackUpperLeft, ThighOuterLeft},
    {ThighBackLowerLeft, ThighOuterLeft},
    {ThighBackLowerLeft, KneeBackLeft},
    {ThighFrontUpperLeft, ThighFrontLowerLeft},
    {ThighFrontUpperLeft, ThighOuterLeft},
    {ThighFrontLowerLeft, ThighOuterLeft},
    {ThighFrontLowerLeft, KneeFrontLeft},
    {ThighOuterLeft, KneeFrontLeft},
    {ThighOuterLeft, KneeBackLeft},
    {KneeBackLeft, KneeFrontLeft},
    {KneeBackLeft, CalfLeft},
    {KneeBackLeft, LowerLegOuterLeft},
    {KneeFrontLeft, ShinLeft},
    {KneeFrontLeft, LowerLegOuterLeft},
    {CalfLeft, LowerLegOuterLeft},
    {ShinLeft, LowerLegOuterLeft},
    {CalfLeft, HeelLeft},
    {ShinLeft, FootTopLeft},
    {LowerLegOuterLeft, FootOuterLeft},
    {FootTopLeft, FootOuterLeft},
    {HeelLeft, FootOuterLeft},
    {LowerLegOuterLeft, FootTopLeft},
    {LowerLegOuterLeft, HeelLeft},
};

constexpr BodyArea mirror(BodyArea area) {
  const auto index = static_cast<std::size_t>(area);
  if (index < kFirstPair) return area;
  return static_cast<BodyArea>((index - kFirstPair) % 2 == 0 ? index + 1 : index - 1);
}

constexpr std::array<BodyAreaFacts, kCount> all_facts() {
  std::array<BodyAreaFacts, kCount> out{};
  for (const Row& row : kRows) {
    const BodyArea other = mirror(row.area);
    const bool middle = other == row.area;
    out[static_cast<std::size_t>(other)] = {other, row.region, Side::Right, row.face, row.leg};
    out[static_cast<std::size_t>(row.area)] = {
        row.area, row.region, middle ? Side::Center : Side::Left, row.face, row.leg};
  }
  return out;
}

constexpr std::array<WordSet<BodyArea>, kCount> all_neighbours() {
  std::array<WordSet<BodyArea>, kCount> out{};
  for (const Edge& edge : kEdges) {
    for (const Edge& e : {edge, Edge{mirror(edge.a), mirror(edge.b)}}) {
      out[static_cast<std::size_t>(e.a)].insert(e.b);
      out[static_cast<std::size_t>(e.b)].insert(e.a);
    }
  }
  return out;
}

constexpr auto kFacts = all_facts();
constexpr auto kNeighbours = all_neighbours();

constexpr bool every_area_has_its_facts() {
  for (std::size_t i = 0; i < kCount; ++i) {
    if (static_cast<std::size_t>(kFacts[i].area) != i || kNeighbours[i].empty()) return false;
  }
  return true;
}
static_assert(every_area_has_its_facts());

bool is_on(const BodyAreaFacts& facts, Side side) {
  return facts.side == side || (side == Side::Both && facts.side != Side::Center);
}

WordSet<BodyArea> areas_where(Region region, Side side, bool any_side) {
  WordSet<BodyArea> out;
  for (const BodyAreaFacts& facts : kFacts) {
    if (facts.region == region && (any_side || is_on(facts, side))) out.insert(facts.area);
  }
  return out;
}

}  // namespace

const BodyAreaFacts& facts_of(BodyArea area) { return kFacts[static_cast<std::size_t>(area)]; }

WordSet<BodyArea> neighbours(BodyArea area) { return kNeighbours[static_cast<std::size_t>(area)]; }

BodyArea mirrored(BodyArea area) { return mirror(area); }

WordSet<BodyArea> areas_of(Region region, Side side) {
  const WordSet<BodyArea> found = areas_where(region, side, false);
  return found.empty() ? areas_where(region, side, true) : found;
}

}  // namespace plumbline::clinical
