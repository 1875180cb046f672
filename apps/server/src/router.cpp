// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/router.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "plumbline/foundation/require.hpp"
#include "plumbline/server/problem.hpp"

namespace plumbline::server {
namespace {

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> out;
  std::size_t from = 1;
  while (from <= path.size()) {
    const std::size_t slash = std::min(path.find('/', from), path.size());
    out.emplace_back(path.substr(from, slash - from));
    from = slash + 1;
  }
  return out;
}

http::Method method_of(std::string_view name) {
  constexpr std::array kMethods = {http::Method::Get, http::Method::Post, http::Method::Put,
                                   http::Method::Patch, http::Method::Delete};
  const auto found = std::ranges::find(kMethods, name, http::name_of);
  PLUMBLINE_REQUIRE(found != kMethods.end());
  return *found;
}

/// Whether a path fits a pattern; gives what stands in the braces. Nothing is copied before that
/// is known.
bool matches(const std::vector<std::string>& pattern, std::string_view path,
             std::vector<std::string>& names) {
  std::size_t from = 1;
  std::array<std::string_view, 4> found;
  std::size_t count = 0;
  for (const std::string& segment : pattern) {
    if (from > path.size()) return false;
    const std::size_t slash = std::min(path.find('/', from), path.size());
    const std::string_view part = path.substr(from, slash - from);
    if (segment.starts_with('{')) {
      if (part.empty()) return false;
      found.at(count++) = part;
    } else if (segment != part) {
      return false;
    }
    from = slash + 1;
  }
  if (from <= path.size()) return false;
  names.assign(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count));
  return true;
}

http::Response not_allowed(const std::vector<std::string>& methods) {
  http::Response out =
      problem({ErrorCode::MethodNotAllowed, "", "this address takes other methods"});
  std::string list;
  for (const std::string& method : methods) list += (list.empty() ? "" : ", ") + method;
  out.headers.add("Allow", list);
  return out;
}

}  // namespace

Router::Router(std::vector<Route> routes) {
  routes_.reserve(routes.size());
  for (Route& route : routes) {
    routes_.push_back({split(route.doc.pattern), method_of(route.doc.method), std::move(route)});
  }
}

void Router::handle(http::Request request, http::Reply reply, const Gate& gate) const {
  const http::Method method =
      request.method == http::Method::Head ? http::Method::Get : request.method;
  Call call;
  std::vector<std::string> others;
  for (const Compiled& row : routes_) {
    if (!matches(row.segments, request.path, call.names)) continue;
    if (row.method != method) {
      others.push_back(row.route.doc.method);
      continue;
    }
    call.request = std::move(request);
    if (auto allowed = gate(row.route.doc, call); !allowed) return reply(problem(allowed.error()));
    return row.route.handle(std::move(call), std::move(reply));
  }
  if (!others.empty()) return reply(not_allowed(others));
  reply(problem({ErrorCode::NotFound, "", "there is nothing at this address"}));
}

std::vector<RouteDoc> Router::docs() const {
  std::vector<RouteDoc> out;
  out.reserve(routes_.size());
  for (const Compiled& row : routes_) out.push_back(row.route.doc);
  return out;
}

}  // namespace plumbline::server
