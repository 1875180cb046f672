// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "../src/request_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "plumbline/http/gzip.hpp"

namespace plumbline::http {
namespace {

using State = RequestReader::State;

/// Feeds a text in pieces of one size, as a connection does.
void feed_in_pieces(RequestReader& reader, std::string_view text, std::size_t size) {
  std::string waiting;
  for (std::size_t at = 0; at < text.size(); at += size) {
    waiting += text.substr(at, size);
    waiting.erase(0, reader.feed(waiting));
  }
}

/// The refusal of a text, or nullopt where it is taken or more is waited for.
std::optional<ErrorCode> refusal_of(std::string_view text, ServerOptions options = {}) {
  std::optional<ErrorCode> found;
  for (const std::size_t size : {text.size(), std::size_t{1}, std::size_t{7}}) {
    RequestReader reader(options);
    feed_in_pieces(reader, text, size);
    const auto refused =
        reader.state() == State::Refused ? std::optional(reader.refusal().code) : std::nullopt;
    EXPECT_TRUE(size == text.size() || refused == found) << text << " in pieces of " << size;
    found = refused;
  }
  return found;
}

std::string with_lines(std::string_view lines) {
  return "POST /a HTTP/1.1\r\nHost: localhost\r\n" + std::string(lines);
}

TEST(RequestReader_AnySplit, GivesTheSameRequest) {
  const std::string text =
      "\r\nPOST /a%20b?x=1 HTTP/1.1\r\nHost: LOCALHOST:81\r\nCookie: s=\"q\"; t=2\r\n"
      "Transfer-Encoding: chunked\r\n\r\n3;x=1\r\nabc\r\n4\r\ndefg\r\n0\r\nX: y\r\n\r\n";
  for (std::size_t size = 1; size <= text.size(); ++size) {
    const ServerOptions options;
    RequestReader reader(options);
    feed_in_pieces(reader, text, size);
    ASSERT_EQ(reader.state(), State::Complete) << size;
    const Request& request = reader.request();
    EXPECT_EQ(request.method, Method::Post);
    EXPECT_EQ(request.path, "/a b");
    EXPECT_EQ(request.query_value("x"), "1");
    EXPECT_EQ(request.host, "localhost");
    EXPECT_EQ(request.authority, "LOCALHOST:81");
    EXPECT_EQ(request.cookie("s"), "q");
    EXPECT_EQ(request.cookie("t"), "2");
    EXPECT_EQ(request.body, "abcdefg");
    EXPECT_FALSE(request.header("X").has_value());
  }
}

TEST(RequestReader_TwoRequests, StopsBehindTheFirst) {
  const ServerOptions options;
  RequestReader reader(options);
  const std::string first = with_lines("Content-Length: 2\r\n\r\nhi");
  EXPECT_EQ(reader.feed(first + "GET /second"), first.size());
  EXPECT_EQ(reader.state(), State::Complete);
  reader.reset();
  EXPECT_FALSE(reader.begun());
}

// Oracle: RFC 9112 6.1, 6.3 and 11.2: one plain statement of the length, or refusal.
TEST(RequestReader_LengthSaidTwice, IsRefused) {
  for (const auto* lines : {
           "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
           "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
           "Content-Length: 3\r\nContent-Length: 3\r\n\r\n",
           "Content-Length: 3\r\nContent-Length: 4\r\n\r\n",
           "Content-Length: 3, 3\r\n\r\n",
           "Content-Length: +3\r\n\r\n",
           "Content-Length: -3\r\n\r\n",
           "Content-Length: 0x3\r\n\r\n",
           "Content-Length: 99999999999999999999999\r\n\r\n",
           "Content-Length:\r\n\r\n",
           "Transfer-Encoding: identity\r\n\r\n",
           "Transfer-Encoding: gzip, chunked\r\n\r\n",
           "Transfer-Encoding: chunked, chunked\r\n\r\n",
           "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
           "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n",
           "Transfer-Encoding : chunked\r\n\r\n",
           "Transfer-Encoding: xchunked\r\n\r\n",
           "Transfer-Encoding:\x0b"
           "chunked\r\n\r\n",
           "Content-Length : 3\r\n\r\n",
           "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
           "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
           "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
       }) {
    EXPECT_EQ(refusal_of(with_lines(lines)), ErrorCode::BadRequest) << lines;
  }
  EXPECT_EQ(refusal_of("POST / HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"),
            ErrorCode::BadRequest);
}

TEST(RequestReader_LinesWithoutCarriageReturn, AreNoLines) {
  for (const std::string text :
       {"GET / HTTP/1.1\nHost: localhost\n\n", "GET / HTTP/1.1\r\nHost: localhost\n\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\nabc\n0\n\n"}) {
    const ServerOptions options;
    RequestReader reader(options);
    feed_in_pieces(reader, text, text.size());
    EXPECT_NE(reader.state(), State::Complete) << text;
  }
}

TEST(RequestReader_FaultyHead, IsRefusedByReason) {
  const std::vector<std::pair<std::string, ErrorCode>> cases = {
      {"GET / HTTP/1.1\r\n\r\n", ErrorCode::BadRequest},
      {"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", ErrorCode::BadRequest},
      {"GET / HTTP/1.1\r\nHost: \r\n\r\n", ErrorCode::BadRequest},
      {"GET / HTTP/1.1\r\nHost: local host\r\n\r\n", ErrorCode::BadRequest},
      {"GET / HTTP/1.1\r\nHost: localhost:x\r\n\r\n", ErrorCode::BadRequest},
      {"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", ErrorCode::WrongHost},
      {"GET / HTTP/1.1\r\nHost: localhost.evil.example\r\n\r\n", ErrorCode::WrongHost},
      {"GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", ErrorCode::UnsupportedVersion},
      {"BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", ErrorCode::UnknownMethod},
      {"get / HTTP/1.1\r\nHost: localhost\r\n\r\n", ErrorCode::UnknownMethod},
      {"TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n", ErrorCode::MethodNotAllowed},
      {"CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n", ErrorCode::MethodNotAllowed},
      {"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", ErrorCode::BadRequest},
      {"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n", ErrorCode::WrongHost},
      {"GET * HTTP/1.1\r\nHost: localhost\r\n\r\n", ErrorCode::BadPath},
      {"GET / HTTP/1.1\r\nHost: localhost\r\nExpect: magic\r\n\r\n", ErrorCode::ExpectationFailed},
      {"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: br\r\n\r\n",
       ErrorCode::UnsupportedEncoding},
      {"GET / HTTP/1.1\r\nHost: localhost\r\nA: b" + std::string(1, '\0') + "c\r\n\r\n",
       ErrorCode::BadRequest},
      {"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\nUpgrade: websocket\r\n"
       "Sec-WebSocket-Version: 8\r\n\r\n",
       ErrorCode::UpgradeRequired},
      {"\x16\x03\x01\x02", ErrorCode::BadRequest},
  };
  for (const auto& [text, code] : cases) {
    EXPECT_EQ(refusal_of(text), code) << text;
  }
}

TEST(RequestReader_Target, IsDecodedOnceAndKeptInside) {
  const std::vector<std::pair<std::string, std::string>> good = {
      {"/", "/"},
      {"/a//b///c/", "/a/b/c/"},
      {"//", "/"},
      {"/%41%2541", "/A%41"},
      {"/a..b/.hidden/...", "/a..b/.hidden/..."},
      {"/caf%C3%A9", "/caf\xc3\xa9"},
      {"http://localhost/x", "/x"},
      {"HTTP://LOCALHOST", "/"},
      {"http://localhost?y=1", "/"},
  };
  for (const auto& [target, path] : good) {
    const ServerOptions options;
    RequestReader reader(options);
    reader.feed("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    ASSERT_EQ(reader.state(), State::Complete) << target;
    EXPECT_EQ(reader.request().path, path) << target;
  }
  for (const auto* target :
       {"/..",  "/a/../b", "/%2e%2e/b", "/.",   "/a/./b",  "/a%2fb",   "/a%5cb", "/a\\b",
        "/%00", "/%",      "/%4",       "/%zz", "/%0d%0a", "/a%7f",    "/%ff",   "/%c0%ae",
        "/?%",  "/?a=%00", "/?a=%fe",   "x",    "/#f",     "http:///x"}) {
    EXPECT_EQ(refusal_of("GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"),
              ErrorCode::BadPath)
        << target;
  }
}

TEST(RequestReader_Sizes, AreHeldAtTheLimit) {
  ServerOptions options;
  options.limits.header = 600;
  options.limits.url = 100;
  options.limits.body = 10;
  const auto url = [&](std::size_t size) {
    return refusal_of("GET /" + std::string(size - 1, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                      options);
  };
  EXPECT_EQ(url(100), std::nullopt);
  EXPECT_EQ(url(101), ErrorCode::UrlTooLong);
  EXPECT_EQ(url(10'000), ErrorCode::UrlTooLong);
  const auto header = [&](std::size_t size) {
    return refusal_of(
        "GET / HTTP/1.1\r\nHost: localhost\r\nA: " + std::string(size, 'a') + "\r\n\r\n", options);
  };
  EXPECT_EQ(header(500), std::nullopt);
  EXPECT_EQ(header(600), ErrorCode::HeaderTooLarge);
  EXPECT_EQ(header(100'000), ErrorCode::HeaderTooLarge);
  std::string lines;
  for (int i = 0; i < 101; ++i) {
    lines += "A:\r\n";
  }
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\n" + lines + "Host: localhost\r\n\r\n"),
            ErrorCode::HeaderTooLarge);
  EXPECT_EQ(refusal_of(with_lines("Content-Length: 10\r\n\r\n0123456789"), options), std::nullopt);
  EXPECT_EQ(refusal_of(with_lines("Content-Length: 11\r\n\r\n"), options), ErrorCode::BodyTooLarge);
  EXPECT_EQ(refusal_of(with_lines("Transfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\n\r\n"),
                       options),
            std::nullopt);
  EXPECT_EQ(
      refusal_of(with_lines("Transfer-Encoding: chunked\r\n\r\n6\r\n012345\r\n5\r\n"), options),
      ErrorCode::BodyTooLarge);
  EXPECT_EQ(refusal_of(with_lines("Transfer-Encoding: chunked\r\n\r\n1;" + std::string(70, 'x') +
                                  "\r\na\r\n0\r\n\r\n")),
            ErrorCode::BadRequest);
}

TEST(RequestReader_BodyLimit, MayDependOnThePath) {
  ServerOptions options;
  options.body_limit = [](const Request& head) {
    return head.path == "/a" && head.method == Method::Post ? std::size_t{3} : std::size_t{0};
  };
  EXPECT_EQ(refusal_of(with_lines("Content-Length: 3\r\n\r\nabc"), options), std::nullopt);
  EXPECT_EQ(refusal_of(with_lines("Content-Length: 4\r\n\r\n"), options), ErrorCode::BodyTooLarge);
  EXPECT_EQ(refusal_of("PUT /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\n", options),
            ErrorCode::BodyTooLarge);
}

std::string packed_post(const std::string& packed) {
  return with_lines("Content-Encoding: gzip\r\nContent-Length: " + std::to_string(packed.size()) +
                    "\r\n\r\n") +
         packed;
}

TEST(RequestReader_GzipBody, IsInflatedWithinBounds) {
  const ServerOptions options;
  RequestReader reader(options);
  feed_in_pieces(reader, packed_post(compress_gzip("the same text, the same text")), 5);
  ASSERT_EQ(reader.state(), State::Complete);
  EXPECT_EQ(reader.request().body, "the same text, the same text");

  // One megabyte of zeros packs to about 1 kB: a thousandfold.
  EXPECT_EQ(refusal_of(packed_post(compress_gzip(std::string(1'000'000, '\0'), 9))),
            ErrorCode::BodyTooLarge);
  EXPECT_EQ(refusal_of(packed_post(compress_gzip(std::string(60'000, '\0'), 9))), std::nullopt);
  ServerOptions small;
  small.limits.body = 100;
  EXPECT_EQ(refusal_of(packed_post(compress_gzip(std::string(101, 'a'))), small),
            ErrorCode::BodyTooLarge);
  const auto whole = compress_gzip("some text");
  EXPECT_EQ(refusal_of(packed_post(whole.substr(0, whole.size() - 1))), ErrorCode::BadRequest);
  EXPECT_EQ(refusal_of(packed_post(whole + "x")), ErrorCode::BadRequest);
  EXPECT_EQ(refusal_of(packed_post("not gzip at all")), ErrorCode::BadRequest);
}

}  // namespace
}  // namespace plumbline::http
