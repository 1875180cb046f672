// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Oracle: rules 2.4, 2.5 and 2.7, one journal by hand for each sentence.
#include "plumbline/clinical/lock.hpp"

#include <gtest/gtest.h>

#include "triage_person.hpp"

namespace plumbline::clinical {
namespace {

using enum FlagId;

constexpr std::int64_t kMsPerHour = 3'600'000;

Instant at_hour(std::int64_t hour) { return {hour * kMsPerHour, 0}; }
LocalDate day(std::int32_t n) { return LocalDate::from_days(n); }

/// A journal that grows by one entry a line; entries are named e1, e2 …
struct Journal {
  std::vector<LockEvent> events;

  EntryId add(std::int64_t hour, decltype(LockEvent::body) body) {
    const EntryId id("e" + std::to_string(events.size() + 1));
    events.push_back({id, at_hour(hour), std::move(body)});
    return id;
  }
  EntryId screen(std::int64_t hour, const ScreenOf& answers) {
    return add(hour, ScreenEvent{answers.input});
  }
  LockState on(std::int32_t n) const { return compute_locks(events, day(n)); }
};

ScreenOf group_answered_no(FlagId of) {
  ScreenOf out;
  flags_of(group_of(of)).for_each([&](FlagId id) { out.no(id); });
  return out;
}

OwnAssessment assessed(const EntryId& entry, FlagId flag, std::int32_t on_day) {
  return {{{entry, {flag}}}, day(on_day), AssessmentResult::NotSerious, false};
}

TEST(Locks, OnePositive_OpensAndLaterNoOrTimeDoNotClose) {
  Journal journal;
  const EntryId first = journal.screen(0, ScreenOf().yes(Ma2));
  journal.screen(24, ScreenOf().no(Ma2));
  const LockState state = journal.on(4000);
  ASSERT_EQ(state.open.size(), 1U);
  EXPECT_EQ(state.open[0].entry, first);
  EXPECT_EQ(state.open[0].flag, Ma2);
  EXPECT_EQ(state.verdict, kUrgentTwoWeeks);
}

TEST(Locks, ModifiersAndRoutineAdvice_OpenNone) {
  Journal journal;
  journal.screen(0, ScreenOf().yes(Ma3).yes(Ps1));
  EXPECT_TRUE(journal.on(0).open.empty());
}

TEST(Locks, Clinician_ClosesWhatIsNamedAndNothingElse) {
  Journal journal;
  const EntryId first = journal.screen(0, ScreenOf().yes(Ce2).yes(In1));
  journal.add(1, ClinicianClearance{{{first, {Ce2}}}, {}});
  const LockState state = journal.on(1);
  ASSERT_EQ(state.open.size(), 1U);
  EXPECT_EQ(state.open[0].flag, In1);
}

TEST(Locks, ClinicianUntil_LapsesTheDayAfter) {
  Journal journal;
  const EntryId first = journal.screen(0, ScreenOf().yes(Ma2));
  journal.add(1, ClinicianClearance{{{first, {Ma2}}}, day(10)});
  EXPECT_TRUE(journal.on(10).open.empty());
  EXPECT_EQ(journal.on(11).open.size(), 1U);
}

TEST(Locks, ClearingAnotherEntry_IsRefused) {
  Journal journal;
  journal.screen(0, ScreenOf().yes(Ma2));
  journal.add(1, ClinicianClearance{{{EntryId("other"), {Ma2}}}, {}});
  const LockState state = journal.on(1);
  EXPECT_EQ(state.open.size(), 1U);
  EXPECT_EQ(state.refusals.size(), 1U);
}

TEST(Locks, OwnAssessment_NeedsTheGroupAnsweredAgain) {
  Journal journal;
  const EntryId first = journal.screen(0, ScreenOf().yes(Ma2));
  journal.add(30, assessed(first, Ma2, 1));
  EXPECT_EQ(journal.on(2).open.size(), 1U) << "waits for the questions";
  journal.screen(31, ScreenOf().no(Ma2));
  EXPECT_EQ(journal.on(2).open.size(), 1U) << "one question is not the group";
  journal.screen(48, group_answered_no(Ma2));
  const LockState state = journal.on(2);
  EXPECT_TRUE(state.open.empty());
  ASSERT_EQ(state.reopenings.size(), 1U);
  EXPECT_EQ(state.reopenings[0].start_level, 1);
  EXPECT_TRUE(state.reopenings[0].start_doses);
  EXPECT_EQ(state.reopenings[0].on, day(2));
  EXPECT_EQ(state.reopenings[0].rescreen_on[0], day(9));
  EXPECT_EQ(state.reopenings[0].rescreen_on[3], day(30));
}

TEST(Locks, OwnAssessment_AfterTheQuestions_CountsToo) {
  Journal journal;
  const EntryId first = journal.screen(0, ScreenOf().yes(Ma2));
  journal.screen(26, group_answered_no(Ma2));
  journal.add(30, assessed(first, Ma2, 1));
  EXPECT_TRUE(journal.on(1).open.empty());
}

TEST(Locks, OwnAssessment_AnswersBeforeTheVisitDoNotCount) {
  Journal journal;
  const EntryId first = journal.screen(0, ScreenOf().yes(Ma2));
  journal.screen(2, group_answered_no(Ma2));
  journal.add(30, assessed(first, Ma2, 1));
  EXPECT_EQ(journal.on(1).open.size(), 1U);
}

TEST(Locks, OwnAssessment_NewPositiveInTheGroup_IsRefused) {
  Journal journal;
  const EntryId first = journal.screen(0, ScreenOf().yes(Ma2));
  journal.add(30, assessed(first, Ma2, 1));
  journal.screen(48, group_answered_no(Ma2).yes(Ma3));
  const LockState state = journal.on(2);
  EXPECT_EQ(state.open.size(), 1U);
  EXPECT_EQ(state.refusals.size(), 1U);
}

TEST(Locks, OwnAssessmentOfAnEmergency_NotWithinTwelveHours) {
  for (const auto& [hours, open] : {std::pair{11, 1U}, std::pair{12, 0U}}) {
    Journal journal;
    const EntryId first = journal.screen(0, ScreenOf().yes(Ce2));
    journal.screen(5, group_answered_no(Ce2));
    journal.add(hours, assessed(first, Ce2, 0));
    EXPECT_EQ(journal.on(0).open.size(), open) << hours;
  }
}

TEST(Locks, OwnAssessment_NotSeenEarlyFutureOrClinic_AreRefused) {
  const auto open_after = [](OwnAssessment change) {
    Journal journal;
    const EntryId first = journal.screen(24, ScreenOf().yes(Ma2));
    change.clears = {{first, {Ma2}}};
    journal.screen(49, group_answered_no(Ma2));
    journal.add(50, change);
    const LockState state = journal.on(5);
    EXPECT_EQ(state.refusals.size(), state.open.size());
    return state.open.size();
  };
  EXPECT_EQ(open_after({{}, day(1), AssessmentResult::NotSerious, false}), 0U);
  EXPECT_EQ(open_after({{}, day(2), AssessmentResult::Treated, false}), 0U);
  EXPECT_EQ(open_after({{}, day(1), AssessmentResult::NotSeen, false}), 1U);
  EXPECT_EQ(open_after({{}, day(0), AssessmentResult::NotSerious, false}), 1U);
  EXPECT_EQ(open_after({{}, day(3), AssessmentResult::NotSerious, false}), 1U);
  EXPECT_EQ(open_after({{}, day(1), AssessmentResult::NotSerious, true}), 1U);
}

FlagAnswer repeated(std::int32_t since_days) { return steady(since_days, true); }

// Second identical emergency with the same, assessed answers: today instead, unless worse.
TEST(Locks, SecondIdenticalEmergency_TodayUnlessWorse) {
  Journal journal;
  const EntryId first = journal.screen(0, ScreenOf().yes(Ce2));
  journal.add(20, ClinicianClearance{{{first, {Ce2}}}, {}});
  Journal worse = journal;
  Journal newer = journal;
  Journal more = journal;
  journal.screen(24 * 28, ScreenOf().yes(Ce2, repeated(28)));
  EXPECT_EQ(journal.on(28).verdict, kUrgentToday);
  FlagAnswer worsening = repeated(28);
  worsening.worsening = true;
  worse.screen(24 * 28, ScreenOf().yes(Ce2, worsening));
  EXPECT_EQ(worse.on(28).verdict, kEmergency);
  newer.screen(24 * 28, ScreenOf().yes(Ce2, repeated(27)));
  EXPECT_EQ(newer.on(28).verdict, kEmergency) << "it began after the first one";
  more.screen(24 * 28, ScreenOf().yes(Ce2, repeated(28)).yes(Nd1, steady(28, true)));
  EXPECT_EQ(more.on(28).verdict, kEmergency) << "one more answer of the group";
}

TEST(Locks, Correction_NeverLiftsAnEmergency) {
  Journal journal;
  const EntryId first = journal.screen(0, ScreenOf().yes(Ce2));
  journal.add(1, ScreenCorrection{first, group_answered_no(Ce2).input});
  EXPECT_EQ(journal.on(0).verdict, kEmergency);
  journal.add(2, ScreenCorrection{first, std::nullopt});
  EXPECT_EQ(journal.on(0).verdict, kEmergency);
}

TEST(Locks, Correction_LiftsALesserLockOnlyWithTheWholeGroup) {
  Journal journal;
  const EntryId first = journal.screen(0, ScreenOf().yes(Ma2));
  Journal withdrawn = journal;
  journal.add(1, ScreenCorrection{first, ScreenOf().no(Ma2).input});
  EXPECT_EQ(journal.on(0).open.size(), 1U);
  journal.add(2, ScreenCorrection{first, group_answered_no(Ma2).input});
  EXPECT_TRUE(journal.on(0).open.empty());
  withdrawn.add(1, ScreenCorrection{first, std::nullopt});
  EXPECT_EQ(withdrawn.on(0).open.size(), 1U);
}

TEST(Locks, Correction_CanRaise) {
  Journal journal;
  const EntryId first = journal.screen(0, ScreenOf().yes(Ma2).no(Ce1));
  journal.add(1, ScreenCorrection{first, ScreenOf().yes(Ma2).yes(Ce1).input});
  const LockState state = journal.on(0);
  EXPECT_EQ(state.verdict, kEmergency);
  EXPECT_EQ(state.open.size(), 2U);
}

TEST(Locks, Symptoms_OpenByTheirRow) {
  Journal journal;
  journal.add(0, SymptomEvent{SymptomWhat::ChestPain, false});
  EXPECT_EQ(journal.on(0).verdict, kEmergency);
  journal.screen(1, group_answered_no(Aa2));
  EXPECT_EQ(journal.on(0).verdict, kEmergency) << "a later no does not close";
  Journal calf;
  calf.add(0, SymptomEvent{SymptomWhat::CalfSwelling, false});
  EXPECT_EQ(calf.on(0).verdict, kUrgentToday);
  Journal dizzy;
  dizzy.add(0, SymptomEvent{SymptomWhat::Dizzy, false});
  EXPECT_TRUE(dizzy.on(0).open.empty());
}

TEST(Locks, NumbnessDuringExercise_StandsUntilTheGroupIsAnswered) {
  Journal journal;
  journal.add(0, SymptomEvent{SymptomWhat::SaddleNumbness, false});
  EXPECT_EQ(journal.on(0).verdict, kEmergency);
  journal.screen(1, ScreenOf().no(Ce2));
  EXPECT_EQ(journal.on(0).verdict, kEmergency) << "the whole group";
  journal.screen(2, group_answered_no(Ce2));
  EXPECT_TRUE(journal.on(0).open.empty());
}

TEST(Locks, CrisisCard_ClosesOnlyByItsOwnFollowUp) {
  FlagAnswer danger;
  danger.intent = true;
  Journal journal;
  journal.screen(0, ScreenOf().yes(Ps1, danger));
  EXPECT_EQ(journal.on(0).verdict, kEmergency);
  journal.screen(1, ScreenOf().no(Ps1));
  EXPECT_EQ(journal.on(0).verdict, kEmergency);
  FlagAnswer safe;
  safe.intent = false;
  journal.screen(2, ScreenOf().yes(Ps1, safe));
  EXPECT_TRUE(journal.on(0).open.empty());
}

}  // namespace
}  // namespace plumbline::clinical
