// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "plumbline/body/body_shape.hpp"
#include "plumbline/body/skeleton.hpp"
#include "plumbline/foundation/quantity.hpp"
#include "plumbline/foundation/words.hpp"

namespace plumbline::body {

/// A ball of the body's surface: what can touch the floor, a seat or a wall. Sided ones in pairs,
/// left before right.
enum class Spot : std::uint8_t {
  Belly,
  UpperBack,
  Breastbone,
  Head,
  SacrumLeft,
  SacrumRight,
  PelvisFrontLeft,
  PelvisFrontRight,
  HipLeft,
  HipRight,
  IschiumLeft,
  IschiumRight,
  RibsLeft,
  RibsRight,
  ShoulderLeft,
  ShoulderRight,
  ElbowLeft,
  ElbowRight,
  WristLeft,
  WristRight,
  KnucklesLeft,
  KnucklesRight,
  FingertipsLeft,
  FingertipsRight,
  KneeLeft,
  KneeRight,
  AnkleLeft,
  AnkleRight,
  HeelLeft,
  HeelRight,
  BallLeft,
  BallRight,
  ToeTipLeft,
  ToeTipRight,
};

inline constexpr std::size_t kSpotCount = 34;
inline constexpr std::size_t kFirstSidedSpot = 4;

/// A part of the body that a movement plants. Some plant two spots, so that they cannot turn: a
/// foot is its heel and its ball, a hand its wrist and its knuckles, the pelvis both of its sides.
enum class Contact : std::uint8_t {
  Pelvis,
  PelvisFront,
  Seat,
  UpperBack,
  Chest,
  Head,
  LeftFoot,
  RightFoot,
  LeftHeel,
  RightHeel,
  LeftBall,
  RightBall,
  LeftToes,
  RightToes,
  LeftAnkle,
  RightAnkle,
  LeftKnee,
  RightKnee,
  LeftHip,
  RightHip,
  LeftRibs,
  RightRibs,
  LeftShoulder,
  RightShoulder,
  LeftElbow,
  RightElbow,
  LeftForearm,
  RightForearm,
  LeftWrist,
  RightWrist,
  LeftHand,
  RightHand,
  LeftFingers,
  RightFingers,
};

inline constexpr std::size_t kContactCount = 34;
inline constexpr std::size_t kFirstSidedContact = 6;

constexpr std::size_t index(Spot spot) { return static_cast<std::size_t>(spot); }
constexpr std::size_t index(Contact contact) { return static_cast<std::size_t>(contact); }

/// The same on the other side; what lies in the middle is its own counterpart.
constexpr Spot counterpart(Spot spot) {
  if (index(spot) < kFirstSidedSpot) return spot;
  return static_cast<Spot>(kFirstSidedSpot + ((index(spot) - kFirstSidedSpot) ^ 1U));
}
constexpr Contact counterpart(Contact contact) {
  if (index(contact) < kFirstSidedContact) return contact;
  return static_cast<Contact>(kFirstSidedContact + ((index(contact) - kFirstSidedContact) ^ 1U));
}

/// The spots of a contact, one or two.
std::span<const Spot> spots_of(Contact contact);

/// The segment that carries a spot.
Segment segment_of(Spot spot);
/// Center of the ball, World frame, meters.
spatial::Vector<World> spot_position(const BodyShape& shape, const Skeleton& skeleton, Spot spot);
/// Radius of the ball.
Length spot_radius(const BodyShape& shape, Spot spot);

}  // namespace plumbline::body

template <>
struct plumbline::WordsOf<plumbline::body::Spot> {
  static constexpr std::string_view kWhat = "spot";
  static constexpr std::array<std::string_view, plumbline::body::kSpotCount> kWords = {
      "belly",         "upper_back",     "breastbone",        "head",
      "left_sacrum",   "right_sacrum",   "left_pelvis_front", "right_pelvis_front",
      "left_hip",      "right_hip",      "left_ischium",      "right_ischium",
      "left_ribs",     "right_ribs",     "left_shoulder",     "right_shoulder",
      "left_elbow",    "right_elbow",    "left_wrist",        "right_wrist",
      "left_knuckles", "right_knuckles", "left_fingertips",   "right_fingertips",
      "left_knee",     "right_knee",     "left_ankle",        "right_ankle",
      "left_heel",     "right_heel",     "left_ball",         "right_ball",
      "left_toe_tip",  "right_toe_tip",
  };
};

template <>
struct plumbline::WordsOf<plumbline::body::Contact> {
  static constexpr std::string_view kWhat = "contact";
  static constexpr std::array<std::string_view, plumbline::body::kContactCount> kWords = {
      "pelvis",      "pelvis_front", "seat",          "upper_back",     "chest",
      "head",        "left_foot",    "right_foot",    "left_heel",      "right_heel",
      "left_ball",   "right_ball",   "left_toes",     "right_toes",     "left_ankle",
      "right_ankle", "left_knee",    "right_knee",    "left_hip",       "right_hip",
      "left_ribs",   "right_ribs",   "left_shoulder", "right_shoulder", "left_elbow",
      "right_elbow", "left_forearm", "right_forearm", "left_wrist",     "right_wrist",
      "left_hand",   "right_hand",   "left_fingers",  "right_fingers",
  };
};
