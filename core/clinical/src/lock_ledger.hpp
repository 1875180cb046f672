// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plumbline/clinical/lock.hpp"

namespace plumbline::clinical {

/// An own assessment that waits for the questions to be answered again.
struct PendingAssessment {
  EntryId by;
  LocalDate on;
};

/// A lock with all that happened to it.
struct LockRecord {
  OpenLock lock;
  /// The answers that opened it; empty for a symptom.
  ScreenAnswers answers;
  /// It opened as an emergency, or as a repetition of one.
  bool from_emergency = false;
  bool cleared = false;
  /// Last day of a clearance by a clinician.
  std::optional<LocalDate> cleared_until;
  std::optional<PendingAssessment> pending;
};

/// A screen that was answered.
struct ScreenRecord {
  EntryId entry;
  Instant at;
  ScreenAnswers answers;
};

/// The state of the fold.
class LockLedger {
 public:
  void apply(const LockEvent& event);
  LockState at(LocalDate today) const;

 private:
  void on(const LockEvent& event, const ScreenEvent& screen);
  void on(const LockEvent& event, const SymptomEvent& symptom);
  void on(const LockEvent& event, const ClinicianClearance& clearance);
  void on(const LockEvent& event, const OwnAssessment& assessment);
  void on(const LockEvent& event, const ScreenCorrection& correction);

  LockRecord* find(const EntryId& entry, FlagId flag);
  void open(LockRecord record);
  void refuse(const LockEvent& by, const EntryId& entry, FlagId flag, std::string text);
  void note(std::string rule, const LockRecord& record, std::string verdict, std::string text);
  void settle_pending(const ScreenRecord& screen);
  void accept(LockRecord& record, const EntryId& by, LocalDate on);
  void assess(const LockEvent& event, const OwnAssessment& assessment, const EntryId& entry,
              FlagId flag);
  void correct_locks(const LockEvent& event, const EntryId& entry, const TriageInput& input);

  std::vector<LockRecord> records_;
  std::vector<ScreenRecord> screens_;
  std::vector<LockRefusal> refusals_;
  std::vector<Reopening> reopenings_;
  Rationale rationale_;
};

/// The worst verdict of each flag of a screen with its rule, where it locks.
std::vector<FlagFinding> locking_flags(const Triage& triage);

/// The answers repeat what opened an earlier emergency, are assessed and not worse.
/// @source rules 2.5, last point
bool repeats_assessed(const LockRecord& earlier, const ScreenRecord& now, FlagId flag);

/// Every question of the flag's group is answered.
bool answers_group(const ScreenAnswers& answers, FlagId flag);
/// A question of the flag's group is answered with a positive that is not assessed and unchanged.
bool has_new_positive(const ScreenAnswers& answers, FlagId flag);

}  // namespace plumbline::clinical
