// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "plumbline/storage/database.hpp"
#include "sqlite_transaction.hpp"

namespace plumbline::storage {

/// A task on its way.
struct Job {
  Task task;
  Done done;
  Result<void> result;
};

/// Runs groups of tasks on the writer's connection: one transaction, one wait for the disk.
class GroupCommit {
 public:
  GroupCommit(Connection& connection, int long_log_pages);

  /// Fills in the results. A result without an error is durable. @returns whether the group as a
  /// whole went well (single tasks may still have failed)
  bool run(std::span<Job> jobs);

  /// Work between groups: keeps the log short.
  void tend();

 private:
  enum class Way : std::uint8_t {
    Plain,    ///< no undo for single tasks: the quick way, where all go well
    Careful,  ///< a savepoint before each task
  };
  enum class End : std::uint8_t { Good, TaskFailed, Broken };

  End attempt(std::span<Job> jobs, Way way);
  End run_tasks(std::span<Job> jobs, Way way);
  Result<void> run_task(Job& job);
  void fail_all(std::span<Job> jobs, const Error& error);
  /// A failure is told to the transaction. @returns whether it went well
  bool execute(const StatementText& text);

  Connection& connection_;
  SqliteTransaction transaction_;
  int long_log_pages_;
  bool truncate_ = false;
};

}  // namespace plumbline::storage
