// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/contact_solver.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "kinematics.hpp"
#include "least_squares.hpp"
#include "plumbline/body/joint_limits.hpp"

namespace plumbline::body {
namespace {

using spatial::Vector3;

// Unknowns: root position (3, meters), root rotation (3, radians, World axes), then the joints.
constexpr std::size_t kRoot = 6;
constexpr std::size_t kUnknowns = kRoot + kDofCount;
using Weights = std::array<double, kUnknowns>;

/// @source engineering choice: settles a pose in a few steps; ends well below the tolerance
constexpr int kMostIterations = 40;
constexpr double kDamping = 1e-7;
/// @source engineering choice: the linear model holds for steps of this many radians or meters
constexpr double kLongestStep = 0.3;
/// @source engineering choice: how readily a part gives way; limbs first, then the root, the spine
/// last, so that what an exercise says about the back stays as written
constexpr double kRootTurnWeight = 0.1;
constexpr double kSpineWeight = 0.03;
constexpr double kGirdleWeight = 0.03;
constexpr double kToeWeight = 0.3;

Weights full_weights() {
  Weights weights;
  weights.fill(1.0);
  std::fill_n(weights.begin() + 3, 3, kRootTurnWeight);
  const auto from = [&](Dof dof) { return weights.begin() + kRoot + static_cast<int>(dof); };
  std::fill(from(Dof::LumbarFlexion), from(Dof::ScapularElevationLeft), kSpineWeight);
  std::fill(from(Dof::ScapularElevationLeft), from(Dof::ShoulderFlexionLeft), kGirdleWeight);
  std::fill_n(from(Dof::ToeExtensionLeft), 2, kToeWeight);
  return weights;
}

void add_hinges(const Kinematics& body, Segment segment, const Vector3& arm,
                const ContactConstraint& constraint, std::span<double> row) {
  const SegmentGeometry& geometry = segment_geometry(segment);
  for (std::size_t h = 0; h < geometry.hinge_count; ++h) {
    const Vector3 speed = cross(body.axes[index(segment)][h], arm);
    row[kRoot + index(geometry.hinges[h].dof)] +=
        geometry.hinges[h].share * dot(constraint.direction, speed);
  }
}

// How the coordinate of one constraint changes with each unknown.
std::array<double, kUnknowns> derivative(const Kinematics& body, const Vector3& point,
                                         const ContactConstraint& constraint) {
  std::array<double, kUnknowns> row{};
  const Vector3& d = constraint.direction;
  const Vector3 root_arm = point - body.skeleton.at(Segment::Pelvis).joint.components();
  const Vector3 turn = cross(root_arm, d);
  std::ranges::copy(std::array{d.x, d.y, d.z, turn.x, turn.y, turn.z}, row.begin());
  for (Segment s = segment_of(constraint.spot); s != Segment::Pelvis;
       s = segment_geometry(s).parent) {
    add_hinges(body, s, point - body.skeleton.at(s).joint.components(), constraint, row);
  }
  return row;
}

struct Linearized {
  Matrix jacobian;
  std::vector<double> residual;
  double worst = 0;
};

Linearized linearize(const BodyShape& shape, const Pose& pose,
                     std::span<const ContactConstraint> constraints) {
  const Kinematics body = compute_kinematics(shape, pose);
  Linearized model{Matrix(constraints.size(), kUnknowns), {}, 0};
  for (std::size_t i = 0; i < constraints.size(); ++i) {
    const Vector3 point = spot_position(shape, body.skeleton, constraints[i].spot).components();
    const auto row = derivative(body, point, constraints[i]);
    for (std::size_t k = 0; k < kUnknowns; ++k) model.jacobian(i, k) = row[k];
    const double off = in_meters(constraints[i].coordinate) - dot(constraints[i].direction, point);
    model.residual.push_back(off);
    model.worst = std::max(model.worst, std::abs(off));
  }
  return model;
}

bool leaves_range(const Pose& pose, Dof dof, double step) {
  return excess(dof, pose.angle(dof) + radians(step)) > degrees(0);
}

// A step in which joints that would leave their range are held, and the others take over.
std::vector<double> step_within_limits(const Linearized& model, const Pose& pose, Weights weights) {
  for (;;) {
    std::vector<double> step = solve_damped(model.jacobian, model.residual, weights, kDamping);
    bool held = false;
    for (std::size_t i = 0; i < kDofCount; ++i) {
      const bool blocked = leaves_range(pose, static_cast<Dof>(i), step[kRoot + i]);
      if (weights[kRoot + i] == 0 || !blocked) continue;
      weights[kRoot + i] = 0;
      held = true;
    }
    if (!held) return step;
  }
}

Pose moved(const BodyShape& shape, const Pose& pose, std::span<const double> step) {
  const double longest =
      std::abs(*std::ranges::max_element(step, {}, [](double s) { return std::abs(s); }));
  const double k = longest > kLongestStep ? kLongestStep / longest : 1.0;
  Pose next = pose;
  const Vector3 shift{k * step[0], k * step[1], k * step[2]};
  next.root_position =
      pose.root_position + spatial::Vector<World>((1.0 / in_meters(shape.height)) * shift);
  const auto turn = spatial::from_rotation_vector({k * step[3], k * step[4], k * step[5]});
  next.root_orientation =
      spatial::Rotation<World, PelvisFrame>(normalized(turn * pose.root_orientation.quaternion()));
  for (std::size_t i = 0; i < kDofCount; ++i) {
    next.angles[i] = pose.angles[i] + radians(k * step[kRoot + i]);
  }
  return next;
}

}  // namespace

SolvedPose solve_contacts(const BodyShape& shape, const Pose& start,
                          std::span<const ContactConstraint> constraints) {
  const Weights weights = full_weights();
  SolvedPose best{start, meters(0)};
  Pose pose = start;
  for (int i = 0; i <= kMostIterations; ++i) {
    const Linearized model = linearize(shape, pose, constraints);
    if (i == 0 || meters(model.worst) < best.residual) best = {pose, meters(model.worst)};
    if (best.residual <= kSolverTolerance) break;
    pose = moved(shape, pose, step_within_limits(model, pose, weights));
  }
  return best;
}

}  // namespace plumbline::body
