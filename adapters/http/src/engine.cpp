// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/redirect_error.hpp>
#include <csignal>
#include <ctime>
#include <string_view>

#include "answer.hpp"
#include "connection.hpp"

namespace plumbline::http {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr int kBacklog = 1024;
/// @source engineering choice: descriptors come back as connections end
constexpr std::chrono::milliseconds kAcceptPause{100};
/// Callers that are remembered before those who left are looked for.
constexpr std::size_t kManyCallers = 10'000;
constexpr std::string_view kFull =
    "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 10\r\n"
    "Content-Length: 0\r\n\r\n";

asio::ip::address plain_address(const asio::ip::address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
  }
  return address;
}

std::vector<std::pair<std::string, std::string>> split_lines(std::string_view lines) {
  std::vector<std::pair<std::string, std::string>> split;
  while (!lines.empty()) {
    const auto end = lines.find("\r\n") + 2;
    split.emplace_back(lines.substr(0, lines.find(':')), lines.substr(0, end));
    lines.remove_prefix(end);
  }
  return split;
}

}  // namespace

Engine::Engine(ServerOptions options, Handler& handler)
    : options_(std::move(options)),
      handler_(handler),
      mailbox_(std::make_shared<Mailbox>(context_)),
      acceptor_(context_),
      sweep_timer_(context_),
      accept_timer_(context_),
      bodies_(std::make_shared<Budget>(options_.limits.bodies)),
      answers_(std::make_shared<Budget>(options_.limits.answers)),
      default_lines_(split_lines(options_.default_headers.text())) {}

Engine::~Engine() { mailbox_->shut(); }

Result<void> Engine::start() {
  // A peer that has gone is an error of one write, not the end of the process: OpenSSL writes
  // without MSG_NOSIGNAL.
  std::signal(SIGPIPE, SIG_IGN);
  if (options_.tls) {
    auto context = make_tls_context(*options_.tls);
    if (!context) {
      return std::unexpected(context.error());
    }
    tls_ = std::move(*context);
  }
  for (const std::string& text : options_.trusted_proxies) {
    error_code code;
    trusted_proxies_.push_back(asio::ip::make_address(text, code));
    if (code) {
      return fail(ErrorCode::OutOfRange, text, "expected the IP address of a proxy");
    }
  }
  if (auto listening = listen(); !listening) {
    return listening;
  }
  asio::co_spawn(context_, accept_all(), asio::detached);
  asio::co_spawn(context_, sweep_all(), asio::detached);
  return {};
}

Result<void> Engine::listen() {
  error_code code;
  const auto address = asio::ip::make_address(options_.address, code);
  if (code) {
    return fail(ErrorCode::CannotListen, options_.address, "expected an IP address");
  }
  const asio::ip::tcp::endpoint endpoint(address, options_.port);
  const auto attempt = [&](auto&& step) {
    if (!code) {
      step();
    }
  };
  attempt([&] { acceptor_.open(endpoint.protocol(), code); });
  attempt([&] { acceptor_.set_option(Acceptor::reuse_address(true), code); });
  attempt([&] {
    if (address.is_v6()) {
      acceptor_.set_option(asio::ip::v6_only(false), code);
    }
  });
  attempt([&] { acceptor_.bind(endpoint, code); });
  attempt([&] { acceptor_.listen(kBacklog, code); });
  attempt([&] { port_ = acceptor_.local_endpoint(code).port(); });
  if (code) {
    return fail(ErrorCode::CannotListen,
                options_.address + " port " + std::to_string(options_.port), code.message());
  }
  return {};
}

void Engine::run() {
  mailbox_->move_in();
  context_.run();
  mailbox_->shut();
}

Task<void> Engine::accept_all() {
  while (acceptor_.is_open()) {
    error_code code;
    Socket socket(context_);
    asio::ip::tcp::endpoint peer;
    co_await acceptor_.async_accept(socket, peer, asio::redirect_error(kAwait, code));
    if (!code) {
      admit(std::move(socket), plain_address(peer.address()));
    } else if (acceptor_.is_open() && code != asio::error::connection_aborted) {
      accept_timer_.expires_after(kAcceptPause);
      co_await accept_timer_.async_wait(asio::redirect_error(kAwait, code));
    }
  }
}

void Engine::admit(Socket socket, const asio::ip::address& peer) {
  add(tally_.connections_made, 1);
  Caller& caller = addresses_.at(peer);
  error_code code;
  socket.set_option(asio::ip::tcp::no_delay(true), code);
  socket.native_non_blocking(true, code);
  const bool full =
      watched_.size() >= limits().connections ||
      (caller.connections >= limits().connections_per_address && !is_trusted_proxy(peer));
  if (full || code) {
    tally_.refusal(ErrorCode::TooManyConnections);
    if (!tls_ && !code) {
      (void)::send(socket.native_handle(), kFull.data(), kFull.size(), MSG_NOSIGNAL);
    }
    return;
  }
  auto connection = std::make_shared<Connection>(*this, std::move(socket), peer, caller);
  asio::co_spawn(context_, [connection]() { return connection->serve(); }, asio::detached);
}

Task<void> Engine::sweep_all() {
  while (!stopping_ || !watched_.empty()) {
    sweep_timer_.expires_after(limits().sweep);
    error_code ignored;
    co_await sweep_timer_.async_wait(asio::redirect_error(kAwait, ignored));
    const auto now = Clock::now();
    for (auto* watched : watched_) {
      if (stopping_ && now >= cut_at_) {
        watched->cut();
      } else {
        watched->on_sweep(now);
      }
    }
    if (addresses_.size() > kManyCallers) {
      addresses_.forget_absent(limits().rate.value_or(Rate{}), now);
    }
  }
}

void Engine::stop() {
  mailbox_->put([this] { begin_stop(); });
}

void Engine::begin_stop() {
  if (stopping_) {
    return;
  }
  stopping_ = true;
  cut_at_ = Clock::now() + limits().stop_time;
  error_code ignored;
  acceptor_.close(ignored);
  accept_timer_.cancel();
  for (auto* watched : watched_) {
    watched->on_stop();
  }
  end_if_empty();
}

void Engine::end_if_empty() {
  if (stopping_ && watched_.empty()) {
    sweep_timer_.cancel();
  }
}

void Engine::leave(Watched& watched) {
  watched_.erase(&watched);
  end_if_empty();
}

bool Engine::is_trusted_proxy(const asio::ip::address& address) const {
  return std::ranges::find(trusted_proxies_, address) != trusted_proxies_.end();
}

Result<void> Engine::reload_tls() {
  if (!options_.tls) {
    return {};
  }
  auto context = make_tls_context(*options_.tls);
  if (!context) {
    return std::unexpected(context.error());
  }
  mailbox_->put([this, fresh = std::move(*context)] { tls_ = fresh; });
  return {};
}

std::string_view Engine::date() {
  const auto second = static_cast<std::int64_t>(std::time(nullptr));
  if (second != date_second_) {
    date_second_ = second;
    date_ = http_date(second);
  }
  return date_;
}

Response Engine::refusal(const Error& error) {
  tally_.refusal(error.code);
  Response response = options_.problem
                          ? options_.problem(error)
                          : make_response(0, "text/plain; charset=utf-8", describe(error) + "\n");
  response.status = http_status(error.code);
  if (error.code == ErrorCode::Busy && !response.headers.find("Retry-After")) {
    response.headers.add("Retry-After", "5");
  }
  return response;
}

}  // namespace plumbline::http
