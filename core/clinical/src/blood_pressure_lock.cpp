// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/blood_pressure_lock.hpp"

#include <algorithm>

namespace plumbline::clinical {
namespace {

bool reaches(const BloodPressure& reading, const BloodPressure& limit) {
  return reading.systolic >= limit.systolic || reading.diastolic >= limit.diastolic;
}

BloodPressureLevel level_of(const BloodPressure& reading) {
  if (reaches(reading, kBloodPressureSeeClinician)) return BloodPressureLevel::VeryHigh;
  if (reaches(reading, kBloodPressureOpens)) return BloodPressureLevel::Raised;
  return BloodPressureLevel::Clear;
}

}  // namespace

BloodPressureState apply(BloodPressureState state, const BloodPressure& reading) {
  state.level = std::max(state.level, level_of(reading));
  if (state.level == BloodPressureLevel::Clear) return {};
  if (reaches(reading, kBloodPressureClearsBelow)) {
    state.low_in_a_row = 0;
    return state;
  }
  ++state.low_in_a_row;
  return state.low_in_a_row >= kBloodPressureClearReadings ? BloodPressureState{} : state;
}

BloodPressureState compute_blood_pressure_state(std::span<const BloodPressure> readings) {
  BloodPressureState state;
  for (const BloodPressure& reading : readings) state = apply(state, reading);
  return state;
}

}  // namespace plumbline::clinical
