// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "lock_ledger.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "concern.hpp"

namespace plumbline::clinical {
namespace {

/// @source definition of the hour
constexpr std::int64_t kMsPerHour = 3'600'000;

bool is_open(const LockRecord& record, LocalDate today) {
  return !record.cleared || (record.cleared_until && today > *record.cleared_until);
}

/// The crisis card closes when its own follow-up question is answered with "no" (rules 2.2 C24).
bool closes_crisis_card(const ScreenAnswers& answers) {
  const std::optional<FlagAnswer>& mood = answers[FlagId::Ps1];
  return mood && mood->intent == std::optional<bool>(false);
}

}  // namespace

void LockLedger::apply(const LockEvent& event) {
  std::visit([&](const auto& body) { on(event, body); }, event.body);
}

LockRecord* LockLedger::find(const EntryId& entry, FlagId flag) {
  const auto found = std::ranges::find_if(records_, [&](const LockRecord& record) {
    return record.lock.entry == entry && record.lock.flag == flag;
  });
  return found == records_.end() ? nullptr : &*found;
}

void LockLedger::note(std::string rule, const LockRecord& record, std::string verdict,
                      std::string text) {
  rationale_.push_back({std::move(rule),
                        {{"entry", record.lock.entry.text()},
                         {"flag", std::string(word(record.lock.flag))},
                         {"lock", describe(record.lock.verdict)}},
                        std::move(verdict),
                        std::move(text)});
}

void LockLedger::refuse(const LockEvent& by, const EntryId& entry, FlagId flag, std::string text) {
  refusals_.push_back({by.id,
                       entry,
                       flag,
                       {"2.5/refused",
                        {{"entry", entry.text()}, {"flag", std::string(word(flag))}},
                        "stays locked",
                        std::move(text)}});
}

void LockLedger::open(LockRecord record) {
  const std::string closes = record.lock.until_screened
                                 ? "It ends when the questions about it are answered."
                                 : "It ends when somebody has looked at it and you tell us what "
                                   "they found; not by time.";
  note("2.4/open", record, "opened",
       "Locked because of " + std::string(concern(record.lock.flag)) + ". " + closes);
  records_.push_back(std::move(record));
}

// ---- screens

void LockLedger::on(const LockEvent& event, const ScreenEvent& screen) {
  const ScreenRecord record{event.id, event.at, screen.input.answers};
  for (LockRecord& open_lock : records_) {
    const bool screened =
        open_lock.lock.until_screened && answers_group(record.answers, open_lock.lock.flag);
    const bool card = open_lock.lock.flag == FlagId::Ps1 && closes_crisis_card(record.answers);
    if (open_lock.cleared || (!screened && !card)) continue;
    open_lock.cleared = true;
    note(card ? "C24" : "2.7", open_lock, "answered", "The question was answered afresh.");
  }
  settle_pending(record);
  for (const FlagFinding& finding : locking_flags(compute_triage(screen.input))) {
    LockRecord next{{event.id, finding.id, event.at, finding.rule, finding.verdict, false},
                    record.answers,
                    finding.verdict.urgency == Urgency::Emergency,
                    false,
                    {},
                    {}};
    const bool repeated = next.from_emergency && finding.id != FlagId::Ps1 &&
                          std::ranges::any_of(records_, [&](const LockRecord& earlier) {
                            return earlier.from_emergency && earlier.lock.flag == finding.id &&
                                   earlier.lock.rule == finding.rule &&
                                   repeats_assessed(earlier, record, finding.id);
                          });
    if (repeated) {
      next.lock.verdict = kUrgentToday;
      note("2.5/second_identical", next, "today instead of now",
           "The same answers were assessed before and are not worse.");
    }
    open(std::move(next));
  }
  screens_.push_back(record);
}

void LockLedger::settle_pending(const ScreenRecord& screen) {
  for (LockRecord& record : records_) {
    if (!record.pending || local_date(screen.at) < record.pending->on ||
        !answers_group(screen.answers, record.lock.flag)) {
      continue;
    }
    const PendingAssessment pending = *record.pending;
    record.pending.reset();
    if (has_new_positive(screen.answers, record.lock.flag)) {
      refuse({pending.by, screen.at, ScreenEvent{}}, record.lock.entry, record.lock.flag,
             "The questions were answered again with a new positive.");
    } else {
      accept(record, pending.by, local_date(screen.at));
    }
  }
}

// ---- symptoms

void LockLedger::on(const LockEvent& event, const SymptomEvent& symptom) {
  const StopDecision decision = compute_stop_decision({symptom.what, false, symptom.anticoagulant});
  if (decision.verdict.lock == Lock::None) return;
  decision.opens.for_each([&](FlagId flag) {
    const bool emergency =
        decision.verdict.urgency == Urgency::Emergency && !decision.until_screened;
    open({{event.id, flag, event.at, decision.why.rule, decision.verdict, decision.until_screened},
          {},
          emergency,
          false,
          {},
          {}});
  });
}

// ---- clearing

void LockLedger::on(const LockEvent& event, const ClinicianClearance& clearance) {
  for (const ClearedFlags& clears : clearance.clears) {
    clears.flags.for_each([&](FlagId flag) {
      LockRecord* record = find(clears.entry, flag);
      if (record == nullptr) {
        return refuse(event, clears.entry, flag, "This entry holds no such lock.");
      }
      record->cleared = true;
      record->cleared_until = clearance.until;
      record->pending.reset();
      note("2.5/clinician", *record, "cleared", "A clinician cleared this.");
    });
  }
}

void LockLedger::on(const LockEvent& event, const OwnAssessment& assessment) {
  for (const ClearedFlags& clears : assessment.clears) {
    clears.flags.for_each([&](FlagId flag) { assess(event, assessment, clears.entry, flag); });
  }
}

void LockLedger::assess(const LockEvent& event, const OwnAssessment& assessment,
                        const EntryId& entry, FlagId flag) {
  LockRecord* record = find(entry, flag);
  const auto no = [&](std::string text) { refuse(event, entry, flag, std::move(text)); };
  if (record == nullptr) return no("This entry holds no such lock.");
  if (!is_open(*record, local_date(event.at))) return;
  const std::int64_t waited = event.at.unix_ms - record->lock.opened_at.unix_ms;
  if (assessment.clinic_owned)
    return no("A clinic keeps this record; one of its clinicians clears.");
  if (assessment.told == AssessmentResult::NotSeen) return no("Nobody has looked at it yet.");
  if (assessment.on < local_date(record->lock.opened_at))
    return no("The visit was before the sign.");
  if (assessment.on > local_date(event.at)) return no("The visit lies in the future.");
  if (record->lock.verdict.urgency == Urgency::Emergency &&
      waited < kEmergencyAssessmentHours * kMsPerHour) {
    return no("An emergency cannot be closed by oneself within twelve hours.");
  }
  const ScreenRecord* last = nullptr;
  for (const ScreenRecord& screen : screens_) {
    const bool later = screen.at > record->lock.opened_at && local_date(screen.at) >= assessment.on;
    if (later && answers_group(screen.answers, flag)) last = &screen;
  }
  if (last == nullptr) {
    record->pending = {event.id, assessment.on};
    return note("2.5/pending", *record, "ask again", "The questions of this group come once more.");
  }
  if (has_new_positive(last->answers, flag)) {
    return no("The questions were answered again with a new positive.");
  }
  accept(*record, event.id, local_date(event.at));
}

void LockLedger::accept(LockRecord& record, const EntryId& by, LocalDate on) {
  record.cleared = true;
  record.cleared_until.reset();
  record.pending.reset();
  note("2.5/person", record, "cleared", "Reported by the person as seen and assessed.");
  Reopening reopening{by, record.lock.entry, record.lock.flag, on, kReopenLevel, true, {}};
  for (std::size_t week = 0; week < reopening.rescreen_on.size(); ++week) {
    reopening.rescreen_on[week] = on.plus(static_cast<std::int32_t>(week + 1) * 7);
  }
  reopenings_.push_back(std::move(reopening));
}

// ---- corrections

void LockLedger::on(const LockEvent& event, const ScreenCorrection& correction) {
  const auto screen = std::ranges::find(screens_, correction.corrects, &ScreenRecord::entry);
  // A withdrawn screen asks nothing again, so it lifts nothing.
  if (screen == screens_.end() || !correction.input) return;
  correct_locks(event, correction.corrects, *correction.input);
  screen->answers = correction.input->answers;
}

void LockLedger::correct_locks(const LockEvent& event, const EntryId& entry,
                               const TriageInput& input) {
  std::vector<FlagFinding> now = locking_flags(compute_triage(input));
  for (LockRecord& record : records_) {
    if (record.lock.entry != entry || record.cleared) continue;
    const auto found = std::ranges::find(now, record.lock.flag, &FlagFinding::id);
    const Verdict verdict = found == now.end() ? kModifier : found->verdict;
    if (at_least(verdict, record.lock.verdict)) continue;
    if (record.from_emergency) {
      note("2.4/correction", record, "kept", "A correction never lifts an emergency.");
    } else if (!answers_group(input.answers, record.lock.flag)) {
      note("2.5/correction", record, "kept", "The whole group must be answered again.");
    } else {
      record.lock.verdict = verdict;
      record.cleared = verdict.lock == Lock::None;
      note("2.5/correction", record, "lowered", "The group was answered again.");
    }
  }
  for (const FlagFinding& finding : now) {
    const bool emergency = finding.verdict.urgency == Urgency::Emergency;
    LockRecord next{{entry, finding.id, event.at, finding.rule, finding.verdict, false},
                    input.answers,
                    emergency,
                    false,
                    {},
                    {}};
    LockRecord* record = find(entry, finding.id);
    if (record == nullptr) {
      open(std::move(next));
    } else if (!at_least(record->lock.verdict, finding.verdict)) {
      *record = std::move(next);
      note("2.4/open", *record, "raised", "The corrected answer is worse.");
    }
  }
}

// ---- the state on a day

LockState LockLedger::at(LocalDate today) const {
  LockState out{{}, {}, refusals_, reopenings_, rationale_};
  for (const LockRecord& record : records_) {
    if (!is_open(record, today)) continue;
    out.open.push_back(record.lock);
    out.verdict = worse_of(out.verdict, record.lock.verdict);
    if (record.cleared) {
      out.rationale.push_back({"2.5/lapsed",
                               {{"entry", record.lock.entry.text()},
                                {"flag", std::string(word(record.lock.flag))},
                                {"until", format_date(*record.cleared_until)}},
                               "open again",
                               "The clearance was given up to a day that has passed."});
    }
  }
  std::ranges::stable_sort(out.open, {}, [](const OpenLock& lock) {
    return std::tuple(lock.opened_at.unix_ms, std::string_view(lock.entry.text()), lock.flag);
  });
  return out;
}

}  // namespace plumbline::clinical
