// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/pose.hpp"

namespace plumbline::body {

Pose Pose::with(Dof dof, Angle angle) const {
  Pose changed = *this;
  changed.angles[index(dof)] = angle;
  return changed;
}

Pose mirrored(const Pose& pose) {
  const auto& p = pose.root_position;
  const auto& q = pose.root_orientation.quaternion();
  Pose image;
  image.root_position = spatial::Vector<World>(p.x(), -p.y(), p.z());
  image.root_orientation =
      spatial::Rotation<World, PelvisFrame>(spatial::UnitQuaternion{q.w, -q.x, q.y, -q.z});
  for (std::size_t i = 0; i < kDofCount; ++i) {
    const Dof dof = static_cast<Dof>(i);
    image.angles[index(counterpart(dof))] = mirror_sign(dof) * pose.angle(dof);
  }
  return image;
}

}  // namespace plumbline::body
