// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/clock.hpp"

#include <chrono>
#include <ctime>

namespace plumbline::server {

std::int64_t clock_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

LocalDate local_day(std::int64_t at_ms) {
  const std::time_t seconds = at_ms / 1000;
  std::tm local{};
  localtime_r(&seconds, &local);
  return local_date({at_ms, static_cast<std::int32_t>(local.tm_gmtoff / 60)});
}

}  // namespace plumbline::server
