// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/process.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <string>
#include <utility>

#include "plumbline/server/log.hpp"

namespace plumbline::server {

SignalWatch::SignalWatch() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  sigaddset(&signals_, SIGUSR1);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

SignalWatch::~SignalWatch() {
  // Wakes the thread where the server has ended by itself.
  if (thread_.joinable()) pthread_kill(thread_.native_handle(), SIGUSR1);
}

void SignalWatch::start(std::function<void()> stop) {
  thread_ = std::jthread([this, stop = std::move(stop)] {
    int number = 0;
    sigwait(&signals_, &number);
    if (number != SIGUSR1) stop();
  });
}

void harden_process(std::int64_t connections) {
  umask(S_IRWXG | S_IRWXO);
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  if (files.rlim_max < static_cast<rlim_t>(connections)) {
    log(LogLevel::Warn, "few_open_files", {{"limit", std::to_string(files.rlim_max)}});
  }
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace plumbline::server
