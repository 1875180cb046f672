// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "catalogue_bundle.hpp"
#include "plumbline/http/gzip.hpp"
#include "plumbline/server/assets.hpp"
#include "plumbline/server/metrics.hpp"
#include "plumbline/server/problem.hpp"
#include "plumbline/server/route_docs.hpp"
#include "plumbline/server/routes.hpp"
#include "plumbline/server/trust_door.hpp"

namespace plumbline::server {
namespace {

http::Response asset_response(const Asset& asset) {
  http::Response out = http::make_response(200, asset.content_type, asset.body);
  out.gzip_body = asset.gzip;
  out.headers.add("Cache-Control",
                  asset.is_immutable ? "public, max-age=31536000, immutable" : "no-cache");
  return out;
}

void give_asset(const http::Request& request, http::Reply reply) {
  if (const Asset* asset = find_asset(request.path)) return reply(asset_response(*asset));
  reply(problem({ErrorCode::NotFound, "", "there is no such file"}));
}

/// A page of the program itself, or what belongs to it at a fixed address.
Route page(const char* path, const char* name, const char* summary,
           const char* content_type = "text/html") {
  return {{.method = "GET",
           .pattern = path,
           .name = name,
           .summary = summary,
           .answers = {{200, "The file.", std::nullopt, content_type}}},
          [](const Call& call, http::Reply reply) { give_asset(call.request, std::move(reply)); }};
}

Schema health_schema() {
  return Schema::record("Health", {{"status", Schema::words({"ok", "cannot-write"}), ""},
                                   {"version", Schema::text(), ""}});
}

Route health(Site* site) {
  return {{.method = "GET",
           .pattern = "/health",
           .name = "health",
           .summary = "Whether the server is well.",
           .answers = {{200, "It is.", health_schema()},
                       {503, "It could not store what it last had to store.", health_schema()}}},
          [site](const Call&, http::Reply reply) {
            const bool well = !site->database.figures().fault;
            json::Value body;
            body.add("status", well ? "ok" : "cannot-write");
            body.add("version", site->version);
            reply(answer(well ? 200 : 503, body));
          }};
}

Route metrics(Site* site) {
  return {
      {.method = "GET",
       .pattern = "/metrics",
       .name = "metrics",
       .summary = "Figures for Prometheus; only for this computer unless set otherwise.",
       .answers = {{200, "Prometheus text.", std::nullopt, "text/plain"}}},
      [site](const Call& call, http::Reply reply) {
        // A proxy on this computer would make everybody look local.
        const bool local = call.request.from_loopback && site->config.public_origin.empty();
        if (!local && !site->config.metrics_for_all) {
          return reply(problem({ErrorCode::Forbidden, "", "only this computer may see figures"}));
        }
        reply(http::make_response(200, "text/plain; version=0.0.4; charset=utf-8",
                                  metrics_text(*site)));
      }};
}

/// What a code means, for people who follow the link in a problem.
Route problems() {
  return {{.method = "GET",
           .pattern = "/problems/{code}",
           .name = "explain_problem",
           .summary = "What an error code means.",
           .answers = {{200, "One sentence.", std::nullopt, "text/plain"}}},
          [](const Call& call, http::Reply reply) {
            const auto codes = all_error_codes();
            const auto code = std::ranges::find(codes, call.names.front(), slug);
            if (code != codes.end()) {
              return reply(http::make_response(200, "text/plain; charset=utf-8",
                                               std::string(meaning(*code)) + "\n"));
            }
            reply(problem({ErrorCode::NotFound, "code", "there is no such code"}));
          }};
}

Route catalogue(const Site* site) {
  const auto text = http::share(std::string(bundled_catalogue_text()));
  const auto gzip = http::share(http::compress_gzip(*text));
  return {{.method = "GET",
           .pattern = "/api/v1/catalog",
           .name = "get_catalog",
           .summary = "Every exercise: texts, doses, movement.",
           .answers = {{200, "Documents by file name.", Schema::free_object()},
                       {304, "Nothing has changed since the ETag that was sent."}}},
          [text, gzip, site](const Call& call, http::Reply reply) {
            const std::string etag = "W/\"" + site->records.basis() + "\"";
            const auto known = call.request.header("If-None-Match");
            http::Response out;
            if (known && known->find(etag) != std::string_view::npos) {
              out.status = 304;
            } else {
              out = http::make_response(200, "application/json", text);
              out.gzip_body = gzip;
            }
            out.headers.add("ETag", etag);
            out.headers.add("Cache-Control", "no-cache");
            reply(std::move(out));
          }};
}

/// The certificate authority of the house, for phones to trust.
Route authority(Site* site) {
  return {{.method = "GET",
           .pattern = "/ca.crt",
           .name = "get_authority",
           .summary = "The certificate of this server's own authority (DER).",
           .answers = {{200, "The certificate.", std::nullopt, "application/x-x509-ca-cert"}}},
          [site](const Call&, http::Reply reply) {
            if (site->authority_der.empty()) {
              return reply(problem(
                  {ErrorCode::NotFound, "", "there is none: the server does not run with --lan"}));
            }
            reply(http::make_response(200, "application/x-x509-ca-cert", site->authority_der));
          }};
}

Route trust(Site* site) {
  return {{.method = "GET",
           .pattern = "/trust",
           .name = "trust_page",
           .summary = "How a phone comes to trust this server.",
           .answers = {{200, "The page.", std::nullopt, "text/html"}}},
          [site](const Call&, http::Reply reply) {
            reply(http::make_response(200, "text/html; charset=utf-8",
                                      trust_page(site->authority_fingerprint)));
          }};
}

}  // namespace

std::vector<Route> site_routes(Site* site) {
  std::vector<Route> out;
  out.push_back(health(site));
  out.push_back(metrics(site));
  out.push_back(problems());
  out.push_back(catalogue(site));
  out.push_back(authority(site));
  out.push_back(trust(site));
  out.push_back(page("/", "home_page", "The page for people."));
  out.push_back(page("/sw.js", "service_worker", "What keeps the page at hand without a network.",
                     "text/javascript"));
  out.push_back(page("/manifest.webmanifest", "web_manifest", "How the page is installed.",
                     "application/manifest+json"));
  out.push_back(
      {{.method = "GET",
        .pattern = "/assets/{file}",
        .name = "get_asset",
        .summary = "A part of the page.",
        .answers = {{200, "Its bytes.", std::nullopt, "application/octet-stream"}}},
       [](const Call& call, http::Reply reply) { give_asset(call.request, std::move(reply)); }});
  return out;
}

namespace {

std::vector<RouteDoc> docs_of(const std::vector<Route>& routes) {
  std::vector<RouteDoc> out;
  out.reserve(routes.size());
  for (const Route& route : routes) out.push_back(route.doc);
  return out;
}

}  // namespace

std::vector<Route> all_routes(Site* site) {
  std::vector<Route> out;
  // The most used ones first: routes are looked through in order.
  for (auto part : {agenda_routes, entry_routes, session_routes, people_routes, passphrase_routes,
                    pairing_routes, chunk_routes, audit_routes, export_routes, site_routes}) {
    for (Route& route : part(site)) out.push_back(std::move(route));
  }
  const auto document = std::make_shared<std::string>();
  out.push_back({{.method = "GET",
                  .pattern = "/openapi.json",
                  .name = "get_openapi",
                  .summary = "This interface as an OpenAPI 3.1 document.",
                  .answers = {{200, "The document.", Schema::free_object()}}},
                 [document](const Call&, http::Reply reply) {
                   reply(http::make_response(200, "application/json", *document));
                 }});
  *document = openapi_text(docs_of(out));
  return out;
}

std::vector<RouteDoc> route_docs() { return docs_of(all_routes(nullptr)); }

}  // namespace plumbline::server
