// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plumbline/clinical/vocabulary.hpp"
#include "plumbline/foundation/time.hpp"
#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// Pain that has lasted longer is long-standing, no longer new.
/// @source facts 1.1: chronic is longer than 12 weeks; rules 1.4, 2.2 and 3.4 take the same time
inline constexpr std::int32_t kLongStandingDays = 84;

/// Who somebody is, as far as norms and rules ask.
struct Person {
  /// Completed years, 0–120.
  std::int32_t age = 0;
  std::optional<Sex> sex;
  /// Centimetres, 50–250.
  std::optional<double> height_cm;
  /// Kilograms, 20–400.
  std::optional<double> weight_kg;
  bool operator==(const Person&) const = default;
};

/// One painted area of the body map.
struct PainArea {
  Region region = Region::Lumbar;
  Side side = Side::Center;
  /// Numeric pain rating, 0–10.
  std::int32_t intensity = 0;
  WordSet<PainQuality> quality;
  bool operator==(const PainArea&) const = default;
};

/// Millimetres of mercury.
struct BloodPressure {
  /// 50–300
  std::int32_t systolic = 0;
  /// 30–200
  std::int32_t diastolic = 0;
  bool operator==(const BloodPressure&) const = default;
};

/// An activity the person wants back, rated by themselves.
struct Goal {
  std::string activity;
  /// 0 unable … 10 as before.
  std::optional<std::int32_t> score;
  bool operator==(const Goal&) const = default;
};

/// What a person has told about themselves and their back. Absent means not asked.
struct Profile {
  Person person;
  /// Days since this episode began, 0–36500.
  std::int32_t onset_days_ago = 0;
  std::optional<std::int32_t> episodes_before;
  std::vector<PainArea> pain;
  /// Usual pain in the last week, 0–10; absent: the highest painted intensity.
  std::optional<std::int32_t> usual_pain;
  /// The same for the leg; absent: the highest painted intensity below the buttock.
  std::optional<std::int32_t> usual_leg_pain;
  Radiation radiates = Radiation::None;
  std::optional<bool> neuro_symptoms;
  std::optional<bool> improving;
  WordSet<PainActivity> worse_with;
  WordSet<PainActivity> better_with;
  /// Absent reads as moderate (rules 1.4), and caps the start as moderate does (rules 1.2).
  std::optional<Irritability> irritability;
  /// Absent: pain-contingent until the person agrees to something else (rules 3.4).
  std::optional<CourseMode> mode;
  /// Absent: not asked; an empty set: none of these.
  std::optional<WordSet<Condition>> conditions;
  WordSet<ExcludedPosition> excluded_positions;
  WordSet<Equipment> equipment;
  /// Minutes a day for exercise, 5–120.
  std::int32_t minutes_per_day = 15;
  /// Sessions a week, 1–7.
  std::int32_t days_per_week = 3;
  std::vector<Goal> goals;
  /// Completed weeks, 0–45.
  std::optional<std::int32_t> pregnancy_weeks;
  std::optional<bool> fall_12_months;
  std::optional<BloodPressure> blood_pressure;
  std::optional<LocalDate> hip_replacement_on;
  bool operator==(const Profile&) const = default;
};

/// Usual pain 0–10: as told, else the highest painted intensity, else 0 (formats, plan).
std::int32_t usual_pain(const Profile& profile);
/// Usual leg pain 0–10: as told, else the highest intensity below the buttock, else 0.
std::int32_t usual_leg_pain(const Profile& profile);
/// Any painted area lies in one of the regions.
bool has_pain_in(const Profile& profile, WordSet<Region> regions);

}  // namespace plumbline::clinical
