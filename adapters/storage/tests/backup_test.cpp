// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "store_fixture.hpp"

namespace plumbline::storage {
namespace {

namespace fs = std::filesystem;

class BackupTest : public ::testing::Test {
 protected:
  BackupTest() : database_(must(open_sqlite(folder_.path()))) {
    anna_ = add_person(*database_, "anna");
    ben_ = add_person(*database_, "ben");
    add(anna_, 1, 50);
    add(ben_, 1, 30);
  }
  void add(PersonNumber person, std::uint32_t from, std::uint32_t to) {
    std::vector<NewEntry> entries;
    for (std::uint32_t n = from; n <= to; ++n) entries.push_back(made_entry(n));
    must(append(*database_, person, entries));
  }
  Result<void> change(Task task) { return write(*database_, std::move(task)); }
  std::string backup() const { return folder_.path("backup.db"); }

  TestFolder folder_;
  std::unique_ptr<Database> database_;
  PersonNumber anna_{};
  PersonNumber ben_{};
};

/// Everything that a reader tells of somebody's entries.
std::string told_of(Reader& reader, const std::string& id) {
  const PersonRow person = must(reader.person(id));
  std::string out = person.sealed_name + person.passphrase_hash.value_or("-");
  for (const EntryRow& row : must(reader.entries(person.number, {}))) {
    out += std::to_string(row.seq) + format_entry_key(row.key) + row.sealed +
           std::to_string(row.received_ms);
  }
  for (const HeldRow& row : must(reader.held(person.number))) out += format_entry_key(row.key);
  for (const std::string& chunk : must(reader.chunk_ids(person.number))) out += chunk;
  for (const AuditRow& row : must(reader.audit(person.number, {}))) out += row.action;
  return out;
}

TEST_F(BackupTest, Restore_OfABackup_AnswersLikeTheOriginal) {
  NewEntry ahead = made_entry(99);
  ahead.held_until_ms = 1;
  must(append(*database_, anna_, {ahead}));
  must(change([this](Transaction& t) {
    must(t.put_chunk(anna_, {"c", {}, 1, "chunk"}));
    must(t.set_passphrase(anna_, "hash"));
    must(t.set_setting("claimed", "yes"));
    return t.note(anna_, {kNoDevice, "read", 1, 1, ""});
  }));
  EXPECT_EQ(must(database_->backup_to(backup())).entries, 80);
  EXPECT_EQ(fs::status(backup()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(must(restore_sqlite(backup(), folder_.path("new"), {})).entries, 80);
  const auto restored = must(open_sqlite(folder_.path("new")));
  const auto before = must(database_->reader());
  const auto after = must(restored->reader());
  EXPECT_EQ(told_of(*before, "anna"), told_of(*after, "anna"));
  EXPECT_EQ(told_of(*before, "ben"), told_of(*after, "ben"));
  EXPECT_EQ(must(after->setting("claimed")), "yes");
  EXPECT_NE(must(before->lineage()), must(after->lineage()));
  EXPECT_EQ(restore_sqlite(backup(), folder_.path("new"), {}).error().code, ErrorCode::InUse);
}

TEST_F(BackupTest, Backup_BroughtUpToDate_IsLikeAWholeOne) {
  must(database_->backup_to(backup()));
  add(anna_, 51, 60);
  const PersonNumber carl = add_person(*database_, "carl");
  add(carl, 1, 5);
  must(change([=, this](Transaction& t) {
    must(t.put_chunk(carl, {"c", {}, 1, "chunk"}));
    return t.rename_person(anna_, "renamed");
  }));
  const BackupReport report = must(database_->backup_to(backup()));
  EXPECT_TRUE(report.incremental);
  EXPECT_EQ(report.new_entries, 15);
  EXPECT_EQ(report.entries, 95);
  must(restore_sqlite(backup(), folder_.path("new"), {}));
  const auto before = must(database_->reader());
  const auto after = must(must(open_sqlite(folder_.path("new")))->reader());
  for (const char* id : {"anna", "ben", "carl"})
    EXPECT_EQ(told_of(*before, id), told_of(*after, id));
}

TEST_F(BackupTest, Backup_AfterADeletion_ForgetsThePerson) {
  must(database_->backup_to(backup()));
  must(change([this](Transaction& t) { return t.delete_person(anna_, 9); }));
  EXPECT_EQ(must(database_->backup_to(backup())).entries, 30);
  EXPECT_EQ(read_file(backup()).find(made_entry(50).sealed.substr(0, 24)), std::string::npos);
  must(restore_sqlite(backup(), folder_.path("new"), {}));
  const auto reader = must(must(open_sqlite(folder_.path("new")))->reader());
  EXPECT_EQ(reader->person("anna").error().code, ErrorCode::Gone);
}

TEST_F(BackupTest, Restore_OfAnOldBackup_LeavesOutWhoWasDeletedSince) {
  must(database_->backup_to(backup()));
  const std::vector<std::string> deleted{"anna", "somebody of long ago"};
  EXPECT_EQ(must(restore_sqlite(backup(), folder_.path("new"), deleted)).entries, 30);
  const auto restored = must(open_sqlite(folder_.path("new")));
  const auto reader = must(restored->reader());
  EXPECT_EQ(reader->person("anna").error().code, ErrorCode::Gone);
  EXPECT_TRUE(must(reader->entries(anna_, {})).empty());
  EXPECT_EQ(must(reader->entries(ben_, {})).size(), 30U);
  EXPECT_EQ(must(reader->deleted_people()).size(), 2U);
  for (const Finding& finding : must(restored->check())) EXPECT_TRUE(finding.ok) << finding.what;
}

TEST_F(BackupTest, Restore_EndsSessionsOfThePast) {
  must(change([](Transaction& t) {
    must(t.add_pairing({TokenFingerprint{2}, 1, 100}));
    return t.add_session({TokenFingerprint{1}, kNoDevice, 1, 1, 100, {}});
  }));
  must(database_->backup_to(backup()));
  must(restore_sqlite(backup(), folder_.path("new"), {}));
  const auto restored = must(open_sqlite(folder_.path("new")));
  EXPECT_TRUE(must(must(restored->reader())->sessions()).empty());
}

TEST_F(BackupTest, Restore_OfADamagedBackup_IsRefusedAndLeavesNothing) {
  must(database_->backup_to(backup()));
  const std::string good = read_file(backup());
  for (std::size_t at = 4096; at + 4096 <= good.size(); at += 3 * 4096) {
    std::string bad = good;
    bad.replace(at, 4096, std::string(4096, '\x5a'));
    write_file(backup(), bad);
    const auto restored = restore_sqlite(backup(), folder_.path("new"), {});
    ASSERT_FALSE(restored) << at;
    EXPECT_EQ(restored.error().code, ErrorCode::Damaged);
    EXPECT_FALSE(fs::exists(folder_.path("new") + "/plumbline.db"));
  }
  EXPECT_EQ(restore_sqlite(folder_.path("nothing"), folder_.path("new"), {}).error().code,
            ErrorCode::NotFound);
}

TEST_F(BackupTest, Backup_OntoAnotherDatabasesBackup_IsRefused) {
  {
    must(open_sqlite(folder_.path("other")));
  }
  const std::string other = folder_.path("other") + "/plumbline.db";
  const std::string before = read_file(other);
  EXPECT_EQ(database_->backup_to(other).error().code, ErrorCode::Conflict);
  EXPECT_EQ(read_file(other), before);
  write_file(folder_.path("letter.txt"), "Dear Anna");
  EXPECT_FALSE(database_->backup_to(folder_.path("letter.txt")));
  EXPECT_EQ(read_file(folder_.path("letter.txt")), "Dear Anna");
}

// Oracle: recorded; tests/saved/v1.db was written by the first released form of the schema.
TEST(SavedDatabaseTest, Open_OfEveryVersion_KeepsWhatItHeld) {
  for (int version = 1; version <= schema_version(); ++version) {
    TestFolder folder;
    fs::create_directory(folder.path());
    const std::string saved = std::string(PLUMBLINE_SOURCE_DIR) +
                              "/adapters/storage/tests/saved/v" + std::to_string(version) + ".db";
    ASSERT_TRUE(fs::exists(saved)) << "keep one database of each version: " << saved;
    fs::copy_file(saved, folder.path() + "/plumbline.db");
    const auto database = must(open_sqlite(folder.path()));
    const auto reader = must(database->reader());
    const PersonRow anna = must(reader->person("anna"));
    const auto rows = must(reader->entries(anna.number, {}));
    ASSERT_EQ(rows.size(), 40U);
    EXPECT_EQ(rows[39].sealed, made_entry(40).sealed);
    EXPECT_EQ(must(reader->held(anna.number)).size(), 1U);
    EXPECT_EQ(reader->person("ben").error().code, ErrorCode::Gone);
    EXPECT_EQ(must(reader->devices())[0].name, "phone");
    EXPECT_EQ(must(reader->setting("claimed")), "yes");
    EXPECT_EQ(must(append(*database, anna.number, {made_entry(41)}))[0].seq, 41);
  }
}

/// Not a test of its own: writes the database of the present version, where
/// PLUMBLINE_SAVE_DATABASE names a folder.
TEST(SavedDatabaseTest, Save_WhereAsked_WritesThePresentVersion) {
  const char* folder = std::getenv("PLUMBLINE_SAVE_DATABASE");
  if (folder == nullptr) GTEST_SKIP();
  const auto database = must(open_sqlite(folder));
  const PersonNumber anna = add_person(*database, "anna");
  const PersonNumber ben = add_person(*database, "ben");
  for (std::uint32_t n = 1; n <= 40; ++n) must(append(*database, anna, {made_entry(n)}));
  NewEntry ahead = made_entry(500);
  ahead.held_until_ms = 1;
  must(append(*database, anna, {ahead}));
  must(write(*database, [=](Transaction& t) {
    must(t.set_setting("claimed", "yes"));
    must(t.add_device("phone", 1));
    return t.delete_person(ben, 5);
  }));
}

}  // namespace
}  // namespace plumbline::storage
