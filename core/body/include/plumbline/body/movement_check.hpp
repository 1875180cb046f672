// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/body/body_shape.hpp"
#include "plumbline/body/movement.hpp"

namespace plumbline::body {

/// What can be wrong with a movement.
enum class FindingKind : std::uint8_t {
  /// There is no phase, or a phase takes no time.
  BadTiming,
  /// A joint is written beyond its range; amount in degrees.
  JointOutOfRange,
  /// A planted contact leaves its place or its surface; amount in millimeters.
  ContactDrift,
  /// A part of the body is below the floor; amount in millimeters.
  FloorPenetration,
  /// The last phase does not lead back to the start; amount in degrees or millimeters.
  CycleOpen,
  /// A phase and its mirror image take different times; amount in seconds.
  UnequalTempo,
  /// A wall contact without a wall, or a surface that does not fit.
  MissingSurface,
};

/// One fault of a movement.
struct MovementFinding {
  FindingKind kind;
  /// The phase in which it is worst, counted from 0 over the whole cycle.
  std::size_t phase = 0;
  /// The word of a joint, spot or contact; empty where it concerns the whole.
  std::string subject;
  double amount = 0;
};

/// @source engineering choice: what an observer of a demonstration notices as sliding or sinking
inline constexpr Length kMostDrift = millimeters(10);
inline constexpr Length kDeepestPenetration = millimeters(10);
/// @source engineering choice: a jump of this size between two cycles is not visible
inline constexpr Angle kWidestOpening = degrees(1);
inline constexpr Length kLongestOpening = millimeters(5);
/// @source engineering choice: below the eye's sense for an uneven rhythm
inline constexpr Duration kTempoTolerance = seconds(0.05);
/// Poses looked at in every phase.
/// @source engineering choice: fine enough to catch a foot that dips between two key poses
inline constexpr int kSamplesPerPhase = 10;

/// Everything that is wrong with a movement, done by one person: an empty list is a pass. A fault
/// is named once, where it is worst.
std::vector<MovementFinding> check_movement(const BodyShape& shape, const Movement& movement);

/// `contact-drift in phase 2: left_foot 23.1 mm`.
std::string describe(const MovementFinding& finding);

}  // namespace plumbline::body

template <>
struct plumbline::WordsOf<plumbline::body::FindingKind> {
  static constexpr std::string_view kWhat = "finding";
  static constexpr std::array<std::string_view, 7> kWords = {
      "bad-timing", "joint-out-of-range", "contact-drift",   "floor-penetration",
      "cycle-open", "unequal-tempo",      "missing-surface",
  };
};
