// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

namespace plumbline::http {

/// Bytes that many share. May be used from any thread.
class Budget {
 public:
  explicit Budget(std::size_t most) : most_(most) {}
  /// @returns false, and takes nothing, where there is no room
  bool take(std::size_t bytes) {
    std::size_t used = used_.load();
    while (bytes <= most_ && used <= most_ - bytes) {
      if (used_.compare_exchange_weak(used, used + bytes)) return true;
    }
    return false;
  }
  void give_back(std::size_t bytes) { used_ -= bytes; }
  std::size_t used() const { return used_; }

 private:
  const std::size_t most_;
  std::atomic<std::size_t> used_ = 0;
};

/// Somebody's part of a budget, given back when it goes.
class Lease {
 public:
  explicit Lease(std::shared_ptr<Budget> budget) : budget_(std::move(budget)) {}
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  ~Lease() { budget_->give_back(bytes_); }
  /// @returns false, and stays as it is, where there is no room
  bool grow_to(std::size_t bytes) {
    if (bytes <= bytes_) return true;
    if (!budget_->take(bytes - bytes_)) return false;
    bytes_ = bytes;
    return true;
  }

 private:
  std::shared_ptr<Budget> budget_;
  std::size_t bytes_ = 0;
};

/// @source engineering choice: smaller ones are bounded by the number of connections
inline constexpr std::size_t kUncounted = 64UL * 1024;

}  // namespace plumbline::http
