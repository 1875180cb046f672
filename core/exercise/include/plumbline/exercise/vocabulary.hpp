// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "plumbline/foundation/words.hpp"

namespace plumbline::exercise {

/// What kind of exercise: motor control, extensor, gluteal, flexibility, nerve, aerobic, yoga and
/// relaxation, abdominal, scapular, functional, direction.
enum class ExerciseClass : std::uint8_t {
  MotorControl,
  Extensor,
  Gluteal,
  Flexibility,
  Nerve,
  Aerobic,
  Yoga,
  Abdominal,
  Scapular,
  Functional,
  Direction,
};

/// Lumbar, thoracic, hip, sciatic, general.
enum class ExerciseRegion : std::uint8_t {
  Lumbar,
  Thoracic,
  Hip,
  Sciatic,
  General,
};

/// What a week has to serve (clinical rules 1.6).
enum class Need : std::uint8_t {
  Aerobic,
  DeepAbdominal,
  Abdominal,
  SideTrunk,
  Extensors,
  Glutes,
  Legs,
  Function,
  DirectionExtension,
  DirectionFlexion,
  LumbarMobility,
  HipMobility,
  NerveSciatic,
  NerveFemoral,
  Scapular,
  ThoracicMobility,
  Neck,
  Balance,
  Relax,
};

/// Both sides at once, or one side after the other.
enum class Laterality : std::uint8_t {
  Bilateral,
  Unilateral,
};

/// Direction in which the *lumbar* spine is moved.
enum class Bias : std::uint8_t {
  Neutral,
  Flexion,
  Extension,
  Rotation,
  FlexionExtension,
};

/// Everything that can exclude an exercise: conditions as stated and flags as derived.
enum class FilterWord : std::uint8_t {
  Osteoporosis,
  PregnancyLate,
  StenosisLike,
  Spondylolisthesis,
  HipReplacement,
  ShoulderPain,
  KneePain,
  WristPain,
  NeckPain,
  UncontrolledHypertension,
  Glaucoma,
  EpilepsyUncontrolled,
  OpenWound,
  NeuroDeficit,
  FallsRisk,
  FlexionIntolerant,
  ExtensionIntolerant,
  AcuteRadicular,
  IrritableRadicular,
  Postoperative,
  HeartCondition,
  Aneurysm,
  Retinopathy,
  Hernia,
  PelvicGirdlePain,
  SevereHypertension,
};

/// Never; not until a clinician unlocks it; only in the modified version.
enum class ExclusionStrength : std::uint8_t {
  Never,
  UntilUnlocked,
  Modified,
};

/// What must be known before a rung may be used at all.
enum class Gate : std::uint8_t {
  None,
  DirectionExtension,
  Centralises,
  NerveTensioner,
  AnteriorThigh,
};

/// Where an item stands in its day.
enum class ItemRole : std::uint8_t {
  Warmup,
  Main,
  Ease,
  Daily,
};

}  // namespace plumbline::exercise

namespace plumbline {

template <>
struct WordsOf<exercise::ExerciseClass> {
  static constexpr std::string_view kWhat = "exercise class";
  static constexpr std::array<std::string_view, 11> kWords = {"MC", "EX", "GL", "FX", "NG", "AE",
                                                              "YO", "AB", "SC", "FN", "DP"};
};

template <>
struct WordsOf<exercise::ExerciseRegion> {
  static constexpr std::string_view kWhat = "exercise region";
  static constexpr std::array<std::string_view, 5> kWords = {"L", "T", "H", "S", "G"};
};

template <>
struct WordsOf<exercise::Need> {
  static constexpr std::string_view kWhat = "need";
  static constexpr std::array<std::string_view, 19> kWords = {"aerobic",
                                                              "deep_abdominal",
                                                              "abdominal",
                                                              "side_trunk",
                                                              "extensors",
                                                              "glutes",
                                                              "legs",
                                                              "function",
                                                              "direction_extension",
                                                              "direction_flexion",
                                                              "lumbar_mobility",
                                                              "hip_mobility",
                                                              "nerve_sciatic",
                                                              "nerve_femoral",
                                                              "scapular",
                                                              "thoracic_mobility",
                                                              "neck",
                                                              "balance",
                                                              "relax"};
};

template <>
struct WordsOf<exercise::Laterality> {
  static constexpr std::string_view kWhat = "laterality";
  static constexpr std::array<std::string_view, 2> kWords = {"bilateral", "unilateral"};
};

template <>
struct WordsOf<exercise::Bias> {
  static constexpr std::string_view kWhat = "bias";
  static constexpr std::array<std::string_view, 5> kWords = {"neutral", "flexion", "extension",
                                                             "rotation", "flexion_extension"};
};

template <>
struct WordsOf<exercise::FilterWord> {
  static constexpr std::string_view kWhat = "filter word";
  static constexpr std::array<std::string_view, 26> kWords = {"osteoporosis",
                                                              "pregnancy_late",
                                                              "stenosis_like",
                                                              "spondylolisthesis",
                                                              "hip_replacement",
                                                              "shoulder_pain",
                                                              "knee_pain",
                                                              "wrist_pain",
                                                              "neck_pain",
                                                              "uncontrolled_hypertension",
                                                              "glaucoma",
                                                              "epilepsy_uncontrolled",
                                                              "open_wound",
                                                              "neuro_deficit",
                                                              "falls_risk",
                                                              "flexion_intolerant",
                                                              "extension_intolerant",
                                                              "acute_radicular",
                                                              "irritable_radicular",
                                                              "postoperative",
                                                              "heart_condition",
                                                              "aneurysm",
                                                              "retinopathy",
                                                              "hernia",
                                                              "pelvic_girdle_pain",
                                                              "severe_hypertension"};
};

template <>
struct WordsOf<exercise::ExclusionStrength> {
  static constexpr std::string_view kWhat = "exclusion strength";
  static constexpr std::array<std::string_view, 3> kWords = {"never", "until_unlocked", "modified"};
};

template <>
struct WordsOf<exercise::Gate> {
  static constexpr std::string_view kWhat = "gate";
  static constexpr std::array<std::string_view, 5> kWords = {
      "none", "direction_extension", "centralises", "nerve_tensioner", "anterior_thigh"};
};

template <>
struct WordsOf<exercise::ItemRole> {
  static constexpr std::string_view kWhat = "role";
  static constexpr std::array<std::string_view, 4> kWords = {"warmup", "main", "ease", "daily"};
};

}  // namespace plumbline
