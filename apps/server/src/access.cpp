// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "plumbline/json/parse.hpp"
#include "plumbline/server/routes.hpp"

namespace plumbline::server {
namespace {

/// Requests that change something must come from our own pages (CSRF): a page of another site
/// cannot send this content type without asking first, browsers name the origin, and the cookie is
/// SameSite=Strict. Any of the three alone would do.
Result<void> check_origin(const Site& site, const http::Request& request) {
  if (http::is_safe(request.method)) return {};
  const auto origin = request.header("Origin");
  if (origin && !is_own_origin(site, *origin, request)) {
    return fail(ErrorCode::WrongOrigin, "Origin", "the request comes from another site's page");
  }
  const auto from = request.header("Sec-Fetch-Site");
  if (from && *from != "same-origin" && *from != "none") {
    return fail(ErrorCode::WrongOrigin, "Sec-Fetch-Site",
                "the request comes from another site's page");
  }
  if (request.body.empty()) return {};
  const auto type = request.header("Content-Type");
  const std::string_view media = type ? type->substr(0, type->find(';')) : "";
  if (media != "application/json" && media != "application/octet-stream") {
    return fail(ErrorCode::UnsupportedMedia, "Content-Type",
                "expected application/json, or application/octet-stream for a chunk");
  }
  return {};
}

Result<void> find_session(Site& site, Call& call) {
  const auto cookie = call.request.cookie(site.cookie);
  if (cookie) call.session = site.household.use_session(*cookie, site.now_ms());
  if (call.session == nullptr) {
    return fail(ErrorCode::SignedOut, "",
                "pair this device with the link that the server printed, or from a paired device");
  }
  call.device = call.session->device;
  return {};
}

Result<void> find_person(Site& site, Call& call, bool must_be_open) {
  const Person* person = call.names.empty() ? nullptr : site.household.find(call.names.front());
  if (person == nullptr) return fail(ErrorCode::NotFound, "person", "nobody here has this id");
  if (must_be_open && !site.household.is_open(*call.session, *person, site.now_ms())) {
    return fail(ErrorCode::RecordClosed, "person", "open the record with its passphrase first");
  }
  call.person = *person;
  return {};
}

}  // namespace

Result<void> check_access(Site& site, const RouteDoc& route, Call& call) {
  if (auto own = check_origin(site, call.request); !own) return own;
  if (route.access == Access::Open) return {};
  if (auto session = find_session(site, call); !session) return session;
  if (route.pattern.find("{person}") == std::string::npos) return {};
  return find_person(site, call, route.access == Access::Person);
}

Result<json::Value> body_of(const Call& call) {
  if (call.request.body.empty()) return json::Value(json::Object{});
  return json::parse(call.request.body);
}

}  // namespace plumbline::server
