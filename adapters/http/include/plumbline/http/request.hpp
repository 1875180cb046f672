// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "plumbline/http/headers.hpp"

namespace plumbline::http {

/// The methods that reach a handler. TRACE and CONNECT are answered 405, anything else 501.
enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options };

/// `GET`, `HEAD`, …
std::string_view name_of(Method method);
/// GET, HEAD and OPTIONS change nothing.
bool is_safe(Method method);

/// One request, complete with its body. A plain value: a handler may keep it, move it to another
/// thread, or take it apart.
///
/// What stands here was checked: sizes within the limits, one Host that the server answers to, a
/// path without traversal, percent-encoding without faults.
struct Request {
  Method method = Method::Get;
  /// Percent-decoded once, valid UTF-8, starts with `/`; no control characters, no backslash, no
  /// encoded slash, no `.` or `..` segment; runs of slashes are one.
  std::string path = "/";
  /// What follows `?`, still encoded; its encoding is known to be well formed. See `query_value`.
  std::string query;
  Headers headers;
  /// Complete, chunks joined, and inflated where it was sent with gzip.
  std::string body;
  /// Address of the other side in its text form, without a port.
  std::string peer;
  /// The other side is this machine (127.0.0.0/8, ::1).
  bool from_loopback = false;
  /// Came over TLS.
  bool secure = false;
  /// Host name in lower case without port; IPv6 addresses in brackets.
  std::string host;
  /// The same with the port, where one was given: what an Origin is compared with.
  std::string authority;

  /// First value of a header, compared without case.
  std::optional<std::string_view> header(std::string_view name) const;
  /// Value of a cookie, without quotes; the name is compared with case.
  std::optional<std::string_view> cookie(std::string_view name) const;
  /// First value of a query field, percent-decoded, `+` as a space.
  std::optional<std::string> query_value(std::string_view name) const;
  /// Accept-Encoding lets us answer with gzip.
  bool accepts_gzip() const;
};

}  // namespace plumbline::http
