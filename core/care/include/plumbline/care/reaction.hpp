// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// How a session of one exercise is judged (rules 3.2).
enum class Zone : std::uint8_t { Green, Unknown, Amber, Fail, Red };

/// @source rules 3.2 and 3.5: with usual pain of 8 or more the plan holds
inline constexpr std::int32_t kHoldFrom = 8;

/// Pain during an exercise against usual pain.
/// @param during  0–10
/// @param usual   0–10, a stored entry, never computed from reports
/// @returns Red, Amber or Green
Zone zone_during(std::int32_t during, std::int32_t usual);

/// Pain on the morning after.
/// @returns Fail, Amber or Green; Unknown where there was no answer
Zone zone_morning(std::optional<std::int32_t> pain, std::int32_t usual, bool woken_more);

/// Leg pain on the morning after, for nerve, flexion and loaded work (rules 3.5).
Zone zone_leg(std::optional<std::int32_t> leg_pain, std::int32_t usual_leg);

/// Everything done of one exercise in one session, taken together.
struct DoneTogether {
  std::int32_t pain_before = 0;
  std::int32_t pain_during = 0;
  std::optional<std::int32_t> repetitions;
  std::optional<std::int32_t> hold_s;
  std::int32_t sets = 0;
  std::optional<double> minutes;
  std::optional<std::int32_t> effort_cr10;
  std::optional<std::int32_t> rir;
  bool painkiller = false;
  bool leg_worse = false;
  bool form_failed = false;
};

/// Joins the entries of one exercise in a session: the worst answers, the side with less done.
/// @param trial  the trials of the exercise, or everything else of it
DoneTogether join(const record::Session& session, const ExerciseId& exercise, bool trial = false);

/// At least 90 % of the prescribed work was done; empty where the amounts were not told.
std::optional<bool> did_enough(const DoneTogether& done, const exercise::Dose& prescribed);

/// The effort gate of a success: effort <= 4 of 10 (control, aerobic, age >= 65) or at least two
/// repetitions in reserve (strength). No gate for mobility, nerve, direction and relaxation.
bool effort_allows_step(const DoneTogether& done, const exercise::CatalogueRow& row,
                        std::int32_t age);

/// Effort of 7 of 10 or more, or at most one repetition in reserve: one step back.
bool effort_too_high(const DoneTogether& done);

}  // namespace plumbline::care
