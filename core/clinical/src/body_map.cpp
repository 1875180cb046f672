// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/body_map.hpp"

#include <algorithm>
#include <array>

namespace plumbline::clinical {
namespace {

bool is_painted(const PaintedArea& area) { return area.intensity > 0 || !area.quality.empty(); }

using Intensities = std::array<std::int32_t, kWordCount<BodyArea>>;

/// The highest intensity of each area, 0 where it is not painted.
Intensities intensities(std::span<const PaintedArea> map) {
  Intensities out{};
  for (const PaintedArea& area : map) {
    std::int32_t& highest = out.at(static_cast<std::size_t>(area.area));
    highest = std::max(highest, area.intensity);
  }
  return out;
}

std::int32_t total(std::span<const PaintedArea> map) {
  std::int32_t sum = 0;
  for (const std::int32_t intensity : intensities(map)) sum += intensity;
  return sum;
}

EdgeMove edge_move(LegStep before, LegStep now) {
  if (now > before) return EdgeMove::FurtherDown;
  return now < before ? EdgeMove::TowardSpine : EdgeMove::Same;
}

/// The more worrying of two moves.
EdgeMove worse(EdgeMove a, EdgeMove b) {
  if (a == EdgeMove::FurtherDown || b == EdgeMove::FurtherDown) return EdgeMove::FurtherDown;
  return a == EdgeMove::TowardSpine || b == EdgeMove::TowardSpine ? EdgeMove::TowardSpine
                                                                  : EdgeMove::Same;
}

/// Whether an area belongs to a region and side as the journal names them.
bool belongs(const BodyAreaFacts& facts, Region region, Side side) {
  return facts.region == region && facts.side == side;
}

}  // namespace

std::vector<PainArea> to_pain_areas(std::span<const PaintedArea> map) {
  std::vector<PainArea> out;
  for (std::size_t r = 0; r < kWordCount<Region>; ++r) {
    for (const Side side : {Side::Left, Side::Right, Side::Center}) {
      PainArea merged{static_cast<Region>(r), side, 0, {}};
      bool found = false;
      for (const PaintedArea& area : map) {
        if (!is_painted(area) || !belongs(facts_of(area.area), merged.region, side)) continue;
        found = true;
        merged.intensity = std::max(merged.intensity, area.intensity);
        merged.quality = merged.quality.united(area.quality);
      }
      if (found) out.push_back(merged);
    }
  }
  return out;
}

std::vector<PaintedArea> to_painted_areas(std::span<const PainArea> map) {
  std::vector<PaintedArea> out;
  for (const PainArea& pain : map) {
    areas_of(pain.region, pain.side).for_each([&](BodyArea area) {
      out.push_back({area, pain.intensity, pain.quality});
    });
  }
  return out;
}

WordSet<BodyArea> painted(std::span<const PaintedArea> map) {
  WordSet<BodyArea> out;
  for (const PaintedArea& area : map) {
    if (is_painted(area)) out.insert(area.area);
  }
  return out;
}

LegStep leg_symptom_edge(std::span<const PaintedArea> map, Side side) {
  LegStep furthest = LegStep::Trunk;
  for (const PaintedArea& area : map) {
    const BodyAreaFacts& facts = facts_of(area.area);
    if (is_painted(area) && facts.side == side) furthest = std::max(furthest, facts.leg);
  }
  return furthest;
}

BodyMapChange compare_body_maps(std::span<const PaintedArea> before,
                                std::span<const PaintedArea> now) {
  const WordSet<BodyArea> old_areas = painted(before);
  const WordSet<BodyArea> new_areas = painted(now);
  BodyMapChange change;
  new_areas.for_each([&](BodyArea area) {
    if (old_areas.contains(area)) return;
    change.appeared.insert(area);
    (neighbours(area).intersects(old_areas) ? change.spread : change.elsewhere).insert(area);
  });
  old_areas.for_each([&](BodyArea area) {
    if (!new_areas.contains(area)) change.gone.insert(area);
  });
  change.left_leg =
      edge_move(leg_symptom_edge(before, Side::Left), leg_symptom_edge(now, Side::Left));
  change.right_leg =
      edge_move(leg_symptom_edge(before, Side::Right), leg_symptom_edge(now, Side::Right));
  change.legs = worse(change.left_leg, change.right_leg);
  change.total_before = total(before);
  change.total_now = total(now);
  return change;
}

}  // namespace plumbline::clinical
