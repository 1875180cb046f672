// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "plumbline/json/value.hpp"
#include "plumbline/server/schema.hpp"

namespace plumbline::server {

/// What somebody must have to call a route.
enum class Access : std::uint8_t {
  /// Nothing.
  Open,
  /// The session of a device that was paired.
  Device,
  /// Such a session, and the person's record is open in it.
  Person
};

/// A parameter of the query.
struct Parameter {
  std::string name;
  Schema schema;
  std::string meaning;
  Presence presence = Presence::Sometimes;
};

/// One way in which a route answers, problems apart.
struct AnswerDoc {
  int status = 200;
  std::string meaning;
  std::optional<Schema> body = std::nullopt;
  std::string media = "application/json";
};

/// What a route says about itself; written where the route is.
struct RouteDoc {
  std::string method;
  /// `/api/v1/people/{person}/agenda`
  std::string pattern;
  /// The name of the call in generated code.
  std::string name;
  std::string summary;
  Access access = Access::Open;
  std::vector<Parameter> query{};
  std::optional<Schema> takes = std::nullopt;
  std::vector<AnswerDoc> answers{};
};

/// The OpenAPI 3.1 document of a set of routes.
json::Value openapi(std::span<const RouteDoc> routes);

/// The same as a text with indentation, for people and for comparing versions.
std::string openapi_text(std::span<const RouteDoc> routes);

/// TypeScript types of everything that goes in or out, of the error codes, and a table of calls.
std::string typescript(std::span<const RouteDoc> routes);

}  // namespace plumbline::server
