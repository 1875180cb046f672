// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/site.hpp"

#include "plumbline/json/write.hpp"
#include "plumbline/server/audit.hpp"
#include "plumbline/server/clock.hpp"
#include "plumbline/server/problem.hpp"
#include "plumbline/server/push.hpp"

namespace plumbline::server {
namespace {

constexpr std::int64_t kTenMinutesMs = 10 * kMinuteMs;
/// So many different things in ten minutes are no household; older ones are forgotten then.
constexpr std::size_t kMostNoted = 100'000;

}  // namespace

bool is_own_origin(const Site& site, std::string_view origin, const http::Request& request) {
  if (!site.config.public_origin.empty() &&
      http::equal_without_case(origin, site.config.public_origin)) {
    return true;
  }
  // Behind a proxy the public name is only ours as the proxy serves it.
  if (host_of_origin(site.config.public_origin) == request.host) return false;
  return http::equal_without_case(origin,
                                  (request.secure ? "https://" : "http://") + request.authority);
}

std::string public_origin(const Site& site, const http::Request& request) {
  if (!site.config.public_origin.empty()) return site.config.public_origin;
  // Phones cannot use an address that only this computer knows.
  if (!site.lan_address.empty() && request.from_loopback) return site.lan_address;
  return (request.secure ? "https://" : "http://") + request.authority;
}

Result<Owner> owner_of(const Site& site, const Person& person) {
  auto key = site.keys.fetch(person.id);
  if (!key) return std::unexpected(std::move(key.error()));
  return Owner{person.number, person.id, *key};
}

void on_worker(Site& site, http::Reply reply,
               std::move_only_function<void(storage::Reader&, http::Reply)> job) {
  auto shared = std::make_shared<http::Reply>(std::move(reply));
  auto posted = site.workers->post([shared, job = std::move(job)](storage::Reader& reader) mutable {
    job(reader, std::move(*shared));
  });
  if (!posted && *shared) (*shared)(problem(posted.error()));
}

void note(Site& site, storage::PersonNumber person, storage::DeviceNumber device,
          std::string_view action) {
  const std::int64_t now = site.now_ms();
  if (site.noted.size() > kMostNoted) site.noted.clear();
  const auto [at, added] =
      site.noted.emplace(person, device, std::string(action), now / kTenMinutesMs);
  if (!added) return;
  site.database.submit([person, event = audit_event(device, action, now)](
                           storage::Transaction& change) { return change.note(person, event); },
                       [](const Result<void>&) {});
}

void entries_arrived(Site& site, storage::PersonNumber person, const std::string& person_id,
                     std::int64_t last_seq) {
  site.agendas.changed(person);
  if (!site.live.has_listeners(person)) return;
  json::Value notice;
  notice.add("person", person_id);
  notice.add("cursor", format_cursor(site.lineage, last_seq));
  site.live.tell(person, json::write(notice));
}

}  // namespace plumbline::server
