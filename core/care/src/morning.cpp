// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "morning.hpp"

namespace plumbline::care {
namespace {

/// @source rules 3.2: first answer 8–36 h after, else at the next check-in up to 72 h
constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kFirstMorning = 8 * kHourMs;
constexpr std::int64_t kLastMorning = 72 * kHourMs;

}  // namespace

const Morning* morning_after(const record::PersonState& state, const record::Session& session,
                             const record::Session* next, LocalDate until) {
  const Instant& done = session.done.empty() ? session.started : session.done.back().at;
  for (const auto& morning : state.mornings) {
    const std::int64_t later = morning.at.unix_ms - done.unix_ms;
    if (later < kFirstMorning) continue;
    if (later > kLastMorning || morning.day > until) return nullptr;
    if (next != nullptr && next->started < morning.at) return nullptr;
    return &morning;
  }
  return nullptr;
}

}  // namespace plumbline::care
