// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>

#include "plumbline/http/counters.hpp"

namespace plumbline::http {

/// What is counted while it goes on; written on the io thread, read from any.
class Tally {
 public:
  using Number = std::atomic<std::uint64_t>;

  Number bytes_in{0}, bytes_out{0}, connections_made{0}, connections_open{0};
  Number live_made{0}, live_open{0}, live_dropped{0}, tls_failed{0};

  void answer(int status);
  void refusal(ErrorCode code);
  Counters snapshot() const;

 private:
  static constexpr std::size_t kCodes = 256;
  std::array<Number, 5> answers_{};
  std::array<Number, kCodes> refused_{};
};

/// One writer at a time, so that an addition needs no lock.
inline void add(Tally::Number& number, std::uint64_t amount) {
  number.store(number.load(std::memory_order_relaxed) + amount, std::memory_order_relaxed);
}
inline void take(Tally::Number& number, std::uint64_t amount) {
  number.store(number.load(std::memory_order_relaxed) - amount, std::memory_order_relaxed);
}

}  // namespace plumbline::http
