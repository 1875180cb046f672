// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/exercise/ladder.hpp"
#include "plumbline/foundation/rationale.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

struct Situation;

/// An exercise that somebody asked for: in a swap, or a clinician in an override.
struct Wish {
  exercise::Catalogue::Index exercise = 0;
  /// What it takes the place of; empty for a clinician's.
  std::optional<exercise::Catalogue::Index> instead_of;
  LocalDate day;
  bool by_clinician = false;
  /// Why it stays out; empty where it may be planned.
  std::optional<Reason> refused;
};

/// What person and clinician chose, up to a day.
struct Choices {
  /// Exercises left out, with the words of whoever left them out.
  std::map<std::string, std::string, std::less<>> left_out;
  /// Wishes that still stand, in the order of time; not answered yet.
  std::vector<Wish> wishes;
};

/// Follows swaps, exclusions and overrides in the order of time. Who swaps an exercise away or
/// leaves it out takes their own wish for it back; who swaps to it takes it in again, unless a
/// clinician forbade it.
Choices choices_until(const record::PersonState& state, const exercise::Catalogue& catalogue,
                      LocalDate day);

/// Says for each wish of a situation why it stays out: not admitted, never planned, or above the
/// level that the person has reached. A clinician may go above the level.
void answer_wishes(Situation& situation, const record::PersonState& state,
                   const exercise::Catalogue& catalogue);

/// The wishes that were not refused.
std::vector<exercise::Asked> granted(const std::vector<Wish>& wishes);

/// Exercises that are in the library only and never planned (rules 1.3).
bool never_planned(std::string_view exercise);

/// Swaps between two days that named no other exercise.
std::int32_t swapped_away(const record::PersonState& state, LocalDate from, LocalDate until);

}  // namespace plumbline::care
