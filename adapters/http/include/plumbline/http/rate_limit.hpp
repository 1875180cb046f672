// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace plumbline::http {

/// What a token bucket refills a second and holds at most.
struct Rate {
  double per_second = 0;
  double burst = 0;
};

/// One token bucket; full at first. Time only moves forward.
class TokenBucket {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// Takes `cost` tokens if they are there.
  bool take(const Rate& rate, Time now, double cost = 1);
  /// Time until `cost` tokens will be there; zero if they are.
  std::chrono::milliseconds wait(const Rate& rate, Time now, double cost = 1) const;
  /// Nothing was taken lately: forgetting the bucket changes nothing.
  bool is_full(const Rate& rate, Time now) const;

 private:
  double tokens_at(const Rate& rate, Time now) const;

  double spent_ = 0;
  Time at_{};
};

/// Token buckets by name (an account, an address, a first-run token). Holds at most `most` names:
/// full buckets are forgotten first; if all are in use, strangers are refused. Not thread-safe.
class RateLimiter {
 public:
  explicit RateLimiter(Rate rate, std::size_t most = 10'000) : rate_(rate), most_(most) {}

  /// Whether `name` may do one more thing now.
  bool allow(std::string_view name, TokenBucket::Time now);
  /// How long `name` should wait before the next thing; for Retry-After.
  std::chrono::milliseconds wait(std::string_view name, TokenBucket::Time now) const;
  /// Gives everything back, after a success that shows who it is.
  void forgive(std::string_view name);
  std::size_t size() const { return buckets_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  void forget_full(TokenBucket::Time now);

  Rate rate_;
  std::size_t most_;
  std::unordered_map<std::string, TokenBucket, Hash, std::equal_to<>> buckets_;
};

}  // namespace plumbline::http
