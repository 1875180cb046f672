// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "plumbline/http/request.hpp"
#include "plumbline/http/response.hpp"

namespace plumbline::http {

/// Where a Reply delivers to. Implemented by the server's connections, and by tests of handlers.
class ReplyTarget {
 public:
  ReplyTarget() = default;
  ReplyTarget(const ReplyTarget&) = delete;
  ReplyTarget& operator=(const ReplyTarget&) = delete;
  virtual ~ReplyTarget() = default;
  /// Called at most once for a ticket, from any thread.
  virtual void deliver(std::uint64_t ticket, Response response) = 0;
};

/// The right to answer one request, once, from any thread; at once or later. Dropped without an
/// answer it sends 500. An answer after the connection or its time has gone does nothing.
class Reply {
 public:
  Reply() = default;
  /// @param held  lives until the answer is given: what the request takes up is counted so long
  Reply(std::shared_ptr<ReplyTarget> target, std::uint64_t ticket,
        std::shared_ptr<void> held = nullptr);
  Reply(const Reply&) = delete;
  Reply& operator=(const Reply&) = delete;
  Reply(Reply&& other) noexcept;
  Reply& operator=(Reply&& other) noexcept;
  ~Reply();

  void operator()(Response response);
  explicit operator bool() const { return target_ != nullptr; }

 private:
  std::shared_ptr<ReplyTarget> target_;
  std::uint64_t ticket_ = 0;
  std::shared_ptr<void> held_;
};

/// What a live socket's owner can do, from any thread. Implemented by the server.
class LiveChannel {
 public:
  LiveChannel() = default;
  LiveChannel(const LiveChannel&) = delete;
  LiveChannel& operator=(const LiveChannel&) = delete;
  virtual ~LiveChannel() = default;
  virtual void send(SharedText text) = 0;
  virtual void close(std::uint16_t code, std::string reason) = 0;
  virtual bool is_open() const = 0;
};

/// A handle to one open WebSocket; copies name the same socket. It does not keep the socket open.
class LiveSink {
 public:
  LiveSink() = default;
  explicit LiveSink(std::weak_ptr<LiveChannel> channel) : channel_(std::move(channel)) {}

  /// Queues a text message. A reader that lets more wait than the limits allow is disconnected.
  /// @returns false once the socket is closed: forget the sink then
  bool send(const SharedText& text) const;
  /// Closes with a code of RFC 6455 (1000 to 4999) and up to 123 bytes of reason.
  void close(std::uint16_t code, std::string reason) const;
  bool is_open() const;

 private:
  std::weak_ptr<LiveChannel> channel_;
};

/// What a live socket tells its owner; both are called on the io thread and must not block.
struct LiveEvents {
  /// The socket is open: from now on `send` works.
  std::function<void(LiveSink)> opened;
  /// A text message came in (at most `Limits::live_message` bytes).
  std::function<void(std::string_view)> message;
  /// The socket has gone, for whatever reason. Called once, only after `opened`.
  std::function<void()> closed;
};

/// Where a LiveReply delivers to.
class LiveTarget {
 public:
  LiveTarget() = default;
  LiveTarget(const LiveTarget&) = delete;
  LiveTarget& operator=(const LiveTarget&) = delete;
  virtual ~LiveTarget() = default;
  virtual void accept_live(std::uint64_t ticket, LiveEvents events) = 0;
  virtual void refuse_live(std::uint64_t ticket, Response response) = 0;
};

/// The right to accept or refuse one WebSocket, once, from any thread. Dropped it refuses with 500.
class LiveReply {
 public:
  LiveReply() = default;
  LiveReply(std::shared_ptr<LiveTarget> target, std::uint64_t ticket);
  LiveReply(const LiveReply&) = delete;
  LiveReply& operator=(const LiveReply&) = delete;
  LiveReply(LiveReply&& other) noexcept;
  LiveReply& operator=(LiveReply&& other) noexcept;
  ~LiveReply();

  void accept(LiveEvents events);
  void refuse(Response response);
  explicit operator bool() const { return target_ != nullptr; }

 private:
  std::shared_ptr<LiveTarget> target_;
  std::uint64_t ticket_ = 0;
};

/// What a server serves. Both are called on the io thread and must not block: answer at once from
/// memory, or pass request and reply on to another thread. An exception out of them is answered
/// 500.
class Handler {
 public:
  Handler() = default;
  Handler(const Handler&) = delete;
  Handler& operator=(const Handler&) = delete;
  virtual ~Handler() = default;
  virtual void handle(Request request, Reply reply) = 0;
  /// A WebSocket handshake, whose Origin was checked.
  virtual void open_live(Request request, LiveReply reply) = 0;
};

}  // namespace plumbline::http
