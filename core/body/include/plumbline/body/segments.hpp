// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "plumbline/body/degrees_of_freedom.hpp"
#include "plumbline/foundation/words.hpp"
#include "plumbline/spatial/vector.hpp"

namespace plumbline::body {

/// The rigid parts of the body, parents before children; sided ones in pairs, left before right.
/// A spine group bends evenly over its segments.
enum class Segment : std::uint8_t {
  Pelvis,
  Lumbar1,
  Lumbar2,
  Lumbar3,
  Thoracic1,
  Thoracic2,
  Thoracic3,
  Thoracic4,
  Cervical1,
  Cervical2,
  Head,
  ClavicleLeft,
  ClavicleRight,
  UpperArmLeft,
  UpperArmRight,
  ForearmLeft,
  ForearmRight,
  HandLeft,
  HandRight,
  ThighLeft,
  ThighRight,
  ShankLeft,
  ShankRight,
  FootLeft,
  FootRight,
  ToesLeft,
  ToesRight,
};

inline constexpr std::size_t kSegmentCount = 27;
inline constexpr std::size_t kFirstSidedSegment = 11;

constexpr std::size_t index(Segment segment) { return static_cast<std::size_t>(segment); }

/// The same segment on the other side; a segment of the middle is its own counterpart.
constexpr Segment counterpart(Segment segment) {
  if (index(segment) < kFirstSidedSegment) return segment;
  return static_cast<Segment>(kFirstSidedSegment + ((index(segment) - kFirstSidedSegment) ^ 1U));
}

/// One axis of a joint, in the frame of the parent segment after the hinges before it.
struct Hinge {
  Dof dof;
  /// Unit length; a positive angle turns right-handed about it.
  spatial::Vector3 axis;
  /// The part of the angle that this joint takes: 1, or 1 ÷ segments in a spine group.
  double share;
};

/// How a segment hangs on its parent. Lengths are in body heights; in the neutral pose every
/// segment frame is parallel to the World frame (x forward, y left, z up).
struct SegmentGeometry {
  /// The pelvis is its own parent.
  Segment parent;
  /// The joint, in the parent's frame. For the pelvis: zero.
  spatial::Vector3 joint;
  /// The far end, in the segment's own frame.
  spatial::Vector3 tip;
  /// In the order in which they turn, the outermost first.
  std::array<Hinge, 3> hinges;
  std::size_t hinge_count;
};

/// The midpoint between the hip joints above the floor in upright standing, in body heights.
/// @source Drillis & Contini 1966, as in Winter, Biomechanics and Motor Control, fig. 4.1
inline constexpr double kHipHeight = 0.530;

/// The geometry of one segment; constant.
const SegmentGeometry& segment_geometry(Segment segment);

}  // namespace plumbline::body

template <>
struct plumbline::WordsOf<plumbline::body::Segment> {
  static constexpr std::string_view kWhat = "segment";
  static constexpr std::array<std::string_view, plumbline::body::kSegmentCount> kWords = {
      "pelvis",       "lumbar_1",      "lumbar_2",       "lumbar_3",       "thoracic_1",
      "thoracic_2",   "thoracic_3",    "thoracic_4",     "cervical_1",     "cervical_2",
      "head",         "clavicle_left", "clavicle_right", "upper_arm_left", "upper_arm_right",
      "forearm_left", "forearm_right", "hand_left",      "hand_right",     "thigh_left",
      "thigh_right",  "shank_left",    "shank_right",    "foot_left",      "foot_right",
      "toes_left",    "toes_right",
  };
};
