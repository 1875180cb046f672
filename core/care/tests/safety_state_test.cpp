// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/safety_state.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "course_story.hpp"
#include "plumbline/care/profile_at.hpp"
#include "plumbline/record/fold.hpp"

namespace plumbline::care {
namespace {

constexpr std::int32_t kDay0 = 20'000;
constexpr std::int64_t kDayMs = 86'400'000;

LocalDate day(std::int32_t d) { return LocalDate::from_days(kDay0 + d); }

/// A journal of one entry a day, from day 0.
class Journal {
 public:
  EntryId put(record::Body body) {
    record::Entry entry;
    entry.id = EntryId("entry-" + std::to_string(entries_.size()));
    entry.person = PersonId("p");
    entry.made_at = {(kDay0 + static_cast<std::int64_t>(entries_.size())) * kDayMs, 0};
    entry.body = std::move(body);
    entries_.push_back(entry);
    return entry.id;
  }
  ProfileAt profile(std::int32_t d) const { return *profile_at(record::fold(entries_), day(d)); }
  SafetyState on(std::int32_t d) const {
    return compute_safety(record::fold(entries_), profile(d), {}, day(d));
  }

 private:
  std::vector<record::Entry> entries_;
};

clinical::Profile fallen_on_blood_thinners() {
  clinical::Profile p;
  p.person.age = 70;
  p.onset_days_ago = 200;
  p.conditions = WordSet<clinical::Condition>{clinical::Condition::Anticoagulant};
  p.fall_12_months = true;
  return p;
}

record::ClinicianCleared clears(const EntryId& entry, clinical::FlagId flag) {
  record::ClinicianCleared out;
  out.clears = {{entry, {flag}}};
  out.finding = "looked at";
  return out;
}

// Oracle of this file: rules 1.4, 1.9 and 2.5, by hand.

TEST(SafetyState, FallOnBloodThinners_StaysLockedUntilItIsNamed) {
  Journal journal;
  const EntryId profile = journal.put(record::ProfileSet{fallen_on_blood_thinners()});
  ASSERT_TRUE(journal.on(0).locked.has_value());
  EXPECT_EQ(journal.on(0).locked->lock, clinical::Lock::Rest);

  journal.put(clears(profile, clinical::FlagId::Ma2));
  EXPECT_TRUE(journal.on(1).locked.has_value());
  journal.put(clears(EntryId("another"), clinical::FlagId::Fx2));
  EXPECT_TRUE(journal.on(2).locked.has_value());
  journal.put(clears(profile, clinical::FlagId::Fx2));
  EXPECT_FALSE(journal.on(3).locked.has_value());
}

TEST(SafetyState, ClearedFall_StaysClearedWhenTheProfileIsToldAgain) {
  Journal journal;
  const EntryId profile = journal.put(record::ProfileSet{fallen_on_blood_thinners()});
  journal.put(clears(profile, clinical::FlagId::Fx2));
  journal.put(record::ProfileSet{fallen_on_blood_thinners()});
  EXPECT_FALSE(journal.on(2).locked.has_value());
}

TEST(ProfileAt, Pregnancy_GoesOnByTheCalendar) {
  Journal journal;
  clinical::Profile p;
  p.person.age = 30;
  p.conditions = WordSet<clinical::Condition>{clinical::Condition::Pregnancy};
  p.pregnancy_weeks = 12;
  journal.put(record::ProfileSet{p});
  EXPECT_EQ(journal.profile(6).profile.pregnancy_weeks, 12);
  EXPECT_EQ(journal.profile(27).profile.pregnancy_weeks, 15);
  EXPECT_EQ(journal.profile(28).profile.pregnancy_weeks, 16);
}

// Rules 3.6, day 0, and 2.6: a flare asks for the questions about cauda equina and nerves, also
// where two high reports tell it.
TEST(SafetyState, FlareFoundFromNumbers_MakesTheNerveQuestionsDue) {
  const auto due_on = [](const Story& story, std::int32_t d) {
    for (const SafetyCheck& check : story.safety(d).checks) {
      if (check.name == "redflag_cauda_equina") return check.due;
    }
    return Story::day(1'000);
  };
  Story story = Story().good(0).morning(5, 6);
  EXPECT_GT(due_on(story, 5), Story::day(5));
  story.morning(6, 6);
  EXPECT_EQ(due_on(story, 6), Story::day(6));
  // Answered on that day: asked again a week on while the flare goes on, not every morning.
  story.screened(6).morning(7, 6).morning(8, 6);
  EXPECT_GT(due_on(story, 8), Story::day(8));
  story.morning(9, 6).morning(10, 6).morning(13, 6);
  EXPECT_EQ(due_on(story, 13), Story::day(7));
}

/// Whether the question about inflammatory signs is still open.
bool asks_for_inflammation(const SafetyState& safety) {
  return std::ranges::any_of(
      safety.checks, [](const SafetyCheck& check) { return check.name == "redflag_inflammatory"; });
}

TEST(SafetyState, InflammatoryHistoryTold_ClosesItsCheckAndHoldsNothingBack) {
  clinical::Profile p;
  p.person.age = 40;
  p.onset_days_ago = 200;
  clinical::TriageInput screen;
  screen.age = 40;
  clinical::complete_screen().for_each([&](clinical::FlagId id) { screen.answers.set(id, {}); });
  Journal journal;
  journal.put(record::ProfileSet{p});
  journal.put(record::ScreenAnswered{screen});
  EXPECT_TRUE(asks_for_inflammation(journal.on(10)));
  EXPECT_LE(journal.on(10).overdue_days, 0);
  screen.inflammatory.emplace();
  journal.put(record::ScreenAnswered{screen});
  EXPECT_FALSE(asks_for_inflammation(journal.on(10)));
}

}  // namespace
}  // namespace plumbline::care
