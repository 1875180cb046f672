// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <utility>

#include "plumbline/server/pairing.hpp"
#include "plumbline/server/problem.hpp"
#include "plumbline/server/qr_code.hpp"
#include "plumbline/server/routes.hpp"
#include "plumbline/vault/token.hpp"

namespace plumbline::server {

NewPairing make_pairing(std::int64_t now_ms, std::int64_t minutes) {
  NewPairing out;
  out.code = vault::random_token();
  out.row = {vault::fingerprint(out.code), now_ms, now_ms + minutes * 60'000};
  return out;
}

std::string pairing_link(const std::string& origin, const std::string& code) {
  // Behind the number sign: browsers do not send it, so it is in no log and no Referer.
  return origin + "/#code=" + code;
}

namespace {

void create_pairing(Site& site, const Call& call, http::Reply reply) {
  const NewPairing pairing = make_pairing(site.now_ms(), site.config.link_minutes);
  const std::string link = pairing_link(public_origin(site, call.request), pairing.code);
  write_then<bool>(
      site, std::move(reply),
      [row = pairing.row](storage::Transaction& change) -> Result<bool> {
        auto done = change.add_pairing(row);
        if (!done) return std::unexpected(std::move(done.error()));
        return true;
      },
      [&site, pairing, link, device = call.device](Result<bool> done, http::Reply out) {
        if (!done) return out(problem(done.error()));
        const bool far = !site.lan_address.empty() || !site.config.public_origin.empty();
        note(site, kHousehold, device, "code.made");
        json::Value body;
        body.add("link", link);
        body.add("code", pairing.code);
        body.add("qr_svg", qr_svg(link));
        body.add("expires_at", format_instant({pairing.row.expires_ms, 0}));
        body.add("other_computers", far);
        http::Response response = answer(201, body);
        response.compressible = false;
        out(std::move(response));
      });
}

json::Value device_value(const storage::DeviceRow& row, storage::DeviceNumber own) {
  json::Value out;
  out.add("device", static_cast<std::int64_t>(row.number));
  out.add("name", row.name);
  out.add("paired_at", format_instant({row.paired_ms, 0}));
  out.add("seen_at", format_instant({row.seen_ms, 0}));
  out.add("this_device", row.number == own);
  return out;
}

void list_devices(Site& site, const Call& call, http::Reply reply) {
  json::Array devices;
  for (const auto& [number, row] : site.household.devices()) {
    devices.push_back(device_value(row, call.device));
  }
  json::Value body;
  body.add("devices", std::move(devices));
  reply(answer(200, body));
}

void remove_device(Site& site, const Call& call, http::Reply reply) {
  const std::string& text = call.names.front();
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const storage::DeviceNumber device{number};
  if (fault != std::errc() || end != text.data() + text.size() ||
      !site.household.devices().contains(device)) {
    return reply(problem({ErrorCode::NotFound, "device", "there is no such device"}));
  }
  write_then<bool>(
      site, std::move(reply),
      [device](storage::Transaction& change) -> Result<bool> {
        auto done = change.remove_device(device);
        if (!done) return std::unexpected(std::move(done.error()));
        return true;
      },
      [&site, device, by = call.device](Result<bool> done, http::Reply out) {
        if (!done) return out(problem(done.error()));
        note(site, kHousehold, by, "device.removed");
        site.household.remove_device(device);
        site.live.close_all();
        out(no_content());
      });
}

RouteDoc pairing_doc() {
  return {
      .method = "POST",
      .pattern = "/api/v1/pairings",
      .name = "create_pairing",
      .summary = "Makes a link and QR code with which one more device can be paired.",
      .access = Access::Device,
      .answers = {{201, "The link; it works once.",
                   Schema::record("Pairing", {{"link", Schema::text(), ""},
                                              {"code", Schema::text(), "The part that counts."},
                                              {"qr_svg", Schema::text(), "The link as a picture."},
                                              {"expires_at", Schema::instant(), ""},
                                              {"other_computers", Schema::truth(),
                                               "False: the server listens to this computer only "
                                               "(start it with --lan)."}})}}};
}

RouteDoc devices_doc() {
  const Schema device = Schema::record("Device", {{"device", Schema::integer(), ""},
                                                  {"name", Schema::text(), ""},
                                                  {"paired_at", Schema::instant(), ""},
                                                  {"seen_at", Schema::instant(), ""},
                                                  {"this_device", Schema::truth(), ""}});
  return {.method = "GET",
          .pattern = "/api/v1/devices",
          .name = "list_devices",
          .summary = "The devices that are paired.",
          .access = Access::Device,
          .answers = {{200, "All of them.",
                       Schema::record("Devices", {{"devices", Schema::list(device), ""}})}}};
}

}  // namespace

std::vector<Route> pairing_routes(Site* site) {
  const RouteDoc removal = {.method = "DELETE",
                            .pattern = "/api/v1/devices/{device}",
                            .name = "remove_device",
                            .summary = "Signs a device out for good. What it wrote stays.",
                            .access = Access::Device,
                            .answers = {{204, "Removed."}}};
  return {
      {pairing_doc(), [site](const Call& call,
                             http::Reply reply) { create_pairing(*site, call, std::move(reply)); }},
      {devices_doc(), [site](const Call& call,
                             http::Reply reply) { list_devices(*site, call, std::move(reply)); }},
      {removal, [site](const Call& call, http::Reply reply) {
         remove_device(*site, call, std::move(reply));
       }}};
}

}  // namespace plumbline::server
