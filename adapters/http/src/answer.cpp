// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "answer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>

#include "plumbline/http/gzip.hpp"

namespace plumbline::http {

namespace {

/// @source engineering choice: below it gzip saves less than a packet
constexpr std::size_t kLeastCompressed = 1024;
/// @source engineering choice: about 3 ms of work at level 1
constexpr std::size_t kMostCompressedQuickly = 256UL * 1024;

constexpr std::array<std::pair<int, std::string_view>, 37> kReasons = {{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {423, "Locked"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
}};

void append_number(std::string& text, std::size_t number) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  text.append(digits.data(), end);
}

bool is_text(std::string_view type) {
  return type.starts_with("text/") || type.find("json") != std::string_view::npos ||
         type.find("javascript") != std::string_view::npos ||
         type.find("xml") != std::string_view::npos || type.starts_with("application/wasm");
}

/// The answer may differ by Accept-Encoding.
bool may_compress(const Response& response) {
  return response.compressible && response.body && response.body->size() >= kLeastCompressed &&
         response.status != 206 && is_text(response.headers.find("Content-Type").value_or("")) &&
         !response.headers.find("Content-Encoding");
}

bool has_no_body(int status) { return status < 200 || status == 204 || status == 304; }

}  // namespace

std::string_view reason_of(int status) {
  const auto* found = std::ranges::find(kReasons, status, &std::pair<int, std::string_view>::first);
  return found == kReasons.end() ? std::string_view() : found->second;
}

void compress_body(Response& response, bool quickly) {
  if (response.gzip_body || !may_compress(response) ||
      (quickly && response.body->size() > kMostCompressedQuickly)) {
    return;
  }
  auto packed = compress_gzip(*response.body, quickly ? 1 : 6);
  if (packed.size() < response.body->size()) {
    response.gzip_body = share(std::move(packed));
  }
}

SharedText write_head(const Response& response, const HeadContext& context, std::string& head) {
  const bool varies = may_compress(response) || response.gzip_body;
  const bool packed = context.accepts_gzip && response.gzip_body;
  const SharedText& body = packed ? response.gzip_body : response.body;
  head.append("HTTP/1.1 ");
  append_number(head, static_cast<std::size_t>(response.status));
  head.append(" ").append(reason_of(response.status)).append("\r\nDate: ").append(context.date);
  head.append("\r\n").append(response.headers.text());
  for (const auto& [name, line] : context.default_lines) {
    if (!response.headers.find(name)) {
      head.append(line);
    }
  }
  if (varies) {
    head.append("Vary: Accept-Encoding\r\n");
  }
  if (packed) {
    head.append("Content-Encoding: gzip\r\n");
  }
  if (response.source) {
    head.append(context.is_http_1_0 ? "" : "Transfer-Encoding: chunked\r\n");
  } else if (!has_no_body(response.status)) {
    head.append("Content-Length: ");
    append_number(head, body ? body->size() : 0);
    head.append("\r\n");
  }
  if (!context.keep_alive) {
    head.append("Connection: close\r\n");
  } else if (context.is_http_1_0) {
    head.append("Connection: keep-alive\r\n");
  }
  head.append("\r\n");
  const bool sends_body = body && !body->empty() && !context.is_head_request;
  return sends_body && !has_no_body(response.status) ? body : nullptr;
}

std::string http_date(std::int64_t unix_seconds) {
  const auto seconds = static_cast<std::time_t>(unix_seconds);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 64> text{};
  const auto size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

}  // namespace plumbline::http
