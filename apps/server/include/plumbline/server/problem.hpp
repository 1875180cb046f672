// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/foundation/error.hpp"
#include "plumbline/http/response.hpp"
#include "plumbline/json/value.hpp"

namespace plumbline::server {

/// A fault as problem details (RFC 9457): type, title, status, code, detail and, where there is
/// one, the place.
json::Value problem_value(const Error& error);

/// The same as an answer. Faults of our own (5xx) keep their detail: it names no person.
http::Response problem(const Error& error);

/// A JSON answer that no cache keeps.
http::Response answer(int status, const json::Value& body);

/// 204.
http::Response no_content();

}  // namespace plumbline::server
