// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>

#include "plumbline/foundation/error.hpp"

namespace plumbline::http {

/// What a server has counted since it was made; a snapshot.
struct Counters {
  /// Answers by class: [0] is 1xx, [4] is 5xx.
  std::array<std::uint64_t, 5> answers{};
  std::uint64_t bytes_in = 0;
  std::uint64_t bytes_out = 0;
  std::uint64_t connections_made = 0;
  std::uint64_t connections_open = 0;
  std::uint64_t live_made = 0;
  std::uint64_t live_open = 0;
  /// Live sockets that were dropped because they did not read.
  std::uint64_t live_dropped = 0;
  std::uint64_t tls_failed = 0;
  /// Requests and connections that the server itself refused, by reason; reasons that never
  /// happened are left out.
  std::map<ErrorCode, std::uint64_t> refused;
};

}  // namespace plumbline::http
