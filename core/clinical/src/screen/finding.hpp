// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plumbline/clinical/triage.hpp"
#include "screen/screen_view.hpp"

namespace plumbline::clinical::screen {

/// What a row is about; rows of one condition can add up (C28).
/// @source facts 1.3, column "Condition"
enum class SuspectedCondition : std::uint8_t {
  CaudaEquina,
  NerveDeficit,
  Cord,
  Malignancy,
  Fracture,
  Spondylolysis,
  Infection,
  Aneurysm,
  Chest,
  Visceral,
  Thrombosis,
  Suicidality,
  AxialSpa,
  Modifier,
};

/// One row of the table that matched.
struct Finding {
  /// The row, also where "not sure" changed the verdict.
  std::string_view row;
  FlagSet flags;
  Verdict verdict;
  SuspectedCondition condition = SuspectedCondition::Modifier;
  /// For people.
  std::string text;
  /// Values beside the answers that the row looked at.
  std::vector<RationaleInput> facts = {};
  WordSet<Condition> filters = {};
  /// The answer was "not sure".
  bool unsure = false;
  /// The row rests on `improving` alone, without an answer of its own.
  bool from_course = false;
};

using Findings = std::vector<Finding>;

/// How "not sure" is read for a question.
/// @source rules 2.3
enum class QuestionClass : std::uint8_t { EmergencyItem, UrgentItem, LesserItem };

/// Adds a row that the screen matched with `flag` answered "yes", or, where the answer is "not
/// sure", what is left of it. Never milder for a "yes" than for a "not sure".
/// @pre the flag is positive
void add_own(const ScreenView& screen, FlagId flag, QuestionClass kind, Finding as_yes,
             Findings& out);

// The rows of the table by family; each appends what matches.
void screen_cauda_equina(const ScreenView& screen, Findings& out);  // C1–C4, 2.3
void screen_cord(const ScreenView& screen, Findings& out);          // C5, C6, C21
void screen_malignancy(const ScreenView& screen, Findings& out);    // C7–C12, C26
void screen_fracture(const ScreenView& screen, Findings& out);      // C13–C16
void screen_infection(const ScreenView& screen, Findings& out);     // C17, C18
void screen_vascular(const ScreenView& screen, Findings& out);      // C19, C20, C23
void screen_other(const ScreenView& screen, Findings& out);         // C22, C24, C25, C27, PG1
void screen_sums(Findings& out);                                    // C28

}  // namespace plumbline::clinical::screen
