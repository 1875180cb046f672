// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/uio.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "tls_context.hpp"

namespace plumbline::http {

using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
template <class T>
using Task = boost::asio::awaitable<T, Executor>;
constexpr boost::asio::use_awaitable_t<Executor> kAwait;

/// What a step on a socket came to.
struct Step {
  enum class Then : std::uint8_t { Moved, WaitToRead, WaitToWrite, End, Fault };
  Then then = Then::Fault;
  std::size_t bytes = 0;

  bool must_wait() const { return then == Then::WaitToRead || then == Then::WaitToWrite; }
};

/// A connected socket, plain or with TLS. Steps never block: they move what they can, or say what
/// to wait for. OpenSSL works on the socket itself, so that an idle connection holds no buffers.
class Channel {
 public:
  using executor_type = Executor;

  explicit Channel(Socket socket) : socket_(std::move(socket)) {}

  Step read(std::span<char> room);
  /// The next bytes without taking them; on a plain socket only.
  Step peek(std::span<char> room);
  /// At most two pieces; the first is not empty.
  Step write(std::span<const iovec> pieces);

  /// From here on everything is TLS, of which `handshake` comes first.
  bool start_tls(SSL_CTX* context);
  Step handshake();
  bool is_tls() const { return ssl_ != nullptr; }

  /// Waits for what a step asked for. @returns false where the socket was closed meanwhile
  Task<bool> wait(Step::Then what);
  /// Says that nothing more will be written.
  void finish_writing();
  void close();
  /// Bytes that were read too far come first from now on.
  void put_back(std::string bytes) { put_back_ = std::move(bytes); }

  Socket& socket() { return socket_; }
  Executor get_executor() { return socket_.get_executor(); }

 private:
  struct Ending {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
  };
  Step tls_step(int result);
  Step write_tls(std::span<const iovec> pieces);

  Socket socket_;
  std::unique_ptr<SSL, Ending> ssl_;
  std::string put_back_;
};

}  // namespace plumbline::http
