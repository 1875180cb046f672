// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/http/handler.hpp"

#include <utility>

namespace plumbline::http {

namespace {

Response dropped_answer() {
  return make_response(500, "text/plain; charset=utf-8", std::string("No answer was made.\n"));
}

}  // namespace

Reply::Reply(std::shared_ptr<ReplyTarget> target, std::uint64_t ticket, std::shared_ptr<void> held)
    : target_(std::move(target)), ticket_(ticket), held_(std::move(held)) {}

Reply::Reply(Reply&& other) noexcept
    : target_(std::exchange(other.target_, nullptr)),
      ticket_(other.ticket_),
      held_(std::move(other.held_)) {}

Reply& Reply::operator=(Reply&& other) noexcept {
  std::swap(target_, other.target_);
  std::swap(ticket_, other.ticket_);
  std::swap(held_, other.held_);
  return *this;
}

Reply::~Reply() {
  if (target_) {
    (*this)(dropped_answer());
  }
}

void Reply::operator()(Response response) {
  if (const auto target = std::exchange(target_, nullptr)) {
    target->deliver(ticket_, std::move(response));
    held_.reset();
  }
}

bool LiveSink::send(const SharedText& text) const {
  const auto channel = channel_.lock();
  if (!channel || !channel->is_open()) {
    return false;
  }
  channel->send(text);
  return true;
}

void LiveSink::close(std::uint16_t code, std::string reason) const {
  if (const auto channel = channel_.lock()) {
    channel->close(code, std::move(reason));
  }
}

bool LiveSink::is_open() const {
  const auto channel = channel_.lock();
  return channel && channel->is_open();
}

LiveReply::LiveReply(std::shared_ptr<LiveTarget> target, std::uint64_t ticket)
    : target_(std::move(target)), ticket_(ticket) {}

LiveReply::LiveReply(LiveReply&& other) noexcept
    : target_(std::exchange(other.target_, nullptr)), ticket_(other.ticket_) {}

LiveReply& LiveReply::operator=(LiveReply&& other) noexcept {
  std::swap(target_, other.target_);
  std::swap(ticket_, other.ticket_);
  return *this;
}

LiveReply::~LiveReply() {
  if (target_) {
    refuse(dropped_answer());
  }
}

void LiveReply::accept(LiveEvents events) {
  if (const auto target = std::exchange(target_, nullptr)) {
    target->accept_live(ticket_, std::move(events));
  }
}

void LiveReply::refuse(Response response) {
  if (const auto target = std::exchange(target_, nullptr)) {
    target->refuse_live(ticket_, std::move(response));
  }
}

}  // namespace plumbline::http
