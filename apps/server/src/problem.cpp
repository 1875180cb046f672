// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/problem.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <string>

#include "plumbline/json/write.hpp"
#include "plumbline/server/clock.hpp"
#include "plumbline/server/log.hpp"

namespace plumbline::server {
namespace {

/// What went wrong inside of the server, and is not for everybody to read: paths, statements.
bool is_inside(ErrorCode code) {
  constexpr std::array kInside = {ErrorCode::DiskFull, ErrorCode::Damaged, ErrorCode::Unreadable,
                                  ErrorCode::InUse, ErrorCode::Internal};
  return std::ranges::find(kInside, code) != kInside.end();
}

/// One line a minute.
void log_inside(const Error& error) {
  static std::atomic<std::int64_t> logged_ms = 0;
  const std::int64_t now = clock_ms();
  std::int64_t last = logged_ms;
  if (now - last < kMinuteMs && now >= last) return;
  if (!logged_ms.compare_exchange_strong(last, now)) return;
  log(LogLevel::Error, "request_failed",
      {{"code", std::string(slug(error.code))}, {"why", describe(error)}});
}

}  // namespace

json::Value problem_value(const Error& error) {
  json::Value out;
  out.add("type", "/problems/" + std::string(slug(error.code)));
  out.add("title", meaning(error.code));
  out.add("status", http_status(error.code));
  out.add("code", slug(error.code));
  if (is_inside(error.code)) {
    log_inside(error);
    out.add("detail", "The log of the server says more.");
    return out;
  }
  out.add("detail", error.message);
  if (!error.where.empty()) out.add("where", error.where);
  return out;
}

http::Response problem(const Error& error) {
  http::Response out = http::make_response(http_status(error.code), "application/problem+json",
                                           json::write(problem_value(error)) + "\n");
  if (error.code == ErrorCode::Busy) out.headers.add("Retry-After", "5");
  out.headers.add("Cache-Control", "no-store");
  return out;
}

http::Response answer(int status, const json::Value& body) {
  http::Response out = http::make_response(status, "application/json", json::write(body) + "\n");
  out.headers.add("Cache-Control", "no-store");
  return out;
}

http::Response no_content() {
  http::Response out;
  out.status = 204;
  return out;
}

}  // namespace plumbline::server
