// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "plumbline/clinical/stop_sign.hpp"
#include "plumbline/clinical/triage.hpp"
#include "plumbline/foundation/id.hpp"
#include "plumbline/foundation/time.hpp"

namespace plumbline::clinical {

/// @source rules 2.5: an own assessment is not accepted for an emergency within 12 hours
inline constexpr std::int32_t kEmergencyAssessmentHours = 12;
/// @source rules 2.5: after an own assessment the plan reopens at level 1
inline constexpr std::int32_t kReopenLevel = 1;

/// What somebody was told who had themselves assessed.
enum class AssessmentResult : std::uint8_t { NotSerious, Treated, NotSeen };

/// Flags of one entry that somebody clears.
struct ClearedFlags {
  EntryId entry;
  FlagSet flags;
};

/// `screen.answered`.
struct ScreenEvent {
  TriageInput input;
};
/// `symptom.reported`.
struct SymptomEvent {
  SymptomWhat what = SymptomWhat::Other;
  /// The profile of that moment names blood thinners.
  bool anticoagulant = false;
};
/// `clinician.cleared`.
struct ClinicianClearance {
  std::vector<ClearedFlags> clears;
  /// Last day of the clearance; absent: for good.
  std::optional<LocalDate> until;
};
/// `person.assessed`.
struct OwnAssessment {
  std::vector<ClearedFlags> clears;
  LocalDate on;
  AssessmentResult told = AssessmentResult::NotSeen;
  /// A clinic owns the record: only its clinicians clear.
  bool clinic_owned = false;
};
/// `entry.corrected` of a `screen.answered`; without a screen the entry is withdrawn.
struct ScreenCorrection {
  EntryId corrects;
  std::optional<TriageInput> input;
};

/// One journal entry that bears on locks.
struct LockEvent {
  EntryId id;
  Instant at;
  std::variant<ScreenEvent, SymptomEvent, ClinicianClearance, OwnAssessment, ScreenCorrection> body;
};

/// A lock that stands, by the entry and the flag that opened it. Clearing names both.
struct OpenLock {
  EntryId entry;
  FlagId flag = FlagId::Ce1;
  Instant opened_at;
  /// The rule that opened it.
  std::string rule;
  Verdict verdict;
  /// Stands only until the questions of its group are answered (rules 2.7).
  bool until_screened = false;
  bool operator==(const OpenLock&) const = default;
};

/// A clearance that was not accepted, and why.
struct LockRefusal {
  EntryId by;
  EntryId entry;
  FlagId flag = FlagId::Ce1;
  Reason why;
  bool operator==(const LockRefusal&) const = default;
};

/// What follows from an accepted own assessment: level 1, start doses, a full screen on each of
/// four weekly days.
struct Reopening {
  EntryId by;
  EntryId entry;
  FlagId flag = FlagId::Ce1;
  LocalDate on;
  std::int32_t start_level = kReopenLevel;
  bool start_doses = true;
  std::array<LocalDate, 4> rescreen_on;
  bool operator==(const Reopening&) const = default;
};

/// Where the locks stand on a day.
struct LockState {
  /// By entry in the order of opening, then by flag.
  std::vector<OpenLock> open;
  /// The worst of the open locks; nothing where none is open.
  Verdict verdict;
  std::vector<LockRefusal> refusals;
  std::vector<Reopening> reopenings;
  /// What was opened, kept, lowered and cleared, in order.
  Rationale rationale;
  bool operator==(const LockState&) const = default;
};

/// Folds the events in the order of (time, id), each id once; the order of arrival changes nothing.
/// A lock opens on one positive and closes only by an entry that names it; never by time, by a
/// later "no", or, where it is an emergency, by a correction.
///
/// @param events  every event up to now, in any order. Corrected clearances and assessments are
///                given in their corrected form; screens and their corrections both.
/// @param today   the day for clearances that lapse
/// @source rules 2.4, 2.5, 2.7
LockState compute_locks(std::span<const LockEvent> events, LocalDate today);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::AssessmentResult> {
  static constexpr std::string_view kWhat = "result of an assessment";
  static constexpr std::array<std::string_view, 3> kWords = {"not_serious", "treated", "not_seen"};
};

}  // namespace plumbline
