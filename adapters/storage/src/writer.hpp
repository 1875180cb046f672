// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "group.hpp"

namespace plumbline::storage {

/// The one thread that writes: takes everything that waits, commits it at once, tells everyone.
class Writer {
 public:
  Writer(std::unique_ptr<Connection> connection, const Options& options);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer();

  void submit(Task task, Done done);
  /// Finishes what waits, then ends the thread and closes the connection.
  void stop();
  WriterFigures figures() const;

 private:
  using Clock = std::chrono::steady_clock;

  /// Takes both over, or leaves them where they are and says why.
  Result<void> queue(Task& task, Done& done);
  void run();
  /// The next jobs; none when everything is done and the writer shall stop.
  std::vector<Job> take();
  void run_group(std::vector<Job>& jobs);

  std::unique_ptr<Connection> connection_;
  GroupCommit group_;
  Options options_;
  mutable std::mutex lock_;
  std::condition_variable changed_;
  std::deque<Job> waiting_;
  WriterFigures figures_;
  bool stopping_ = false;
  std::size_t last_group_ = 0;
  Clock::duration last_commit_{};
  std::thread thread_;
};

}  // namespace plumbline::storage
