// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "plumbline/server/problem.hpp"
#include "plumbline/server/routes.hpp"

namespace plumbline::server {
namespace {

constexpr std::string_view kChunk = "chunk";

void put_chunk(Site& site, Call call, http::Reply reply) {
  const std::string id = call.names.at(1);
  if (!is_chunk_id(id)) {
    return reply(problem({ErrorCode::BadId, "chunk",
                          "expected 1 to 64 letters, digits, points, hyphens or underscores"}));
  }
  const auto owner = owner_of(site, call.person);
  if (!owner) return reply(problem(owner.error()));
  on_worker(site, std::move(reply),
            [&site, owner = *owner, id, body = std::move(call.request.body), now = site.now_ms(),
             device = call.device](storage::Reader&, http::Reply out) {
              const storage::ChunkRow row{id, vault::digest(owner.key, body), now,
                                          seal_text(owner, kChunk, id, body)};
              write_then<bool>(
                  site, std::move(out),
                  [number = owner.number, row](storage::Transaction& change) -> Result<bool> {
                    auto done = change.put_chunk(number, row);
                    if (!done) return std::unexpected(std::move(done.error()));
                    return true;
                  },
                  [&site, number = owner.number, device](Result<bool> done, http::Reply last) {
                    if (!done) return last(problem(done.error()));
                    note(site, number, device, "chunks.written");
                    last(no_content());
                  });
            });
}

void get_chunk(Site& site, const Call& call, http::Reply reply) {
  const auto owner = owner_of(site, call.person);
  if (!owner) return reply(problem(owner.error()));
  note(site, call.person.number, call.device, "chunks.read");
  on_worker(site, std::move(reply),
            [owner = *owner, id = call.names.at(1)](storage::Reader& reader, http::Reply out) {
              auto row = reader.chunk(owner.number, id);
              if (!row) return out(problem(row.error()));
              if (!row->has_value()) {
                return out(problem({ErrorCode::NotFound, "chunk", "there is no such chunk"}));
              }
              auto text = open_text(owner, kChunk, id, (*row)->sealed);
              if (!text) return out(problem(text.error()));
              http::Response response =
                  http::make_response(200, "application/octet-stream", std::move(*text));
              response.headers.add("Cache-Control", "private, no-store");
              out(std::move(response));
            });
}

}  // namespace

std::vector<Route> chunk_routes(Site* site) {
  const RouteDoc put = {.method = "PUT",
                        .pattern = "/api/v1/people/{person}/chunks/{chunk}",
                        .name = "put_chunk",
                        .summary =
                            "Stores a stretch of a recording, as bytes; an entry refers to "
                            "it. Written once.",
                        .access = Access::Person,
                        .answers = {{204, "Stored."}}};
  const RouteDoc get = {.method = "GET",
                        .pattern = "/api/v1/people/{person}/chunks/{chunk}",
                        .name = "get_chunk",
                        .summary = "Gives a stretch of a recording.",
                        .access = Access::Person,
                        .answers = {{200, "Its bytes.", std::nullopt, "application/octet-stream"}}};
  return {{put, [site](Call call,
                       http::Reply reply) { put_chunk(*site, std::move(call), std::move(reply)); }},
          {get, [site](const Call& call, http::Reply reply) {
             get_chunk(*site, call, std::move(reply));
           }}};
}

}  // namespace plumbline::server
