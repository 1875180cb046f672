// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/http/gzip.hpp"

#include <array>

#include "inflater.hpp"
#include "plumbline/foundation/require.hpp"

namespace plumbline::http {

namespace {

/// Largest window, with a gzip header and nothing else (zlib manual).
constexpr int kGzipWindow = 15 + 16;
constexpr int kMemoryLevel = 8;

Bytef* input_of(std::string_view text) {
  // zlib takes a pointer to mutable bytes and does not change them.
  return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

}  // namespace

void Inflater::Ending::operator()(z_stream* stream) const {
  inflateEnd(stream);
  delete stream;
}

Inflater::Inflater(Bounds bounds) : bounds_(bounds), stream_(new z_stream{}) {
  PLUMBLINE_REQUIRE(inflateInit2(stream_.get(), kGzipWindow) == Z_OK);
}

Result<void> Inflater::feed(std::string_view piece, std::string& text) {
  std::array<char, 16UL * 1024> room;
  stream_->next_in = input_of(piece);
  stream_->avail_in = static_cast<uInt>(piece.size());
  const std::size_t read_before = read_;
  while (true) {
    stream_->next_out = reinterpret_cast<Bytef*>(room.data());
    stream_->avail_out = static_cast<uInt>(room.size());
    const int result = complete_ ? Z_STREAM_END : inflate(stream_.get(), Z_NO_FLUSH);
    const std::size_t made = room.size() - stream_->avail_out;
    read_ = read_before + piece.size() - stream_->avail_in;
    text.append(room.data(), made);
    const bool swollen =
        bounds_.ratio != 0 && text.size() > kFreeText && text.size() / bounds_.ratio > read_;
    if (text.size() > bounds_.most || swollen) {
      return fail(ErrorCode::BodyTooLarge, "", "the unpacked body is larger than allowed");
    }
    complete_ = result == Z_STREAM_END;
    if (complete_ && stream_->avail_in > 0) {
      return fail(ErrorCode::SyntaxError, "", "something follows the end of the gzip text");
    }
    if (complete_ || (result == Z_BUF_ERROR && stream_->avail_in == 0) ||
        (result == Z_OK && stream_->avail_in == 0 && stream_->avail_out > 0)) {
      return {};
    }
    if (result != Z_OK) {
      return fail(ErrorCode::SyntaxError, "", "the gzip text is damaged");
    }
  }
}

std::string compress_gzip(std::string_view text, int level) {
  z_stream stream{};
  PLUMBLINE_REQUIRE(deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, kMemoryLevel,
                                 Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = input_of(text);
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int result = deflate(&stream, Z_FINISH);
  packed.resize(packed.size() - stream.avail_out);
  deflateEnd(&stream);
  PLUMBLINE_REQUIRE(result == Z_STREAM_END);
  return packed;
}

Result<std::string> inflate_gzip(std::string_view packed, std::size_t most) {
  Inflater inflater({.most = most, .ratio = 0});
  std::string text;
  if (auto fed = inflater.feed(packed, text); !fed) {
    return std::unexpected(fed.error());
  }
  if (!inflater.complete()) {
    return fail(ErrorCode::SyntaxError, "", "the gzip text is cut short");
  }
  return text;
}

}  // namespace plumbline::http
