// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/record/fold.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

namespace plumbline::record {
namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kDay = 24 * kHour;

Entry entry(std::string id, std::int64_t unix_ms, Body body) {
  Entry e;
  e.id = EntryId(std::move(id));
  e.person = PersonId("p");
  e.made_at = {unix_ms, 0};
  e.device = DeviceId("d");
  e.body = std::move(body);
  return e;
}

Entry morning(std::string id, std::int64_t unix_ms, std::int32_t pain) {
  return entry(std::move(id), unix_ms, MorningCheck{pain, std::nullopt, false});
}

Entry correction(std::string id, std::int64_t unix_ms, const std::string& of,
                 std::shared_ptr<const Body> body) {
  return entry(std::move(id), unix_ms, EntryCorrected{EntryId(of), std::move(body)});
}

/// What a state says, as one text, to compare states by.
std::string text_of(const PersonState& s) {
  std::string out;
  for (const auto& m : s.mornings) {
    out += "m" + m.entry.text() + "=" + std::to_string(m.body.pain) + " ";
  }
  for (const auto& u : s.usual_pains) {
    out += "u" + u.entry.text() + "=" + std::to_string(u.body.usual) + " ";
  }
  for (const auto& session : s.sessions) {
    out += "s" + session.id.text() + "@" + std::to_string(session.started.unix_ms) + "/" +
           (session.pain ? std::to_string(*session.pain) : "-") + (session.end ? "e" : "") + ":";
    for (const auto& d : session.done) out += d.entry.text() + ",";
    out += " ";
  }
  for (const auto& x : s.symptoms) out += "x" + x.entry.text() + " ";
  for (const auto& x : s.safety) {
    out += "!" + x.entry.text() + std::string(kind_of(x.body)) + " ";
  }
  if (s.first_day) out += "from " + format_date(*s.first_day) + " to " + format_date(*s.last_day);
  return out;
}

// Oracle of the examples: formats.md, Journal, by hand.

TEST(Fold, AnyArrivalOrder_GivesTheOrderOfTime) {
  const Entry a = morning("a", 3 * kDay, 1);
  const Entry b = morning("b", 1 * kDay, 2);
  const PersonState state = fold(std::vector{a, b});
  ASSERT_EQ(state.mornings.size(), 2U);
  EXPECT_EQ(state.mornings[0].entry, EntryId("b"));
  EXPECT_EQ(state.first_day, LocalDate::from_days(1));
  EXPECT_EQ(state.last_day, LocalDate::from_days(3));
}

TEST(Fold, SameInstant_IsOrderedById) {
  const PersonState state = fold(std::vector{morning("b", kDay, 1), morning("a", kDay, 2)});
  EXPECT_EQ(state.mornings[0].entry, EntryId("a"));
}

TEST(Fold, LocalDay_IsTheDayInTheEntrysOwnOffset) {
  Entry late = morning("a", kDay + 23 * kHour, 1);
  late.made_at.offset_minutes = 120;
  EXPECT_EQ(fold(std::vector{late}).mornings[0].day, LocalDate::from_days(2));
}

TEST(Fold, Duplicate_CountsOnce) {
  const Entry a = morning("a", kDay, 4);
  EXPECT_EQ(fold(std::vector{a, a, a}).mornings.size(), 1U);
}

TEST(Fold, Correction_ReplacesTheBodyInItsPlace) {
  const auto five = std::make_shared<const Body>(MorningCheck{5, std::nullopt, false});
  const PersonState state = fold(std::vector{morning("a", kDay, 2), morning("b", 2 * kDay, 3),
                                             correction("c", 3 * kDay, "a", five)});
  ASSERT_EQ(state.mornings.size(), 2U);
  EXPECT_EQ(state.mornings[0].entry, EntryId("a"));
  EXPECT_EQ(state.mornings[0].body.pain, 5);
  EXPECT_EQ(state.mornings[0].day, LocalDate::from_days(1));
}

TEST(Fold, CorrectionToNull_TakesTheEntryBack) {
  const PersonState state =
      fold(std::vector{morning("a", kDay, 2), correction("c", 2 * kDay, "a", nullptr)});
  EXPECT_TRUE(state.mornings.empty());
}

TEST(Fold, SeveralCorrections_TheLastOneCounts) {
  const auto five = std::make_shared<const Body>(MorningCheck{5, std::nullopt, false});
  const auto six = std::make_shared<const Body>(MorningCheck{6, std::nullopt, false});
  const std::vector journal{correction("d", 3 * kDay, "a", six), morning("a", kDay, 2),
                            correction("c", 2 * kDay, "a", five)};
  EXPECT_EQ(fold(journal).mornings[0].body.pain, 6);
}

// Rules 2.4 and plan-engine, gate 1: a correction never lifts an emergency.
TEST(Fold, CorrectedSafetyEntry_KeepsWhatItSaidFirst) {
  const Entry symptom = entry("a", kDay, SymptomReported{clinical::SymptomWhat::ChestPain, {}});
  const PersonState state = fold(std::vector{symptom, correction("b", 2 * kDay, "a", nullptr)});
  EXPECT_TRUE(state.symptoms.empty());
  ASSERT_EQ(state.safety.size(), 2U);
  EXPECT_EQ(std::get<SymptomReported>(state.safety[0].body).what, clinical::SymptomWhat::ChestPain);
  EXPECT_TRUE(std::holds_alternative<EntryCorrected>(state.safety[1].body));
}

TEST(Fold, CorrectedScreen_KeepsTheOldOneAndFilesTheNewOne) {
  ScreenAnswered first;
  first.input.age = 40;
  first.input.answers.set(clinical::FlagId::Ce1, {clinical::ScreenAnswer::Yes});
  ScreenAnswered second = first;
  second.input.answers.set(clinical::FlagId::Ce1, {clinical::ScreenAnswer::No});
  const PersonState state =
      fold(std::vector{entry("a", kDay, first),
                       correction("b", 2 * kDay, "a", std::make_shared<const Body>(second))});
  ASSERT_EQ(state.screens.size(), 1U);
  EXPECT_EQ(state.screens[0].body, second.input);
  ASSERT_EQ(state.safety.size(), 2U);
  EXPECT_EQ(std::get<ScreenAnswered>(state.safety[0].body).input, first.input);
  EXPECT_TRUE(std::holds_alternative<EntryCorrected>(state.safety[1].body));
}

TEST(Fold, Session_GathersItsEntriesUnderItsId) {
  ExerciseDone done;
  done.session = SessionId("s");
  done.exercise = ExerciseId("bridge");
  const PersonState state = fold(std::vector{
      entry("a", kDay, SessionStarted{SessionId("s"), 4}), entry("b", kDay + kHour, done),
      entry("c", kDay + 2 * kHour, SessionEnded{SessionId("s"), SessionEnd::Left})});
  ASSERT_EQ(state.sessions.size(), 1U);
  EXPECT_EQ(state.sessions[0].pain, 4);
  EXPECT_EQ(state.sessions[0].done.size(), 1U);
  EXPECT_EQ(state.sessions[0].end, SessionEnd::Left);
}

TEST(AsOf, Instant_KeepsWhatWasMadeNoLater) {
  const std::vector journal{morning("c", 3 * kDay, 1), morning("a", kDay, 1),
                            morning("b", 2 * kDay, 1)};
  const auto known = as_of(journal, {2 * kDay, 0});
  ASSERT_EQ(known.size(), 2U);
  EXPECT_EQ(known[1].id, EntryId("b"));
}

/// A correction that was not made yet is not known.
TEST(AsOf, LaterCorrection_IsNotKnownYet) {
  const std::vector journal{morning("a", kDay, 2), correction("b", 3 * kDay, "a", nullptr)};
  EXPECT_EQ(fold(as_of(journal, {2 * kDay, 0})).mornings.size(), 1U);
}

Body any_body(std::size_t number) {
  const std::int32_t n = *rc::gen::inRange(0, 11);
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      return MorningCheck{n, std::nullopt, false};
    case 1:
      return UsualPainSet{n, std::nullopt};
    case 2:
      return SymptomReported{clinical::SymptomWhat::Dizzy, n};
    case 3:
      return SessionStarted{SessionId("session" + std::to_string(number / 3)), n};
    default: {
      ExerciseDone done;
      done.session = SessionId("session" + std::to_string(number / 3));
      done.pain_during = n;
      return done;
    }
  }
}

std::vector<Entry> any_journal(bool corrections) {
  std::vector<Entry> journal;
  const auto count = *rc::gen::inRange<std::size_t>(1, 30);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string id = "entry" + std::to_string(100 + i);
    const std::int64_t at = *rc::gen::inRange<std::int64_t>(0, 40) * kHour;
    if (corrections && i > 0 && *rc::gen::inRange(0, 4) == 0) {
      const auto target = *rc::gen::inRange<std::size_t>(0, i);
      const auto* corrected = std::get_if<EntryCorrected>(&journal[target].body);
      if (corrected == nullptr) {
        journal.push_back(correction(id, at, journal[target].id.text(), nullptr));
        continue;
      }
    }
    journal.push_back(entry(id, at, any_body(i)));
  }
  return journal;
}

// Law: arrival order and duplicates change nothing.
RC_GTEST_PROP(FoldLaw, ArrivalOrderAndDuplicates_ChangeNothing, ()) {
  std::vector<Entry> journal = any_journal(true);
  const std::string before = text_of(fold(journal));
  for (std::size_t i = journal.size(); i-- > 1;) {
    std::swap(journal[i], journal[*rc::gen::inRange<std::size_t>(0, i + 1)]);
  }
  journal.push_back(journal[*rc::gen::inRange<std::size_t>(0, journal.size())]);
  RC_ASSERT(text_of(fold(journal)) == before);
}

// Law: going on from a checkpoint equals folding the whole journal.
RC_GTEST_PROP(FoldLaw, Resume_EqualsTheFullFold, ()) {
  const std::vector<Entry> journal = as_of(any_journal(false), {1000 * kHour, 0});
  const auto split = *rc::gen::inRange<std::size_t>(1, journal.size() + 1);
  const std::span<const Entry> all(journal);
  const Entry& last = journal[split - 1];
  const Checkpoint checkpoint{fold(all.first(split)), last.made_at, last.id};
  const auto resumed = resume(checkpoint, all.subspan(split));
  RC_ASSERT(resumed.has_value());
  RC_ASSERT(text_of(*resumed) == text_of(fold(journal)));
}

// Law: what lies before the checkpoint, or corrects something, asks for the full fold.
RC_GTEST_PROP(FoldLaw, ResumeWithAnEarlierEntryOrACorrection_IsRefused, ()) {
  const std::vector<Entry> journal = as_of(any_journal(false), {1000 * kHour, 0});
  const Entry& last = journal.back();
  const Checkpoint checkpoint{fold(journal), last.made_at, last.id};
  const auto refuses = [&](Entry e) { return !resume(checkpoint, std::vector{std::move(e)}); };
  RC_ASSERT(refuses(morning("z", last.made_at.unix_ms - 1, 1)));
  RC_ASSERT(refuses(last));
  RC_ASSERT(refuses(correction("z", last.made_at.unix_ms + 1, "entry100", nullptr)));
}

}  // namespace
}  // namespace plumbline::record
