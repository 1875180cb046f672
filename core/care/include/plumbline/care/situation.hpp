// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "plumbline/care/profile_at.hpp"
#include "plumbline/care/safety_state.hpp"
#include "plumbline/care/wishes.hpp"
#include "plumbline/exercise/admission.hpp"
#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/exercise/derived.hpp"
#include "plumbline/exercise/ladder.hpp"
#include "plumbline/exercise/needs.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// Everything about a person at the end of a day that decides what may be prescribed.
struct Situation {
  LocalDate day;
  ProfileAt at;
  SafetyState safety;
  /// Days of sessions that count as done, up to this day (rules 3.6).
  std::vector<LocalDate> training;
  exercise::Derived derived;
  exercise::StartLevel start;
  exercise::Circumstances circumstances;
  /// What was asked for in swaps and by clinicians, with the answer.
  std::vector<Wish> wishes;
  /// One for each row of the catalogue.
  std::vector<exercise::Admission> admissions;
  /// Ladders started at the level without the cap by pain; `start_here` says where this person's
  /// pain lets them begin.
  std::vector<exercise::Ladder> ladders;
};

/// Empty before the first profile.
std::optional<Situation> compute_situation(const record::PersonState& state,
                                           const exercise::Catalogue& catalogue, LocalDate day);

/// The first step of a ladder that is allowed at a level: the highest rung of the chain at or below
/// it, at its start dose. Empty where the chain has no rung so low. Whoever needs balance keeps it
/// on level 2, with support, also where the level is lower (docs/decisions/0024).
std::optional<std::size_t> start_at_level(const exercise::Catalogue& catalogue,
                                          const Situation& situation,
                                          const exercise::Ladder& ladder, std::int32_t level);

/// The calm phase as far as it follows from no report of pain: new pain, high irritability or usual
/// pain (rules 1.7), and acute leg pain.
bool stays_calm(const Situation& situation);

/// What the needs of a plan week follow from.
exercise::NeedInputs need_inputs(const Situation& situation, std::int32_t plan_week);

/// Days on which something other than pain changed what may be prescribed; plans are made anew
/// there. In ascending order, each once.
std::vector<LocalDate> replan_days(const record::PersonState& state, LocalDate until);

/// The last of these days, at or before `day`.
LocalDate last_replan_day(const std::vector<LocalDate>& days, LocalDate day);

}  // namespace plumbline::care
