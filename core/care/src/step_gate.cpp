// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "step_gate.hpp"

#include <algorithm>

#include "plumbline/care/safety_state.hpp"

namespace plumbline::care {
namespace {

/// @source rules 3.2: a higher usual pain takes effect with no step-ups for 14 days
constexpr std::int32_t kNoStepAfterRaise = 14;
/// @source rules 2.6: a due safety check not answered after 7 days: no step-ups. Usual pain is only
/// offered again (3.2), so a person who does not answer it goes on.
constexpr std::int32_t kOverdueDays = 7;

}  // namespace

bool changes_on(const record::PersonState& state, LocalDate day) {
  const auto here = [&](const auto& set) { return set.day == day; };
  return std::ranges::any_of(state.usual_pains, here) || std::ranges::any_of(state.modes, here);
}

bool steps_are_held(const record::PersonState& state, const ProfileAt& at, LocalDate day) {
  if (at.usual_raised_on && day.since(*at.usual_raised_on) < kNoStepAfterRaise) return true;
  if (at.usual_set_on == day || at.mode_set_on == day || changes_on(state, day)) return true;
  return overdue_check_days(state, at, day) > kOverdueDays;
}

}  // namespace plumbline::care
