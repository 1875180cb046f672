// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "address_book.hpp"
#include "budget.hpp"
#include "channel.hpp"
#include "mailbox.hpp"
#include "plumbline/http/handler.hpp"
#include "plumbline/http/server_options.hpp"
#include "tally.hpp"

namespace plumbline::http {

using Clock = std::chrono::steady_clock;
using Timer = boost::asio::basic_waitable_timer<Clock, boost::asio::wait_traits<Clock>, Executor>;

/// Something with a socket that the engine watches over. Called on the io thread; nobody leaves the
/// engine's set while being called.
class Watched {
 public:
  Watched() = default;
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;
  virtual ~Watched() = default;
  virtual void on_sweep(Clock::time_point now) = 0;
  /// The server is stopping: end what is idle, finish what runs.
  virtual void on_stop() = 0;
  /// End now.
  virtual void cut() = 0;
};

/// What all connections of a server share. All on the io thread but where said otherwise.
class Engine {
 public:
  Engine(ServerOptions options, Handler& handler);
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  ~Engine();

  Result<void> start();
  void run();
  std::uint16_t port() const { return port_; }

  /// Also from other threads.
  void stop();
  Result<void> reload_tls();
  const std::shared_ptr<Mailbox>& mailbox() const { return mailbox_; }
  Tally& tally() { return tally_; }

  const ServerOptions& options() const { return options_; }
  const Limits& limits() const { return options_.limits; }
  Handler& handler() { return handler_; }
  const TlsContext& tls() const { return tls_; }
  boost::asio::io_context& context() { return context_; }
  bool stopping() const { return stopping_; }
  std::string_view date();
  const std::vector<std::pair<std::string, std::string>>& default_lines() const {
    return default_lines_;
  }
  /// The answer to a request that is refused; counted.
  Response refusal(const Error& error);

  const std::shared_ptr<Budget>& bodies() const { return bodies_; }
  const std::shared_ptr<Budget>& answers() const { return answers_; }
  bool is_trusted_proxy(const boost::asio::ip::address& address) const;
  /// Who is behind an address, also without a connection of their own.
  Caller& caller(const boost::asio::ip::address& address) { return addresses_.at(address); }

  void join(Watched& watched) { watched_.insert(&watched); }
  void leave(Watched& watched);

 private:
  using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;

  Result<void> listen();
  Task<void> accept_all();
  void admit(Socket socket, const boost::asio::ip::address& peer);
  Task<void> sweep_all();
  void begin_stop();
  void end_if_empty();

  ServerOptions options_;
  Handler& handler_;
  Tally tally_;
  boost::asio::io_context context_{1};
  std::shared_ptr<Mailbox> mailbox_;
  Acceptor acceptor_;
  Timer sweep_timer_;
  Timer accept_timer_;
  TlsContext tls_;
  const std::shared_ptr<Budget> bodies_;
  const std::shared_ptr<Budget> answers_;
  std::vector<boost::asio::ip::address> trusted_proxies_;
  AddressBook addresses_;
  std::unordered_set<Watched*> watched_;
  std::vector<std::pair<std::string, std::string>> default_lines_;
  std::uint16_t port_ = 0;
  bool stopping_ = false;
  Clock::time_point cut_at_{};
  std::int64_t date_second_ = -1;
  std::string date_;
};

}  // namespace plumbline::http
