// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/planted_movement.hpp"

#include <algorithm>
#include <limits>

#include "timeline.hpp"

namespace plumbline::body {
namespace {

using spatial::Vector;
using spatial::Vector3;

Vector3 wall_normal(Direction side) {
  switch (side) {
    case Direction::Front:
      return {-1, 0, 0};
    case Direction::Back:
      return {1, 0, 0};
    case Direction::Left:
      return {0, -1, 0};
    case Direction::Right:
      return {0, 1, 0};
  }
  return {1, 0, 0};
}

Vector3 surface_normal(const Movement& movement, Surface surface) {
  // A wall contact without a wall is a finding of check_movement; here it acts like the floor.
  if (surface == Surface::Wall && movement.wall) return wall_normal(*movement.wall);
  return {0, 0, 1};
}

// The wall stands where the contact that reaches farthest touches it in the start pose.
std::optional<Length> wall_coordinate(const BodyShape& shape, const Movement& movement) {
  const Skeleton skeleton = compute_skeleton(shape, movement.start);
  const Vector3 normal = surface_normal(movement, Surface::Wall);
  std::optional<Length> nearest;
  for (const Planted& planted : movement.planted) {
    if (planted.surface != Surface::Wall) continue;
    for (Spot spot : spots_of(planted.contact)) {
      const Vector3 center = spot_position(shape, skeleton, spot).components();
      const Length reach = meters(dot(normal, center)) - spot_radius(shape, spot);
      if (!nearest || reach < *nearest) nearest = reach;
    }
  }
  return nearest;
}

// Settles the key poses of one movement in order.
class Planter {
 public:
  Planter(const BodyShape& shape, const Movement& movement)
      : result_{shape, movement, {}, wall_coordinate(shape, movement)} {}

  PlantedMovement run() {
    const std::vector<KeyPose> keys = key_poses(result_.movement);
    for (std::size_t i = 0; i < keys.size(); ++i) settle(keys[i], i + 1 == keys.size());
    return std::move(result_);
  }

 private:
  void settle(const KeyPose& key, bool is_last) {
    SettledPose settled{key, {}, meters(0)};
    for (const Planted& planted : key.planted) {
      if (const auto hold = kept(planted, is_last)) settled.holds.push_back(*hold);
    }
    solve(settled);
    const Skeleton skeleton = compute_skeleton(result_.shape, settled.key.pose);
    for (const Planted& planted : key.planted) {
      if (!kept(planted, is_last)) settled.holds.push_back(set_down(planted, skeleton));
    }
    solve(settled);
    result_.keys.push_back(std::move(settled));
  }

  void solve(SettledPose& settled) const;
  Length surface_coordinate(Surface surface) const;
  ContactHold set_down(const Planted& planted, const Skeleton& skeleton) const;
  std::optional<ContactHold> kept(const Planted& planted, bool is_last) const;
  static const ContactHold* find(const SettledPose& pose, const Planted& planted);

  PlantedMovement result_;
};

std::vector<ContactConstraint> constraints_of(const std::vector<ContactHold>& holds) {
  std::vector<ContactConstraint> all;
  for (const ContactHold& hold : holds) {
    const auto spots = spots_of(hold.planted.contact);
    for (std::size_t i = 0; i < spots.size(); ++i) {
      const Vector3 target = hold.targets[i].components();
      if (hold.planted.slides) {
        all.push_back({spots[i], hold.normal, meters(dot(hold.normal, target))});
        continue;
      }
      all.push_back({spots[i], {1, 0, 0}, meters(target.x)});
      all.push_back({spots[i], {0, 1, 0}, meters(target.y)});
      all.push_back({spots[i], {0, 0, 1}, meters(target.z)});
    }
  }
  return all;
}

void Planter::solve(SettledPose& settled) const {
  const SolvedPose solved =
      solve_contacts(result_.shape, settled.key.pose, constraints_of(settled.holds));
  settled.key.pose = solved.pose;
  settled.residual = solved.residual;
}

Length Planter::surface_coordinate(Surface surface) const {
  if (surface == Surface::Seat) return result_.movement.seat * result_.shape.height;
  if (surface == Surface::Wall && result_.wall) return *result_.wall;
  return meters(0);
}

const ContactHold* Planter::find(const SettledPose& pose, const Planted& planted) {
  for (const ContactHold& hold : pose.holds) {
    const bool same =
        hold.planted.contact == planted.contact && hold.planted.surface == planted.surface;
    if (same && !hold.planted.slides && !planted.slides) return &hold;
  }
  return nullptr;
}

// The place that a contact has from the key pose before, or in the last key pose from the first.
std::optional<ContactHold> Planter::kept(const Planted& planted, bool is_last) const {
  if (result_.keys.empty()) return std::nullopt;
  const double ahead = is_last ? result_.movement.travel * in_meters(result_.shape.height) : 0;
  const ContactHold* hold = is_last ? find(result_.keys.front(), planted) : nullptr;
  if (hold == nullptr) hold = find(result_.keys.back(), planted);
  if (hold == nullptr) return std::nullopt;
  ContactHold moved = *hold;
  for (auto& target : moved.targets) target = target + Vector<World>(ahead, 0, 0);
  return moved;
}

ContactHold Planter::set_down(const Planted& planted, const Skeleton& skeleton) const {
  const Vector3 normal = surface_normal(result_.movement, planted.surface);
  ContactHold hold{planted, normal, {}};
  const ContactHold* first = result_.keys.empty() ? nullptr : find(result_.keys.front(), planted);
  // A support is a thing: whoever leaves it comes back to it.
  if (first != nullptr && planted.surface == Surface::Support) return *first;
  bool near_start = first != nullptr;
  for (Spot spot : spots_of(planted.contact)) {
    Vector3 center = spot_position(result_.shape, skeleton, spot).components();
    if (planted.surface != Surface::Support) {
      const Length rest = surface_coordinate(planted.surface) + spot_radius(result_.shape, spot);
      center = center + (in_meters(rest) - dot(normal, center)) * normal;
    }
    if (near_start) {
      const Vector3 away = center - first->targets[hold.targets.size()].components();
      near_start = norm(away) < in_meters(kSamePlace);
    }
    hold.targets.emplace_back(center);
  }
  return near_start ? *first : hold;
}

// What holds between two key poses: planted at both ends; it slides if it slides at either end.
std::vector<ContactHold> held_between(const SettledPose& a, const SettledPose& b) {
  std::vector<ContactHold> holds;
  for (const ContactHold& from : a.holds) {
    for (const ContactHold& to : b.holds) {
      const bool same =
          from.planted.contact == to.planted.contact && from.planted.surface == to.planted.surface;
      if (!same) continue;
      holds.push_back(from.planted.slides ? from : to);
      break;
    }
  }
  return holds;
}

std::vector<KeyPose> settled_keys(const PlantedMovement& planted) {
  std::vector<KeyPose> keys;
  keys.reserve(planted.keys.size());
  for (const SettledPose& settled : planted.keys) keys.push_back(settled.key);
  return keys;
}

void carry_on(std::vector<ContactHold>& holds, const Vector<World>& way) {
  for (ContactHold& hold : holds) {
    for (auto& target : hold.targets) target = target + way;
  }
}

std::vector<ContactHold> holds_within(const PlantedMovement& planted, Duration within) {
  const auto& keys = planted.keys;
  for (const SettledPose& settled : keys) {
    if (settled.key.reached <= within && within <= settled.key.left) return settled.holds;
  }
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (within < keys[i].key.reached) return held_between(keys[i - 1], keys[i]);
  }
  return keys.back().holds;
}

Moment moment_on(const PlantedMovement& planted, const Timeline& timeline, Duration time) {
  const Timeline::Place place = timeline.place(time);
  std::vector<ContactHold> holds = holds_within(planted, place.within);
  carry_on(holds, (in_meters(planted.shape.height) * place.cycle) * timeline.travel());
  const Pose pose = solve_contacts(planted.shape, timeline.at(time), constraints_of(holds)).pose;
  return {pose, std::move(holds)};
}

}  // namespace

PlantedMovement plant(const BodyShape& shape, const Movement& movement) {
  return Planter(shape, movement).run();
}

Pose sample(const PlantedMovement& planted, Duration time) {
  return moment_on(planted, Timeline(settled_keys(planted)), time).pose;
}

std::vector<Moment> sample(const PlantedMovement& planted, const std::vector<Duration>& times) {
  const Timeline timeline(settled_keys(planted));
  std::vector<Moment> moments;
  moments.reserve(times.size());
  for (Duration time : times) moments.push_back(moment_on(planted, timeline, time));
  return moments;
}

}  // namespace plumbline::body
