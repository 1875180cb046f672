// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/body/movement.hpp"
#include "plumbline/json/codec.hpp"

namespace plumbline::json {

/// The movement of an exercise.
///
///     {"position": "hook_lying", "sides": "both", "props": [{"kind": "mat"}],
///      "start": {"angles": {…}, "pelvis": {…}, "lifts": […], "contacts": {…}, "slides": {…}},
///      "phases": [{"name": "lift", "seconds": 2, "hold": 3, "breath": "out", "angles": {…}, …}]}
///
/// `start` is written against the pose and contacts of `position`, a phase against `start`; only
/// what differs is written. `angles` are whole degrees by joint; `contacts` and `slides` name the
/// surface of a planted or gliding contact, `lifts` takes one away. A joint or contact without
/// its side (`hip_flexion`, `foot`) means both. `pelvis` moves and turns the pelvis against
/// `position`: `forward`, `left`, `up` in hundredths of the body height, `tilt`, `roll`, `turn` in
/// degrees. Optional: `wall` (a direction), `seat` (its height) and `travel` (the way of one cycle
/// forward) in hundredths of the body height.
///
/// What `write` prints reads back as the same movement when its angles are whole degrees.
template <>
struct Codec<body::Movement> {
  static Result<body::Movement> read(const Value& value, const Pointer& at);
  static Value write(const body::Movement& movement);
};

}  // namespace plumbline::json
