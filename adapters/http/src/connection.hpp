// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine.hpp"
#include "live_socket.hpp"
#include "request_reader.hpp"

namespace plumbline::http {

/// One client connection: reads a request, has it answered, writes the answer, and again. Lives on
/// the io thread; other threads only reach `deliver`, `accept_live` and `refuse_live`.
class Connection final : public Watched,
                         public ReplyTarget,
                         public LiveTarget,
                         public PieceTarget,
                         public std::enable_shared_from_this<Connection> {
 public:
  Connection(Engine& engine, Socket socket, const boost::asio::ip::address& peer, Caller& caller);

  /// The whole life of the connection.
  Task<void> serve();

  void deliver(std::uint64_t ticket, Response response) override;
  void accept_live(std::uint64_t ticket, LiveEvents events) override;
  void refuse_live(std::uint64_t ticket, Response response) override;
  void deliver_piece(std::uint64_t ticket, Piece piece) override;

  void on_sweep(Clock::time_point now) override;
  void on_stop() override;
  void cut() override;

 private:
  enum class Phase : std::uint8_t { Handshake, Idle, Head, Body, Handling, Writing, Lingering };

  Task<bool> negotiate();
  Task<bool> serve_one();
  /// Reads until a request is complete or refused; false where the connection has ended.
  Task<bool> receive();
  Task<bool> receive_more();
  Task<bool> answer();
  /// Sends a body piece by piece.
  Task<bool> answer_in_pieces(std::shared_ptr<BodySource> source);
  Task<bool> write_all(std::string_view head, std::string_view body);
  Task<void> linger();
  Task<void> wait_for_reply();

  void enter(Phase phase);
  void follow_reading();
  /// Counts what the body takes up; refuses the request where there is no room for it.
  void count_body();
  /// Sets aside what the answer takes up; makes it a refusal where there is no room for it.
  void count_answer();
  /// Who asks, where a proxy that is believed says so.
  void follow_forwarded(Request& request);
  void moved(std::size_t bytes);
  void make_room();
  void dispatch();
  std::optional<Error> find_fault(const Request& request);
  void hand_over(Request request);
  void hand_over_live(Request request);
  Response redirect(const Request& request) const;
  void settle(std::uint64_t ticket, Response response);
  void settle_piece(std::uint64_t ticket, Piece piece);
  void settle_live(std::uint64_t ticket, LiveEvents events);
  bool is_current(std::uint64_t ticket) const;
  void refuse(const Error& error);
  void say_timeout();
  void finish();
  void become_live();

  Engine* engine_;
  std::shared_ptr<Mailbox> mailbox_;
  std::optional<Channel> channel_;
  std::optional<Timer> reply_timer_;
  Caller* caller_;
  /// Whom the present request counts for: `caller_`, but behind a proxy.
  Caller* asker_;
  RequestReader reader_;
  std::string peer_;
  bool from_loopback_;
  bool is_proxy_;

  Phase phase_ = Phase::Head;
  Clock::time_point phase_start_;
  Clock::time_point deadline_;
  std::size_t phase_bytes_ = 0;

  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;

  std::string head_;
  std::uint64_t ticket_ = 0;
  bool awaits_reply_ = false;
  bool said_continue_ = false;
  bool must_redirect_ = false;
  bool close_after_ = false;
  bool is_head_request_ = false;
  bool accepts_gzip_ = false;
  int served_in_a_row_ = 0;
  std::optional<Response> response_;
  std::optional<Piece> piece_;
  bool awaits_piece_ = false;
  std::shared_ptr<Lease> body_lease_;
  std::shared_ptr<Lease> answer_lease_;
  std::optional<LiveEvents> live_events_;
  Headers handshake_;
};

}  // namespace plumbline::http
