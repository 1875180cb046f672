// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// How an answer goes out: at once, or piece by piece.
#include <array>
#include <cstdio>
#include <utility>

#include "answer.hpp"
#include "connection.hpp"

namespace plumbline::http {

namespace {

/// After a refusal so much that is still coming is read and dropped, so that the answer arrives;
/// for two seconds at most.
/// @source engineering choice: the largest chunk of a recording, twice
constexpr std::size_t kMostLingering = 32UL * 1024 * 1024;

iovec piece_of(std::string_view text) { return {const_cast<char*>(text.data()), text.size()}; }

/// What stands before a piece: the end of the one before, and its size. A piece without bytes has
/// no frame, for that would end the body.
std::string frame_of(const std::string& text, bool framed, bool first) {
  if (!framed || text.empty()) {
    return "";
  }
  std::array<char, 24> size{};
  const int count =
      std::snprintf(size.data(), size.size(), "%s%zx\r\n", first ? "" : "\r\n", text.size());
  return {size.data(), static_cast<std::size_t>(count)};
}

}  // namespace

// g++ 12 miscompiles co_await inside of conditions and beside ?: and &&: here each stands alone.

Task<bool> Connection::answer() {
  constexpr int kLeastStatus = 200;
  constexpr int kMostStatus = 599;
  if (response_->headers.broken() || response_->status < kLeastStatus ||
      response_->status > kMostStatus) {
    response_ = engine_->refusal({ErrorCode::Internal, "", "the server made a mistake"});
  }
  count_answer();
  close_after_ = close_after_ || response_->close || engine_->stopping();
  if (response_->source && reader_.is_http_1_0()) {
    close_after_ = true;
  }
  head_.clear();
  const SharedText body = write_head(*response_,
                                     {.date = engine_->date(),
                                      .default_lines = engine_->default_lines(),
                                      .is_head_request = is_head_request_,
                                      .accepts_gzip = accepts_gzip_,
                                      .is_http_1_0 = reader_.is_http_1_0(),
                                      .keep_alive = !close_after_},
                                     head_);
  engine_->tally().answer(response_->status);
  const auto source = is_head_request_ ? nullptr : std::move(response_->source);
  response_.reset();
  enter(Phase::Writing);
  const std::string_view text = body ? std::string_view(*body) : std::string_view();
  bool written = co_await write_all(head_, text);
  if (written && source) {
    written = co_await answer_in_pieces(source);
  }
  answer_lease_.reset();
  co_return written;
}

void Connection::count_answer() {
  std::size_t bytes = 0;
  if (response_->source) {
    bytes = response_->source->most_bytes();
  } else if (response_->body) {
    bytes = response_->body->size();
  }
  if (bytes <= kUncounted) {
    return;
  }
  answer_lease_ = std::make_shared<Lease>(engine_->answers());
  if (!answer_lease_->grow_to(bytes)) {
    refuse({ErrorCode::Busy, "", "too many large answers are on their way; try again in a moment"});
  }
}

Task<bool> Connection::answer_in_pieces(std::shared_ptr<BodySource> source) {
  const bool framed = !reader_.is_http_1_0();
  bool last = false;
  for (bool first = true; !last; first = false) {
    piece_.reset();
    awaits_piece_ = true;
    enter(Phase::Handling);
    source->next(PieceReply(shared_from_this(), ticket_));
    if (awaits_piece_) {
      co_await wait_for_reply();
    }
    if (!piece_ || !piece_->text || !channel_->socket().is_open()) {
      co_return false;
    }
    last = piece_->last;
    const SharedText text = std::exchange(piece_, std::nullopt)->text;
    head_ = frame_of(*text, framed, first);
    enter(Phase::Writing);
    const bool written = co_await write_all(head_, *text);
    if (!written) {
      co_return false;
    }
  }
  const bool ended = co_await write_all(framed ? "\r\n0\r\n\r\n" : "", {});
  co_return ended;
}

void Connection::deliver_piece(std::uint64_t ticket, Piece piece) {
  if (mailbox_->on_io_thread()) {
    settle_piece(ticket, std::move(piece));
    return;
  }
  mailbox_->put([self = shared_from_this(), ticket, piece = std::move(piece)]() mutable {
    self->settle_piece(ticket, std::move(piece));
  });
}

void Connection::settle_piece(std::uint64_t ticket, Piece piece) {
  if (engine_ == nullptr || !awaits_piece_ || ticket != ticket_) {
    return;
  }
  awaits_piece_ = false;
  piece_ = std::move(piece);
  reply_timer_->cancel();
}

Task<bool> Connection::write_all(std::string_view head, std::string_view body) {
  while (!head.empty() || !body.empty()) {
    const std::array<iovec, 2> pieces = {piece_of(head.empty() ? body : head), piece_of(body)};
    const std::size_t count = head.empty() || body.empty() ? 1 : 2;
    const Step step = channel_->write({pieces.data(), count});
    if (step.must_wait()) {
      const bool ready = co_await channel_->wait(step.then);
      if (!ready) {
        co_return false;
      }
      continue;
    }
    if (step.then != Step::Then::Moved) {
      co_return false;
    }
    add(engine_->tally().bytes_out, step.bytes);
    moved(step.bytes);
    const auto of_head = std::min(step.bytes, head.size());
    head.remove_prefix(of_head);
    body.remove_prefix(step.bytes - of_head);
  }
  co_return true;
}

// Closing a socket with unread bytes would reset it and could take the answer with it.
Task<void> Connection::linger() {
  enter(Phase::Lingering);
  channel_->finish_writing();
  std::array<char, 8192> room;
  for (std::size_t dropped = 0; dropped < kMostLingering;) {
    const Step step = channel_->read(room);
    if (step.must_wait()) {
      const bool ready = co_await channel_->wait(step.then);
      if (!ready) {
        co_return;
      }
    } else if (step.then != Step::Then::Moved) {
      co_return;
    }
    dropped += step.bytes;
  }
}

}  // namespace plumbline::http
