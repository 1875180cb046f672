// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// What happens between a complete request and its answer.
#include <algorithm>
#include <utility>

#include "answer.hpp"
#include "connection.hpp"

namespace plumbline::http {

void Connection::dispatch() {
  enter(Phase::Handling);
  ticket_ = ((ticket_ >> 1U) + 1) << 1U;
  response_.reset();
  said_continue_ = false;
  is_head_request_ = reader_.request().method == Method::Head;
  if (reader_.state() == RequestReader::State::Refused) {
    close_after_ = true;
    accepts_gzip_ = false;
    refuse(reader_.refusal());
    return;
  }
  Request request = std::move(reader_.request());
  request.peer = peer_;
  request.from_loopback = from_loopback_;
  request.secure = channel_->is_tls();
  asker_ = caller_;
  if (is_proxy_) {
    follow_forwarded(request);
  }
  accepts_gzip_ = request.accepts_gzip();
  ticket_ |= accepts_gzip_ ? 1U : 0U;
  close_after_ = !reader_.keep_alive();
  if (must_redirect_) {
    close_after_ = true;
    response_ = redirect(request);
    return;
  }
  if (const auto fault = find_fault(request)) {
    refuse(*fault);
    return;
  }
  hand_over(std::move(request));
}

// The last address is the one that our proxy has seen itself; what stands before it anybody can
// send.
void Connection::follow_forwarded(Request& request) {
  const auto line = request.headers.find_last("X-Forwarded-For");
  if (!line) {
    return;
  }
  const auto comma = line->rfind(',');
  std::string_view text = comma == std::string_view::npos ? *line : line->substr(comma + 1);
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  boost::system::error_code code;
  const auto address = boost::asio::ip::make_address(text, code);
  if (code) {
    return;
  }
  request.peer = address.to_string();
  request.from_loopback = address.is_loopback();
  asker_ = &engine_->caller(address);
}

Response Connection::redirect(const Request& request) const {
  auto response = make_response(308, "text/plain; charset=utf-8", std::string("Use https.\n"));
  const auto target = reader_.raw_target();
  response.headers.add("Location", "https://" + request.authority +
                                       std::string(target.starts_with('/') ? target : "/"));
  return response;
}

std::optional<Error> Connection::find_fault(const Request& request) {
  const auto& rate = engine_->limits().rate;
  if (rate && (!request.from_loopback || engine_->limits().rate_for_loopback) &&
      !asker_->requests.take(*rate, phase_start_)) {
    return Error{ErrorCode::TooManyRequests, "", "too many requests in a short time"};
  }
  if (!reader_.is_live()) {
    return std::nullopt;
  }
  const auto origin = request.header("Origin");
  const auto& allowed = engine_->options().origin_allowed;
  const std::string own = (request.secure ? "https://" : "http://") + request.authority;
  if (request.headers.count("Origin") > 1 ||
      (allowed ? !allowed(origin.value_or(""), request)
               : origin && !equal_without_case(*origin, own))) {
    return Error{ErrorCode::WrongOrigin, "", "a page of another origin must not open this"};
  }
  if (caller_->live >= engine_->limits().live_per_address && !is_proxy_) {
    return Error{ErrorCode::TooManyConnections, "", "too many live sockets are open"};
  }
  return std::nullopt;
}

void Connection::refuse(const Error& error) {
  response_ = engine_->refusal(error);
  if (error.code == ErrorCode::TooManyRequests) {
    const auto wait = asker_->requests.wait(*engine_->limits().rate, phase_start_);
    response_->headers.add("Retry-After", std::to_string(1 + wait.count() / 1000));
  }
  if (error.code == ErrorCode::UpgradeRequired) {
    response_->headers.add("Sec-WebSocket-Version", "13");
  }
}

void Connection::hand_over(Request request) {
  awaits_reply_ = true;
  try {
    if (reader_.is_live()) {
      handshake_ = request.headers;
      engine_->handler().open_live(std::move(request), LiveReply(shared_from_this(), ticket_));
    } else {
      engine_->handler().handle(std::move(request),
                                Reply(shared_from_this(), ticket_, std::move(body_lease_)));
    }
  } catch (...) {
    response_.reset();
    refuse({ErrorCode::Internal, "", "the server made a mistake"});
    awaits_reply_ = false;
  }
}

void Connection::deliver(std::uint64_t ticket, Response response) {
  const bool here = mailbox_->on_io_thread();
  if ((ticket & 1U) != 0) {
    compress_body(response, here);
  }
  if (here) {
    settle(ticket, std::move(response));
    return;
  }
  mailbox_->put([self = shared_from_this(), ticket, response = std::move(response)]() mutable {
    self->settle(ticket, std::move(response));
  });
}

bool Connection::is_current(std::uint64_t ticket) const {
  return engine_ != nullptr && awaits_reply_ && ticket == ticket_;
}

void Connection::settle(std::uint64_t ticket, Response response) {
  if (!is_current(ticket)) {
    return;
  }
  awaits_reply_ = false;
  response_ = std::move(response);
  reply_timer_->cancel();
}

void Connection::settle_live(std::uint64_t ticket, LiveEvents events) {
  if (is_current(ticket)) {
    awaits_reply_ = false;
    live_events_ = std::move(events);
    reply_timer_->cancel();
  }
}

void Connection::accept_live(std::uint64_t ticket, LiveEvents events) {
  if (mailbox_->on_io_thread()) {
    settle_live(ticket, std::move(events));
    return;
  }
  mailbox_->put([self = shared_from_this(), ticket, events = std::move(events)]() mutable {
    self->settle_live(ticket, std::move(events));
  });
}

void Connection::refuse_live(std::uint64_t ticket, Response response) {
  deliver(ticket, std::move(response));
}

}  // namespace plumbline::http
