// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/http/response.hpp"

#include <utility>

namespace plumbline::http {

SharedText share(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

Response make_response(int status, std::string_view content_type, std::string body) {
  return make_response(status, content_type, share(std::move(body)));
}

Response make_response(int status, std::string_view content_type, SharedText body) {
  Response response;
  response.status = status;
  response.headers.add("Content-Type", content_type);
  response.body = std::move(body);
  return response;
}

PieceReply::PieceReply(std::shared_ptr<PieceTarget> target, std::uint64_t ticket)
    : target_(std::move(target)), ticket_(ticket) {}

PieceReply::PieceReply(PieceReply&& other) noexcept
    : target_(std::exchange(other.target_, nullptr)), ticket_(other.ticket_) {}

PieceReply& PieceReply::operator=(PieceReply&& other) noexcept {
  std::swap(target_, other.target_);
  std::swap(ticket_, other.ticket_);
  return *this;
}

PieceReply::~PieceReply() {
  if (target_) (*this)({});
}

void PieceReply::operator()(Piece piece) {
  if (const auto target = std::exchange(target_, nullptr)) {
    target->deliver_piece(ticket_, std::move(piece));
  }
}

}  // namespace plumbline::http
