// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// How fast entries are stored, as ratios within one run: our writer beside a bare loop over SQLite
// with the same schema, indexes, sizes and transactions. Usage: storage_bench [FOLDER [PEOPLE
// ENTRIES]]
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "plumbline/storage/sqlite.hpp"

namespace {

using namespace plumbline;           // NOLINT: a program of one file
using namespace plumbline::storage;  // NOLINT
using Clock = std::chrono::steady_clock;

constexpr std::size_t kSealedBytes = 420;
constexpr int kRounds = 5;

double seconds_of(const std::function<void()>& work) {
  const Clock::time_point begin = Clock::now();
  work();
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
    std::exit(1);
  }
  return std::move(*result);
}

/// Ids like UUIDs of version 7: a counter that grows, then noise.
EntryKey key_of(std::uint64_t n) {
  EntryKey key{};
  for (std::size_t i = 0; i < 6; ++i) key.at(i) = static_cast<std::uint8_t>(n >> (40 - 8 * i));
  std::uint64_t noise = n * 0x9e3779b97f4a7c15ULL;
  for (std::size_t i = 6; i < 16; ++i, noise = noise * 6364136223846793005ULL + 1) {
    key.at(i) = static_cast<std::uint8_t>(noise >> 56);
  }
  return key;
}

NewEntry entry_of(std::uint64_t n) {
  const EntryKey key = key_of(n);
  return {key, key, DeviceNumber{1}, std::nullopt, std::string(kSealedBytes, 's')};
}

double syncs_per_second(const std::string& folder) {
  const std::string path = folder + "/sync";
  const int file = ::open(path.c_str(), O_CREAT | O_RDWR, 0600);
  std::array<char, 4096> page{};
  constexpr int kTimes = 300;
  const double took = seconds_of([&] {
    for (int i = 0; i < kTimes; ++i) {
      if (::pwrite(file, page.data(), page.size(), i * 4096L) < 0 || ::fdatasync(file) != 0) return;
    }
  });
  ::close(file);
  ::unlink(path.c_str());
  return kTimes / took;
}

/// The same rows by hand: what a loop over SQLite can do at best.
class BareLoop {
 public:
  explicit BareLoop(const std::string& file) {
    run(sqlite3_open(file.c_str(), &database_));
    for (const char* sql :
         {"pragma journal_mode = wal", "pragma synchronous = full", "pragma cache_size = -8000",
          "pragma wal_autocheckpoint = 4000",
          "create table entries (place integer primary key, person integer not null, id blob not "
          "null, digest blob not null, received_ms integer not null, device integer not null, "
          "sealed blob not null) strict",
          "create unique index entries_by_id on entries (person, id)"}) {
      run(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr));
    }
    run(sqlite3_prepare_v2(database_, "insert into entries values (?, ?, ?, ?, ?, ?, ?)", -1,
                           &insert_, nullptr));
  }
  BareLoop(const BareLoop&) = delete;
  BareLoop& operator=(const BareLoop&) = delete;
  ~BareLoop() {
    sqlite3_finalize(insert_);
    sqlite3_close(database_);
  }
  /// One transaction; the entries belong to `people` people in turn.
  void append(std::int64_t people, std::int64_t seq, const std::vector<NewEntry>& entries) {
    run(sqlite3_exec(database_, "begin immediate", nullptr, nullptr, nullptr));
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const NewEntry& entry = entries[i];
      const std::int64_t person = 1 + static_cast<std::int64_t>(i) % people;
      if (person == 1) ++seq;
      sqlite3_bind_int64(insert_, 1, (person << 32) + seq);
      sqlite3_bind_int64(insert_, 2, person);
      sqlite3_bind_blob(insert_, 3, entry.key.data(), 16, SQLITE_STATIC);
      sqlite3_bind_blob(insert_, 4, entry.digest.data(), 16, SQLITE_STATIC);
      sqlite3_bind_int64(insert_, 5, 1700000000000);
      sqlite3_bind_int64(insert_, 6, 1);
      sqlite3_bind_blob(insert_, 7, entry.sealed.data(), static_cast<int>(entry.sealed.size()),
                        SQLITE_STATIC);
      run(sqlite3_step(insert_) == SQLITE_DONE ? SQLITE_OK : SQLITE_ERROR);
      sqlite3_reset(insert_);
    }
    run(sqlite3_exec(database_, "commit", nullptr, nullptr, nullptr));
  }

 private:
  void run(int code) {
    if (code == SQLITE_OK) return;
    std::fprintf(stderr, "%s\n", sqlite3_errmsg(database_));
    std::exit(1);
  }
  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

std::vector<NewEntry> batch_of(std::uint64_t from, std::size_t count) {
  std::vector<NewEntry> entries;
  for (std::size_t i = 0; i < count; ++i) entries.push_back(entry_of(from + i));
  return entries;
}

void compare_batches(const std::string& folder, std::size_t size, int batches) {
  const auto database = must(open_sqlite(folder + "/ours"));
  BareLoop bare(folder + "/bare.db");
  const PersonNumber person =
      must(write_value(*database, [](Transaction& t) { return t.add_person("anna", 1, "name"); }));
  std::vector<double> ratios;
  std::vector<double> rates;
  std::uint64_t n = 0;
  for (int round = 0; round < kRounds; ++round) {
    std::vector<std::vector<NewEntry>> work;
    for (int i = 0; i < batches; ++i)
      work.push_back(batch_of(n + static_cast<std::uint64_t>(i) * size, size));
    const double theirs = seconds_of([&] {
      auto seq = static_cast<std::int64_t>(n);
      for (const auto& entries : work) {
        bare.append(1, seq, entries);
        seq += static_cast<std::int64_t>(entries.size());
      }
    });
    const double ours = seconds_of([&] {
      for (const auto& entries : work) {
        must(write_value(*database, [&](Transaction& t) { return t.append(person, 1, entries); }));
      }
    });
    n += static_cast<std::uint64_t>(batches) * size;
    ratios.push_back(theirs / ours);
    rates.push_back(static_cast<double>(batches) * static_cast<double>(size) / ours);
  }
  std::printf("batches of %zu: %.0f entries/s, %.0f %% of a bare loop (median of %d rounds)\n",
              size, median(rates), 100 * median(ratios), kRounds);
}

/// Clients that each push one entry and wait for the answer, without a thread for each.
double single_appends(Database& database, const std::vector<PersonNumber>& people,
                      std::size_t clients, int total) {
  std::atomic<int> begun = 0;
  std::atomic<int> finished = 0;
  static std::atomic<std::uint64_t> n = 1ULL << 32;
  std::mutex lock;
  std::condition_variable done;
  std::function<void(std::size_t)> push = [&](std::size_t client) {
    if (begun++ >= total) return;
    auto entry = std::make_shared<NewEntry>(entry_of(n++));
    submit<std::vector<Outcome>>(
        database,
        [entry, person = people[client % people.size()]](Transaction& t) {
          return t.append(person, 1, {entry.get(), 1});
        },
        [&, client](const Result<std::vector<Outcome>>&) {
          push(client);
          if (++finished == total) {
            const std::scoped_lock guard(lock);
            done.notify_one();
          }
        });
  };
  return total / seconds_of([&] {
           for (std::size_t client = 0; client < clients; ++client) push(client);
           std::unique_lock guard(lock);
           done.wait(guard, [&] { return finished == total; });
         });
}

double bare_singles(BareLoop& bare, std::int64_t& seq, int total) {
  constexpr int kClients = 64;
  const int groups = total / kClients;
  std::vector<std::vector<NewEntry>> work;
  for (int i = 0; i < groups; ++i) {
    work.push_back(
        batch_of((1ULL << 33) + static_cast<std::uint64_t>(seq + i) * kClients, kClients));
  }
  return groups * kClients / seconds_of([&] {
           for (const auto& entries : work) bare.append(kClients, seq++, entries);
         });
}

void many_people(const std::string& folder, int people, int entries) {
  const auto database = must(open_sqlite(folder + "/many"));
  std::vector<PersonNumber> numbers;
  for (int p = 0; p < people; p += 1000) {
    const auto more =
        must(write_value(*database, [=](Transaction& t) -> Result<std::vector<PersonNumber>> {
          std::vector<PersonNumber> out;
          for (int i = p; i < std::min(people, p + 1000); ++i) {
            const auto added = t.add_person("person " + std::to_string(i), 1, "name");
            if (!added) return std::unexpected(added.error());
            out.push_back(*added);
          }
          return out;
        }));
    numbers.insert(numbers.end(), more.begin(), more.end());
  }
  const int each = entries / people;
  const double took = seconds_of([&] {
    for (std::size_t p = 0; p < numbers.size(); p += 10) {
      must(write_value(*database, [&](Transaction& t) -> Result<bool> {
        for (std::size_t i = p; i < std::min(numbers.size(), p + 10); ++i) {
          const auto batch = batch_of((p + i) * 1000, static_cast<std::size_t>(each));
          if (auto done = t.append(numbers[i], 1, batch); !done) {
            return std::unexpected(done.error());
          }
        }
        return true;
      }));
    }
  });
  std::printf("%d people, %d entries: filled in %.0f s, %.1f GB\n", people, people * each, took,
              static_cast<double>(std::filesystem::file_size(folder + "/many/plumbline.db")) / 1e9);
  const auto reader = must(database->reader());
  std::vector<double> reads;
  std::vector<double> appends;
  for (std::size_t i = 0; i < 2000; ++i) {
    const PersonNumber person = numbers[i * 7919 % numbers.size()];
    reads.push_back(seconds_of([&] { must(reader->entries(person, {each - 20})); }) * 1e6);
    const NewEntry entry = entry_of((3ULL << 32) + i);
    appends.push_back(1e6 * seconds_of([&] {
                        must(write_value(*database, [&](Transaction& t) {
                          return t.append(person, 1, {&entry, 1});
                        }));
                      }));
  }
  std::printf("  median: last 20 entries of anybody %.0f us, single append %.0f us\n",
              median(reads), median(appends));
}

}  // namespace

int main(int count, char** arguments) {
  const std::string base = count > 1 ? arguments[1] : ".";
  std::string pattern = base + "/storage-bench-XXXXXX";
  const std::string folder = ::mkdtemp(pattern.data());
  const double syncs = syncs_per_second(folder);
  std::printf("disk: %.0f syncs/s\n", syncs);
  if (count > 3) {
    many_people(folder, std::atoi(arguments[2]), std::atoi(arguments[3]));
  } else {
    compare_batches(folder, 100, syncs > 2000 ? 200 : 40);
    const auto database = must(open_sqlite(folder + "/single"));
    std::vector<PersonNumber> people;
    for (int p = 0; p < 64; ++p) {
      people.push_back(must(write_value(*database, [=](Transaction& t) {
        return t.add_person("person " + std::to_string(p), 1, "name");
      })));
    }
    BareLoop bare(folder + "/bare-single.db");
    std::int64_t seq = 0;
    std::vector<double> rates;
    std::vector<double> ratios;
    for (int round = 0; round < kRounds; ++round) {
      const int total = syncs > 2000 ? 50000 : 10000;
      rates.push_back(single_appends(*database, people, 64, total));
      ratios.push_back(rates.back() / bare_singles(bare, seq, total));
    }
    const WriterFigures figures = database->figures();
    std::printf(
        "single appends, 64 clients: %.0f entries/s, %.0f %% of a bare loop with 64 in a "
        "transaction;"
        " %.1f in a group, %.1f a sync\n",
        median(rates), 100 * median(ratios),
        static_cast<double>(figures.tasks) / static_cast<double>(figures.groups),
        median(rates) / syncs);
  }
  std::filesystem::remove_all(folder);
}
