// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "plumbline/record/entry.hpp"

namespace plumbline::record {

/// A body with where and when it was said.
template <class T>
struct Dated {
  EntryId entry;
  Instant at;
  /// Local day in the entry's own offset.
  LocalDate day;
  T body;
};

/// One session with everything done in it.
struct Session {
  SessionId id;
  Instant started;
  LocalDate day;
  /// Pain at the check-in, 0–10; absent where none was given.
  std::optional<std::int32_t> pain;
  std::optional<SessionEnd> end;
  std::vector<Dated<ExerciseDone>> done;
};

/// A safety entry. Screens and symptoms stand here as they were first made, with corrections beside
/// them, because a correction does not undo what an entry opened (rules 2.4); clearances and
/// assessments stand as corrected.
struct SafetyEntry {
  EntryId entry;
  Instant at;
  LocalDate day;
  Author author;
  Body body;
};

/// What a journal says, by subject and in the order of time. Nothing is decided here.
struct PersonState {
  std::optional<LocalDate> first_day;
  std::optional<LocalDate> last_day;
  std::vector<Dated<clinical::Profile>> profiles;
  std::vector<Dated<clinical::TriageInput>> screens;
  std::vector<Dated<InstrumentAnswered>> instruments;
  std::vector<Dated<MovementTestDone>> tests;
  std::vector<Dated<BodymapPainted>> bodymaps;
  /// In the order in which they began.
  std::vector<Session> sessions;
  std::vector<Dated<UsualPainSet>> usual_pains;
  std::vector<Dated<ModeSet>> modes;
  std::vector<Dated<MorningCheck>> mornings;
  std::vector<Dated<SymptomReported>> symptoms;
  std::vector<Dated<FlareReported>> flares;
  std::vector<Dated<FlareEnded>> flare_ends;
  std::vector<Dated<PlanSwap>> swaps;
  std::vector<Dated<PlanExclude>> excludes;
  std::vector<Dated<GoalSet>> goals;
  std::vector<Dated<ClinicianUnlocked>> unlocks;
  std::vector<Dated<ClinicianOverride>> overrides;
  std::vector<Dated<AdverseEventReported>> adverse_events;
  /// Screens, symptoms, clearances, assessments and corrections of screens, in the order of time.
  std::vector<SafetyEntry> safety;
};

}  // namespace plumbline::record
