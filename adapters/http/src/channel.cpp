// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "channel.hpp"

#include <openssl/err.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/redirect_error.hpp>
#include <cerrno>
#include <cstring>

namespace plumbline::http {

namespace {

Step plain_step(ssize_t result, Step::Then blocked) {
  if (result > 0) {
    return {Step::Then::Moved, static_cast<std::size_t>(result)};
  }
  if (result == 0) {
    return {Step::Then::End, 0};
  }
  const bool again = errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
  return {again ? blocked : Step::Then::Fault, 0};
}

/// Of a TLS record: what goes out in one piece, head and body together.
constexpr std::size_t kRecord = 16UL * 1024;

}  // namespace

Step Channel::read(std::span<char> room) {
  if (!put_back_.empty()) {
    const auto taken = std::min(room.size(), put_back_.size());
    std::memcpy(room.data(), put_back_.data(), taken);
    put_back_.erase(0, taken);
    return {Step::Then::Moved, taken};
  }
  if (!ssl_) {
    return plain_step(::recv(socket_.native_handle(), room.data(), room.size(), 0),
                      Step::Then::WaitToRead);
  }
  ERR_clear_error();
  const auto most = static_cast<int>(std::min<std::size_t>(room.size(), 1UL << 30U));
  return tls_step(SSL_read(ssl_.get(), room.data(), most));
}

Step Channel::peek(std::span<char> room) {
  return plain_step(::recv(socket_.native_handle(), room.data(), room.size(), MSG_PEEK),
                    Step::Then::WaitToRead);
}

Step Channel::write(std::span<const iovec> pieces) {
  if (ssl_) {
    return write_tls(pieces);
  }
  msghdr message{};
  message.msg_iov = const_cast<iovec*>(pieces.data());
  message.msg_iovlen = pieces.size();
  return plain_step(::sendmsg(socket_.native_handle(), &message, MSG_NOSIGNAL),
                    Step::Then::WaitToWrite);
}

Step Channel::write_tls(std::span<const iovec> pieces) {
  static thread_local std::array<char, kRecord> record;
  std::size_t filled = 0;
  for (const auto& piece : pieces) {
    const auto taken = std::min(piece.iov_len, record.size() - filled);
    if (taken > 0) {
      std::memcpy(record.data() + filled, piece.iov_base, taken);
    }
    filled += taken;
  }
  ERR_clear_error();
  return tls_step(SSL_write(ssl_.get(), record.data(), static_cast<int>(filled)));
}

Step Channel::tls_step(int result) {
  if (result > 0) {
    return {Step::Then::Moved, static_cast<std::size_t>(result)};
  }
  switch (SSL_get_error(ssl_.get(), result)) {
    case SSL_ERROR_WANT_READ:
      return {Step::Then::WaitToRead, 0};
    case SSL_ERROR_WANT_WRITE:
      return {Step::Then::WaitToWrite, 0};
    case SSL_ERROR_ZERO_RETURN:
      return {Step::Then::End, 0};
    default:
      ERR_clear_error();
      return {Step::Then::Fault, 0};
  }
}

bool Channel::start_tls(SSL_CTX* context) {
  ssl_.reset(SSL_new(context));
  return ssl_ && SSL_set_fd(ssl_.get(), socket_.native_handle()) == 1;
}

Step Channel::handshake() {
  ERR_clear_error();
  return tls_step(SSL_accept(ssl_.get()));
}

Task<bool> Channel::wait(Step::Then what) {
  boost::system::error_code code;
  const auto kind = what == Step::Then::WaitToWrite ? Socket::wait_write : Socket::wait_read;
  co_await socket_.async_wait(kind, boost::asio::redirect_error(kAwait, code));
  co_return !code && socket_.is_open();
}

void Channel::finish_writing() {
  if (ssl_ && SSL_is_init_finished(ssl_.get()) == 1) {
    ERR_clear_error();
    SSL_shutdown(ssl_.get());
    ERR_clear_error();
  }
  boost::system::error_code ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
}

void Channel::close() {
  boost::system::error_code ignored;
  socket_.close(ignored);
}

}  // namespace plumbline::http
