// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <utility>

#include "plumbline/server/problem.hpp"
#include "plumbline/server/routes.hpp"

namespace plumbline::server {
namespace {

json::Value audit_value(const storage::AuditRow& row,
                        const std::map<storage::DeviceNumber, storage::DeviceRow>& devices) {
  const auto device = devices.find(row.device);
  json::Value out;
  out.add("number", row.number);
  out.add("device", static_cast<std::int64_t>(row.device));
  out.add("device_name", device == devices.end() ? "" : device->second.name);
  out.add("action", row.action);
  out.add("day", format_date(LocalDate::from_days(row.day)));
  out.add("first_at", format_instant({row.first_ms, 0}));
  out.add("last_at", format_instant({row.last_ms, 0}));
  return out;
}

/// @param number  of the person, or kHousehold
void read_audit(Site& site, const Call& call, storage::PersonNumber number, http::Reply reply) {
  const std::string text = call.request.query_value("after").value_or("0");
  std::int64_t after = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), after);
  if (fault != std::errc() || end != text.data() + text.size()) {
    return reply(problem({ErrorCode::OutOfRange, "after", "expected a number of this list"}));
  }
  note(site, number, call.device, "audit.read");
  on_worker(site, std::move(reply),
            [number, after, devices = site.household.devices()](storage::Reader& reader,
                                                                http::Reply out) {
              auto rows = reader.audit(number, {.after = after});
              if (!rows) return out(problem(rows.error()));
              json::Array events;
              events.reserve(rows->size());
              for (const storage::AuditRow& row : *rows) {
                events.push_back(audit_value(row, devices));
              }
              json::Value body;
              body.add("events", std::move(events));
              out(answer(200, body));
            });
}

}  // namespace

std::vector<Route> audit_routes(Site* site) {
  const Schema event = Schema::record(
      "AuditEvent", {{"number", Schema::integer(), "To ask after."},
                     {"device", Schema::integer(), "0: the command line."},
                     {"device_name", Schema::text(), "Empty for a device that was removed."},
                     {"action", Schema::text(), "Such as agenda.read or entries.written."},
                     {"day", Schema::date(), ""},
                     {"first_at", Schema::instant(), "That day."},
                     {"last_at", Schema::instant(), "That day, to ten minutes."}});
  const RouteDoc household = {
      .method = "GET",
      .pattern = "/api/v1/audit",
      .name = "read_household_audit",
      .summary = "What was done to devices, codes and sessions: one row a device, action and day.",
      .access = Access::Device,
      .query = {{"after", Schema::integer(), "The number of the last row that is known."}},
      .answers = {{200, "The rows in order.",
                   Schema::record("Audit", {{"events", Schema::list(event), ""}})}}};
  const RouteDoc doc = {
      .method = "GET",
      .pattern = "/api/v1/people/{person}/audit",
      .name = "read_audit",
      .summary = "Who saw and changed what: one row a device, action and day.",
      .access = Access::Person,
      .query = {{"after", Schema::integer(), "The number of the last row that is known."}},
      .answers = {{200, "The rows in order.",
                   Schema::record("Audit", {{"events", Schema::list(event), ""}})}}};
  return {{doc,
           [site](const Call& call, http::Reply reply) {
             read_audit(*site, call, call.person.number, std::move(reply));
           }},
          {household, [site](const Call& call, http::Reply reply) {
             read_audit(*site, call, kHousehold, std::move(reply));
           }}};
}

}  // namespace plumbline::server
