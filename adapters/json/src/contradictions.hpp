// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "plumbline/clinical/profile.hpp"
#include "plumbline/clinical/screen_answers.hpp"
#include "plumbline/clinical/triage.hpp"
#include "plumbline/foundation/error.hpp"
#include "plumbline/foundation/time.hpp"
#include "plumbline/json/pointer.hpp"
#include "plumbline/record/entry.hpp"

namespace plumbline::json {

/// Figures that cannot all be true of one person. Each fault names one field and what was expected;
/// answers that are only unlikely, or contradict each other as words do, are left to the rules.

/// Blood pressure; an episode longer than a life.
std::optional<Error> check_profile(const clinical::Profile& profile, const Pointer& at);
/// Details that reach back beyond birth.
std::optional<Error> check_answers(const clinical::ScreenAnswers& answers, std::int32_t age,
                                   const Pointer& at);
/// Episode and answers against the age; an inflammatory history is read as it was told, whatever
/// age stands beside it.
std::optional<Error> check_screen(const clinical::TriageInput& input, const Pointer& at);
/// A test of one side needs left or right, any other has none.
std::optional<Error> check_test_side(const record::MovementTestDone& done, const Pointer& at);
/// What one entry asks for and forbids.
std::optional<Error> check_override(const record::ClinicianOverride& wish, const Pointer& at);

/// Days of a body that lie after the day on which it was told, or permissions that ended before it.
std::optional<Error> check_days(const record::Body& body, LocalDate told, const Pointer& at_body);

}  // namespace plumbline::json
