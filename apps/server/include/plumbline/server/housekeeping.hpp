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
  void admit_held();
  void expire_sessions();
  void sweep_deleted();

  Site& site_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;
};

}  // namespace plumbline::server
