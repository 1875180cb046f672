// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "plumbline/http/headers.hpp"

namespace plumbline::http {

/// Text that several responses can share without copying.
using SharedText = std::shared_ptr<const std::string>;

SharedText share(std::string text);

/// A part of a body that is made while it is sent.
struct Piece {
  SharedText text;
  /// Nothing follows.
  bool last = false;
};

/// Where a PieceReply delivers to. Implemented by the server's connections.
class PieceTarget {
 public:
  PieceTarget() = default;
  PieceTarget(const PieceTarget&) = delete;
  PieceTarget& operator=(const PieceTarget&) = delete;
  virtual ~PieceTarget() = default;
  /// A piece without a text: there is none, the body breaks off.
  virtual void deliver_piece(std::uint64_t ticket, Piece piece) = 0;
};

/// The right to give one piece, once, from any thread. Dropped without one it breaks the answer
/// off, so that nobody takes half a body for a whole one.
class PieceReply {
 public:
  PieceReply() = default;
  PieceReply(std::shared_ptr<PieceTarget> target, std::uint64_t ticket);
  PieceReply(const PieceReply&) = delete;
  PieceReply& operator=(const PieceReply&) = delete;
  PieceReply(PieceReply&& other) noexcept;
  PieceReply& operator=(PieceReply&& other) noexcept;
  ~PieceReply();

  void operator()(Piece piece);

 private:
  std::shared_ptr<PieceTarget> target_;
  std::uint64_t ticket_ = 0;
};

/// A body that is made piece by piece, each when the one before has been sent.
class BodySource {
 public:
  BodySource() = default;
  BodySource(const BodySource&) = delete;
  BodySource& operator=(const BodySource&) = delete;
  virtual ~BodySource() = default;
  /// Asks for the next piece. Called on the io thread; must not block.
  virtual void next(PieceReply reply) = 0;
  /// How many bytes a piece has at most, about: what is set aside for the answer.
  virtual std::size_t most_bytes() const = 0;
};

/// One answer. Content-Length, Date, Connection, Content-Encoding, Vary and the body of HEAD are
/// the server's business; do not set them here.
///
/// Text bodies of 1 KiB or more go out as gzip where the client takes it: `gzip_body` if given,
/// else compressed on the thread that replies (on the io thread only up to 256 KiB). An ETag must
/// therefore be a weak one (`W/"…"`).
struct Response {
  int status = 200;
  Headers headers;
  /// Null is an empty body. Shared: a cached text is never copied.
  SharedText body;
  /// The same body, gzip-compressed beforehand (see gzip.hpp), or null.
  SharedText gzip_body;
  /// Makes the body instead of `body`; sent in chunks, uncompressed.
  std::shared_ptr<BodySource> source;
  /// False keeps a body uncompressed, for answers that mix secrets with what others chose.
  bool compressible = true;
  /// Ends the connection after this answer.
  bool close = false;
};

/// A response with a body and its content type.
Response make_response(int status, std::string_view content_type, std::string body);
Response make_response(int status, std::string_view content_type, SharedText body);

}  // namespace plumbline::http
