// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "plumbline/body/planted_movement.hpp"
#include "plumbline/json/codec.hpp"

namespace plumbline::json {

/// `{"height_cm", "weight_kg"?}`; without a weight the girth is average.
template <>
struct Codec<body::BodyShape> {
  static Result<body::BodyShape> read(const Value& value, const Pointer& at);
};

/// Frames a second that a drawing may ask for; 0 gives the key poses alone.
/// @source engineering choice: screens that are drawn more often blend between frames
inline constexpr std::int32_t kMostFramesPerSecond = 60;

/// A movement as a drawing needs it: places of points of the body over one cycle.
///
///     {"position", "sides", "seconds", "height", "seat", "travel", "wall": {"side", "at"} or null,
///      "points": [names], "phases": [{"name", "breath", "from", "reached", "until"}],
///      "props": [{"kind", "at": [contacts], "anchor"?}],
///      "rests": [{"contact", "surface", "at": [x, y, z]}],
///      "keys": [{"at", "pose": [x, y, z of every point]}], "rate", "frames": [[…], …]}
///
/// Times in seconds; places and lengths in whole millimeters, World frame. `keys` are the key poses
/// with the time at which each is reached. `frames` stand evenly over the cycle, `rate` a second on
/// average, the first at 0 and the last one step before the cycle begins again. `rests` says where
/// planted contacts touch their surface, where they are set down first. The wall's `at` is its x
/// (front, back) or y (left, right).
///
/// @param frames_per_second  in [0, kMostFramesPerSecond]
Value write_playback(const body::PlantedMovement& planted, std::int32_t frames_per_second);

}  // namespace plumbline::json
