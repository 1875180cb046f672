// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Oracle: laws of the journal: arrival order and duplicates change nothing; more positives never
// lock less; time alone closes nothing.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "plumbline/clinical/lock.hpp"
#include "triage_person.hpp"

namespace plumbline::clinical {
namespace {

constexpr std::int64_t kMsPerHour = 3'600'000;

EntryId entry(int n) { return EntryId("e" + std::to_string(n)); }

FlagId any_flag() { return static_cast<FlagId>(*rc::gen::inRange(0, 29)); }

TriageInput any_screen() {
  ScreenOf out(*rc::gen::element(17, 40, 71));
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    FlagAnswer details = *rc::gen::arbitrary<bool>() ? FlagAnswer{} : steady(30, true);
    *rc::gen::arbitrary<bool>() ? out.yes(any_flag(), details) : out.unsure(any_flag());
  }
  if (*rc::gen::inRange(0, 3) == 0) {
    flags_of(group_of(any_flag())).for_each([&](FlagId id) { out.no(id); });
  }
  return out.input;
}

LockEvent any_event(int n) {
  LockEvent out{entry(n), {*rc::gen::inRange<std::int64_t>(0, 400) * kMsPerHour, 0}, ScreenEvent{}};
  const std::vector<ClearedFlags> clears{
      {entry(*rc::gen::inRange(0, 8)), {any_flag(), any_flag()}}};
  const LocalDate on = LocalDate::from_days(*rc::gen::inRange(0, 17));
  switch (*rc::gen::inRange(0, 7)) {
    case 0:
      out.body = SymptomEvent{static_cast<SymptomWhat>(*rc::gen::inRange(0, 14)), false};
      break;
    case 1:
      out.body = ClinicianClearance{clears, on};
      break;
    case 2:
      out.body = OwnAssessment{clears, on, AssessmentResult::NotSerious, false};
      break;
    case 3:
      out.body = ScreenCorrection{entry(*rc::gen::inRange(0, 8)), any_screen()};
      break;
    default:
      out.body = ScreenEvent{any_screen()};
  }
  return out;
}

std::vector<LockEvent> any_journal() {
  std::vector<LockEvent> out;
  const int count = *rc::gen::inRange(0, 9);
  for (int n = 0; n < count; ++n) out.push_back(any_event(n));
  return out;
}

RC_GTEST_PROP(LockLaw, ArrivalOrderAndDuplicates_ChangeNothing, ()) {
  std::vector<LockEvent> journal = any_journal();
  const LocalDate today = LocalDate::from_days(*rc::gen::inRange(0, 40));
  const LockState expected = compute_locks(journal, today);
  std::vector<LockEvent> shuffled = journal;
  for (std::size_t i = shuffled.size(); i > 1; --i) {
    const auto j = static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(i)));
    std::swap(shuffled[i - 1], shuffled[j]);
  }
  if (!shuffled.empty()) shuffled.push_back(shuffled.front());
  RC_ASSERT(compute_locks(shuffled, today) == expected);
}

RC_GTEST_PROP(LockLaw, TimeAlone_ClosesNothing, ()) {
  const std::vector<LockEvent> journal = any_journal();
  const LocalDate today = LocalDate::from_days(*rc::gen::inRange(0, 40));
  const LockState now = compute_locks(journal, today);
  const LockState later = compute_locks(journal, today.plus(*rc::gen::inRange(0, 400)));
  for (const OpenLock& lock : now.open) {
    RC_ASSERT(std::ranges::find(later.open, lock) != later.open.end());
  }
}

RC_GTEST_PROP(LockLaw, APositiveAtTheEnd_NeverLocksLess, ()) {
  std::vector<LockEvent> journal = any_journal();
  const LocalDate today = LocalDate::from_days(20);
  const Verdict before = compute_locks(journal, today).verdict;
  const FlagId flag = any_flag();
  journal.push_back({entry(99), {500 * kMsPerHour, 0}, ScreenEvent{ScreenOf().yes(flag).input}});
  const Verdict after = compute_locks(journal, today).verdict;
  RC_ASSERT(at_least(after, before));
}

// A correction that withdraws, or that answers "no" throughout, never lifts an emergency.
RC_GTEST_PROP(LockLaw, CorrectionsToNo_NeverLiftAnEmergency, ()) {
  std::vector<LockEvent> journal{{entry(0), {0, 0}, ScreenEvent{any_screen()}}};
  const LocalDate today = LocalDate::from_days(1);
  const LockState before = compute_locks(journal, today);
  ScreenOf all_no;
  for (int i = 0; i < 29; ++i) all_no.no(static_cast<FlagId>(i));
  ScreenCorrection correction{entry(0), all_no.input};
  if (*rc::gen::arbitrary<bool>()) correction.input.reset();
  journal.push_back({entry(1), {kMsPerHour, 0}, correction});
  const LockState after = compute_locks(journal, today);
  for (const OpenLock& lock : before.open) {
    if (lock.verdict.urgency != Urgency::Emergency) continue;
    RC_ASSERT(std::ranges::find(after.open, lock) != after.open.end());
  }
}

}  // namespace
}  // namespace plumbline::clinical
