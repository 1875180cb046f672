// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace plumbline::http {

/// Work for the io thread from other threads. Outlives the server: what comes later is dropped.
class Mailbox : public std::enable_shared_from_this<Mailbox> {
 public:
  using Work = std::move_only_function<void()>;

  explicit Mailbox(boost::asio::io_context& context) : context_(&context) {}

  /// Runs the work on the io thread, in order; everything that waits there in one go.
  void put(Work work);
  /// The calling thread becomes the io thread.
  void move_in() { owner_.store(std::this_thread::get_id()); }
  bool on_io_thread() const { return owner_.load() == std::this_thread::get_id(); }
  /// Nothing is taken any more.
  void shut();
  /// Pieces of work that ended with an exception.
  std::uint64_t failed() const { return failed_.load(); }

 private:
  void empty();

  std::mutex mutex_;
  boost::asio::io_context* context_;
  std::vector<Work> waiting_;
  std::atomic<std::thread::id> owner_;
  std::atomic<std::uint64_t> failed_{0};
};

}  // namespace plumbline::http
