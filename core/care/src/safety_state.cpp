// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/safety_state.hpp"

#include <algorithm>

#include "plumbline/clinical/recheck.hpp"
#include "plumbline/clinical/screen_completeness.hpp"

namespace plumbline::care {

SafetyState compute_safety(const record::PersonState& state, const ProfileAt&, LocalDate day) {
  SafetyState out;
  for (const auto& screen : state.screens) {
    if (screen.day > day) continue;
    out.never_screened = false;
    const clinical::Triage triage = clinical::compute_triage(screen.body);
    out.urgency = triage.verdict.urgency;
    out.within = triage.verdict.within;
    out.advice = triage.rationale;
    out.filters = triage.filters;
    out.screen_complete =
        clinical::screen_completeness(screen.body.answers, screen.body.region).complete();
    if (triage.verdict.lock != clinical::Lock::None) {
      out.locked = Locked{triage.verdict.urgency, triage.verdict.within, triage.verdict.lock,
                          triage.rationale};
    }
  }
  return out;
}

}  // namespace plumbline::care
