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

}  // namespace plumbline::http
