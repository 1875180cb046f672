// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/household.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "plumbline/vault/token.hpp"

namespace plumbline::server {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kTenMinutesMs = 10 * kMinuteMs;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr std::int64_t kDayMs = 24 * kHourMs;

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

bool Household::is_good(const Session& session, std::int64_t now_ms) const {
  // A clock that was set back must not make an old session young: both ends are held.
  return now_ms < session.expires_ms && now_ms - session.used_ms < limits_.idle_ms &&
         session.created_ms - now_ms < kDayMs;
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
  std::erase_if(sessions_, [&](const auto& row) { return !is_good(row.second, now_ms); });
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

std::vector<const Person*> Household::people() const {
  std::vector<const Person*> out;
  out.reserve(people_.size());
  for (const auto& [id, person] : people_) out.push_back(&person);
  std::ranges::sort(out, {}, [](const Person* p) { return p->number; });
  return out;
}

void Household::add(Person person) {
  std::string id = person.id;
  people_.insert_or_assign(std::move(id), std::move(person));
}

void Household::rename(storage::PersonNumber person, const std::string& sealed_name) {
  for (auto& [id, row] : people_) {
    if (row.number == person) row.sealed_name = sealed_name;
  }
}

void Household::set_passphrase(storage::PersonNumber person, const std::optional<std::string>& hash,
                               const storage::TokenFingerprint& keep_open, std::int64_t now_ms) {
  for (auto& [id, row] : people_) {
    if (row.number == person) row.passphrase_hash = hash;
  }
  for (auto& [token, session] : sessions_) {
    session.opened.erase(person);
    if (hash && token == keep_open) session.opened[person] = now_ms;
  }
}

void Household::remove(storage::PersonNumber person) {
  std::erase_if(people_, [&](const auto& row) { return row.second.number == person; });
  for (auto& [token, session] : sessions_) session.opened.erase(person);
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
