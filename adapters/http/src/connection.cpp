// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "connection.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <cstring>
#include <utility>

#include "answer.hpp"

namespace plumbline::http {

namespace asio = boost::asio;

namespace {

constexpr std::size_t kFirstBuffer = 2048;
constexpr std::size_t kBodyBuffer = 16UL * 1024;
/// Requests answered from memory before other connections get a turn.
constexpr int kMostInARow = 32;
constexpr std::chrono::seconds kLingerTime{2};
constexpr char kTlsHandshake = 0x16;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

iovec piece_of(std::string_view text) { return {const_cast<char*>(text.data()), text.size()}; }

}  // namespace

Connection::Connection(Engine& engine, Socket socket, const asio::ip::address& peer, Caller& caller)
    : engine_(&engine),
      mailbox_(engine.mailbox()),
      channel_(std::in_place, std::move(socket)),
      reply_timer_(engine.context()),
      caller_(&caller),
      asker_(&caller),
      reader_(engine.options()),
      peer_(peer.to_string()),
      from_loopback_(peer.is_loopback()),
      is_proxy_(engine.is_trusted_proxy(peer)) {
  ++caller_->connections;
  add(engine_->tally().connections_open, 1);
  engine_->join(*this);
}

// g++ 12 miscompiles co_await inside of conditions and beside ?: and &&: here each stands alone.

Task<void> Connection::serve() {
  try {
    enter(engine_->tls() ? Phase::Handshake : Phase::Head);
    bool going_on = true;
    if (engine_->tls()) {
      going_on = co_await negotiate();
    }
    while (going_on) {
      going_on = co_await serve_one();
    }
    if (live_events_) {
      become_live();
    }
  } catch (...) {
    engine_->tally().refusal(ErrorCode::Internal);
  }
  finish();
}

// Sockets and timers belong to the io thread; this object itself may be dropped by any thread that
// still holds a reply.
void Connection::finish() {
  ++ticket_;
  channel_.reset();
  reply_timer_.reset();
  --caller_->connections;
  take(engine_->tally().connections_open, 1);
  std::exchange(engine_, nullptr)->leave(*this);
}

Task<bool> Connection::negotiate() {
  std::array<char, 1> first{};
  Step step = channel_->peek(first);
  while (step.must_wait()) {
    const bool ready = co_await channel_->wait(step.then);
    if (!ready) {
      co_return false;
    }
    step = channel_->peek(first);
  }
  if (step.then != Step::Then::Moved) {
    co_return false;
  }
  if (first[0] != kTlsHandshake) {
    must_redirect_ = true;
    enter(Phase::Head);
    co_return true;
  }
  const TlsContext context = engine_->tls();
  if (!channel_->start_tls(context.get())) {
    co_return false;
  }
  step = channel_->handshake();
  while (step.must_wait()) {
    const bool ready = co_await channel_->wait(step.then);
    step = ready ? channel_->handshake() : Step{};
  }
  if (step.then != Step::Then::Moved) {
    add(engine_->tally().tls_failed, 1);
    co_return false;
  }
  enter(Phase::Head);
  co_return true;
}

Task<bool> Connection::serve_one() {
  const bool received = co_await receive();
  if (!received) {
    co_return false;
  }
  dispatch();
  if (awaits_reply_) {
    co_await wait_for_reply();
  }
  if (live_events_ || !response_ || !channel_->socket().is_open()) {
    co_return false;
  }
  const bool answered = co_await answer();
  if (!answered) {
    co_return false;
  }
  if (close_after_) {
    co_await linger();
    co_return false;
  }
  reader_.reset();
  body_lease_.reset();
  enter(Phase::Idle);
  if (++served_in_a_row_ > kMostInARow) {
    served_in_a_row_ = 0;
    co_await asio::post(engine_->context(), kAwait);
  }
  co_return true;
}

Task<bool> Connection::receive() {
  while (true) {
    if (begin_ < end_) {
      begin_ += reader_.feed({buffer_.data() + begin_, end_ - begin_});
      count_body();
      follow_reading();
    }
    const auto state = reader_.state();
    if (state == RequestReader::State::Complete || state == RequestReader::State::Refused) {
      co_return true;
    }
    if (state == RequestReader::State::Body && reader_.wants_continue() && !said_continue_) {
      said_continue_ = true;
      const bool written = co_await write_all(kContinue, {});
      if (!written) {
        co_return false;
      }
      enter(Phase::Body);
    }
    const bool more = co_await receive_more();
    if (!more) {
      co_return false;
    }
  }
}

Task<bool> Connection::receive_more() {
  make_room();
  if (phase_ == Phase::Idle && engine_->stopping()) {
    co_return false;
  }
  Step step = channel_->read({buffer_.data() + end_, buffer_.size() - end_});
  while (step.must_wait()) {
    served_in_a_row_ = 0;
    const bool ready = co_await channel_->wait(step.then);
    if (!ready) {
      co_return false;
    }
    step = channel_->read({buffer_.data() + end_, buffer_.size() - end_});
  }
  end_ += step.bytes;
  add(engine_->tally().bytes_in, step.bytes);
  moved(step.bytes);
  co_return step.then == Step::Then::Moved;
}

void Connection::make_room() {
  if (begin_ == end_) {
    begin_ = end_ = 0;
  }
  if (reader_.state() == RequestReader::State::Body && buffer_.size() < kBodyBuffer) {
    buffer_.resize(kBodyBuffer);
  } else if (!reader_.begun() && begin_ == 0 && end_ == 0 && buffer_.size() != kFirstBuffer) {
    buffer_ = std::vector<char>(kFirstBuffer);
  }
  if (begin_ > 0 && buffer_.size() - end_ < kFirstBuffer / 2) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) {
    // The reader refuses what grows beyond the limit of a header: this ends.
    buffer_.resize(buffer_.size() * 2);
  }
}

void Connection::count_body() {
  const std::size_t bytes = reader_.request().body.capacity();
  if (bytes <= kUncounted || reader_.state() == RequestReader::State::Refused) {
    return;
  }
  if (!body_lease_) {
    body_lease_ = std::make_shared<Lease>(engine_->bodies());
  }
  if (!body_lease_->grow_to(bytes)) {
    reader_.refuse({ErrorCode::Busy, "", "too much is coming in at once; try again in a moment"});
  }
}

// Which time limit holds while a request comes in.
void Connection::follow_reading() {
  if (phase_ == Phase::Idle && reader_.begun()) {
    enter(Phase::Head);
  }
  if (phase_ == Phase::Head && reader_.state() == RequestReader::State::Body) {
    enter(Phase::Body);
  }
}

void Connection::enter(Phase phase) {
  const Limits& limits = engine_->limits();
  phase_ = phase;
  phase_start_ = Clock::now();
  phase_bytes_ = 0;
  switch (phase) {
    case Phase::Handshake:
    case Phase::Head:
      deadline_ = phase_start_ + limits.header_time;
      return;
    case Phase::Idle:
      deadline_ = phase_start_ + limits.idle_time;
      return;
    case Phase::Handling:
      deadline_ = phase_start_ + limits.handler_time;
      return;
    case Phase::Lingering:
      deadline_ = phase_start_ + kLingerTime;
      return;
    case Phase::Body:
    case Phase::Writing:
      deadline_ = phase_start_ + limits.stall_time;
      return;
  }
}

// What moves earns more time, at the least rate, but never more than one stall from now: what the
// system takes in one gulp for a reader that does not read earns nothing for later.
void Connection::moved(std::size_t bytes) {
  if (phase_ == Phase::Body || phase_ == Phase::Writing) {
    phase_bytes_ += bytes;
    const auto earned =
        std::chrono::milliseconds(1000 * phase_bytes_ / engine_->limits().least_rate);
    deadline_ = std::min(phase_start_ + earned, Clock::now()) + engine_->limits().stall_time;
  }
}

Task<void> Connection::wait_for_reply() {
  boost::system::error_code ignored;
  while (awaits_reply_ || awaits_piece_) {
    reply_timer_->expires_at(Clock::time_point::max());
    co_await reply_timer_->async_wait(asio::redirect_error(kAwait, ignored));
  }
}

void Connection::on_sweep(Clock::time_point now) {
  if (now < deadline_) {
    return;
  }
  if (awaits_piece_) {
    cut();
    return;
  }
  if (phase_ == Phase::Handling) {
    settle(ticket_, engine_->refusal({ErrorCode::TooSlow, "", "the answer took too long to make"}));
    close_after_ = true;
    return;
  }
  say_timeout();
  cut();
}

// One attempt: who does not send may not read either.
void Connection::say_timeout() {
  const bool started = (phase_ == Phase::Head && reader_.begun()) || phase_ == Phase::Body;
  if (!started) {
    return;
  }
  const auto response =
      engine_->refusal({ErrorCode::RequestTimeout, "", "the request came too slowly"});
  std::string text;
  const auto body = write_head(response,
                               {.date = engine_->date(),
                                .default_lines = engine_->default_lines(),
                                .is_head_request = false,
                                .accepts_gzip = false,
                                .is_http_1_0 = false,
                                .keep_alive = false},
                               text);
  text += body ? *body : "";
  const std::array<iovec, 1> pieces = {piece_of(text)};
  (void)channel_->write(pieces);
  engine_->tally().answer(response.status);
}

void Connection::on_stop() {
  if (phase_ == Phase::Idle || (phase_ == Phase::Head && !reader_.begun())) {
    cut();
  }
}

void Connection::cut() {
  if (awaits_reply_ || awaits_piece_) {
    awaits_reply_ = false;
    awaits_piece_ = false;
    reply_timer_->cancel();
  }
  channel_->close();
}

void Connection::become_live() {
  channel_->put_back({buffer_.data() + begin_, end_ - begin_});
  open_live_socket(*engine_, {.channel = std::move(*channel_),
                              .handshake = std::move(handshake_),
                              .events = std::move(*live_events_),
                              .caller = caller_});
}

}  // namespace plumbline::http
