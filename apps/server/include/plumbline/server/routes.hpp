// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plumbline/server/router.hpp"
#include "plumbline/server/site.hpp"

/// The routes of the server, by subject. Each says in its documentation what it takes and gives.
/// Without a site they can say that, but not be called.
namespace plumbline::server {

/// Whether the caller may use a route; finds session and person.
Result<void> check_access(Site& site, const RouteDoc& route, Call& call);

/// The body of a call as JSON, or an empty object where there is none.
Result<json::Value> body_of(const Call& call);

/// The `date` of a query; default: today where the server stands.
/// @error BadDate  at `date`
Result<LocalDate> day_of(const Site& site, const http::Request& request);

std::vector<Route> session_routes(Site* site);
std::vector<Route> pairing_routes(Site* site);
std::vector<Route> people_routes(Site* site);
std::vector<Route> passphrase_routes(Site* site);
std::vector<Route> entry_routes(Site* site);
std::vector<Route> agenda_routes(Site* site);
std::vector<Route> chunk_routes(Site* site);
std::vector<Route> audit_routes(Site* site);
std::vector<Route> export_routes(Site* site);
/// /health, /metrics, the page and its parts, documents about the interface itself.
std::vector<Route> site_routes(Site* site);

std::vector<Route> all_routes(Site* site);

/// A WebSocket that tells of new entries: `/api/v1/live?person=…`.
void open_live(Site& site, const http::Request& request, http::LiveReply reply);

}  // namespace plumbline::server
