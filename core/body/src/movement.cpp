// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/movement.hpp"

#include <algorithm>

#include "timeline.hpp"

namespace plumbline::body {
namespace {

std::optional<Direction> mirrored(std::optional<Direction> direction) {
  if (direction == Direction::Left) return Direction::Right;
  if (direction == Direction::Right) return Direction::Left;
  return direction;
}

Phase mirrored(const Phase& phase) {
  Phase image = phase;
  image.pose = mirrored(phase.pose);
  image.planted = mirrored(phase.planted);
  return image;
}

Prop mirrored(const Prop& prop) {
  Prop image = prop;
  std::ranges::transform(prop.at, image.at.begin(), [](Contact c) { return counterpart(c); });
  image.anchor = mirrored(prop.anchor);
  return image;
}

Pose shifted_forward(const Pose& pose, double heights) {
  Pose shifted = pose;
  shifted.root_position = pose.root_position + spatial::Vector<World>(heights, 0, 0);
  return shifted;
}

}  // namespace

std::vector<Planted> mirrored(const std::vector<Planted>& planted) {
  std::vector<Planted> image = planted;
  for (Planted& p : image) p.contact = counterpart(p.contact);
  return image;
}

Movement mirrored(const Movement& movement) {
  Movement image = movement;
  image.wall = mirrored(movement.wall);
  image.start = mirrored(movement.start);
  image.planted = mirrored(movement.planted);
  for (Phase& phase : image.phases) phase = mirrored(phase);
  for (Prop& prop : image.props) prop = mirrored(prop);
  return image;
}

std::vector<Phase> all_phases(const Movement& movement) {
  std::vector<Phase> phases = movement.phases;
  if (movement.sides != Sides::Alternate) return phases;
  for (const Phase& phase : movement.phases) {
    Phase second = mirrored(phase);
    second.pose = shifted_forward(second.pose, movement.travel / 2);
    phases.push_back(std::move(second));
  }
  return phases;
}

std::vector<KeyPose> key_poses(const Movement& movement) {
  std::vector<KeyPose> keys = {{0, seconds(0), seconds(0), movement.start, movement.planted}};
  const std::vector<Phase> phases = all_phases(movement);
  for (std::size_t i = 0; i < phases.size(); ++i) {
    const Phase& phase = phases[i];
    const Duration reached = keys.back().left + phase.move;
    keys.push_back({i, reached, reached + phase.hold, phase.pose, phase.planted});
  }
  return keys;
}

Duration cycle_duration(const Movement& movement) {
  Duration total = seconds(0);
  for (const Phase& phase : movement.phases) total = total + phase.move + phase.hold;
  return movement.sides == Sides::Alternate ? 2.0 * total : total;
}

Pose sample(const Movement& movement, Duration time) {
  return Timeline(key_poses(movement)).at(time);
}

}  // namespace plumbline::body
