// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "plumbline/body/body_shape.hpp"
#include "plumbline/body/contact_solver.hpp"
#include "plumbline/body/movement.hpp"

namespace plumbline::body {

/// Where one contact is held in one key pose.
struct ContactHold {
  Planted planted;
  /// Unit length, out of the surface into the room, World frame.
  spatial::Vector3 normal;
  /// Wanted centers of its spots, World frame, meters; one or two, as in `spots_of`.
  std::vector<spatial::Vector<World>> targets;
};

/// A key pose of one person, settled on its contacts.
struct SettledPose {
  KeyPose key;
  std::vector<ContactHold> holds;
  /// The worst distance from what the contacts ask for.
  Length residual;
};

/// A movement fitted to one person: key poses settled, contacts known.
struct PlantedMovement {
  BodyShape shape;
  Movement movement;
  std::vector<SettledPose> keys;
  /// Coordinate of the wall along its normal, World frame; empty without a wall contact.
  std::optional<Length> wall;
};

/// A contact that is set down this close to where the cycle began returns to that very place.
/// @source engineering choice: nearer than a step, farther than the errors of integer degrees
inline constexpr Length kSamePlace = millimeters(60);

/// Fits a movement to a person. In the start, contacts are brought to their surface where they
/// are; a contact that stays from one key pose to the next keeps its place; the last key pose takes
/// the places of the first (moved on by the travel).
PlantedMovement plant(const BodyShape& shape, const Movement& movement);

/// A pose and the contacts that are held in it, with their targets.
struct Moment {
  Pose pose;
  std::vector<ContactHold> holds;
};

/// The pose at a time, contacts in their places: the interpolated pose, corrected by the contact
/// solver. At the time of a key pose it is that key pose.
Pose sample(const PlantedMovement& planted, Duration time);

/// The same for many times at once; cheaper, as the interpolation is prepared once.
std::vector<Moment> sample(const PlantedMovement& planted, const std::vector<Duration>& times);

}  // namespace plumbline::body
