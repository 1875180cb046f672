// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "plumbline/server/site.hpp"

namespace plumbline::server {

/// What has to be done from time to time: entries whose time has come take their place, sessions
/// run out and their use is written down, what is left of deleted people is overwritten. A thread
/// of its own that only hands work to the database and the io thread.
class Housekeeping {
 public:
  Housekeeping(Site& site, std::chrono::milliseconds every);
  Housekeeping(const Housekeeping&) = delete;
  Housekeeping& operator=(const Housekeeping&) = delete;
  ~Housekeeping();

 private:
  void run(const std::stop_token& stop, std::chrono::milliseconds every);
  /// Whether the clock can be trusted to end sessions: it went on evenly for an hour. A computer
  /// without a clock of its own starts in another year and is put right later.
  bool clock_is_settled();
  void admit_held();
  /// Writes down when sessions were used last.
  void note_use();
  void expire_sessions();
  void sweep_deleted();
  /// Marks those whose deletion could not be written.
  void finish_deletions();
  /// While the last change could not be written: says so once a minute, and tries.
  void watch_disk();
  /// Once an hour.
  void renew_certificate();

  Site& site_;
  /// What the clock said last, and the time without jumps since.
  std::int64_t last_ms_ = 0;
  std::chrono::steady_clock::time_point last_;
  std::chrono::steady_clock::time_point settled_since_;
  std::chrono::steady_clock::time_point told_;
  std::chrono::steady_clock::time_point renewed_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;
};

}  // namespace plumbline::server
