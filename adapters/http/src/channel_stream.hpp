// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/system/error_code.hpp>
#include <utility>

#include "channel.hpp"

namespace plumbline::http {

/// A Channel as the asynchronous stream that Beast's WebSocket works on. Holds what a stream must
/// have and nothing else.
class ChannelStream {
 public:
  using executor_type = Executor;
  using ErrorCode = boost::system::error_code;

  explicit ChannelStream(Channel channel) : channel_(std::move(channel)) {}
  executor_type get_executor() { return channel_.get_executor(); }
  Channel& channel() { return channel_; }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return start<Reading>(first_of(buffers), std::forward<Token>(token));
  }
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return start<Writing>(first_of(buffers), std::forward<Token>(token));
  }

 private:
  struct Piece {
    char* data;
    std::size_t size;
  };
  struct Reading {
    static Step go(Channel& channel, Piece piece) { return channel.read({piece.data, piece.size}); }
  };
  struct Writing {
    static Step go(Channel& channel, Piece piece) {
      const iovec whole{piece.data, piece.size};
      return channel.write({&whole, 1});
    }
  };

  /// Tries, waits and tries again; never completes inside of the call that started it.
  template <class Direction>
  struct Operation {
    ChannelStream* stream;
    Piece piece;
    bool started = false;
    Step done{};

    template <class Self>
    void operator()(Self& self, ErrorCode code = {}) {
      if (done.then == Step::Then::Moved) {
        self.complete({}, done.bytes);
        return;
      }
      if (started && (code || !stream->channel_.socket().is_open())) {
        self.complete(code ? code : make_error_code(boost::asio::error::operation_aborted), 0);
        return;
      }
      const Step step =
          piece.size == 0 ? Step{Step::Then::Moved, 0} : Direction::go(stream->channel_, piece);
      if (step.must_wait()) {
        started = true;
        const auto kind =
            step.then == Step::Then::WaitToRead ? Socket::wait_read : Socket::wait_write;
        stream->channel_.socket().async_wait(kind, std::move(self));
      } else if (started) {
        finish(self, step);
      } else {
        started = true;
        // Kept for after the hop; an end or fault is found again then.
        done = step.then == Step::Then::Moved ? step : Step{};
        boost::asio::post(stream->get_executor(), std::move(self));
      }
    }

    template <class Self>
    void finish(Self& self, Step step) {
      if (step.then == Step::Then::Moved) {
        self.complete({}, step.bytes);
      } else if (step.then == Step::Then::End) {
        self.complete(make_error_code(boost::asio::error::eof), 0);
      } else {
        self.complete(make_error_code(boost::asio::error::connection_reset), 0);
      }
    }
  };

  template <class Buffers>
  static Piece first_of(const Buffers& buffers) {
    for (auto at = boost::asio::buffer_sequence_begin(buffers);
         at != boost::asio::buffer_sequence_end(buffers); ++at) {
      const boost::asio::const_buffer buffer(*at);
      if (buffer.size() > 0) {
        return {static_cast<char*>(const_cast<void*>(buffer.data())), buffer.size()};
      }
    }
    return {nullptr, 0};
  }

  template <class Direction, class Token>
  auto start(Piece piece, Token&& token) {
    return boost::asio::async_compose<Token, void(ErrorCode, std::size_t)>(
        Operation<Direction>{this, piece}, token, channel_.socket());
  }

  Channel channel_;
};

/// Called by Beast where a live socket timed out.
inline void beast_close_socket(ChannelStream& stream) { stream.channel().close(); }

/// Called by Beast after the closing handshake; we close ourselves.
template <class Handler>
void async_teardown(boost::beast::role_type /*role*/, ChannelStream& stream, Handler&& handler) {
  stream.channel().finish_writing();
  boost::asio::post(stream.get_executor(), [handler = std::forward<Handler>(handler)]() mutable {
    handler(boost::system::error_code{});
  });
}

}  // namespace plumbline::http
