// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "plumbline/body/contacts.hpp"
#include "plumbline/body/movement_words.hpp"
#include "plumbline/body/pose.hpp"
#include "plumbline/foundation/quantity.hpp"

namespace plumbline::body {

/// A contact that carries the body in a key pose.
struct Planted {
  Contact contact;
  Surface surface = Surface::Floor;
  /// Stays on the surface but may glide along it.
  bool slides = false;
  bool operator==(const Planted&) const = default;
};

/// A thing that the movement needs, for drawing.
struct Prop {
  PropKind kind;
  /// The parts of the body that hold or touch it; empty for a thing that only lies there.
  std::vector<Contact> at;
  /// Where the other end is fastened, seen by the person; a band, for instance.
  std::optional<Direction> anchor;
  bool operator==(const Prop&) const = default;
};

/// One phase: the way from the pose before into `pose`, and staying there.
struct Phase {
  PhaseName name = PhaseName::Hold;
  /// Time of the way. Positive.
  Duration move = seconds(1);
  /// Time of staying in the pose. At least 0.
  Duration hold = seconds(0);
  Breath breath = Breath::Free;
  /// As written by the author; contacts are settled on their surfaces by `plant`.
  Pose pose;
  std::vector<Planted> planted;
  bool operator==(const Phase&) const = default;
};

/// An exercise as key poses: one cycle that begins and ends in `start`. A contact is held through a
/// phase when it is planted at both of its ends.
///
/// With `Sides::Alternate` the phases lead from the start to its mirror image, and the cycle goes
/// on with the mirrored phases. With `Sides::One` they show the left side; `mirrored` shows the
/// right.
struct Movement {
  StartPosition position = StartPosition::Standing;
  Sides sides = Sides::Both;
  /// The side of the body on which the wall stands, seen by the person in the start pose.
  std::optional<Direction> wall;
  /// Height of the seat in body heights.
  double seat = 0.25;
  /// Way that one cycle leads forward, in body heights; 0 on the spot.
  double travel = 0;
  Pose start;
  std::vector<Planted> planted;
  std::vector<Phase> phases;
  std::vector<Prop> props;
  bool operator==(const Movement&) const = default;
};

/// The seat of a chair that fits the person, in body heights.
/// @source Drillis & Contini 1966 (knee at 0.285) less the thickness of the thigh; status U
inline constexpr double kFittingSeat = 0.25;

/// The contacts with left and right exchanged.
std::vector<Planted> mirrored(const std::vector<Planted>& planted);
/// The movement for the other side. Exact; twice gives the movement back.
Movement mirrored(const Movement& movement);

/// A pose of the written-out cycle.
struct KeyPose {
  /// Which phase leads here, counted from 0 over the whole cycle; the start counts as 0.
  std::size_t phase = 0;
  /// When it is reached, and until when it is held; from the beginning of the cycle.
  Duration reached;
  Duration left;
  Pose pose;
  std::vector<Planted> planted;
};

/// The cycle written out: the start at time 0, then the end of every phase, mirrored phases
/// included.
std::vector<KeyPose> key_poses(const Movement& movement);

/// The phases of the cycle written out, mirrored ones included.
std::vector<Phase> all_phases(const Movement& movement);

/// Time of one cycle.
Duration cycle_duration(const Movement& movement);

/// The pose at a time, from the key poses as written, contacts not settled. Each joint follows a
/// monotone cubic through its key angles, so that its speed has no steps and it never overshoots.
/// Times before and after the cycle fall into its repetitions.
Pose sample(const Movement& movement, Duration time);

}  // namespace plumbline::body
