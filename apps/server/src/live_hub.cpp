// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/live_hub.hpp"

#include <utility>

#include "plumbline/http/response.hpp"

namespace plumbline::server {
namespace {

/// RFC 6455, 7.4.2: codes from 4000 on are for the application.
constexpr std::uint16_t kSignedOut = 4001;
constexpr std::uint16_t kRecordClosed = 4002;

}  // namespace

std::uint64_t LiveHub::join(storage::PersonNumber person, const storage::TokenFingerprint& session,
                            http::LiveSink sink) {
  const std::uint64_t number = next_++;
  rooms_[person].push_back({number, session, std::move(sink)});
  return number;
}

void LiveHub::leave(storage::PersonNumber person, std::uint64_t number) {
  const auto room = rooms_.find(person);
  if (room == rooms_.end()) return;
  std::erase_if(room->second, [&](const Listener& l) { return l.number == number; });
  if (room->second.empty()) rooms_.erase(room);
}

void LiveHub::tell(storage::PersonNumber person, const std::string& text) {
  const auto room = rooms_.find(person);
  if (room == rooms_.end()) return;
  const http::SharedText shared = http::share(text);
  for (const Listener& listener : room->second) listener.sink.send(shared);
}

void LiveHub::close_session(const storage::TokenFingerprint& session) {
  for (const auto& [person, room] : rooms_) {
    for (const Listener& listener : room) {
      if (listener.session == session) listener.sink.close(kSignedOut, "signed out");
    }
  }
}

void LiveHub::close_person(storage::PersonNumber person) {
  const auto room = rooms_.find(person);
  if (room == rooms_.end()) return;
  for (const Listener& listener : room->second) {
    listener.sink.close(kRecordClosed, "the record was closed");
  }
}

void LiveHub::close_all() {
  for (const auto& [person, room] : rooms_) {
    for (const Listener& listener : room) listener.sink.close(kSignedOut, "signed out");
  }
}

}  // namespace plumbline::server
