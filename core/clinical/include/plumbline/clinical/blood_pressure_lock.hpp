// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "plumbline/clinical/profile.hpp"
#include "plumbline/foundation/words.hpp"

namespace plumbline::clinical {

/// @source rules 1.3 and 1.9: opens at 160/100 mmHg, either number
inline constexpr BloodPressure kBloodPressureOpens{160, 100};
/// @source rules 1.3 and 1.9: see a clinician and walk only from 180/110 mmHg, either number
inline constexpr BloodPressure kBloodPressureSeeClinician{180, 110};
/// @source rules 1.3 and 1.9: clears after two readings below 150/95 mmHg, both numbers
inline constexpr BloodPressure kBloodPressureClearsBelow{150, 95};
/// @source rules 1.3 and 1.9: two readings
inline constexpr std::int32_t kBloodPressureClearReadings = 2;

/// `Raised`: no weights, no holds over 5 s. `VeryHigh`: see a clinician, walking only.
enum class BloodPressureLevel : std::uint8_t { Clear, Raised, VeryHigh };

/// Where the readings so far have led, with memory: a level falls only by two low readings in a
/// row.
struct BloodPressureState {
  BloodPressureLevel level = BloodPressureLevel::Clear;
  /// Low readings in a row, 0–1 while a level is open.
  std::int32_t low_in_a_row = 0;
  bool operator==(const BloodPressureState&) const = default;
};

/// The state after one more reading.
/// @source rules 1.9, 2.4
BloodPressureState apply(BloodPressureState state, const BloodPressure& reading);

/// The state after readings in the order in which they were taken.
BloodPressureState compute_blood_pressure_state(std::span<const BloodPressure> readings);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::BloodPressureLevel> {
  static constexpr std::string_view kWhat = "blood pressure level";
  static constexpr std::array<std::string_view, 3> kWords = {"clear", "raised", "very_high"};
};

}  // namespace plumbline
