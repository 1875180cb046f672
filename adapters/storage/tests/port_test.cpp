// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// What every kind of database must do. Nothing here knows SQLite but the list of backends at the
// end.
#include <atomic>
#include <functional>
#include <future>
#include <thread>

#include "store_fixture.hpp"

namespace plumbline::storage {
namespace {

struct Backend {
  std::string name;
  std::function<Result<std::unique_ptr<Database>>(const std::string& folder)> open;
};

class PortTest : public ::testing::TestWithParam<Backend> {
 protected:
  void SetUp() override { open(); }
  void open() { database_ = must(GetParam().open(folder_.path())); }
  void reopen() {
    reader_.reset();
    database_.reset();
    open();
  }
  Reader& reader() {
    if (!reader_) reader_ = must(database_->reader());
    return *reader_;
  }
  template <class Work>
  auto change(Work work) {
    return write_value(*database_, std::move(work));
  }
  Result<void> change_void(std::function<Result<void>(Transaction&)> work) {
    return write(*database_, std::move(work));
  }
  static std::vector<NewEntry> made(std::uint32_t from, std::uint32_t to) {
    std::vector<NewEntry> entries;
    for (std::uint32_t n = from; n <= to; ++n) entries.push_back(made_entry(n));
    return entries;
  }

  TestFolder folder_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Reader> reader_;
};

TEST_P(PortTest, Append_NewEntries_GetPlacesFromOneWithoutGaps) {
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

TEST_P(PortTest, Append_Again_ChangesNothing) {
  const PersonNumber anna = add_person(*database_, "anna");
  must(append(*database_, anna, made(1, 3)));
  const auto again = must(append(*database_, anna, made(2, 4)));
  EXPECT_EQ(again[0].kind, Outcome::Kind::Known);
  EXPECT_EQ(again[0].seq, 2);
  EXPECT_EQ(again[2].kind, Outcome::Kind::Placed);
  EXPECT_EQ(again[2].seq, 4);
  EXPECT_EQ(must(reader().last_seq(anna)), 4);
}

TEST_P(PortTest, Append_TwiceInOneBatch_IsKnownTheSecondTime) {
  const PersonNumber anna = add_person(*database_, "anna");
  const auto outcomes = must(append(*database_, anna, {made_entry(1), made_entry(1)}));
  EXPECT_EQ(outcomes[0].kind, Outcome::Kind::Placed);
  EXPECT_EQ(outcomes[1].kind, Outcome::Kind::Known);
  EXPECT_EQ(outcomes[1].seq, 1);
}

TEST_P(PortTest, Append_OtherContentUnderOneId_IsAConflictAndKeepsTheFirst) {
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

TEST_P(PortTest, Append_NobodyOfThisNumber_IsNotFound) {
  EXPECT_EQ(append(*database_, PersonNumber{77}, made(1, 1)).error().code, ErrorCode::NotFound);
}

TEST_P(PortTest, Entries_ComeBackAsTheyWere_AfterReopening) {
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

TEST_P(PortTest, Entries_PageByPage_AreAllThereOnce) {
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

TEST_P(PortTest, Hold_EntryAheadOfTheClock_GetsItsPlaceWhenItIsDue) {
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

TEST_P(PortTest, Hold_SameIdOtherContent_IsAConflict) {
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

TEST_P(PortTest, Hold_PushedAgainWhenDue_IsPlacedAtOnce) {
  const PersonNumber anna = add_person(*database_, "anna");
  NewEntry ahead = made_entry(1);
  ahead.held_until_ms = 5000;
  must(append(*database_, anna, {ahead}));
  ahead.held_until_ms.reset();
  EXPECT_EQ(must(append(*database_, anna, {ahead}))[0].seq, 1);
  EXPECT_TRUE(must(reader().held(anna)).empty());
}

TEST_P(PortTest, People_AddRenameProtect_AreKept) {
  const PersonNumber anna = add_person(*database_, "anna");
  EXPECT_EQ(change([](Transaction& t) { return t.add_person("anna", 2, "x"); }).error().code,
            ErrorCode::Conflict);
  must(change_void([=](Transaction& t) { return t.rename_person(anna, "other name"); }));
  must(change_void([=](Transaction& t) { return t.set_passphrase(anna, "hash"); }));
  const PersonRow row = must(reader().person("anna"));
  EXPECT_EQ(row.number, anna);
  EXPECT_EQ(row.sealed_name, "other name");
  EXPECT_EQ(row.passphrase_hash, "hash");
  must(change_void([=](Transaction& t) { return t.set_passphrase(anna, std::nullopt); }));
  EXPECT_FALSE(must(reader().people())[0].passphrase_hash);
  EXPECT_EQ(reader().person("nobody").error().code, ErrorCode::NotFound);
  EXPECT_EQ(change_void([](Transaction& t) { return t.rename_person(PersonNumber{9}, "x"); })
                .error()
                .code,
            ErrorCode::NotFound);
}

TEST_P(PortTest, Delete_Person_LeavesNothingButTheId) {
  const PersonNumber anna = add_person(*database_, "anna");
  const PersonNumber ben = add_person(*database_, "ben");
  must(append(*database_, anna, made(1, 30)));
  must(append(*database_, ben, made(1, 2)));
  must(change_void([=](Transaction& t) {
    must(t.put_chunk(anna, {"c", {}, 1, "chunk"}));
    must(t.put_cached(anna, CacheKind::Agenda, "2026-01-01", {1, "b", "cache"}));
    return t.note(anna, {DeviceNumber{1}, "read", 5, 5, "detail"});
  }));
  must(change_void([=](Transaction& t) { return t.delete_person(anna, 99); }));
  EXPECT_EQ(reader().person("anna").error().code, ErrorCode::Gone);
  EXPECT_EQ(append(*database_, anna, made(40, 40)).error().code, ErrorCode::NotFound);
  EXPECT_EQ(change([](Transaction& t) { return t.add_person("anna", 2, "x"); }).error().code,
            ErrorCode::Gone);
  int rounds = 1;
  while (must(change([](Transaction& t) { return t.sweep_deleted(7); }))) ++rounds;
  EXPECT_GE(rounds, 5);
  EXPECT_TRUE(must(reader().entries(anna, {})).empty());
  EXPECT_TRUE(must(reader().chunk_ids(anna)).empty());
  EXPECT_FALSE(must(reader().cached(anna, CacheKind::Agenda, "2026-01-01")));
  EXPECT_TRUE(must(reader().audit(anna, {})).empty());
  EXPECT_EQ(must(reader().entries(ben, {})).size(), 2U);
  const auto deleted = must(reader().deleted_people());
  ASSERT_EQ(deleted.size(), 1U);
  EXPECT_EQ(deleted[0].id, "anna");
  EXPECT_EQ(deleted[0].deleted_ms, 99);
}

TEST_P(PortTest, Chunk_WrittenOnce_IsNeverReplaced) {
  const PersonNumber anna = add_person(*database_, "anna");
  const ChunkRow chunk{"c1", {1, 2}, 5, std::string(200000, 'c')};
  must(change_void([=](Transaction& t) { return t.put_chunk(anna, chunk); }));
  must(change_void([=](Transaction& t) { return t.put_chunk(anna, chunk); }));
  ChunkRow other = chunk;
  other.digest[0] = 9;
  EXPECT_EQ(change_void([=](Transaction& t) { return t.put_chunk(anna, other); }).error().code,
            ErrorCode::Conflict);
  EXPECT_EQ(must(reader().chunk(anna, "c1"))->sealed, chunk.sealed);
  EXPECT_EQ(must(reader().chunk_ids(anna)), std::vector<std::string>{"c1"});
  EXPECT_FALSE(must(reader().chunk(anna, "c2")));
}

TEST_P(PortTest, Cache_IsReplacedAndDropped) {
  const PersonNumber anna = add_person(*database_, "anna");
  for (const std::int64_t seq : {1, 2}) {
    must(change_void([=](Transaction& t) {
      return t.put_cached(anna, CacheKind::Checkpoint, "", {seq, "v1", "bytes"});
    }));
  }
  EXPECT_EQ(must(reader().cached(anna, CacheKind::Checkpoint, ""))->seq, 2);
  EXPECT_FALSE(must(reader().cached(anna, CacheKind::Agenda, "")));
  must(change_void([=](Transaction& t) { return t.drop_cached(anna); }));
  EXPECT_FALSE(must(reader().cached(anna, CacheKind::Checkpoint, "")));
}

TEST_P(PortTest, Sessions_OfADevice_EndWithIt) {
  const PersonNumber anna = add_person(*database_, "anna");
  const DeviceNumber phone = must(change([](Transaction& t) { return t.add_device("phone", 10); }));
  const DeviceNumber desk = must(change([](Transaction& t) { return t.add_device("desk", 11); }));
  EXPECT_NE(phone, kNoDevice);
  const TokenFingerprint one{1};
  const TokenFingerprint two{2};
  must(change_void([=](Transaction& t) { return t.add_session({one, phone, 10, 10, 100, {}}); }));
  must(change_void([=](Transaction& t) { return t.add_session({two, desk, 11, 11, 100, {}}); }));
  must(change_void([=](Transaction& t) { return t.open_person(one, anna); }));
  must(change_void([=](Transaction& t) { return t.open_person(one, anna); }));
  must(change_void([=](Transaction& t) { return t.use_session(one, 20); }));
  must(change_void([=](Transaction& t) { return t.see_device(phone, 21); }));
  EXPECT_EQ(must(reader().session(one))->opened, std::vector<PersonNumber>{anna});
  EXPECT_EQ(must(reader().session(one))->used_ms, 20);
  EXPECT_EQ(must(reader().sessions()).size(), 2U);
  EXPECT_EQ(must(reader().devices())[0].seen_ms, 21);
  must(change_void([=](Transaction& t) { return t.set_passphrase(anna, "new"); }));
  EXPECT_TRUE(must(reader().session(one))->opened.empty());
  must(change_void([=](Transaction& t) { return t.remove_device(phone); }));
  EXPECT_FALSE(must(reader().session(one)));
  EXPECT_TRUE(must(reader().session(two)));
  EXPECT_EQ(must(reader().devices()).size(), 1U);
  EXPECT_EQ(change_void([=](Transaction& t) { return t.remove_device(phone); }).error().code,
            ErrorCode::NotFound);
  EXPECT_EQ(change_void([=](Transaction& t) { return t.open_person(one, anna); }).error().code,
            ErrorCode::NotFound);
}

TEST_P(PortTest, Sessions_ExpiredOrIdle_AreEnded) {
  const auto add = [&](std::uint8_t n, std::int64_t used, std::int64_t expires) {
    must(change_void([=](Transaction& t) {
      return t.add_session({TokenFingerprint{n}, kNoDevice, 0, used, expires, {}});
    }));
  };
  add(1, 50, 100);
  add(2, 50, 101);
  add(3, 39, 200);
  add(4, 40, 200);
  must(change_void([](Transaction& t) { return t.expire(100, 40); }));
  std::vector<int> left;
  for (const auto& row : must(reader().sessions())) left.push_back(row.token[0]);
  EXPECT_EQ(left, (std::vector<int>{2, 4}));
  must(change_void([](Transaction& t) { return t.end_session(TokenFingerprint{2}); }));
  EXPECT_EQ(must(reader().sessions()).size(), 1U);
  must(change_void([](Transaction& t) { return t.end_all_sessions(); }));
  EXPECT_TRUE(must(reader().sessions()).empty());
}

TEST_P(PortTest, Pairing_CanBeUsedOnce_AndNotTooLate) {
  const TokenFingerprint token{5};
  const auto add = [&] {
    must(change_void([=](Transaction& t) { return t.add_pairing({token, 1, 100}); }));
  };
  const auto take = [&](std::int64_t now) {
    return change([=](Transaction& t) { return t.take_pairing(token, now); });
  };
  EXPECT_FALSE(take(1));
  add();
  EXPECT_TRUE(take(99));
  EXPECT_EQ(take(99).error().code, ErrorCode::NotFound);
  add();
  EXPECT_EQ(take(100).error().code, ErrorCode::NotFound);
}

TEST_P(PortTest, Audit_OfOneDay_IsOneRow) {
  const PersonNumber anna = add_person(*database_, "anna");
  const auto note = [&](std::int64_t device, const char* action, std::int32_t day,
                        std::int64_t at) {
    must(change_void([=](Transaction& t) {
      return t.note(anna, {DeviceNumber{device}, action, day, at, "d" + std::to_string(at)});
    }));
  };
  note(1, "read", 7, 100);
  note(1, "read", 7, 200);
  note(1, "write", 7, 300);
  note(2, "read", 7, 400);
  note(1, "read", 8, 500);
  const auto rows = must(reader().audit(anna, {}));
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].times, 2);
  EXPECT_EQ(rows[0].first_ms, 100);
  EXPECT_EQ(rows[0].last_ms, 200);
  EXPECT_EQ(rows[0].sealed, "d200");
  EXPECT_EQ(must(reader().audit(anna, {rows[1].number, 1}))[0].number, rows[2].number);
}

TEST_P(PortTest, Settings_AndLineage_AreKept) {
  EXPECT_FALSE(must(reader().setting("claimed")));
  must(change_void([](Transaction& t) { return t.set_setting("claimed", "no"); }));
  must(change_void([](Transaction& t) { return t.set_setting("claimed", "yes"); }));
  const std::string lineage = must(reader().lineage());
  EXPECT_EQ(lineage.size(), 32U);
  reopen();
  EXPECT_EQ(must(reader().setting("claimed")), "yes");
  EXPECT_EQ(must(reader().lineage()), lineage);
}

TEST_P(PortTest, Task_ThatFails_LeavesNothingAndHarmsNobody) {
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

TEST_P(PortTest, Stop_FinishesWhatWaits_AndRefusesTheRest) {
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

TEST_P(PortTest, Backup_WhileWriting_HoldsWhatWasThere) {
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

TEST_P(PortTest, Check_OfAGoodDatabase_FindsNothing) {
  const PersonNumber anna = add_person(*database_, "anna");
  must(append(*database_, anna, made(1, 20)));
  for (const Finding& finding : must(database_->check())) {
    EXPECT_TRUE(finding.ok) << finding.what;
    EXPECT_FALSE(finding.what.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(Sqlite, PortTest,
                         ::testing::Values(Backend{
                             "sqlite", [](const std::string& f) { return open_sqlite(f); }}),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace plumbline::storage
