// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <future>
#include <set>

#include "store_fixture.hpp"

namespace plumbline::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kEntries = 1500;
constexpr std::size_t kPage = 4096;
/// Page, counted from 0, at which the tree of entries begins (dbstat).
constexpr std::size_t kEntriesRoot = 7;

class SalvageTest : public ::testing::Test {
 protected:
  SalvageTest() {
    const auto database = must(open_sqlite(folder_.path()));
    anna_ = add_person(*database, "anna");
    ben_ = add_person(*database, "ben");
    for (std::uint32_t n = 1; n <= kEntries; n += 500) {
      for (const PersonNumber person : {anna_, ben_}) {
        std::vector<NewEntry> entries;
        for (std::uint32_t i = n; i < n + 500; ++i) entries.push_back(made_entry(i, 300));
        must(append(*database, person, entries));
      }
    }
  }
  std::string file() const { return folder_.path() + "/plumbline.db"; }
  void damage(std::size_t page) const {
    std::string bytes = read_file(file());
    ASSERT_GT(bytes.size(), (page + 1) * kPage);
    for (std::size_t i = 0; i < kPage; ++i) {
      bytes[page * kPage + i] = static_cast<char>(i * 7 + page);
    }
    write_file(file(), bytes);
  }

  TestFolder folder_;
  PersonNumber anna_{};
  PersonNumber ben_{};
};

TEST_F(SalvageTest, Salvage_OfAGoodFile_LosesNothing) {
  const std::string before = read_file(file());
  const auto report = must(salvage_sqlite(file(), folder_.path("new.db")));
  EXPECT_EQ(report.entries, 2 * kEntries);
  EXPECT_EQ(report.lost_entries, 0);
  EXPECT_EQ(report.lost_rows, 0);
  EXPECT_EQ(report.sentences.front(), "Nothing was lost.");
  EXPECT_EQ(read_file(file()), before);
  EXPECT_FALSE(fs::exists(folder_.path("new.db.source")));
  EXPECT_EQ(salvage_sqlite(file(), folder_.path("new.db")).error().code, ErrorCode::Conflict);
}

// One page after the other is damaged, the one with the list of tables among them: what is reported
// as read is there, in order, numbered without gaps, and each entry is whole.
TEST_F(SalvageTest, Salvage_DamagedPage_KeepsEveryOtherRow) {
  const std::string good = read_file(file());
  const std::size_t pages = good.size() / kPage;
  for (std::size_t page = 0; page + 1 < pages; page += page < 23 ? 1 : 1 + pages / 11) {
    write_file(file(), good);
    damage(page);
    fs::remove_all(folder_.path("again"));
    fs::create_directory(folder_.path("again"));
    fs::permissions(folder_.path("again"), fs::perms::owner_all);
    const auto report = salvage_sqlite(file(), folder_.path("again/plumbline.db"));
    ASSERT_TRUE(report) << page << describe(report.error());
    const auto database = must(open_sqlite(folder_.path("again")));
    const auto reader = must(database->reader());
    std::int64_t found = 0;
    const auto people = must(reader->people());
    for (const PersonRow& person : people) {
      std::int64_t seq = 0;
      std::string before;
      for (const EntryRow& row : must(reader->entries(person.number, {0, 10000, 100000000}))) {
        ASSERT_EQ(row.seq, ++seq);
        ASSERT_LT(before, format_entry_key(row.key));
        before = format_entry_key(row.key);
        ASSERT_EQ(row.sealed.size(), 300U);
      }
      found += seq;
    }
    EXPECT_EQ(found, report->entries);
    // Without a way down the tree its leaves are not found: then a backup is needed.
    const bool has_way = people.size() == 2 && page != kEntriesRoot;
    EXPECT_GE(report->entries, has_way ? 2 * kEntries - 400 : 0) << page;
    // A leaf page holds about twelve entries, one of the tree above a few hundred leaves.
    if (people.size() == 2) {
      EXPECT_EQ(report->entries + report->lost_entries, 2 * kEntries) << page;
    }
    for (const Finding& finding : must(database->check())) {
      EXPECT_TRUE(finding.ok) << finding.what;
    }
  }
}

TEST_F(SalvageTest, Salvage_GivesANewLineage) {
  const std::string before = must(must(must(open_sqlite(folder_.path()))->reader())->lineage());
  fs::create_directory(folder_.path("again"));
  must(salvage_sqlite(file(), folder_.path("again/plumbline.db")));
  EXPECT_NE(must(must(must(open_sqlite(folder_.path("again")))->reader())->lineage()), before);
}

TEST_F(SalvageTest, Read_OverADamagedPage_SaysSoAndReadsTheRest) {
  const std::string good = read_file(file());
  std::set<std::string> codes;
  for (std::size_t page = 30; page < good.size() / kPage - 1; page += 37) {
    write_file(file(), good);
    damage(page);
    const auto database = must(open_sqlite(folder_.path()));
    const auto reader = must(database->reader());
    int bad = 0;
    for (std::uint32_t n = 1; n <= kEntries; n += 7) {
      const auto row = reader->entry(anna_, made_entry(n).key);
      if (row) continue;
      ++bad;
      EXPECT_EQ(row.error().code, ErrorCode::Damaged);
      EXPECT_NE(row.error().message.find("plumbline doctor"), std::string::npos);
    }
    EXPECT_LT(bad, static_cast<int>(kEntries) / 7 / 2) << page;
    const auto findings = must(database->check());
    EXPECT_TRUE(std::ranges::any_of(findings, [](const Finding& f) {
      return !f.ok && f.what.find("damaged") != std::string::npos && !f.advice.empty();
    })) << page;
    EXPECT_FALSE(database->backup_to(folder_.path("backup")));
    EXPECT_FALSE(fs::exists(folder_.path("backup")));
  }
}

TEST_F(SalvageTest, Append_ThatMeetsADamagedPage_HarmsNobodyElse) {
  const std::string good = read_file(file());
  int failed = 0;
  for (std::size_t page = 20; page < good.size() / kPage - 1; page += 41) {
    write_file(file(), good);
    damage(page);
    const auto database = must(open_sqlite(folder_.path()));
    std::vector<std::future<Result<std::int64_t>>> answers;
    for (std::uint32_t n = 0; n < 40; ++n) {
      auto promise = std::make_shared<std::promise<Result<std::int64_t>>>();
      answers.push_back(promise->get_future());
      // Old entries of Anna are looked up, and some of them lie on the damaged page.
      submit<std::int64_t>(
          *database,
          [=, this](Transaction& t) -> Result<std::int64_t> {
            for (std::uint32_t i = n * 75 + 1; i < (n + 1) * 75; ++i) {
              const auto row = t.entry(anna_, made_entry(i).key);
              if (!row) return std::unexpected(row.error());
            }
            const std::string name = "task " + std::to_string(n);
            if (auto set = t.set_setting(name, "done"); !set) return std::unexpected(set.error());
            return n;
          },
          [=](Result<std::int64_t> result) { promise->set_value(std::move(result)); });
    }
    const auto reader = must(database->reader());
    for (std::uint32_t n = 0; n < 40; ++n) {
      const auto answer = answers[n].get();
      const auto setting = must(reader->setting("task " + std::to_string(n)));
      EXPECT_EQ(setting.has_value(), answer.has_value());
      failed += answer ? 0 : 1;
    }
  }
  EXPECT_GT(failed, 0);
  EXPECT_LT(failed, 40);
}

TEST_F(SalvageTest, Open_AFileThatIsNoDatabase_IsRefusedAndLeftAlone) {
  for (const std::string& bytes : {std::string(10000, 'x'), read_file(file()).substr(0, 5000)}) {
    TestFolder folder;
    fs::create_directory(folder.path());
    write_file(folder.path() + "/plumbline.db", bytes);
    const auto opened = open_sqlite(folder.path());
    if (opened) {
      const auto findings = must((*opened)->check());
      EXPECT_TRUE(std::ranges::any_of(findings, [](const Finding& f) { return !f.ok; }));
    } else {
      EXPECT_EQ(opened.error().code, ErrorCode::Damaged);
      EXPECT_EQ(read_file(folder.path() + "/plumbline.db"), bytes);
    }
  }
}

}  // namespace
}  // namespace plumbline::storage
