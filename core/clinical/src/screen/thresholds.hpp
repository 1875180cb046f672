// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace plumbline::clinical::screen {

/// @source rules 2.2 C1: more than 14 days
inline constexpr std::int32_t kBladderNewDays = 14;
/// @source rules 2.2 C2: new within 4 weeks
inline constexpr std::int32_t kSexualNewDays = 28;
/// @source rules 2.2 C3: 14 days
inline constexpr std::int32_t kBothLegsNewDays = 14;
/// @source rules 2.2 C3: more than 3 months; rules 2.6 counts the 3 months of IB1 as 90 days
inline constexpr std::int32_t kThreeMonthsDays = 90;
/// @source rules 2.2 C5: new within 14 days
inline constexpr std::int32_t kFootDropNewDays = 14;
/// @source rules 2.2 C6: new or worse within 6 weeks
inline constexpr std::int32_t kCordNewDays = 42;
/// @source rules 2.2 C6: two or more features
inline constexpr std::int32_t kCordFeatures = 2;
/// @source rules 2.2 C10, C11, C12, C19: 60 years and over
inline constexpr std::int32_t kAgeOlder = 60;
/// @source rules 2.2 C12: onset 42 days ago or more
inline constexpr std::int32_t kPersistentDays = 42;
/// @source rules 2.2 C13: 65 years and over
inline constexpr std::int32_t kAgeTrauma = 65;
/// @source rules 2.2 C16: 70 years and over; rules 2.4: age thresholds are inclusive
inline constexpr std::int32_t kAgeFragile = 70;
/// @source rules 2.2 C15: new spinal pain within 6 weeks
inline constexpr std::int32_t kNewPainDays = 42;
/// @source rules 2.2 C18: a procedure within 3 months, 90 days as above
inline constexpr std::int32_t kProcedureDays = 90;
/// @source rules 2.2 C26: 42 to 84 days
inline constexpr std::int32_t kNoImprovementFromDays = 42;
/// @source rules 2.2 C26: 42 to 84 days
inline constexpr std::int32_t kNoImprovementToDays = 84;
/// @source rules 2.2 C27: below 16 years
inline constexpr std::int32_t kAgeChildBelow = 16;
/// @source rules 2.2 C27: 16 to 19 years
inline constexpr std::int32_t kAgeYoungTo = 19;
/// @source rules 2.2 C27: more than 4 weeks
inline constexpr std::int32_t kYoungLongerThanDays = 28;

}  // namespace plumbline::clinical::screen
