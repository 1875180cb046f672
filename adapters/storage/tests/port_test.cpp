// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// What every kind of database must do: entries, tasks, backups. Nothing here knows SQLite.
#include <atomic>
#include <future>
#include <thread>

#include "port_fixture.hpp"

namespace plumbline::storage {
namespace {

class EntriesPortTest : public PortTest {};

TEST_P(EntriesPortTest, Append_NewEntries_GetPlacesFromOneWithoutGaps) {
  const PersonNumber anna = add_person(*database_, "anna");
  const PersonNumber ben = add_person(*database_, "ben");
  const auto first = must(append(*database_, anna, made(1, 3)));
  const auto other = must(append(*database_, ben, made(1, 2)));
  const auto second = must(append(*database_, anna, made(4, 5)));
  EXPECT_EQ(first[0].seq, 1);
  EXPECT_EQ(first[2].seq, 3);
  EXPECT_EQ(other[1].seq, 2);
  EXPECT_EQ(second[1].seq, 5);
  EXPECT_EQ(second[1].kind, Outcome::Kind::Placed);
  EXPECT_EQ(must(reader().last_seq(anna)), 5);
  EXPECT_EQ(must(reader().last_seq(ben)), 2);
}

TEST_P(EntriesPortTest, Append_Again_ChangesNothing) {
  const PersonNumber anna = add_person(*database_, "anna");
  must(append(*database_, anna, made(1, 3)));
  const auto again = must(append(*database_, anna, made(2, 4)));
  EXPECT_EQ(again[0].kind, Outcome::Kind::Known);
  EXPECT_EQ(again[0].seq, 2);
  EXPECT_EQ(again[2].kind, Outcome::Kind::Placed);
  EXPECT_EQ(again[2].seq, 4);
  EXPECT_EQ(must(reader().last_seq(anna)), 4);
}

TEST_P(EntriesPortTest, Append_TwiceInOneBatch_IsKnownTheSecondTime) {
  const PersonNumber anna = add_person(*database_, "anna");
  const auto outcomes = must(append(*database_, anna, {made_entry(1), made_entry(1)}));
  EXPECT_EQ(outcomes[0].kind, Outcome::Kind::Placed);
  EXPECT_EQ(outcomes[1].kind, Outcome::Kind::Known);
  EXPECT_EQ(outcomes[1].seq, 1);
}

TEST_P(EntriesPortTest, Append_OtherContentUnderOneId_IsAConflictAndKeepsTheFirst) {
  const PersonNumber anna = add_person(*database_, "anna");
  must(append(*database_, anna, made(1, 2)));
  NewEntry other = made_entry(2);
  other.digest[9] = 1;
  other.sealed = "something else";
  const auto outcomes = must(append(*database_, anna, {other, made_entry(3)}));
  EXPECT_EQ(outcomes[0].kind, Outcome::Kind::Conflict);
  EXPECT_EQ(outcomes[1].seq, 3);
  EXPECT_EQ(must(reader().entry(anna, other.key))->sealed, made_entry(2).sealed);
}

TEST_P(EntriesPortTest, Append_NobodyOfThisNumber_IsNotFound) {
  EXPECT_EQ(append(*database_, PersonNumber{77}, made(1, 1)).error().code, ErrorCode::NotFound);
}

TEST_P(EntriesPortTest, Entries_ComeBackAsTheyWere_AfterReopening) {
  const PersonNumber anna = add_person(*database_, "anna");
  NewEntry odd = made_entry(2, 0);
  odd.sealed = std::string("\0\xff'\"\n", 5) + std::string(100000, '\x80');
  must(append(*database_, anna, {made_entry(1), odd}, 1234));
  reopen();
  const auto rows = must(reader().entries(anna, {}));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].seq, 2);
  EXPECT_EQ(rows[1].key, odd.key);
  EXPECT_EQ(rows[1].digest, odd.digest);
  EXPECT_EQ(rows[1].received_ms, 1234);
  EXPECT_EQ(rows[1].device, odd.device);
  EXPECT_EQ(rows[1].sealed, odd.sealed);
  EXPECT_EQ(rows[0].sealed, made_entry(1).sealed);
  EXPECT_FALSE(must(reader().entry(anna, made_entry(3).key)));
}

TEST_P(EntriesPortTest, Entries_PageByPage_AreAllThereOnce) {
  const PersonNumber anna = add_person(*database_, "anna");
  const PersonNumber ben = add_person(*database_, "ben");
  must(append(*database_, anna, made(1, 25)));
  must(append(*database_, ben, made(1, 5)));
  std::int64_t after = 0;
  std::int64_t pages = 0;
  for (auto rows = must(reader().entries(anna, {after, 10})); !rows.empty();
       rows = must(reader().entries(anna, {after, 10}))) {
    for (const EntryRow& row : rows) ASSERT_EQ(row.seq, ++after);
    ++pages;
  }
  EXPECT_EQ(after, 25);
  EXPECT_EQ(pages, 3);
  EXPECT_EQ(must(reader().entries(anna, {0, 100, 250})).size(), 3U);
  EXPECT_TRUE(must(reader().entries(anna, {99, 10})).empty());
  EXPECT_EQ(must(reader().entries(anna, {-5, 10})).size(), 10U);
}

TEST_P(EntriesPortTest, Hold_EntryAheadOfTheClock_GetsItsPlaceWhenItIsDue) {
  const PersonNumber anna = add_person(*database_, "anna");
  NewEntry ahead = made_entry(1);
  ahead.held_until_ms = 5000;
  const auto outcome = must(append(*database_, anna, {ahead, made_entry(2)}, 10));
  EXPECT_EQ(outcome[0].kind, Outcome::Kind::Held);
  EXPECT_EQ(outcome[0].held_until_ms, 5000);
  EXPECT_EQ(outcome[1].seq, 1);
  EXPECT_EQ(must(append(*database_, anna, {ahead}))[0].kind, Outcome::Kind::Held);
  EXPECT_EQ(must(reader().held(anna)).size(), 1U);
  EXPECT_EQ(must(reader().next_due_ms()), 5000);
  const auto early = must(change([](Transaction& t) { return t.admit_due(4999, 10); }));
  EXPECT_TRUE(early.empty());
  const auto due = must(change([](Transaction& t) { return t.admit_due(5000, 10); }));
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due[0].person, anna);
  EXPECT_EQ(due[0].key, ahead.key);
  EXPECT_EQ(due[0].seq, 2);
  EXPECT_TRUE(must(reader().held(anna)).empty());
  EXPECT_FALSE(must(reader().next_due_ms()));
  EXPECT_EQ(must(reader().entry(anna, ahead.key))->received_ms, 10);
  EXPECT_EQ(must(append(*database_, anna, {ahead}))[0].kind, Outcome::Kind::Known);
}

TEST_P(EntriesPortTest, Hold_SameIdOtherContent_IsAConflict) {
  const PersonNumber anna = add_person(*database_, "anna");
  NewEntry ahead = made_entry(1);
  ahead.held_until_ms = 5000;
  must(append(*database_, anna, {ahead}));
  NewEntry other = ahead;
  other.digest[3] ^= 1;
  EXPECT_EQ(must(append(*database_, anna, {other}))[0].kind, Outcome::Kind::Conflict);
  other.held_until_ms.reset();
  EXPECT_EQ(must(append(*database_, anna, {other}))[0].kind, Outcome::Kind::Conflict);
  must(append(*database_, anna, {made_entry(2)}));
  NewEntry late = made_entry(2);
  late.held_until_ms = 6000;
  EXPECT_EQ(must(append(*database_, anna, {late}))[0].kind, Outcome::Kind::Known);
  late.digest[3] ^= 1;
  EXPECT_EQ(must(append(*database_, anna, {late}))[0].kind, Outcome::Kind::Conflict);
}

TEST_P(EntriesPortTest, Hold_PushedAgainWhenDue_IsPlacedAtOnce) {
  const PersonNumber anna = add_person(*database_, "anna");
  NewEntry ahead = made_entry(1);
  ahead.held_until_ms = 5000;
  must(append(*database_, anna, {ahead}));
  ahead.held_until_ms.reset();
  EXPECT_EQ(must(append(*database_, anna, {ahead}))[0].seq, 1);
  EXPECT_TRUE(must(reader().held(anna)).empty());
}

TEST_P(EntriesPortTest, Task_ThatFails_LeavesNothingAndHarmsNobody) {
  const PersonNumber anna = add_person(*database_, "anna");
  std::vector<std::future<Result<void>>> futures;
  for (std::uint32_t n = 1; n <= 60; ++n) {
    auto promise = std::make_shared<std::promise<Result<void>>>();
    futures.push_back(promise->get_future());
    database_->submit(
        [=](Transaction& t) -> Result<void> {
          const NewEntry entry = made_entry(n);
          must(t.append(anna, 1, {&entry, 1}));
          if (n % 3 == 0) return fail(ErrorCode::Refused, "", "on purpose");
          if (n % 5 == 0) throw std::runtime_error("on purpose");
          return {};
        },
        [=](Result<void> result) { promise->set_value(std::move(result)); });
  }
  std::int64_t good = 0;
  for (std::uint32_t n = 1; n <= 60; ++n) {
    const bool kept = static_cast<bool>(futures[n - 1].get());
    EXPECT_EQ(kept, n % 3 != 0 && n % 5 != 0) << n;
    EXPECT_EQ(must(reader().entry(anna, made_entry(n).key)).has_value(), kept) << n;
    good += kept ? 1 : 0;
  }
  EXPECT_EQ(must(reader().last_seq(anna)), good);
}

TEST_P(EntriesPortTest, Stop_FinishesWhatWaits_AndRefusesTheRest) {
  const PersonNumber anna = add_person(*database_, "anna");
  std::atomic<int> stored = 0;
  for (std::uint32_t n = 1; n <= 100; ++n) {
    submit<std::vector<Outcome>>(
        *database_,
        [=](Transaction& t) {
          const NewEntry entry = made_entry(n);
          return t.append(anna, 1, {&entry, 1});
        },
        [&](const Result<std::vector<Outcome>>& result) { stored += result ? 1 : 0; });
  }
  database_->stop();
  EXPECT_EQ(stored, 100);
  EXPECT_EQ(append(*database_, anna, made(200, 200)).error().code, ErrorCode::Stopping);
  reopen();
  EXPECT_EQ(must(reader().last_seq(anna)), 100);
}

TEST_P(EntriesPortTest, Backup_WhileWriting_HoldsWhatWasThere) {
  const PersonNumber anna = add_person(*database_, "anna");
  must(append(*database_, anna, made(1, 200)));
  std::atomic<bool> enough = false;
  std::thread writer([&] {
    for (std::uint32_t n = 201; !enough; ++n) must(append(*database_, anna, {made_entry(n)}));
  });
  const BackupReport report = must(database_->backup_to(folder_.path("backup")));
  const BackupReport next = must(database_->backup_to(folder_.path("backup")));
  enough = true;
  writer.join();
  EXPECT_FALSE(report.incremental);
  EXPECT_TRUE(next.incremental);
  EXPECT_GE(report.entries, 200);
  EXPECT_EQ(next.entries, report.entries + next.new_entries);
  const BackupReport last = must(database_->backup_to(folder_.path("backup")));
  EXPECT_EQ(last.entries, must(reader().last_seq(anna)));
}

TEST_P(EntriesPortTest, Check_OfAGoodDatabase_FindsNothing) {
  const PersonNumber anna = add_person(*database_, "anna");
  must(append(*database_, anna, made(1, 20)));
  for (const Finding& finding : must(database_->check())) {
    EXPECT_TRUE(finding.ok) << finding.what;
    EXPECT_FALSE(finding.what.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(All, EntriesPortTest, all_backends(),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace plumbline::storage
