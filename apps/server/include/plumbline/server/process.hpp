// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>
#include <cstdint>
#include <functional>
#include <thread>

namespace plumbline::server {

/// SIGINT and SIGTERM end the server; they are blocked in every thread and waited for in one.
class SignalWatch {
 public:
  SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;
  ~SignalWatch();
  void start(std::function<void()> stop);

 private:
  sigset_t signals_{};
  std::jthread thread_;
};

/// As many open files as this user may have, no core files and no reading by other programs of this
/// user: the memory holds keys.
/// @param connections  how many files the settings ask for; fewer are told in the log
void harden_process(std::int64_t connections);

}  // namespace plumbline::server
