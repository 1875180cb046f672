// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "plumbline/server/problem.hpp"
#include "plumbline/server/routes.hpp"

namespace plumbline::server {

void open_live(Site& site, const http::Request& request, http::LiveReply reply) {
  if (request.path != "/api/v1/live") {
    return reply.refuse(
        problem({ErrorCode::NotFound, "", "there is no live address of this name"}));
  }
  const auto cookie = request.cookie(site.cookie);
  Session* session = cookie ? site.household.use_session(*cookie, site.now_ms()) : nullptr;
  if (session == nullptr) {
    return reply.refuse(problem({ErrorCode::SignedOut, "", "pair this device first"}));
  }
  const Person* person = site.household.find(request.query_value("person").value_or(""));
  if (person == nullptr) {
    return reply.refuse(problem({ErrorCode::NotFound, "person", "nobody here has this id"}));
  }
  if (!site.household.is_open(*session, *person, site.now_ms())) {
    return reply.refuse(
        problem({ErrorCode::RecordClosed, "person", "open the record with its passphrase first"}));
  }
  note(site, person->number, session->device, "live.opened");
  const auto number = std::make_shared<std::uint64_t>(0);
  http::LiveEvents events;
  events.opened = [&site, person = person->number, token = session->token,
                   number](http::LiveSink sink) {
    *number = site.live.join(person, token, std::move(sink));
  };
  // Nothing is expected from the browser: it pushes over HTTP.
  events.message = [](std::string_view) {};
  events.closed = [&site, person = person->number, number] { site.live.leave(person, *number); };
  reply.accept(std::move(events));
}

}  // namespace plumbline::server
