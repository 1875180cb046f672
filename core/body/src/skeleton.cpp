// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/skeleton.hpp"

#include "kinematics.hpp"

namespace plumbline::body {
namespace {

using spatial::UnitQuaternion;
using spatial::Vector;
using spatial::Vector3;

SegmentPlacement place(const UnitQuaternion& orientation, const Vector3& joint,
                       const Vector3& tip_in_segment) {
  return {Vector<World>(joint), Vector<World>(joint + rotate(orientation, tip_in_segment)),
          spatial::Rotation<World, SegmentFrame>(orientation)};
}

void place_child(const Pose& pose, double height, Segment segment, Kinematics& result) {
  const SegmentGeometry& geometry = segment_geometry(segment);
  const SegmentPlacement& parent = result.skeleton.at(geometry.parent);
  UnitQuaternion orientation = parent.orientation.quaternion();
  const Vector3 joint = parent.joint.components() + rotate(orientation, height * geometry.joint);
  for (std::size_t i = 0; i < geometry.hinge_count; ++i) {
    const Hinge& hinge = geometry.hinges[i];
    result.axes[index(segment)][i] = rotate(orientation, hinge.axis);
    orientation = orientation * about_axis(hinge.axis, hinge.share * pose.angle(hinge.dof));
  }
  result.skeleton.segments[index(segment)] =
      place(normalized(orientation), joint, height * geometry.tip);
}

}  // namespace

Kinematics compute_kinematics(const BodyShape& shape, const Pose& pose) {
  const double height = in_meters(shape.height);
  Kinematics result;
  result.skeleton.segments[0] = place(normalized(pose.root_orientation.quaternion()),
                                      height * pose.root_position.components(),
                                      height * segment_geometry(Segment::Pelvis).tip);
  for (std::size_t i = 1; i < kSegmentCount; ++i) {
    place_child(pose, height, static_cast<Segment>(i), result);
  }
  return result;
}

Skeleton compute_skeleton(const BodyShape& shape, const Pose& pose) {
  return compute_kinematics(shape, pose).skeleton;
}

}  // namespace plumbline::body
