// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "step_gate.hpp"

#include <algorithm>

#include "plumbline/care/safety_state.hpp"
#include "plumbline/clinical/recheck.hpp"

namespace plumbline::care {
namespace {

/// @source rules 3.2: a higher usual pain takes effect with no step-ups for 14 days
constexpr std::int32_t kNoStepAfterRaise = 14;

}  // namespace

bool changes_on(const record::PersonState& state, LocalDate day) {
  const auto here = [&](const auto& set) { return set.day == day; };
  return std::ranges::any_of(state.usual_pains, here) || std::ranges::any_of(state.modes, here);
}

bool steps_are_held(const record::PersonState& state, const ProfileAt& at,
                    const std::vector<LocalDate>& training, LocalDate day) {
  if (at.usual_raised_on && day.since(*at.usual_raised_on) < kNoStepAfterRaise) return true;
  if (at.usual_set_on == day || at.mode_set_on == day || changes_on(state, day)) return true;
  // Usual pain is only offered again (rules 3.2), so a person who does not answer it goes on.
  return clinical::overdue_consequence(overdue_check_days(state, at, training, day)) !=
         clinical::OverdueConsequence::None;
}

bool goes_slowly(const Situation& s, LocalDate day) {
  /// @source rules 3.2: from 65; in the first 14 days
  constexpr std::int32_t kOlder = 65;
  /// @source rules 3.2: in the first 14 days
  constexpr std::int32_t kFirstDays = 14;
  using enum clinical::DerivedFlag;
  return s.at.profile.person.age >= kOlder || day.since(s.at.plan_start) < kFirstDays ||
         s.derived.flags.intersects({Osteoporosis, FallsRisk, PregnancyLate});
}

}  // namespace plumbline::care
