// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// One question of the safety screen.
/// @source facts 1.3, table; RF-DV1: rules 2.2 row C23
enum class FlagId : std::uint8_t {
  Ce1,
  Ce2,
  Ce3,
  Ce4,
  Ce5,
  Ce6,
  Nd1,
  Mc1,
  Ms1,
  Ma1,
  Ma2,
  Ma3,
  Ma4,
  Ma5,
  Fx1,
  Fx2,
  Fx3,
  Fx4,
  Fx5,
  In1,
  In2,
  Aa1,
  Aa2,
  Th1,
  Ib1,
  Vi1,
  Pg1,
  Ps1,
  Dv1,
};

/// Ordered: every rule of the screen is monotone in it (rules 2.3).
enum class ScreenAnswer : std::uint8_t { No, Unsure, Yes };

/// What changed about passing water (RF-CE1).
enum class BladderKind : std::uint8_t { CannotFeel, CannotStart, Leaking };

/// How symptoms in both legs came about (RF-CE5).
enum class BothLegsPattern : std::uint8_t { Sudden, Spread, WalkingOnly, Stable };

/// What makes an infection of the spine more likely (RF-IN2).
enum class InfectionRisk : std::uint8_t {
  IvDrugs,
  Immunosuppressed,
  Bacteraemia,
  Procedure,
  Tuberculosis,
  Diabetes,
};

/// What goes with flank or pelvic pain (RF-VI1).
enum class VisceralKind : std::uint8_t { Blood, FeverFlank, Burning, PregnancySign };

/// A detail that an answer may carry.
enum class Qualifier : std::uint8_t {
  SinceDays,
  Worsening,
  Assessed,
  Kind,
  Pattern,
  CannotLiftFoot,
  GivingWay,
  Features,
  CannotWalk,
  HeightLoss,
  Rigors,
  Confusion,
  Collapse,
  Pulsating,
  KnownAneurysm,
  VariesWithMovement,
  Breathless,
  Intent,
  YearsAgo,
};

/// One answer with what was told about it. An absent detail was not asked; in time and course it
/// then reads as new, worsening and unassessed, never as a further sign (rules 2.2, bare `true`).
struct FlagAnswer {
  ScreenAnswer answer = ScreenAnswer::No;
  /// Days since this began, 0–36500.
  std::optional<std::int32_t> since_days;
  std::optional<bool> worsening;
  /// A clinician has assessed this and knows of it.
  std::optional<bool> assessed;
  std::optional<BladderKind> bladder_kind;      // RF-CE1 `kind`
  std::optional<BothLegsPattern> pattern;       // RF-CE5
  std::optional<bool> cannot_lift_foot;         // RF-ND1
  std::optional<bool> giving_way;               // RF-ND1
  std::optional<std::int32_t> features;         // RF-MC1, 1–5
  std::optional<bool> cannot_walk;              // RF-FX1
  std::optional<bool> height_loss;              // RF-FX4
  std::optional<bool> rigors;                   // RF-IN1
  std::optional<bool> confusion;                // RF-IN1
  std::optional<InfectionRisk> infection_risk;  // RF-IN2 `kind`
  std::optional<bool> collapse;                 // RF-AA1
  std::optional<bool> pulsating;                // RF-AA1
  std::optional<bool> known_aneurysm;           // RF-AA1
  std::optional<bool> varies_with_movement;     // RF-AA1
  std::optional<VisceralKind> visceral_kind;    // RF-VI1 `kind`
  std::optional<bool> breathless;               // RF-DV1
  std::optional<bool> intent;                   // RF-PS1
  std::optional<std::int32_t> years_ago;        // RF-MA1, 0–120
  bool operator==(const FlagAnswer&) const = default;
};

using FlagSet = WordSet<FlagId>;

/// The answers of one screen. Absent means not asked, which is never "no" (rules 2.3).
class ScreenAnswers {
 public:
  const std::optional<FlagAnswer>& operator[](FlagId id) const {
    return answers_[static_cast<std::size_t>(id)];
  }
  void set(FlagId id, FlagAnswer answer) { answers_[static_cast<std::size_t>(id)] = answer; }
  void erase(FlagId id) { answers_[static_cast<std::size_t>(id)].reset(); }
  /// The questions that were asked.
  FlagSet answered() const;
  bool operator==(const ScreenAnswers&) const = default;

 private:
  std::array<std::optional<FlagAnswer>, 29> answers_;
};

/// The details that belong to a question; every question has `since_days`, `worsening`, `assessed`.
/// @source rules 2.2, "Qualifiers"
WordSet<Qualifier> qualifiers_of(FlagId id);

/// Questions that are asked, and re-asked, together.
enum class ScreenGroup : std::uint8_t {
  CaudaEquina,
  Cord,
  Malignancy,
  Fracture,
  Infection,
  Vascular,
  Visceral,
  Mood,
  Inflammatory,
};

ScreenGroup group_of(FlagId id);
/// All questions of a group; `CaudaEquina` holds RF-CE1 to RF-CE6 and RF-ND1.
FlagSet flags_of(ScreenGroup group);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::FlagId> {
  static constexpr std::string_view kWhat = "safety question";
  static constexpr std::array<std::string_view, 29> kWords = {
      "RF-CE1", "RF-CE2", "RF-CE3", "RF-CE4", "RF-CE5", "RF-CE6", "RF-ND1", "RF-MC1",
      "RF-MS1", "RF-MA1", "RF-MA2", "RF-MA3", "RF-MA4", "RF-MA5", "RF-FX1", "RF-FX2",
      "RF-FX3", "RF-FX4", "RF-FX5", "RF-IN1", "RF-IN2", "RF-AA1", "RF-AA2", "RF-TH1",
      "RF-IB1", "RF-VI1", "RF-PG1", "RF-PS1", "RF-DV1"};
};

template <>
struct WordsOf<clinical::ScreenAnswer> {
  static constexpr std::string_view kWhat = "answer";
  static constexpr std::array<std::string_view, 3> kWords = {"no", "unsure", "yes"};
};

template <>
struct WordsOf<clinical::BladderKind> {
  static constexpr std::string_view kWhat = "kind of bladder change";
  static constexpr std::array<std::string_view, 3> kWords = {"cannot_feel", "cannot_start",
                                                             "leaking"};
};

template <>
struct WordsOf<clinical::BothLegsPattern> {
  static constexpr std::string_view kWhat = "pattern in both legs";
  static constexpr std::array<std::string_view, 4> kWords = {"sudden", "spread", "walking_only",
                                                             "stable"};
};

template <>
struct WordsOf<clinical::InfectionRisk> {
  static constexpr std::string_view kWhat = "kind of infection risk";
  static constexpr std::array<std::string_view, 6> kWords = {
      "iv_drugs", "immunosuppressed", "bacteraemia", "procedure", "tuberculosis", "diabetes"};
};

template <>
struct WordsOf<clinical::VisceralKind> {
  static constexpr std::string_view kWhat = "kind of flank or pelvic symptom";
  static constexpr std::array<std::string_view, 4> kWords = {"blood", "fever_flank", "burning",
                                                             "pregnancy_sign"};
};

template <>
struct WordsOf<clinical::Qualifier> {
  static constexpr std::string_view kWhat = "detail of an answer";
  static constexpr std::array<std::string_view, 19> kWords = {
      "since_days",  "worsening",        "assessed",       "kind",
      "pattern",     "cannot_lift_foot", "giving_way",     "features",
      "cannot_walk", "height_loss",      "rigors",         "confusion",
      "collapse",    "pulsating",        "known_aneurysm", "varies_with_movement",
      "breathless",  "intent",           "years_ago"};
};

template <>
struct WordsOf<clinical::ScreenGroup> {
  static constexpr std::string_view kWhat = "group of safety questions";
  static constexpr std::array<std::string_view, 9> kWords = {
      "cauda_equina", "cord",     "malignancy", "fracture",    "infection",
      "vascular",     "visceral", "mood",       "inflammatory"};
};

}  // namespace plumbline
