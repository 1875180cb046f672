// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "tally.hpp"

#include <algorithm>

namespace plumbline::http {

void Tally::answer(int status) {
  add(answers_[static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1)], 1);
}

void Tally::refusal(ErrorCode code) { add(refused_[static_cast<std::size_t>(code)], 1); }

Counters Tally::snapshot() const {
  Counters counters;
  for (std::size_t i = 0; i < answers_.size(); ++i) {
    counters.answers[i] = answers_[i].load(std::memory_order_relaxed);
  }
  counters.bytes_in = bytes_in.load(std::memory_order_relaxed);
  counters.bytes_out = bytes_out.load(std::memory_order_relaxed);
  counters.connections_made = connections_made.load(std::memory_order_relaxed);
  counters.connections_open = connections_open.load(std::memory_order_relaxed);
  counters.live_made = live_made.load(std::memory_order_relaxed);
  counters.live_open = live_open.load(std::memory_order_relaxed);
  counters.live_dropped = live_dropped.load(std::memory_order_relaxed);
  counters.tls_failed = tls_failed.load(std::memory_order_relaxed);
  for (std::size_t i = 0; i < kCodes; ++i) {
    if (const auto count = refused_[i].load(std::memory_order_relaxed); count > 0) {
      counters.refused[static_cast<ErrorCode>(i)] = count;
    }
  }
  return counters;
}

}  // namespace plumbline::http
