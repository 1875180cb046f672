// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/http/rate_limit.hpp"

#include <algorithm>
#include <cmath>

namespace plumbline::http {

// A bucket holds what was spent and not yet refilled, so that one made of zeros is full.
double TokenBucket::tokens_at(const Rate& rate, Time now) const {
  const double seconds = std::max(0.0, std::chrono::duration<double>(now - at_).count());
  return rate.burst - std::max(0.0, spent_ - seconds * rate.per_second);
}

bool TokenBucket::take(const Rate& rate, Time now, double cost) {
  const double tokens = tokens_at(rate, now);
  if (tokens < cost) {
    return false;
  }
  spent_ = rate.burst - tokens + cost;
  at_ = std::max(at_, now);
  return true;
}

std::chrono::milliseconds TokenBucket::wait(const Rate& rate, Time now, double cost) const {
  const double lacking = cost - tokens_at(rate, now);
  if (lacking <= 0) {
    return std::chrono::milliseconds(0);
  }
  constexpr double kLongest = 3.6e6;
  const double wait = rate.per_second > 0 ? 1000.0 * lacking / rate.per_second : kLongest;
  return std::chrono::milliseconds(static_cast<long>(std::ceil(std::min(wait, kLongest))));
}

bool TokenBucket::is_full(const Rate& rate, Time now) const {
  return tokens_at(rate, now) >= rate.burst;
}

bool RateLimiter::allow(std::string_view name, TokenBucket::Time now) {
  auto found = buckets_.find(name);
  if (found == buckets_.end()) {
    if (buckets_.size() >= most_) {
      forget_full(now);
    }
    if (buckets_.size() >= most_) {
      return false;
    }
    found = buckets_.try_emplace(std::string(name)).first;
  }
  return found->second.take(rate_, now);
}

std::chrono::milliseconds RateLimiter::wait(std::string_view name, TokenBucket::Time now) const {
  const auto found = buckets_.find(name);
  return found == buckets_.end() ? std::chrono::milliseconds(0) : found->second.wait(rate_, now);
}

void RateLimiter::forgive(std::string_view name) {
  if (const auto found = buckets_.find(name); found != buckets_.end()) {
    buckets_.erase(found);
  }
}

void RateLimiter::forget_full(TokenBucket::Time now) {
  std::erase_if(buckets_, [&](const auto& entry) { return entry.second.is_full(rate_, now); });
}

}  // namespace plumbline::http
