// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/household.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "plumbline/server/clock.hpp"
#include "plumbline/vault/token.hpp"

namespace plumbline::server {
namespace {

constexpr std::int64_t kTenMinutesMs = 10 * kMinuteMs;

}  // namespace

SessionLimits session_limits(const Config& config) {
  return {config.idle_days * kDayMs, config.absolute_days * kDayMs,
          config.person_idle_minutes * kMinuteMs};
}

std::size_t Household::TokenHash::operator()(const storage::TokenFingerprint& token) const {
  // A fingerprint is random already.
  std::size_t out = 0;
  std::memcpy(&out, token.data(), sizeof out);
  return out;
}

Result<Household> Household::load(storage::Reader& reader, const SessionLimits& limits) {
  Household out(limits);
  auto people = reader.people();
  if (!people) return std::unexpected(std::move(people.error()));
  for (storage::PersonRow& row : *people) {
    out.add(Person{row.number, std::move(row.id), row.created_ms, std::move(row.sealed_name),
                   std::move(row.passphrase_hash)});
  }
  auto devices = reader.devices();
  if (!devices) return std::unexpected(std::move(devices.error()));
  for (const storage::DeviceRow& row : *devices) out.add(row);
  auto sessions = reader.sessions();
  if (!sessions) return std::unexpected(std::move(sessions.error()));
  for (const storage::SessionRow& row : *sessions) {
    Session session{row.token,   row.device, row.created_ms, row.used_ms, row.expires_ms,
                    row.used_ms, {}};
    for (const storage::PersonNumber person : row.opened) session.opened[person] = row.used_ms;
    out.add(std::move(session));
  }
  return out;
}

bool Household::is_over(const Session& session, std::int64_t now_ms) const {
  return now_ms >= session.expires_ms || now_ms - session.used_ms >= limits_.idle_ms;
}

bool Household::is_good(const Session& session, std::int64_t now_ms) const {
  // A clock that was set back must not make an old session young: both ends are held.
  return !is_over(session, now_ms) && session.created_ms - now_ms < kDayMs;
}

Session* Household::use_session(std::string_view token, std::int64_t now_ms) {
  const auto found = sessions_.find(vault::fingerprint(token));
  if (found == sessions_.end() || !is_good(found->second, now_ms)) return nullptr;
  found->second.used_ms = std::max(found->second.used_ms, now_ms);
  return &found->second;
}

std::vector<Session> Household::take_used(std::int64_t now_ms) {
  std::vector<Session> out;
  for (auto& [token, session] : sessions_) {
    if (session.used_ms - session.noted_ms < kTenMinutesMs || !is_good(session, now_ms)) continue;
    session.noted_ms = session.used_ms;
    if (const auto device = devices_.find(session.device); device != devices_.end()) {
      device->second.seen_ms = session.used_ms;
    }
    out.push_back(session);
  }
  return out;
}

void Household::drop_expired(std::int64_t now_ms) {
  // A session that only looks too young, because the clock was set back, is not over.
  std::erase_if(sessions_, [&](const auto& row) { return is_over(row.second, now_ms); });
}

const Person* Household::find(std::string_view id) const {
  const auto found = people_.find(std::string(id));
  return found == people_.end() ? nullptr : &found->second;
}

bool Household::is_open(Session& session, const Person& person, std::int64_t now_ms) const {
  if (!person.passphrase_hash) return true;
  const auto opened = session.opened.find(person.number);
  if (opened == session.opened.end()) return false;
  if (now_ms - opened->second >= limits_.person_idle_ms) return false;
  opened->second = std::max(opened->second, now_ms);
  return true;
}

const Person* Household::find(storage::PersonNumber number) const {
  const auto id = ids_.find(number);
  return id == ids_.end() ? nullptr : find(id->second);
}

Person* Household::person(storage::PersonNumber number) {
  const auto id = ids_.find(number);
  return id == ids_.end() ? nullptr : &people_.at(id->second);
}

std::vector<const Person*> Household::people_after(storage::PersonNumber number,
                                                   std::size_t most) const {
  std::vector<const Person*> out;
  for (auto at = ids_.upper_bound(number); at != ids_.end() && out.size() < most; ++at) {
    out.push_back(find(at->second));
  }
  return out;
}

void Household::add(Person person) {
  std::string id = person.id;
  ids_[person.number] = id;
  people_.insert_or_assign(std::move(id), std::move(person));
}

void Household::rename(storage::PersonNumber number, const std::string& sealed_name) {
  if (Person* row = person(number)) row->sealed_name = sealed_name;
}

void Household::set_passphrase(storage::PersonNumber number, const std::optional<std::string>& hash,
                               const storage::TokenFingerprint& keep_open, std::int64_t now_ms) {
  if (Person* row = person(number)) row->passphrase_hash = hash;
  for (auto& [token, session] : sessions_) {
    session.opened.erase(number);
    if (hash && token == keep_open) session.opened[number] = now_ms;
  }
}

void Household::remove(storage::PersonNumber number) {
  const auto id = ids_.extract(number);
  if (!id.empty()) people_.erase(id.mapped());
  for (auto& [token, session] : sessions_) session.opened.erase(number);
}

void Household::add(const storage::DeviceRow& device) {
  devices_.insert_or_assign(device.number, device);
}

void Household::add(Session session) {
  const storage::TokenFingerprint token = session.token;
  sessions_.insert_or_assign(token, std::move(session));
}

void Household::remove_device(storage::DeviceNumber device) {
  devices_.erase(device);
  std::erase_if(sessions_, [&](const auto& row) { return row.second.device == device; });
}

void Household::end_session(const storage::TokenFingerprint& token) { sessions_.erase(token); }

void Household::end_other_sessions(const storage::TokenFingerprint& token) {
  std::erase_if(sessions_, [&](const auto& row) { return row.first != token; });
}

bool Household::open(const storage::TokenFingerprint& token, const Person& person,
                     std::int64_t now_ms) {
  const auto session = sessions_.find(token);
  const Person* now = find(person.id);
  if (session == sessions_.end() || now == nullptr ||
      now->passphrase_hash != person.passphrase_hash) {
    return false;
  }
  session->second.opened[person.number] = now_ms;
  return true;
}

}  // namespace plumbline::server
