// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "plumbline/foundation/words.hpp"

namespace plumbline::body {

/// Everything that can turn in the body, with the pelvis as its root. Zero everywhere is standing
/// upright, arms hanging, palms to the thighs, thumbs forward.
///
/// Positive is what the name says; lateral flexion and rotation of the spine are positive to the
/// person's left. Sided members stand in pairs, left before right.
enum class Dof : std::uint8_t {
  LumbarFlexion,
  LumbarLateralFlexion,
  LumbarRotation,
  ThoracicFlexion,
  ThoracicLateralFlexion,
  ThoracicRotation,
  CervicalFlexion,
  CervicalLateralFlexion,
  CervicalRotation,
  HeadFlexion,
  ScapularElevationLeft,
  ScapularElevationRight,
  ScapularProtractionLeft,
  ScapularProtractionRight,
  ShoulderFlexionLeft,
  ShoulderFlexionRight,
  ShoulderAbductionLeft,
  ShoulderAbductionRight,
  ShoulderExternalRotationLeft,
  ShoulderExternalRotationRight,
  ElbowFlexionLeft,
  ElbowFlexionRight,
  ForearmPronationLeft,
  ForearmPronationRight,
  WristExtensionLeft,
  WristExtensionRight,
  HipFlexionLeft,
  HipFlexionRight,
  HipAbductionLeft,
  HipAbductionRight,
  HipExternalRotationLeft,
  HipExternalRotationRight,
  KneeFlexionLeft,
  KneeFlexionRight,
  AnkleDorsiflexionLeft,
  AnkleDorsiflexionRight,
  AnkleInversionLeft,
  AnkleInversionRight,
  ToeExtensionLeft,
  ToeExtensionRight,
};

inline constexpr std::size_t kDofCount = 40;
/// The first sided member; those before it lie in the middle of the body.
inline constexpr std::size_t kFirstSidedDof = 10;

constexpr std::size_t index(Dof dof) { return static_cast<std::size_t>(dof); }
constexpr bool is_sided(Dof dof) { return index(dof) >= kFirstSidedDof; }

/// The same joint on the other side; a joint of the middle is its own counterpart.
constexpr Dof counterpart(Dof dof) {
  if (!is_sided(dof)) return dof;
  return static_cast<Dof>(kFirstSidedDof + ((index(dof) - kFirstSidedDof) ^ 1U));
}

/// What an angle is multiplied by when left and right change places: −1 for lateral flexion and
/// rotation of the spine, else 1.
constexpr double mirror_sign(Dof dof) {
  switch (dof) {
    case Dof::LumbarLateralFlexion:
    case Dof::LumbarRotation:
    case Dof::ThoracicLateralFlexion:
    case Dof::ThoracicRotation:
    case Dof::CervicalLateralFlexion:
    case Dof::CervicalRotation:
      return -1;
    default:
      return 1;
  }
}

}  // namespace plumbline::body

template <>
struct plumbline::WordsOf<plumbline::body::Dof> {
  static constexpr std::string_view kWhat = "degree of freedom";
  static constexpr std::array<std::string_view, plumbline::body::kDofCount> kWords = {
      "lumbar_flexion",
      "lumbar_lateral_flexion",
      "lumbar_rotation",
      "thoracic_flexion",
      "thoracic_lateral_flexion",
      "thoracic_rotation",
      "cervical_flexion",
      "cervical_lateral_flexion",
      "cervical_rotation",
      "head_flexion",
      "scapular_elevation_left",
      "scapular_elevation_right",
      "scapular_protraction_left",
      "scapular_protraction_right",
      "shoulder_flexion_left",
      "shoulder_flexion_right",
      "shoulder_abduction_left",
      "shoulder_abduction_right",
      "shoulder_external_rotation_left",
      "shoulder_external_rotation_right",
      "elbow_flexion_left",
      "elbow_flexion_right",
      "forearm_pronation_left",
      "forearm_pronation_right",
      "wrist_extension_left",
      "wrist_extension_right",
      "hip_flexion_left",
      "hip_flexion_right",
      "hip_abduction_left",
      "hip_abduction_right",
      "hip_external_rotation_left",
      "hip_external_rotation_right",
      "knee_flexion_left",
      "knee_flexion_right",
      "ankle_dorsiflexion_left",
      "ankle_dorsiflexion_right",
      "ankle_inversion_left",
      "ankle_inversion_right",
      "toe_extension_left",
      "toe_extension_right",
  };
};
