// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "plumbline/foundation/words.hpp"

namespace plumbline::body {

/// The position in which a movement begins. Side lying is on the right side, half kneeling on the
/// left knee; the mirrored movement takes the other one.
enum class StartPosition : std::uint8_t {
  Standing,
  Sitting,
  Supine,
  HookLying,
  Prone,
  ProneSupport,
  SideLying,
  Quadruped,
  Kneeling,
  HalfKneeling,
  FloorSitting,
};

/// What a contact rests on. A support is any fixed thing, where the start pose puts the contact.
enum class Surface : std::uint8_t { Floor, Seat, Wall, Support };

/// Seen by the person in the start pose.
enum class Direction : std::uint8_t { Front, Back, Left, Right };

/// Both sides work together, one side (drawn left), or one after the other.
enum class Sides : std::uint8_t { Both, One, Alternate };

/// What to do with the breath in a phase; nobody is ever told to hold it.
enum class Breath : std::uint8_t { Free, In, Out };

enum class PropKind : std::uint8_t {
  Mat,
  Chair,
  Wall,
  Band,
  Roller,
  Weight,
  Ball,
  Step,
  Bench,
  Dowel,
  Pillow,
  Towel,
  Doorway,
};

/// What a phase is called on the screen and in speech.
enum class PhaseName : std::uint8_t {
  Lift,
  Lower,
  Hold,
  Rest,
  Reach,
  Return,
  Open,
  Close,
  Press,
  Pull,
  Tilt,
  Arch,
  Round,
  Curl,
  Bend,
  Straighten,
  Rise,
  Sit,
  Step,
  Swing,
  Slide,
  Turn,
  Squeeze,
  Release,
  Lean,
  BreatheIn,
  BreatheOut,
  Point,
  Flex,
  Nod,
};

}  // namespace plumbline::body

template <>
struct plumbline::WordsOf<plumbline::body::StartPosition> {
  static constexpr std::string_view kWhat = "start position";
  static constexpr std::array<std::string_view, 11> kWords = {
      "standing",   "sitting",   "supine",   "hook_lying",    "prone",        "prone_support",
      "side_lying", "quadruped", "kneeling", "half_kneeling", "floor_sitting"};
};

template <>
struct plumbline::WordsOf<plumbline::body::Surface> {
  static constexpr std::string_view kWhat = "surface";
  static constexpr std::array<std::string_view, 4> kWords = {"floor", "seat", "wall", "support"};
};

template <>
struct plumbline::WordsOf<plumbline::body::Direction> {
  static constexpr std::string_view kWhat = "direction";
  static constexpr std::array<std::string_view, 4> kWords = {"front", "back", "left", "right"};
};

template <>
struct plumbline::WordsOf<plumbline::body::Sides> {
  static constexpr std::string_view kWhat = "sides";
  static constexpr std::array<std::string_view, 3> kWords = {"both", "one", "alternate"};
};

template <>
struct plumbline::WordsOf<plumbline::body::Breath> {
  static constexpr std::string_view kWhat = "breath";
  static constexpr std::array<std::string_view, 3> kWords = {"free", "in", "out"};
};

template <>
struct plumbline::WordsOf<plumbline::body::PropKind> {
  static constexpr std::string_view kWhat = "prop";
  static constexpr std::array<std::string_view, 13> kWords = {
      "mat",  "chair", "wall",  "band",   "roller", "weight", "ball",
      "step", "bench", "dowel", "pillow", "towel",  "doorway"};
};

template <>
struct plumbline::WordsOf<plumbline::body::PhaseName> {
  static constexpr std::string_view kWhat = "phase";
  static constexpr std::array<std::string_view, 30> kWords = {
      "lift",  "lower",      "hold",        "rest",  "reach", "return", "open",    "close",
      "press", "pull",       "tilt",        "arch",  "round", "curl",   "bend",    "straighten",
      "rise",  "sit",        "step",        "swing", "slide", "turn",   "squeeze", "release",
      "lean",  "breathe_in", "breathe_out", "point", "flex",  "nod"};
};
