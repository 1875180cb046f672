// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "plumbline/clinical/vocabulary.hpp"
#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// An area of the body map that can be painted. Left and right are those of the person.
enum class BodyArea : std::uint8_t {
  NeckBack,
  UpperBackMiddle,
  MidBackMiddle,
  LowBackMiddle,
  Sacrum,
  NeckFront,
  Breastbone,
  UpperAbdomen,
  LowerAbdomen,
  NeckSideLeft,
  NeckSideRight,
  ShoulderLeft,
  ShoulderRight,
  ShoulderBladeLeft,
  ShoulderBladeRight,
  MidBackLeft,
  MidBackRight,
  LowBackLeft,
  LowBackRight,
  SacroiliacLeft,
  SacroiliacRight,
  ButtockUpperLeft,
  ButtockUpperRight,
  ButtockLowerLeft,
  ButtockLowerRight,
  HipOuterLeft,
  HipOuterRight,
  FlankLeft,
  FlankRight,
  ChestLeft,
  ChestRight,
  AbdomenSideLeft,
  AbdomenSideRight,
  GroinLeft,
  GroinRight,
  HipFrontLeft,
  HipFrontRight,
  ThighBackUpperLeft,
  ThighBackUpperRight,
  ThighBackLowerLeft,
  ThighBackLowerRight,
  ThighFrontUpperLeft,
  ThighFrontUpperRight,
  ThighFrontLowerLeft,
  ThighFrontLowerRight,
  ThighOuterLeft,
  ThighOuterRight,
  KneeBackLeft,
  KneeBackRight,
  KneeFrontLeft,
  KneeFrontRight,
  CalfLeft,
  CalfRight,
  ShinLeft,
  ShinRight,
  LowerLegOuterLeft,
  LowerLegOuterRight,
  FootTopLeft,
  FootTopRight,
  HeelLeft,
  HeelRight,
  FootOuterLeft,
  FootOuterRight,
};

/// The view of the figure on which an area lies.
enum class Face : std::uint8_t { Front, Back, Outer };

/// How far down a leg an area lies, from the trunk on.
enum class LegStep : std::uint8_t { Trunk, Buttock, Thigh, Knee, LowerLeg, Foot };

/// What the body map knows about an area.
struct BodyAreaFacts {
  BodyArea area = BodyArea::NeckBack;
  Region region = Region::Cervical;
  Side side = Side::Center;
  Face face = Face::Back;
  LegStep leg = LegStep::Trunk;
};

/// @source engineering choice: our own division, fine enough to see symptoms move down a leg
const BodyAreaFacts& facts_of(BodyArea area);

/// The areas that touch an area. Touching goes both ways and is the same on both sides.
WordSet<BodyArea> neighbours(BodyArea area);

/// The area on the other side; an area of the middle is its own mirror image.
BodyArea mirrored(BodyArea area);

/// The areas of a region on a side; `both` gives the left and the right ones, and regions that lie
/// only on the sides or only in the middle give what they have.
WordSet<BodyArea> areas_of(Region region, Side side);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::BodyArea> {
  static constexpr std::string_view kWhat = "body area";
  static constexpr std::array<std::string_view, 63> kWords = {
      "neck_back",
      "upper_back_middle",
      "mid_back_middle",
      "low_back_middle",
      "sacrum",
      "neck_front",
      "breastbone",
      "upper_abdomen",
      "lower_abdomen",
      "neck_side_left",
      "neck_side_right",
      "shoulder_left",
      "shoulder_right",
      "shoulder_blade_left",
      "shoulder_blade_right",
      "mid_back_left",
      "mid_back_right",
      "low_back_left",
      "low_back_right",
      "sacroiliac_left",
      "sacroiliac_right",
      "buttock_upper_left",
      "buttock_upper_right",
      "buttock_lower_left",
      "buttock_lower_right",
      "hip_outer_left",
      "hip_outer_right",
      "flank_left",
      "flank_right",
      "chest_left",
      "chest_right",
      "abdomen_side_left",
      "abdomen_side_right",
      "groin_left",
      "groin_right",
      "hip_front_left",
      "hip_front_right",
      "thigh_back_upper_left",
      "thigh_back_upper_right",
      "thigh_back_lower_left",
      "thigh_back_lower_right",
      "thigh_front_upper_left",
      "thigh_front_upper_right",
      "thigh_front_lower_left",
      "thigh_front_lower_right",
      "thigh_outer_left",
      "thigh_outer_right",
      "knee_back_left",
      "knee_back_right",
      "knee_front_left",
      "knee_front_right",
      "calf_left",
      "calf_right",
      "shin_left",
      "shin_right",
      "lower_leg_outer_left",
      "lower_leg_outer_right",
      "foot_top_left",
      "foot_top_right",
      "heel_left",
      "heel_right",
      "foot_outer_left",
      "foot_outer_right",
  };
};

template <>
struct WordsOf<clinical::Face> {
  static constexpr std::string_view kWhat = "view of the body";
  static constexpr std::array<std::string_view, 3> kWords = {"front", "back", "outer"};
};

template <>
struct WordsOf<clinical::LegStep> {
  static constexpr std::string_view kWhat = "leg step";
  static constexpr std::array<std::string_view, 6> kWords = {"trunk", "buttock",   "thigh",
                                                             "knee",  "lower_leg", "foot"};
};

}  // namespace plumbline
