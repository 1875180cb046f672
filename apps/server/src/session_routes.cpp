// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "plumbline/json/object_reader.hpp"
#include "plumbline/server/clock.hpp"
#include "plumbline/server/names.hpp"
#include "plumbline/server/problem.hpp"
#include "plumbline/server/routes.hpp"
#include "plumbline/vault/token.hpp"

namespace plumbline::server {
namespace {

constexpr std::size_t kLongestName = 80;

struct Claim {
  std::string code;
  std::string device_name;
};

Result<Claim> read_claim(const Call& call) {
  const auto body = body_of(call);
  if (!body) return std::unexpected(body.error());
  const json::Pointer root;
  json::ObjectReader object(*body, root);
  Claim out;
  object.required("code", out.code);
  object.required("device_name", out.device_name);
  if (object.ok() && !is_name(out.device_name, kLongestName)) {
    object.report({ErrorCode::OutOfRange, "/device_name",
                   "expected 1 to 80 bytes on one line, without control characters"});
  }
  return object.finish(std::move(out));
}

/// The Set-Cookie line of a session; an empty token takes the cookie away.
std::string cookie_line(const Site& site, std::string_view token, std::int64_t seconds) {
  const bool secure = site.cookie.starts_with(kSecureCookie);
  return site.cookie + "=" + std::string(token) + "; Path=/; HttpOnly; SameSite=Strict" +
         (secure ? "; Secure" : "") + "; Max-Age=" + std::to_string(seconds);
}

/// A device and its first session, made in one transaction.
struct Paired {
  storage::DeviceRow device;
  storage::SessionRow session;
};

Result<Paired> pair(storage::Transaction& change, const Claim& claim, const std::string& token,
                    std::int64_t now_ms, std::int64_t absolute_ms) {
  auto used = change.take_pairing(vault::fingerprint(claim.code), now_ms);
  if (!used) return std::unexpected(std::move(used.error()));
  auto number = change.add_device(claim.device_name, now_ms);
  if (!number) return std::unexpected(std::move(number.error()));
  Paired out;
  out.device = {*number, claim.device_name, now_ms, now_ms};
  out.session = {vault::fingerprint(token), *number, now_ms, now_ms, now_ms + absolute_ms, {}};
  auto added = change.add_session(out.session);
  if (!added) return std::unexpected(std::move(added.error()));
  return out;
}

json::Value session_value(Site& site, const Session& session) {
  json::Value out;
  const auto device = site.household.devices().find(session.device);
  out.add("device", static_cast<std::int64_t>(session.device));
  out.add("device_name", device == site.household.devices().end() ? "" : device->second.name);
  out.add("expires_at", format_instant({session.expires_ms, 0}));
  out.add("lineage", site.lineage);
  return out;
}

Schema session_schema() {
  return Schema::record("Session",
                        {{"device", Schema::integer(), "Number of this device."},
                         {"device_name", Schema::text(), ""},
                         {"expires_at", Schema::instant(), "Then it has to be paired again."},
                         {"lineage", Schema::text(), "Changes when the server was restored."}});
}

Error wrong_code() {
  return {ErrorCode::WrongSecret, "/code",
          "the code is unknown, used already or too old; get a new one"};
}

void claim_device(Site& site, const Call& call, http::Reply reply) {
  auto claim = read_claim(call);
  if (!claim) return reply(problem(claim.error()));
  const std::string& peer = call.request.peer;
  if (!site.tries.allow("code from " + peer, peer)) {
    return reply(site.tries.refusal("code from " + peer, peer, "too many wrong codes"));
  }
  const std::string token = vault::random_token();
  const std::int64_t absolute_ms = site.config.absolute_days * kDayMs;
  const std::string cookie = cookie_line(site, token, absolute_ms / 1000);
  write_then<Paired>(
      site, std::move(reply),
      [claim = *claim, token, now = site.now_ms(), absolute_ms](storage::Transaction& change) {
        return pair(change, claim, token, now, absolute_ms);
      },
      [&site, cookie, peer](Result<Paired> paired, http::Reply out) {
        if (!paired) {
          const bool unknown = paired.error().code == ErrorCode::NotFound;
          return out(problem(unknown ? wrong_code() : paired.error()));
        }
        site.tries.forgive("code from " + peer, peer);
        note(site, kHousehold, paired->device.number, "device.paired");
        site.household.add(paired->device);
        const storage::SessionRow& row = paired->session;
        const Session session{row.token,   row.device, row.created_ms, row.used_ms, row.expires_ms,
                              row.used_ms, {}};
        site.household.add(session);
        http::Response response = answer(201, session_value(site, session));
        response.headers.add("Set-Cookie", cookie);
        out(std::move(response));
      });
}

/// Ends this session in the database, then in memory, then takes the cookie away.
void sign_out(Site& site, const Call& call, http::Reply reply) {
  const storage::TokenFingerprint token = call.session->token;
  const std::string cookie = cookie_line(site, "", 0);
  write_then<bool>(
      site, std::move(reply),
      [token](storage::Transaction& change) -> Result<bool> {
        auto done = change.end_session(token);
        if (!done) return std::unexpected(std::move(done.error()));
        return true;
      },
      [&site, token, cookie](Result<bool> done, http::Reply out) {
        if (!done) return out(problem(done.error()));
        site.household.end_session(token);
        site.live.close_session(token);
        http::Response response = no_content();
        response.headers.add("Set-Cookie", cookie);
        out(std::move(response));
      });
}

/// Ends every session but one, if that one is there.
Result<bool> keep_only(storage::Transaction& change, const storage::TokenFingerprint& token) {
  auto kept = change.session(token);
  if (!kept) return std::unexpected(std::move(kept.error()));
  if (!kept->has_value()) return fail(ErrorCode::SignedOut, "", "this session is over");
  auto done = change.end_all_sessions();
  if (done) done = change.add_session(**kept);
  if (!done) return std::unexpected(std::move(done.error()));
  return true;
}

/// Ends every session but this one, so that nobody locks themselves out.
void sign_out_others(Site& site, const Call& call, http::Reply reply) {
  const storage::TokenFingerprint token = call.session->token;
  write_then<bool>(
      site, std::move(reply),
      [token](storage::Transaction& change) { return keep_only(change, token); },
      [&site, token, device = call.device](Result<bool> done, http::Reply out) {
        if (!done) return out(problem(done.error()));
        note(site, kHousehold, device, "others.signed_out");
        site.household.end_other_sessions(token);
        // This device's own live sockets are closed too; they come back at once.
        site.live.close_all();
        out(no_content());
      });
}

RouteDoc claim_doc() {
  return {.method = "POST",
          .pattern = "/api/v1/claim",
          .name = "claim_device",
          .summary =
              "Pairs this device with a code from the console or from a paired device. A "
              "code works once and not for long.",
          .takes = Schema::record("Claim", {{"code", Schema::text(), ""},
                                            {"device_name", Schema::text(), "1 to 80 bytes."}}),
          .answers = {{201, "The session; its cookie is set.", session_schema()}}};
}

}  // namespace

std::vector<Route> session_routes(Site* site) {
  const RouteDoc get = {.method = "GET",
                        .pattern = "/api/v1/session",
                        .name = "get_session",
                        .summary = "Who this device is.",
                        .access = Access::Device,
                        .answers = {{200, "The session.", session_schema()}}};
  const RouteDoc end = {.method = "DELETE",
                        .pattern = "/api/v1/session",
                        .name = "sign_out",
                        .summary = "Signs this device out.",
                        .access = Access::Device,
                        .answers = {{204, "Signed out."}}};
  const RouteDoc end_all = {.method = "DELETE",
                            .pattern = "/api/v1/sessions",
                            .name = "sign_out_others",
                            .summary = "Signs every other device out.",
                            .access = Access::Device,
                            .answers = {{204, "Signed out."}}};
  return {
      {claim_doc(), [site](const Call& call,
                           http::Reply reply) { claim_device(*site, call, std::move(reply)); }},
      {get, [site](const Call& call,
                   http::Reply reply) { reply(answer(200, session_value(*site, *call.session))); }},
      {end,
       [site](const Call& call, http::Reply reply) { sign_out(*site, call, std::move(reply)); }},
      {end_all, [site](const Call& call, http::Reply reply) {
         sign_out_others(*site, call, std::move(reply));
       }}};
}

}  // namespace plumbline::server
