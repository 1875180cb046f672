// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "group.hpp"

namespace plumbline::storage {
namespace {

constexpr StatementText kBegin{"begin immediate", "", ""};
constexpr StatementText kCommit{"commit", "", ""};
constexpr StatementText kSavepoint{"savepoint task", "", ""};
constexpr StatementText kUndo{"rollback to task", "", ""};
constexpr StatementText kRelease{"release task", "", ""};

}  // namespace

GroupCommit::GroupCommit(Connection& connection, int long_log_pages)
    : connection_(connection), transaction_(connection), long_log_pages_(long_log_pages) {
  connection_.follow_log();
}

bool GroupCommit::run(std::span<Job> jobs) {
  End end = attempt(jobs, Way::Plain);
  if (end == End::TaskFailed) end = attempt(jobs, Way::Careful);
  if (end != End::Broken) return true;
  const Error error = *transaction_.broken();
  if (error.code != ErrorCode::Damaged || jobs.size() == 1) {
    fail_all(jobs, error);
    return false;
  }
  // One task has met a damaged page: the others must not suffer for it.
  for (Job& job : jobs) {
    if (attempt({&job, 1}, Way::Plain) == End::Broken) fail_all({&job, 1}, *transaction_.broken());
  }
  return true;
}

GroupCommit::End GroupCommit::attempt(std::span<Job> jobs, Way way) {
  transaction_.begin_again();
  if (!execute(kBegin)) return End::Broken;
  const End end = run_tasks(jobs, way);
  if (end != End::Good) {
    connection_.roll_back();
    return end;
  }
  if (!execute(kCommit)) {
    connection_.roll_back();
    return End::Broken;
  }
  truncate_ = transaction_.take_swept() || truncate_;
  return End::Good;
}

GroupCommit::End GroupCommit::run_tasks(std::span<Job> jobs, Way way) {
  const bool careful = way == Way::Careful;
  for (Job& job : jobs) {
    const std::int64_t before = connection_.total_changes();
    if (careful) execute(kSavepoint);
    job.result = run_task(job);
    if (transaction_.broken()) return End::Broken;
    const bool undo = !job.result && connection_.total_changes() != before;
    if (undo && !careful && jobs.size() > 1) return End::TaskFailed;
    if (undo && !careful) {
      // Alone in its group: undoing the task is undoing the transaction.
      connection_.roll_back();
      execute(kBegin);
    }
    if (undo && careful) execute(kUndo);
    if (careful) execute(kRelease);
    if (transaction_.broken()) return End::Broken;
  }
  return End::Good;
}

Result<void> GroupCommit::run_task(Job& job) {
  try {
    return job.task(transaction_);
  } catch (const std::exception& error) {
    return fail(ErrorCode::Internal, "task", error.what());
  }
}

void GroupCommit::fail_all(std::span<Job> jobs, const Error& error) {
  for (Job& job : jobs) job.result = std::unexpected(error);
}

bool GroupCommit::execute(const StatementText& text) {
  const Result<void> done = connection_.guard([&]() -> Result<void> {
    const Query query(connection_, text);
    return {};
  });
  if (!done) transaction_.break_with(done.error());
  return done.has_value();
}

void GroupCommit::tend() {
  // Who was deleted must not live on in the log.
  if (truncate_) truncate_ = !connection_.checkpoint(true);
  if (connection_.log_pages() >= long_log_pages_) connection_.checkpoint(false);
}

}  // namespace plumbline::storage
