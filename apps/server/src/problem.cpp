// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/problem.hpp"

#include <string>

#include "plumbline/json/write.hpp"

namespace plumbline::server {

json::Value problem_value(const Error& error) {
  json::Value out;
  out.add("type", "/problems/" + std::string(slug(error.code)));
  out.add("title", meaning(error.code));
  out.add("status", http_status(error.code));
  out.add("code", slug(error.code));
  out.add("detail", error.message);
  if (!error.where.empty()) out.add("where", error.where);
  return out;
}

http::Response problem(const Error& error) {
  http::Response out = http::make_response(http_status(error.code), "application/problem+json",
                                           json::write(problem_value(error)) + "\n");
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
