// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "live_socket.hpp"

#include <atomic>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <utility>

#include "channel_stream.hpp"

namespace plumbline::http {

namespace {

namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using BeastError = beast::error_code;
/// Without compression of messages: it would cost every socket its own window.
using Stream = websocket::stream<ChannelStream, false>;
using Handshake = beast::http::request<beast::http::empty_body>;

/// @source engineering choice: a client has hardly anything to say here
constexpr Rate kMessages{.per_second = 10, .burst = 50};
constexpr std::size_t kMostReason = 123;

Handshake make_handshake(const Headers& headers) {
  Handshake handshake{beast::http::verb::get, "/", 11};
  for (const char* name :
       {"Host", "Connection", "Upgrade", "Sec-WebSocket-Key", "Sec-WebSocket-Version"}) {
    if (const auto value = headers.find(name)) {
      handshake.insert(name, beast::string_view(value->data(), value->size()));
    }
  }
  return handshake;
}

class LiveSocket final : public Watched,
                         public LiveChannel,
                         public std::enable_shared_from_this<LiveSocket> {
 public:
  LiveSocket(Engine& engine, LiveStart start)
      : engine_(&engine),
        mailbox_(engine.mailbox()),
        stream_(std::in_place, ChannelStream(std::move(start.channel))),
        handshake_(std::make_unique<Handshake>(make_handshake(start.handshake))),
        events_(std::move(start.events)),
        caller_(start.caller) {
    ++caller_->live;
    add(engine_->tally().live_made, 1);
    add(engine_->tally().live_open, 1);
    engine_->join(*this);
  }

  void begin();

  void send(SharedText text) override;
  void close(std::uint16_t code, std::string reason) override;
  bool is_open() const override { return open_.load(); }

  void on_sweep(Clock::time_point now) override;
  void on_stop() override { close_now(websocket::close_code::going_away, "the server stops"); }
  void cut() override { stream_->next_layer().channel().close(); }

 private:
  /// Calls the owner, whose exceptions end this socket and nothing else.
  template <class Call>
  void tell(Call call) {
    try {
      call();
    } catch (...) {
      engine_->tally().refusal(ErrorCode::Internal);
      close_now(websocket::close_code::internal_error, "the server made a mistake");
    }
  }
  void on_accepted(BeastError code);
  void read();
  void on_read(BeastError code);
  void enqueue(SharedText text);
  void write();
  void on_written(BeastError code);
  void close_now(std::uint16_t code, std::string_view reason);
  void start_closing();
  /// Counts an operation off; after the last one of a socket that has ended, all is given back.
  void operation_done();
  void end();

  Engine* engine_;
  std::shared_ptr<Mailbox> mailbox_;
  std::optional<Stream> stream_;
  std::unique_ptr<Handshake> handshake_;
  LiveEvents events_;
  Caller* caller_;
  TokenBucket messages_;
  beast::flat_buffer incoming_;
  std::deque<SharedText> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::optional<websocket::close_reason> closing_;
  Clock::time_point give_up_ = Clock::time_point::max();
  int operations_ = 0;
  bool writing_ = false;
  bool close_sent_ = false;
  bool ended_ = false;
  bool was_opened_ = false;
  std::atomic<bool> open_{false};
};

void LiveSocket::begin() {
  const Limits& limits = engine_->limits();
  websocket::stream_base::timeout timeouts{};
  timeouts.handshake_timeout = limits.header_time;
  timeouts.idle_timeout = 2 * limits.live_ping;
  timeouts.keep_alive_pings = true;
  stream_->set_option(timeouts);
  stream_->read_message_max(limits.live_message);
  stream_->auto_fragment(false);
  stream_->text(true);
  ++operations_;
  stream_->async_accept(*handshake_,
                        [self = shared_from_this()](BeastError code) { self->on_accepted(code); });
}

void LiveSocket::on_accepted(BeastError code) {
  handshake_.reset();
  if (code) {
    end();
  } else {
    engine_->tally().answer(101);
    open_.store(true);
    was_opened_ = true;
    if (events_.opened) {
      tell([this] { events_.opened(LiveSink(weak_from_this())); });
    }
    read();
    start_closing();
  }
  operation_done();
}

void LiveSocket::read() {
  ++operations_;
  stream_->async_read(incoming_, [self = shared_from_this()](BeastError code, std::size_t size) {
    add(self->engine_->tally().bytes_in, size);
    self->on_read(code);
  });
}

void LiveSocket::on_read(BeastError code) {
  if (code) {
    end();
  } else if (!stream_->got_text()) {
    close_now(websocket::close_code::unknown_data, "expected text");
  } else if (!messages_.take(kMessages, Clock::now())) {
    close_now(websocket::close_code::policy_error, "too many messages");
  } else if (!closing_ && events_.message) {
    tell([this] {
      events_.message({static_cast<const char*>(incoming_.data().data()), incoming_.size()});
    });
  }
  incoming_.clear();
  incoming_.shrink_to_fit();
  if (!ended_) {
    read();  // also while closing: the other side's close frame comes this way
  }
  operation_done();
}

void LiveSocket::send(SharedText text) {
  if (mailbox_->on_io_thread()) {
    enqueue(std::move(text));
    return;
  }
  mailbox_->put([self = shared_from_this(), text = std::move(text)]() mutable {
    self->enqueue(std::move(text));
  });
}

void LiveSocket::enqueue(SharedText text) {
  if (ended_ || closing_ || !open_.load() || !text) {
    return;
  }
  waiting_bytes_ += text->size();
  if (!waiting_.empty() && waiting_bytes_ > engine_->limits().live_backlog) {
    add(engine_->tally().live_dropped, 1);
    cut();
    end();
    return;
  }
  waiting_.push_back(std::move(text));
  write();
}

void LiveSocket::write() {
  if (writing_ || close_sent_ || ended_ || waiting_.empty()) {
    return;
  }
  writing_ = true;
  ++operations_;
  stream_->async_write(
      boost::asio::buffer(*waiting_.front()),
      [self = shared_from_this()](BeastError code, std::size_t) { self->on_written(code); });
}

void LiveSocket::on_written(BeastError code) {
  writing_ = false;
  if (code) {
    end();
  } else {
    add(engine_->tally().bytes_out, waiting_.front()->size());
    waiting_bytes_ -= waiting_.front()->size();
    waiting_.pop_front();
    start_closing();
    write();
  }
  operation_done();
}

void LiveSocket::close(std::uint16_t code, std::string reason) {
  mailbox_->put([self = shared_from_this(), code, reason = std::move(reason)] {
    self->close_now(code, reason);
  });
}

void LiveSocket::close_now(std::uint16_t code, std::string_view reason) {
  if (ended_ || closing_) {
    return;
  }
  const auto text = reason.substr(0, kMostReason);
  closing_ = websocket::close_reason(static_cast<websocket::close_code>(code),
                                     beast::string_view(text.data(), text.size()));
  give_up_ = Clock::now() + engine_->limits().stall_time;
  start_closing();
}

// A close frame waits for the message that is being written, not for those behind it.
void LiveSocket::start_closing() {
  if (!closing_ || close_sent_ || writing_ || ended_ || !was_opened_) {
    return;
  }
  close_sent_ = true;
  open_.store(false);
  ++operations_;
  stream_->async_close(*closing_, [self = shared_from_this()](BeastError) {
    self->end();
    self->operation_done();
  });
}

void LiveSocket::on_sweep(Clock::time_point now) {
  if (now >= give_up_) {
    cut();
  }
}

void LiveSocket::end() {
  if (std::exchange(ended_, true)) {
    return;
  }
  open_.store(false);
  cut();
  if (was_opened_ && events_.closed) {
    tell([this] { events_.closed(); });
  }
}

void LiveSocket::operation_done() {
  if (--operations_ > 0 || !ended_) {
    return;
  }
  // Only here, on the io thread, and with nothing under way; sinks may drop the rest of this object
  // on any thread.
  events_ = {};
  --caller_->live;
  take(engine_->tally().live_open, 1);
  boost::asio::post(engine_->context(), [self = shared_from_this()] {
    self->stream_.reset();
    std::exchange(self->engine_, nullptr)->leave(*self);
  });
}

}  // namespace

void open_live_socket(Engine& engine, LiveStart start) {
  const auto socket = std::make_shared<LiveSocket>(engine, std::move(start));
  socket->begin();
  if (engine.stopping()) {
    socket->on_stop();
  }
}

}  // namespace plumbline::http
