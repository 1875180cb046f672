// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// Affects norms only, never cross-checked.
enum class Sex : std::uint8_t {
  Female,
  Male,
  Other,
};

/// A body region as the profile names it.
enum class Region : std::uint8_t {
  Lumbar,
  Thoracic,
  Cervical,
  Buttock,
  Hip,
  Groin,
  Sacrum,
  ThighBack,
  ThighFront,
  Knee,
  Calf,
  Shin,
  Foot,
  Shoulder,
  Abdomen,
  Flank,
  Chest,
};

/// Side of the body.
enum class Side : std::uint8_t {
  Left,
  Right,
  Both,
  Center,
};

/// What a pain feels like.
enum class PainQuality : std::uint8_t {
  Aching,
  Stiff,
  Sharp,
  Burning,
  Tingling,
  Numb,
  Shooting,
  Cramping,
};

/// How far symptoms travel down a leg.
enum class Radiation : std::uint8_t {
  None,
  Buttock,
  AboveKnee,
  BelowKnee,
};

/// What makes pain worse or better.
enum class PainActivity : std::uint8_t {
  Sitting,
  Standing,
  Bending,
  Arching,
  Walking,
  Lying,
  Lifting,
  Mornings,
};

/// How easily symptoms are stirred up and how slowly they settle.
enum class Irritability : std::uint8_t {
  Low,
  Moderate,
  High,
};

/// What decides the load: the pain response, or a quota agreed beforehand.
enum class CourseMode : std::uint8_t {
  PainContingent,
  GradedActivity,
};

/// Conditions that filter exercises; the profile states them.
enum class Condition : std::uint8_t {
  Osteoporosis,
  VertebralFracture,
  Pregnancy,
  PregnancyLate,
  StenosisLike,
  Spondylolisthesis,
  HipReplacement,
  ShoulderPain,
  KneePain,
  WristPain,
  NeckPain,
  UncontrolledHypertension,
  HeartCondition,
  Aneurysm,
  Glaucoma,
  Retinopathy,
  Hernia,
  Diabetes,
  Anticoagulant,
  AxialSpa,
  PelvicGirdlePain,
  Hypermobility,
  FallsRisk,
  Dizziness,
  Pem,
  EpilepsyUncontrolled,
  OpenWound,
  NeuroDeficit,
  Postoperative,
};

/// Position an exercise is done in.
enum class Position : std::uint8_t {
  Supine,
  Prone,
  ProneSupport,
  SideLying,
  Sitting,
  FloorSitting,
  Quadruped,
  Kneeling,
  Standing,
  Water,
  BenchProne,
  BenchSupine,
};

/// Positions a person can leave out; `floor` is everything on the floor that cannot be done on a
/// bed.
enum class ExcludedPosition : std::uint8_t {
  Prone,
  ProneSupport,
  Supine,
  SideLying,
  FloorSitting,
  Quadruped,
  Kneeling,
  Sitting,
  Standing,
  Floor,
};

/// What a person has at hand; nothing else is assumed.
enum class Equipment : std::uint8_t {
  Chair,
  Wall,
  Band,
  Weight,
  Ball,
  Roller,
  Step,
  Bench,
  Bike,
  Pool,
};

/// Flags computed from the profile (clinical rules 1.4 and 1.9).
enum class DerivedFlag : std::uint8_t {
  Radicular,
  AcuteRadicular,
  IrritableRadicular,
  NeuroDeficit,
  FlexionIntolerant,
  ExtensionIntolerant,
  StenosisLike,
  DirectionExtension,
  DirectionFlexion,
  Centralises,
  FallsRisk,
  PregnancyLate,
  UncontrolledHypertension,
  Osteoporosis,
};

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::Sex> {
  static constexpr std::string_view kWhat = "sex";
  static constexpr std::array<std::string_view, 3> kWords = {"female", "male", "other"};
};

template <>
struct WordsOf<clinical::Region> {
  static constexpr std::string_view kWhat = "body region";
  static constexpr std::array<std::string_view, 17> kWords = {
      "lumbar", "thoracic",   "cervical",    "buttock", "hip",  "groin",
      "sacrum", "thigh_back", "thigh_front", "knee",    "calf", "shin",
      "foot",   "shoulder",   "abdomen",     "flank",   "chest"};
};

template <>
struct WordsOf<clinical::Side> {
  static constexpr std::string_view kWhat = "side";
  static constexpr std::array<std::string_view, 4> kWords = {"left", "right", "both", "center"};
};

template <>
struct WordsOf<clinical::PainQuality> {
  static constexpr std::string_view kWhat = "pain quality";
  static constexpr std::array<std::string_view, 8> kWords = {
      "aching", "stiff", "sharp", "burning", "tingling", "numb", "shooting", "cramping"};
};

template <>
struct WordsOf<clinical::Radiation> {
  static constexpr std::string_view kWhat = "radiation";
  static constexpr std::array<std::string_view, 4> kWords = {"none", "buttock", "above_knee",
                                                             "below_knee"};
};

template <>
struct WordsOf<clinical::PainActivity> {
  static constexpr std::string_view kWhat = "activity";
  static constexpr std::array<std::string_view, 8> kWords = {
      "sitting", "standing", "bending", "arching", "walking", "lying", "lifting", "mornings"};
};

template <>
struct WordsOf<clinical::Irritability> {
  static constexpr std::string_view kWhat = "irritability";
  static constexpr std::array<std::string_view, 3> kWords = {"low", "moderate", "high"};
};

template <>
struct WordsOf<clinical::CourseMode> {
  static constexpr std::string_view kWhat = "mode";
  static constexpr std::array<std::string_view, 2> kWords = {"pain_contingent", "graded_activity"};
};

template <>
struct WordsOf<clinical::Condition> {
  static constexpr std::string_view kWhat = "condition";
  static constexpr std::array<std::string_view, 29> kWords = {"osteoporosis",
                                                              "vertebral_fracture",
                                                              "pregnancy",
                                                              "pregnancy_late",
                                                              "stenosis_like",
                                                              "spondylolisthesis",
                                                              "hip_replacement",
                                                              "shoulder_pain",
                                                              "knee_pain",
                                                              "wrist_pain",
                                                              "neck_pain",
                                                              "uncontrolled_hypertension",
                                                              "heart_condition",
                                                              "aneurysm",
                                                              "glaucoma",
                                                              "retinopathy",
                                                              "hernia",
                                                              "diabetes",
                                                              "anticoagulant",
                                                              "axial_spa",
                                                              "pelvic_girdle_pain",
                                                              "hypermobility",
                                                              "falls_risk",
                                                              "dizziness",
                                                              "pem",
                                                              "epilepsy_uncontrolled",
                                                              "open_wound",
                                                              "neuro_deficit",
                                                              "postoperative"};
};

template <>
struct WordsOf<clinical::Position> {
  static constexpr std::string_view kWhat = "position";
  static constexpr std::array<std::string_view, 12> kWords = {
      "supine",    "prone",    "prone_support", "side_lying", "sitting",     "floor_sitting",
      "quadruped", "kneeling", "standing",      "water",      "bench_prone", "bench_supine"};
};

template <>
struct WordsOf<clinical::ExcludedPosition> {
  static constexpr std::string_view kWhat = "excluded position";
  static constexpr std::array<std::string_view, 10> kWords = {
      "prone",     "prone_support", "supine",  "side_lying", "floor_sitting",
      "quadruped", "kneeling",      "sitting", "standing",   "floor"};
};

template <>
struct WordsOf<clinical::Equipment> {
  static constexpr std::string_view kWhat = "equipment";
  static constexpr std::array<std::string_view, 10> kWords = {
      "chair", "wall", "band", "weight", "ball", "roller", "step", "bench", "bike", "pool"};
};

template <>
struct WordsOf<clinical::DerivedFlag> {
  static constexpr std::string_view kWhat = "derived flag";
  static constexpr std::array<std::string_view, 14> kWords = {"radicular",
                                                              "acute_radicular",
                                                              "irritable_radicular",
                                                              "neuro_deficit",
                                                              "flexion_intolerant",
                                                              "extension_intolerant",
                                                              "stenosis_like",
                                                              "direction_extension",
                                                              "direction_flexion",
                                                              "centralises",
                                                              "falls_risk",
                                                              "pregnancy_late",
                                                              "uncontrolled_hypertension",
                                                              "osteoporosis"};
};

}  // namespace plumbline
