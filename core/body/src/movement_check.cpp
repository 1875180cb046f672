// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/movement_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "plumbline/body/joint_limits.hpp"
#include "plumbline/body/planted_movement.hpp"

namespace plumbline::body {
namespace {

using spatial::Vector;

// Keeps the worst finding of each kind and subject.
class Findings {
 public:
  void add(FindingKind kind, std::size_t phase, std::string_view subject, double amount) {
    for (MovementFinding& known : list_) {
      if (known.kind != kind || known.subject != subject) continue;
      if (amount > known.amount) known = {kind, phase, std::string(subject), amount};
      return;
    }
    list_.push_back({kind, phase, std::string(subject), amount});
  }
  std::vector<MovementFinding> take() { return std::move(list_); }
  bool empty() const { return list_.empty(); }

 private:
  std::vector<MovementFinding> list_;
};

void check_timing(const Movement& movement, Findings& findings) {
  if (movement.phases.empty()) findings.add(FindingKind::BadTiming, 0, "", 0);
  for (std::size_t i = 0; i < movement.phases.size(); ++i) {
    const Phase& phase = movement.phases[i];
    const bool good = phase.move > seconds(0) && phase.hold >= seconds(0);
    if (!good) findings.add(FindingKind::BadTiming, i, word(phase.name), 0);
  }
}

void check_surfaces(const Movement& movement, Findings& findings) {
  for (const KeyPose& key : key_poses(movement)) {
    for (const Planted& planted : key.planted) {
      if (planted.surface == Surface::Wall && !movement.wall) {
        findings.add(FindingKind::MissingSurface, key.phase, word(planted.contact), 0);
      }
    }
  }
}

void check_limits(const Pose& pose, std::size_t phase, Findings& findings) {
  for (std::size_t i = 0; i < kDofCount; ++i) {
    const Dof dof = static_cast<Dof>(i);
    const double beyond = in_degrees(excess(dof, pose.angle(dof)));
    // Rounding of a limit that is met exactly is no fault.
    if (beyond > 1e-6) findings.add(FindingKind::JointOutOfRange, phase, word(dof), beyond);
  }
}

void check_floor(const BodyShape& shape, const Skeleton& skeleton, std::size_t phase,
                 Findings& findings) {
  for (std::size_t i = 0; i < kSpotCount; ++i) {
    const Spot spot = static_cast<Spot>(i);
    const double lowest =
        spot_position(shape, skeleton, spot).z() - in_meters(spot_radius(shape, spot));
    if (meters(-lowest) >= kDeepestPenetration) {
      findings.add(FindingKind::FloorPenetration, phase, word(spot), -1000 * lowest);
    }
  }
}

double drift_in_meters(const ContactHold& hold, std::size_t i, const Vector<World>& center) {
  const spatial::Vector3 away = (center - hold.targets[i]).components();
  return hold.planted.slides ? std::abs(dot(hold.normal, away)) : norm(away);
}

void check_contacts(const BodyShape& shape, const Skeleton& skeleton,
                    const std::vector<ContactHold>& holds, std::size_t phase, Findings& findings) {
  for (const ContactHold& hold : holds) {
    const auto spots = spots_of(hold.planted.contact);
    for (std::size_t i = 0; i < spots.size(); ++i) {
      const double drift = drift_in_meters(hold, i, spot_position(shape, skeleton, spots[i]));
      if (meters(drift) >= kMostDrift) {
        findings.add(FindingKind::ContactDrift, phase, word(hold.planted.contact), 1000 * drift);
      }
    }
  }
}

struct Look {
  std::size_t phase;
  Duration time;
};

std::vector<Look> looks_at(const PlantedMovement& planted) {
  std::vector<Look> all = {{0, seconds(0)}};
  for (std::size_t k = 1; k < planted.keys.size(); ++k) {
    const Duration from = planted.keys[k - 1].key.left;
    const Duration way = planted.keys[k].key.reached - from;
    for (int i = 1; i <= kSamplesPerPhase; ++i) {
      all.push_back({planted.keys[k].key.phase, from + way * (i / double{kSamplesPerPhase})});
    }
  }
  return all;
}

void check_poses(const PlantedMovement& planted, Findings& findings) {
  const std::vector<Look> looks = looks_at(planted);
  std::vector<Duration> times;
  times.reserve(looks.size());
  for (const Look& look : looks) times.push_back(look.time);
  const std::vector<Moment> moments = sample(planted, times);
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const Skeleton skeleton = compute_skeleton(planted.shape, moments[i].pose);
    const std::size_t phase = looks[i].phase;
    check_limits(moments[i].pose, phase, findings);
    check_floor(planted.shape, skeleton, phase, findings);
    check_contacts(planted.shape, skeleton, moments[i].holds, phase, findings);
  }
}

// The largest difference of two poses, in degrees over all joints and the root's orientation.
double widest_difference(const Pose& a, const Pose& b) {
  double widest = in_degrees(angle_between(a.root_orientation, b.root_orientation));
  for (std::size_t i = 0; i < kDofCount; ++i) {
    widest = std::max(widest, std::abs(in_degrees(a.angles[i] - b.angles[i])));
  }
  return widest;
}

double root_distance(const Pose& a, const Pose& b) {
  return norm(a.root_position - b.root_position);
}

void check_closing(const PlantedMovement& planted, Findings& findings) {
  const KeyPose& last = planted.keys.back().key;
  Pose expected = planted.keys.front().key.pose;
  expected.root_position = expected.root_position + Vector<World>(planted.movement.travel, 0, 0);
  const double angle = widest_difference(expected, last.pose);
  if (degrees(angle) >= kWidestOpening) {
    findings.add(FindingKind::CycleOpen, last.phase, "joints", angle);
  }
  const Length way = root_distance(expected, last.pose) * planted.shape.height;
  if (way >= kLongestOpening) {
    findings.add(FindingKind::CycleOpen, last.phase, "root", in_millimeters(way));
  }
}

bool mirror_each_other(const Phase& a, const Phase& b) {
  const Pose image = mirrored(a.pose);
  return a.name == b.name && degrees(widest_difference(image, b.pose)) < kWidestOpening &&
         degrees(widest_difference(a.pose, b.pose)) >= kWidestOpening;
}

void check_tempo(const Movement& movement, Findings& findings) {
  const auto& phases = movement.phases;
  for (std::size_t i = 0; i < phases.size(); ++i) {
    for (std::size_t j = i + 1; j < phases.size(); ++j) {
      if (!mirror_each_other(phases[i], phases[j])) continue;
      const double gap = std::max(std::abs(in_seconds(phases[i].move - phases[j].move)),
                                  std::abs(in_seconds(phases[i].hold - phases[j].hold)));
      if (seconds(gap) >= kTempoTolerance) {
        findings.add(FindingKind::UnequalTempo, j, word(phases[j].name), gap);
      }
    }
  }
}

std::string_view unit(const MovementFinding& finding) {
  switch (finding.kind) {
    case FindingKind::JointOutOfRange:
      return "deg";
    case FindingKind::UnequalTempo:
      return "s";
    case FindingKind::CycleOpen:
      return finding.subject == "root" ? "mm" : "deg";
    default:
      return "mm";
  }
}

}  // namespace

std::vector<MovementFinding> check_movement(const BodyShape& shape, const Movement& movement) {
  Findings findings;
  check_timing(movement, findings);
  check_surfaces(movement, findings);
  if (!findings.empty()) return findings.take();
  for (const KeyPose& key : key_poses(movement)) check_limits(key.pose, key.phase, findings);
  check_tempo(movement, findings);
  const PlantedMovement planted = plant(shape, movement);
  check_closing(planted, findings);
  check_poses(planted, findings);
  return findings.take();
}

std::string describe(const MovementFinding& finding) {
  std::array<char, 48> amount{};
  if (finding.amount > 0) {
    std::snprintf(amount.data(), amount.size(), " %.1f ", finding.amount);
  }
  std::string text(word(finding.kind));
  text.append(" in phase ").append(std::to_string(finding.phase)).append(": ");
  text.append(finding.subject).append(amount.data());
  if (finding.amount > 0) text.append(unit(finding));
  return text;
}

}  // namespace plumbline::body
