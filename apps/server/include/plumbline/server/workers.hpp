// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "plumbline/storage/database.hpp"

namespace plumbline::server {

/// Threads for what takes longer than a glance: reading records, working out plans, passphrases.
/// Each has a reader of its own.
class Workers {
 public:
  using Job = std::move_only_function<void(storage::Reader&)>;

  /// @param most  how many jobs may wait
  /// @error what opening a reader says
  static Result<std::unique_ptr<Workers>> start(storage::Database& database, std::size_t count,
                                                std::size_t most);
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  /// Finishes the jobs under way; those that wait are dropped with what they hold.
  ~Workers();

  /// @error Busy  too many jobs are waiting; the job is not run
  Result<void> post(Job job);
  std::size_t waiting() const;

 private:
  explicit Workers(std::size_t most) : most_(most) {}
  void run(storage::Reader& reader);

  const std::size_t most_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  bool stopping_ = false;
  std::vector<std::unique_ptr<storage::Reader>> readers_;
  std::vector<std::jthread> threads_;
};

}  // namespace plumbline::server
