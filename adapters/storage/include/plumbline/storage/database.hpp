// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "plumbline/storage/transaction.hpp"

namespace plumbline::storage {

/// What a kind of database can do; callers ask instead of knowing its name.
struct Capabilities {
  std::string name;
  /// Only one process at a time may have the folder open.
  bool one_process = true;
  /// backup_to works while writing goes on.
  bool online_backup = true;
  /// A backup into an existing backup copies only what is new.
  bool incremental_backup = true;
  /// A damaged file can be salvaged row by row.
  bool salvage = true;
};

struct Options {
  /// Tasks that may wait; more are refused as busy.
  std::size_t most_waiting = 4096;
  /// Tasks in one transaction.
  std::size_t most_in_group = 512;
  /// Pages of log (4 KiB each) after which they are moved into the database.
  /// @source engineering choice: 16 MiB, measured in bench/storage_bench.cpp; shorter logs write
  /// the same pages more often, longer ones take longer to read after a crash
  int long_log_pages = 4000;
};

/// Changes something, in the writer's thread. May be run more than once (a group that failed is
/// begun again without the task that failed it), so it must not use anything up and must have no
/// effect but on the transaction. An error undoes everything that this task did, and nothing of
/// other tasks.
using Task = std::move_only_function<Result<void>(Transaction&)>;
/// Told once what became of a task: after it is durable, or why nothing of it was kept. Called in
/// the writer's thread (or at once, where the task was refused): must be quick.
using Done = std::move_only_function<void(Result<void>)>;

/// For /metrics.
struct WriterFigures {
  std::size_t waiting = 0;
  std::uint64_t tasks = 0;
  std::uint64_t groups = 0;
  std::uint64_t failed_tasks = 0;
  std::uint64_t failed_groups = 0;
  std::uint64_t refused_busy = 0;
  /// Why the database could not write when it last had something to write; empty where it could.
  std::optional<ErrorCode> fault;
};

struct BackupReport {
  /// Whether an existing backup was brought up to date.
  bool incremental = false;
  std::int64_t people = 0;
  std::int64_t entries = 0;
  std::int64_t new_entries = 0;
  std::int64_t bytes = 0;
};

/// One thing that `check` looked at.
struct Finding {
  bool ok = true;
  /// What was found, in a plain sentence.
  std::string what;
  /// What to do about it; empty where nothing is to be done.
  std::string advice;
};

/// Everything that is kept but keys. Thread-safe, except that each Reader belongs to one thread.
class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  /// Stops as `stop` does.
  virtual ~Database() = default;

  virtual const Capabilities& capabilities() const = 0;

  /// A new reader, for one thread.
  virtual Result<std::unique_ptr<Reader>> reader() = 0;

  /// Queues a task. `done` is called exactly once.
  /// @error Busy      too many tasks are waiting (told through `done`)
  /// @error Stopping  the database is being closed (told through `done`)
  virtual void submit(Task task, Done done) = 0;

  virtual WriterFigures figures() const = 0;

  /// Finishes everything that waits, then closes; new tasks are refused. Readers must be gone.
  virtual void stop() = 0;

  /// Copies everything into `file` while writing goes on; where `file` is an earlier backup of this
  /// database, adds to it what is new and takes away who was deleted. Verified before it returns; a
  /// failed backup leaves the earlier one as it was.
  virtual Result<BackupReport> backup_to(const std::string& file) = 0;

  /// Looks through everything; reads the whole file.
  virtual Result<std::vector<Finding>> check() = 0;
};

/// Queues work that gives a value; `done` gets the value once it is durable.
template <class T, class Work, class Finish>
void submit(Database& database, Work work, Finish finish) {
  auto slot = std::make_shared<std::optional<T>>();
  database.submit(
      [slot, work = std::move(work)](Transaction& transaction) mutable -> Result<void> {
        Result<T> value = work(transaction);
        if (!value) return std::unexpected(std::move(value.error()));
        *slot = std::move(*value);
        return {};
      },
      [slot, finish = std::move(finish)](Result<void> result) mutable {
        if (!result) {
          finish(Result<T>(std::unexpected(std::move(result.error()))));
        } else {
          finish(Result<T>(std::move(**slot)));
        }
      });
}

/// Runs a task and waits until it is durable: for the command line and for tests, never for the io
/// thread and never inside `done`.
Result<void> write(Database& database, Task task);

/// The same for work that gives a value: `work(Transaction&)` returns a Result.
template <class Work>
auto write_value(Database& database, Work work) -> std::invoke_result_t<Work&, Transaction&> {
  using Answer = std::invoke_result_t<Work&, Transaction&>;
  std::promise<Answer> promise;
  submit<typename Answer::value_type>(database, std::move(work), [&promise](Answer answer) {
    promise.set_value(std::move(answer));
  });
  return promise.get_future().get();
}

}  // namespace plumbline::storage
