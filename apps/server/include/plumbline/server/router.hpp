// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/http/handler.hpp"
#include "plumbline/server/household.hpp"
#include "plumbline/server/route_doc.hpp"

namespace plumbline::server {

/// One request that has found its route and may use it.
struct Call {
  http::Request request;
  /// What stands in the braces of the pattern, in order.
  std::vector<std::string> names;
  /// The session, for routes that need one; only to be used on the io thread and at once.
  Session* session = nullptr;
  storage::DeviceNumber device{};
  /// Whose record it is about, for routes that need one.
  Person person;
};

/// Called on the io thread; must not block.
using Handle = std::function<void(Call, http::Reply)>;

/// A route: what it says about itself, and what it does.
struct Route {
  RouteDoc doc;
  Handle handle;
};

/// Decides whether somebody may use a route: implemented over the household.
using Gate = std::function<Result<void>(const RouteDoc&, Call&)>;

/// Finds the route of a request. Patterns are matched segment by segment; `{name}` takes any one.
class Router {
 public:
  explicit Router(std::vector<Route> routes);
  /// Answers, or hands over to the route. HEAD is answered by GET.
  void handle(http::Request request, http::Reply reply, const Gate& gate) const;
  std::vector<RouteDoc> docs() const;

 private:
  struct Compiled {
    std::vector<std::string> segments;
    http::Method method;
    Route route;
  };
  std::vector<Compiled> routes_;
};

}  // namespace plumbline::server
