// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/joint_limits.hpp"

#include <array>

namespace plumbline::body {
namespace {

struct Row {
  double least_degrees;
  double most_degrees;
};

// Ranges of one side; the joints of the middle come first. "Status U" marks general knowledge that
// awaits review by a clinician.
//
// AAOS: American Academy of Orthopaedic Surgeons, Joint Motion: Method of Measuring and Recording
// (1965). Norkin: Norkin & White, Measurement of Joint Motion (5th ed., 2016). AMA: Guides to the
// Evaluation of Permanent Impairment (4th ed.). White & Panjabi: Clinical Biomechanics of the Spine
// (2nd ed., 1990). Kapandji: The Physiology of the Joints.

/// @source AMA lumbar spine: flexion 60, extension 25, lateral flexion 25; status U
constexpr Row kLumbarFlexion{-25, 60};
constexpr Row kLumbarLateralFlexion{-25, 25};
/// @source White & Panjabi: about 2 degrees a side and level, 5 levels, and a margin; status U
constexpr Row kLumbarRotation{-15, 15};
/// @source White & Panjabi, sums over the twelve levels, rounded down; status U
constexpr Row kThoracicFlexion{-25, 45};
constexpr Row kThoracicLateralFlexion{-30, 30};
constexpr Row kThoracicRotation{-40, 40};
/// @source AAOS and Norkin, cervical spine: 45, 45, 45, 60; status U
constexpr Row kCervicalFlexion{-45, 45};
constexpr Row kCervicalLateralFlexion{-45, 45};
constexpr Row kCervicalRotation{-60, 60};
/// @source White & Panjabi: C0-C1 25 degrees in all, with a share of C1-C2; status U
constexpr Row kHeadFlexion{-20, 20};
/// @source Kapandji, shoulder girdle: elevation and protraction of the clavicle; status U
constexpr Row kScapularElevation{-10, 40};
constexpr Row kScapularProtraction{-25, 30};
/// @source AAOS: flexion 180, extension 60 (Norkin 60)
constexpr Row kShoulderFlexion{-60, 180};
/// @source AAOS: abduction 180; horizontal adduction past the front 45 (status U)
constexpr Row kShoulderAbduction{-45, 180};
/// @source AAOS: external rotation 90, internal rotation 70
constexpr Row kShoulderExternalRotation{-70, 90};
/// @source AAOS: flexion 150, extension 0
constexpr Row kElbowFlexion{0, 150};
/// @source AAOS: pronation 80, supination 80; 90 under load (status U)
constexpr Row kForearmPronation{-80, 90};
/// @source AAOS: extension 70, flexion 80; 90 in extension when the hand carries weight (status U)
constexpr Row kWristExtension{-80, 90};
/// @source AAOS: flexion 120, extension 30; 140 when pulled with the knee bent (Kapandji, status U)
constexpr Row kHipFlexion{-30, 140};
/// @source AAOS: abduction 45, adduction 30
constexpr Row kHipAbduction{-30, 45};
/// @source AAOS: external rotation 45, internal 45; 60 external with the hip bent (status U)
constexpr Row kHipExternalRotation{-45, 60};
/// @source AAOS: flexion 135; 155 when pressed by the body (Kapandji 160, status U)
constexpr Row kKneeFlexion{0, 155};
/// @source AAOS: dorsiflexion 20, plantarflexion 50; 30 dorsiflexion under load (status U)
constexpr Row kAnkleDorsiflexion{-50, 30};
/// @source AAOS: inversion 35, eversion 15
constexpr Row kAnkleInversion{-15, 35};
/// @source AAOS, great toe: extension 70, flexion 45; 85 under load (status U)
constexpr Row kToeExtension{-45, 85};

constexpr std::array<Row, 10> kMiddle = {
    kLumbarFlexion,          kLumbarLateralFlexion, kLumbarRotation,  kThoracicFlexion,
    kThoracicLateralFlexion, kThoracicRotation,     kCervicalFlexion, kCervicalLateralFlexion,
    kCervicalRotation,       kHeadFlexion};
constexpr std::array<Row, 15> kSided = {
    kScapularElevation, kScapularProtraction,      kShoulderFlexion,
    kShoulderAbduction, kShoulderExternalRotation, kElbowFlexion,
    kForearmPronation,  kWristExtension,           kHipFlexion,
    kHipAbduction,      kHipExternalRotation,      kKneeFlexion,
    kAnkleDorsiflexion, kAnkleInversion,           kToeExtension};

Row row(Dof dof) {
  if (!is_sided(dof)) return kMiddle[index(dof)];
  return kSided[(index(dof) - kFirstSidedDof) / 2];
}

}  // namespace

JointRange joint_range(Dof dof) {
  const Row r = row(dof);
  return {degrees(r.least_degrees), degrees(r.most_degrees)};
}

Angle excess(Dof dof, Angle angle) {
  const JointRange range = joint_range(dof);
  if (angle < range.least) return range.least - angle;
  if (angle > range.most) return angle - range.most;
  return degrees(0);
}

}  // namespace plumbline::body
