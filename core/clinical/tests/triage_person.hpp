// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>

#include "plumbline/clinical/triage.hpp"

namespace plumbline::clinical {

/// Builds one person's screen in a line, for tests.
struct ScreenOf {
  TriageInput input;

  explicit ScreenOf(std::int32_t age = 40) { input.age = age; }
  ScreenOf& yes(FlagId id, FlagAnswer details = {}) {
    details.answer = ScreenAnswer::Yes;
    input.answers.set(id, details);
    return *this;
  }
  ScreenOf& unsure(FlagId id, FlagAnswer details = {}) {
    details.answer = ScreenAnswer::Unsure;
    input.answers.set(id, details);
    return *this;
  }
  ScreenOf& no(FlagId id, FlagAnswer details = {}) {
    details.answer = ScreenAnswer::No;
    input.answers.set(id, details);
    return *this;
  }
  ScreenOf& onset(std::int32_t days) {
    input.onset_days_ago = days;
    return *this;
  }
  ScreenOf& improving(bool better) {
    input.improving = better;
    return *this;
  }
  ScreenOf& has(WordSet<Condition> conditions) {
    input.conditions = conditions;
    return *this;
  }
  Triage triage() const { return compute_triage(input); }
  Verdict verdict() const { return triage().verdict; }
};

/// Since so many days, not worsening, seen by a clinician or not.
inline FlagAnswer steady(std::int32_t since_days, bool assessed) {
  FlagAnswer out;
  out.since_days = since_days;
  out.worsening = false;
  out.assessed = assessed;
  return out;
}

inline bool names(const Triage& triage, FlagId id, std::string_view rule) {
  return std::ranges::any_of(triage.flags, [&](const FlagFinding& finding) {
    return finding.id == id && finding.rule == rule;
  });
}

}  // namespace plumbline::clinical
