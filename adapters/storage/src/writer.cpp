// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "writer.hpp"

#include <algorithm>
#include <future>

namespace plumbline::storage {
namespace {

/// How long the writer waits for the clients of the last group to come again: a part of what the
/// commit costs anyway, and never long.
/// @source engineering choice: measured with 64 clients in bench/storage_bench.cpp
constexpr int kPatiencePart = 8;
constexpr std::chrono::microseconds kMostPatience{500};
bool is_fault(ErrorCode code) {
  return code == ErrorCode::DiskFull || code == ErrorCode::Damaged ||
         code == ErrorCode::Unreadable || code == ErrorCode::InUse;
}

/// How often it is tried again to empty the log after a deletion.
constexpr std::chrono::seconds kTendEvery{1};

}  // namespace

Result<void> write(Database& database, Task task) {
  std::promise<Result<void>> promise;
  database.submit(std::move(task),
                  [&promise](Result<void> result) { promise.set_value(std::move(result)); });
  return promise.get_future().get();
}

Writer::Writer(std::unique_ptr<Connection> connection, const Options& options)
    : connection_(std::move(connection)),
      group_(*connection_, options.long_log_pages),
      options_(options),
      thread_([this] { run(); }) {}

Writer::~Writer() { stop(); }

Result<void> Writer::queue(Task& task, Done& done) {
  const std::scoped_lock guard(lock_);
  if (stopping_) {
    return fail(ErrorCode::Stopping, "", "the server is being stopped; nothing was stored");
  }
  if (waiting_.size() >= options_.most_waiting) {
    ++figures_.refused_busy;
    return fail(ErrorCode::Busy, "",
                "too much is waiting to be stored; nothing was stored, try again in a moment");
  }
  waiting_.push_back({std::move(task), std::move(done), {}});
  return {};
}

void Writer::submit(Task task, Done done) {
  Result<void> queued = queue(task, done);
  if (queued) {
    changed_.notify_one();
  } else {
    done(std::move(queued));
  }
}

void Writer::stop() {
  {
    const std::scoped_lock guard(lock_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
  connection_.reset();
}

WriterFigures Writer::figures() const {
  const std::scoped_lock guard(lock_);
  WriterFigures figures = figures_;
  figures.waiting = waiting_.size();
  return figures;
}

std::vector<Job> Writer::take() {
  std::unique_lock guard(lock_);
  while (waiting_.empty() && !stopping_) {
    if (changed_.wait_for(guard, kTendEvery) == std::cv_status::timeout) {
      guard.unlock();
      group_.tend();
      guard.lock();
    }
  }
  // Clients of the last group come back one after the other; commits that cost more than waiting
  // for them are better shared.
  const auto patience = std::min<Clock::duration>(last_commit_ / kPatiencePart, kMostPatience);
  changed_.wait_for(guard, patience,
                    [this] { return stopping_ || waiting_.size() >= last_group_; });
  std::vector<Job> jobs;
  const std::size_t count = std::min(waiting_.size(), options_.most_in_group);
  jobs.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    jobs.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  return jobs;
}

void Writer::run_group(std::vector<Job>& jobs) {
  const Clock::time_point begin = Clock::now();
  const std::int64_t changes = connection_->total_changes();
  const bool good = group_.run(jobs);
  const bool changed = connection_->total_changes() != changes;
  last_commit_ = Clock::now() - begin;
  last_group_ = jobs.size();
  {
    const std::scoped_lock guard(lock_);
    figures_.tasks += jobs.size();
    ++figures_.groups;
    if (!good) ++figures_.failed_groups;
    figures_.failed_tasks += static_cast<std::uint64_t>(
        std::ranges::count_if(jobs, [](const Job& job) { return !job.result; }));
    // A group that had nothing to write says nothing about the disk.
    const auto fault = std::ranges::find_if(
        jobs, [](const Job& job) { return !job.result && is_fault(job.result.error().code); });
    if (fault != jobs.end()) {
      figures_.fault = fault->result.error().code;
    } else if (changed) {
      figures_.fault.reset();
    }
  }
  for (Job& job : jobs) job.done(std::move(job.result));
}

void Writer::run() {
  for (std::vector<Job> jobs = take(); !jobs.empty(); jobs = take()) {
    run_group(jobs);
    group_.tend();
  }
}

}  // namespace plumbline::storage
