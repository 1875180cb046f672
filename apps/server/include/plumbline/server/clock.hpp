// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "plumbline/foundation/time.hpp"

namespace plumbline::server {

inline constexpr std::int64_t kMinuteMs = 60'000;
inline constexpr std::int64_t kHourMs = 60 * kMinuteMs;
inline constexpr std::int64_t kDayMs = 24 * kHourMs;

/// Milliseconds since 1970 by this computer's clock.
std::int64_t clock_ms();

/// The day that it is at a moment where this computer stands.
LocalDate local_day(std::int64_t at_ms);

}  // namespace plumbline::server
