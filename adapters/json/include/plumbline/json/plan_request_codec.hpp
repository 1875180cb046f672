// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "plumbline/clinical/leg_symptoms.hpp"
#include "plumbline/clinical/movement_test.hpp"
#include "plumbline/clinical/profile.hpp"
#include "plumbline/clinical/triage.hpp"
#include "plumbline/json/codec.hpp"
#include "plumbline/record/entry.hpp"

namespace plumbline::json {

/// What `plumbline plan --profile` reads: the profile with screen, instruments and tests.
struct PlanRequest {
  clinical::Profile profile;
  clinical::TriageInput screen;
  std::vector<record::InstrumentAnswered> instruments;
  std::vector<record::MovementTestDone> tests;
};

template <>
struct Codec<PlanRequest> {
  static Result<PlanRequest> read(const Value& value, const Pointer& at);
};

/// The safety screen of a profile: answers beside what the profile tells. The painted map counts
/// where it contradicts the answers, in the worse reading (rules 2.3).
clinical::TriageInput screen_of(const clinical::Profile& profile, clinical::ScreenAnswers answers);

/// The same as journal entries that were made at `at`, in an order that puts them before every
/// entry made later.
std::vector<record::Entry> entries_of(const PlanRequest& request, const PersonId& person,
                                      const Instant& at);

/// A profile in front of the entries that were made since. It counts from the start of the day of
/// the first of them, or of `date` where there are none.
std::vector<record::Entry> entries_with(const PlanRequest& request,
                                        std::vector<record::Entry> entries, LocalDate date);

}  // namespace plumbline::json
