// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// Power cuts, kills, full disks: whatever was acknowledged is there afterwards, once.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <set>
#include <thread>

#include "power_cut_vfs.hpp"
#include "store_fixture.hpp"

namespace plumbline::storage {
namespace {

namespace fs = std::filesystem;

/// Looks whether exactly one row is there for each entry that was acknowledged, at its place.
void expect_all_there(const std::string& folder,
                      const std::vector<std::set<std::uint32_t>>& stored) {
  const auto database = must(open_sqlite(folder));
  const auto reader = must(database->reader());
  for (std::size_t p = 0; p < stored.size(); ++p) {
    const PersonRow person = must(reader->person("person " + std::to_string(p)));
    std::set<std::string> keys;
    std::int64_t seq = 0;
    for (std::int64_t after = 0;;) {
      const auto rows = must(reader->entries(person.number, {after}));
      if (rows.empty()) break;
      for (const EntryRow& row : rows) {
        ASSERT_EQ(row.seq, ++seq);
        ASSERT_TRUE(keys.insert(format_entry_key(row.key)).second);
      }
      after = seq;
    }
    for (const std::uint32_t n : stored[p]) {
      ASSERT_TRUE(keys.contains(format_entry_key(made_entry(n).key))) << "lost entry " << n;
      ASSERT_EQ(must(reader->entry(person.number, made_entry(n).key))->sealed,
                made_entry(n).sealed);
    }
  }
  for (const Finding& finding : must(database->check())) EXPECT_TRUE(finding.ok) << finding.what;
}

/// Several clients that append one entry after the other and remember what was acknowledged.
class Clients {
 public:
  explicit Clients(Database& database, std::size_t count = 4) : stored_(count) {
    for (std::size_t p = 0; p < count; ++p) {
      const PersonNumber person = add_person(database, "person " + std::to_string(p));
      threads_.emplace_back([this, &database, p, person] {
        for (std::uint32_t n = 1; !enough_; ++n) {
          const auto done = append(database, person, {made_entry(n)});
          if (!done) break;
          const std::scoped_lock guard(lock_);
          stored_[p].insert(n);
        }
      });
    }
  }
  ~Clients() { stop(); }
  void stop() {
    enough_ = true;
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }
  std::vector<std::set<std::uint32_t>> stored() {
    const std::scoped_lock guard(lock_);
    return stored_;
  }

 private:
  std::mutex lock_;
  std::vector<std::set<std::uint32_t>> stored_;
  std::atomic<bool> enough_ = false;
  std::vector<std::thread> threads_;
};

class PowerCutTest : public ::testing::Test {
 protected:
  PowerCutVfs vfs_;
  TestFolder folder_;
};

TEST_F(PowerCutTest, Cut_AtAnyMoment_LosesNothingAcknowledged) {
  std::mt19937 random(20261121);
  std::size_t most = 0;
  for (int round = 0; round < 15; ++round) {
    const std::string data = folder_.path("data " + std::to_string(round));
    const std::string copy = folder_.path("cut " + std::to_string(round));
    const auto database = must(open_sqlite(data, {.long_log_pages = 20}));
    Clients clients(*database);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 60000));
    std::vector<std::set<std::uint32_t>> stored;
    const auto images = vfs_.cut(random, [&] { stored = clients.stored(); });
    clients.stop();
    fs::create_directory(copy);
    fs::permissions(copy, fs::perms::owner_all);
    for (const auto& [path, bytes] : images) {
      if (!path.starts_with(data + "/")) continue;
      const std::string file = copy + "/" + fs::path(path).filename().string();
      write_file(file, bytes);
      fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    }
    expect_all_there(copy, stored);
    if (HasFailure()) return;
    for (const auto& entries : stored) most = std::max(most, entries.size());
  }
  EXPECT_GT(most, 20U);
}

TEST_F(PowerCutTest, AnAcknowledgement_NeverComesBeforeASync) {
  const auto database = must(open_sqlite(folder_.path()));
  const PersonNumber anna = add_person(*database, "anna");
  for (std::uint32_t n = 1; n <= 20; ++n) {
    const std::int64_t before = vfs_.syncs();
    must(append(*database, anna, {made_entry(n)}));
    EXPECT_GT(vfs_.syncs(), before);
  }
}

TEST_F(PowerCutTest, Fault_WhileWriting_AcknowledgesNothing_AndPasses) {
  using Fault = PowerCutVfs::Fault;
  auto database = must(open_sqlite(folder_.path()));
  const PersonNumber anna = add_person(*database, "person 0");
  std::vector<std::set<std::uint32_t>> stored(1);
  std::uint32_t n = 0;
  int refused = 0;
  for (const Fault fault : {Fault::Full, Fault::WriteError, Fault::SyncError}) {
    for (int after = 0; after < 12; ++after) {
      vfs_.fail_after(after, fault);
      for (int i = 0; i < 12; ++i) {
        const auto done = append(*database, anna, {made_entry(++n, 1500)});
        if (done) {
          stored[0].insert(n);
          continue;
        }
        ++refused;
        EXPECT_EQ(done.error().code,
                  fault == Fault::Full ? ErrorCode::DiskFull : ErrorCode::Unreadable);
        EXPECT_FALSE(must(must(database->reader())->entry(anna, made_entry(n).key)));
      }
      vfs_.fail_after(0, Fault::None);
      must(append(*database, anna, {made_entry(++n, 1500)}));
      stored[0].insert(n);
    }
  }
  EXPECT_GT(refused, 100);
  database.reset();
  const auto reader = must(must(open_sqlite(folder_.path()))->reader());
  EXPECT_EQ(must(reader->last_seq(anna)), static_cast<std::int64_t>(stored[0].size()));
}

/// Writes until it is killed; tells each acknowledged entry through a pipe.
[[noreturn]] void write_until_killed(const std::string& folder, int pipe, std::uint32_t from) {
  auto database = must(open_sqlite(folder));
  const PersonNumber anna = must(must(database->reader())->person("person 0")).number;
  std::atomic<std::uint32_t> n = from;
  std::vector<std::thread> clients;
  for (int c = 0; c < 8; ++c) {
    clients.emplace_back([&] {
      for (;;) {
        const std::uint32_t mine = ++n;
        if (!append(*database, anna, {made_entry(mine)})) ::_exit(3);
        if (::write(pipe, &mine, sizeof mine) != sizeof mine) ::_exit(4);
      }
    });
  }
  for (std::thread& client : clients) client.join();
  ::_exit(5);
}

TEST(KillTest, Kill_AtRandomMoments_LosesNothingAcknowledged) {
  TestFolder folder;
  {
    add_person(*must(open_sqlite(folder.path())), "person 0");
  }
  std::mt19937 random(7);
  std::vector<std::set<std::uint32_t>> stored(1);
  const char* asked = std::getenv("PLUMBLINE_KILLS");
  const int kills = asked == nullptr ? 10 : std::atoi(asked);
  for (int kill = 0; kill < kills; ++kill) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      ::close(ends[0]);
      write_until_killed(folder.path(), ends[1], static_cast<std::uint32_t>(kill + 1) * 1000000);
    }
    ::close(ends[1]);
    std::uint32_t n = 0;
    ASSERT_EQ(::read(ends[0], &n, sizeof n), static_cast<ssize_t>(sizeof n));
    stored[0].insert(n);
    std::thread killer([&] {
      std::this_thread::sleep_for(std::chrono::microseconds(random() % 100000));
      ::kill(child, SIGKILL);
    });
    while (::read(ends[0], &n, sizeof n) == static_cast<ssize_t>(sizeof n)) stored[0].insert(n);
    killer.join();
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << WEXITSTATUS(status);
    ::close(ends[0]);
    expect_all_there(folder.path(), stored);
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_GT(stored[0].size(), static_cast<std::size_t>(kills));
}

TEST(DatabaseTest, Open_Twice_IsRefusedWithAClearMessage) {
  TestFolder folder;
  const auto first = must(open_sqlite(folder.path()));
  const auto second = open_sqlite(folder.path());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::InUse);
  EXPECT_EQ(second.error().where, folder.path());
}

TEST(DatabaseTest, Open_NewerSchema_IsRefusedAndUntouched) {
  TestFolder folder;
  {
    must(open_sqlite(folder.path()));
  }
  const std::string file = folder.path() + "/plumbline.db";
  std::string bytes = read_file(file);
  bytes[63] = static_cast<char>(schema_version() + 1);  // user_version, big-endian at 60
  write_file(file, bytes);
  const auto opened = open_sqlite(folder.path());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::NewerData);
  EXPECT_EQ(read_file(file), bytes);
}

TEST(DatabaseTest, Open_FolderThatCannotBeWritten_IsRefused) {
  TestFolder folder;
  {
    must(open_sqlite(folder.path()));
  }
  fs::remove(folder.path() + "/lock");
  if (::geteuid() == 0) {
    // Nothing is read-only for the superuser; a file in the place of the folder is refused too.
    write_file(folder.path("file"), "x");
    EXPECT_EQ(open_sqlite(folder.path("file")).error().code, ErrorCode::Unreadable);
    EXPECT_EQ(open_sqlite("/proc/plumbline").error().code, ErrorCode::Unreadable);
    return;
  }
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(open_sqlite(folder.path()).error().code, ErrorCode::Unreadable);
  fs::permissions(folder.path(), fs::perms::owner_all);
}

TEST(DatabaseTest, Submit_TooMuchWaiting_IsBusy) {
  TestFolder folder;
  const auto database = must(open_sqlite(folder.path(), {.most_waiting = 5}));
  std::promise<void> go;
  const std::shared_future<void> gone = go.get_future().share();
  std::promise<void> begun;
  database->submit(
      [&](Transaction&) -> Result<void> {
        begun.set_value();
        gone.wait();
        return {};
      },
      [](const Result<void>&) {});
  begun.get_future().wait();
  int good = 0;
  int busy = 0;
  for (int i = 0; i < 8; ++i) {
    database->submit([](Transaction&) -> Result<void> { return {}; },
                     [&](const Result<void>& result) {
                       (result ? good : busy) += 1;
                       if (!result) {
                         EXPECT_EQ(result.error().code, ErrorCode::Busy);
                       }
                     });
  }
  EXPECT_EQ(busy, 3);
  go.set_value();
  database->stop();
  EXPECT_EQ(good, 5);
  EXPECT_EQ(database->figures().refused_busy, 3U);
}

TEST(DatabaseTest, Files_AreForTheOwnerAlone) {
  TestFolder folder;
  const auto database = must(open_sqlite(folder.path()));
  add_person(*database, "anna");
  for (const char* name : {"", "/plumbline.db", "/plumbline.db-wal", "/lock"}) {
    const auto rights = fs::status(folder.path() + name).permissions();
    EXPECT_EQ(rights & (fs::perms::group_all | fs::perms::others_all), fs::perms::none) << name;
  }
}

TEST(DatabaseTest, DeletedPerson_IsNowhereInTheFiles) {
  TestFolder folder;
  const auto database = must(open_sqlite(folder.path()));
  const PersonNumber anna = add_person(*database, "anna");
  NewEntry entry = made_entry(1);
  entry.sealed = "KNOWN BYTES OF ANNA, long enough to be found" + std::string(3000, '.');
  must(append(*database, anna, {entry}));
  must(write(*database, [=](Transaction& t) { return t.delete_person(anna, 5); }));
  while (must(write_value(*database, [](Transaction& t) { return t.sweep_deleted(100); }))) {
  }
  must(write(*database, [](Transaction& t) { return t.set_setting("a", "b"); }));
  for (const char* name : {"/plumbline.db", "/plumbline.db-wal"}) {
    EXPECT_EQ(read_file(folder.path() + name).find("KNOWN BYTES"), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace plumbline::storage
