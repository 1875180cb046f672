// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "plumbline/clinical/body_area.hpp"
#include "plumbline/clinical/profile.hpp"
#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// One painted area. It counts as painted with an intensity above 0, or with any quality: numbness
/// needs no pain.
struct PaintedArea {
  BodyArea area = BodyArea::LowBackMiddle;
  /// Numeric pain rating, 0–10.
  std::int32_t intensity = 0;
  WordSet<PainQuality> quality;
  bool operator==(const PaintedArea&) const = default;
};

/// The map as regions and sides, as the profile and the journal keep it: the highest intensity and
/// all qualities of the areas of a region on a side, in the order of regions and sides.
std::vector<PainArea> to_pain_areas(std::span<const PaintedArea> map);

/// The areas of a map of regions; every area of a named region and side is painted.
std::vector<PaintedArea> to_painted_areas(std::span<const PainArea> map);

/// The painted areas of a map.
WordSet<BodyArea> painted(std::span<const PaintedArea> map);

/// The furthest step down the leg of one side (`left` or `right`) that is painted: the leg symptom
/// edge. `trunk` where nothing is painted on that leg.
LegStep leg_symptom_edge(std::span<const PaintedArea> map, Side side);

/// Where the leg symptom edge went.
enum class EdgeMove : std::uint8_t { TowardSpine, Same, FurtherDown };

/// What changed between two maps.
struct BodyMapChange {
  WordSet<BodyArea> appeared;
  WordSet<BodyArea> gone;
  /// Appeared areas that touch something painted before: the pain has spread.
  WordSet<BodyArea> spread;
  /// Appeared areas that touch nothing painted before.
  WordSet<BodyArea> elsewhere;
  EdgeMove left_leg = EdgeMove::Same;
  EdgeMove right_leg = EdgeMove::Same;
  /// Further down where one leg moved further down, else toward the spine where one leg did.
  EdgeMove legs = EdgeMove::Same;
  /// Sums of the intensities over all areas.
  std::int32_t total_before = 0;
  std::int32_t total_now = 0;

  /// Negative is less pain.
  std::int32_t total_change() const { return total_now - total_before; }
};

/// Compares two maps. An area that is painted twice in one map counts with its highest intensity.
BodyMapChange compare_body_maps(std::span<const PaintedArea> before,
                                std::span<const PaintedArea> now);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::EdgeMove> {
  static constexpr std::string_view kWhat = "move of the leg symptom edge";
  static constexpr std::array<std::string_view, 3> kWords = {"toward_spine", "same",
                                                             "further_down"};
};

}  // namespace plumbline
