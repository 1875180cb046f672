// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "plumbline/http/gzip.hpp"
#include "plumbline/server/clock.hpp"
#include "plumbline/server/problem.hpp"
#include "plumbline/server/routes.hpp"

namespace plumbline::server {
namespace {

http::Response ready_response(const http::Request& request, const ReadyAgenda& agenda) {
  http::Response out;
  const auto known = request.header("If-None-Match");
  if (known && known->find(agenda.etag) != std::string_view::npos) {
    out.status = 304;
  } else {
    out = http::make_response(200, "application/json", agenda.text);
    out.gzip_body = agenda.gzip;
  }
  out.headers.add("ETag", agenda.etag);
  out.headers.add("Cache-Control", "private, no-cache");
  return out;
}

/// Keeps a derived agenda in the database, where it outlives the process: one for each person, and
/// only around today, so that looking through a calendar fills no disk.
void store(Site& site, const Owner& owner, LocalDate date, const DerivedAgenda& derived) {
  const std::int32_t away = date.since(local_day(site.now_ms()));
  if (away < -1 || away > 1) return;
  const std::string day = format_date(date);
  storage::CacheRow row{derived.seq, site.records.basis(),
                        seal_text(owner, "agenda", day, derived.text)};
  site.database.submit(
      [person = owner.number, day, row = std::move(row)](storage::Transaction& change) {
        auto done = change.drop_cached(person);
        return done ? change.put_cached(person, storage::CacheKind::Agenda, day, row) : done;
      },
      [](const Result<void>&) {});
}

/// Gives everybody who waits what was derived, and keeps it if nothing has changed meanwhile.
void hand_out(Site& site, const Person& person, LocalDate date, std::uint64_t changes,
              Result<DerivedAgenda> derived) {
  auto waiting = site.agendas.collect(person.number, date);
  if (!derived) {
    for (auto& [request, reply] : waiting) reply(problem(derived.error()));
    return;
  }
  ReadyAgenda ready;
  ready.gzip = http::share(http::compress_gzip(derived->text));
  ready.etag = "W/\"" + site.lineage + "." + std::to_string(derived->seq) + "." +
               format_date(date) + "." + site.records.basis() + "\"";
  ready.text = http::share(std::move(derived->text));
  for (auto& [request, reply] : waiting) reply(ready_response(request, ready));
  if (site.agendas.changes(person.number) == changes) {
    site.agendas.keep(person.number, date, std::move(ready));
  }
}

void derive(Site& site, const Person& person, LocalDate date) {
  const std::uint64_t changes = site.agendas.changes(person.number);
  auto posted = site.workers->post([&site, person, date, changes](storage::Reader& reader) {
    const auto owner = owner_of(site, person);
    auto derived = owner ? site.records.agenda(reader, *owner, date)
                         : Result<DerivedAgenda>(std::unexpected(owner.error()));
    if (derived && !derived->was_stored) store(site, *owner, date, *derived);
    auto shared = std::make_shared<Result<DerivedAgenda>>(std::move(derived));
    site.on_io([&site, person, date, changes, shared] {
      hand_out(site, person, date, changes, std::move(*shared));
    });
  });
  if (!posted) hand_out(site, person, date, changes, std::unexpected(posted.error()));
}

void give_agenda(Site& site, Call call, http::Reply reply) {
  const auto date = day_of(site, call.request);
  if (!date) return reply(problem(date.error()));
  note(site, call.person.number, call.device, "agenda.read");
  if (const ReadyAgenda* ready = site.agendas.find(call.person.number, *date)) {
    return reply(ready_response(call.request, *ready));
  }
  if (site.agendas.wait(call.person.number, *date, std::move(call.request), std::move(reply))) {
    derive(site, call.person, *date);
  }
}

}  // namespace

Result<LocalDate> day_of(const Site& site, const http::Request& request) {
  const auto text = request.query_value("date");
  if (!text) return local_day(site.now_ms());
  auto date = parse_date(*text);
  if (!date) date.error().where = "date";
  return date;
}

std::vector<Route> agenda_routes(Site* site) {
  return {
      {{.method = "GET",
        .pattern = "/api/v1/people/{person}/agenda",
        .name = "get_agenda",
        .summary = "What to do on a day and in the week around it, and why.",
        .access = Access::Person,
        .query = {{"date", Schema::date(), "The day; default: today by the server's clock."}},
        .answers = {{200, "The agenda, as `plumbline replay` prints it.", Schema::free_object()},
                    {304, "Nothing has changed since the ETag that was sent."}}},
       [site](Call call, http::Reply reply) {
         give_agenda(*site, std::move(call), std::move(reply));
       }}};
}

}  // namespace plumbline::server
