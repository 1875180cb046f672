// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plumbline/http/response.hpp"

namespace plumbline::http {

/// `200 OK`'s second word; empty for a status without one.
std::string_view reason_of(int status);

/// Makes the compressed form of a body, where that is worth it and allowed.
/// @param quickly  on the io thread: little effort, and large bodies are left alone
void compress_body(Response& response, bool quickly);

/// What the head of an answer depends on beside the answer.
struct HeadContext {
  std::string_view date;
  const std::vector<std::pair<std::string, std::string>>& default_lines;
  bool is_head_request;
  bool accepts_gzip;
  bool is_http_1_0;
  bool keep_alive;
};

/// Writes status line and headers into `head`. @returns the body to send behind it, or null.
SharedText write_head(const Response& response, const HeadContext& context, std::string& head);

/// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 5.6.7).
std::string http_date(std::int64_t unix_seconds);

}  // namespace plumbline::http
