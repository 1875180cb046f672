// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// What every kind of database must do: people, devices, sessions, audit. Nothing here knows SQLite.
#include "port_fixture.hpp"

namespace plumbline::storage {
namespace {

class HouseholdPortTest : public PortTest {};

TEST_P(HouseholdPortTest, People_AddRenameProtect_AreKept) {
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

TEST_P(HouseholdPortTest, Delete_Person_LeavesNothingButTheId) {
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

TEST_P(HouseholdPortTest, Chunk_WrittenOnce_IsNeverReplaced) {
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

TEST_P(HouseholdPortTest, Cache_IsReplacedAndDropped) {
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

TEST_P(HouseholdPortTest, Sessions_OfADevice_EndWithIt) {
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

TEST_P(HouseholdPortTest, Sessions_ExpiredOrIdle_AreEnded) {
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

TEST_P(HouseholdPortTest, Pairing_CanBeUsedOnce_AndNotTooLate) {
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

TEST_P(HouseholdPortTest, Audit_OfOneDay_IsOneRow) {
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

TEST_P(HouseholdPortTest, Settings_AndLineage_AreKept) {
  EXPECT_FALSE(must(reader().setting("claimed")));
  must(change_void([](Transaction& t) { return t.set_setting("claimed", "no"); }));
  must(change_void([](Transaction& t) { return t.set_setting("claimed", "yes"); }));
  const std::string lineage = must(reader().lineage());
  EXPECT_EQ(lineage.size(), 32U);
  reopen();
  EXPECT_EQ(must(reader().setting("claimed")), "yes");
  EXPECT_EQ(must(reader().lineage()), lineage);
}

INSTANTIATE_TEST_SUITE_P(All, HouseholdPortTest, all_backends(),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace plumbline::storage
