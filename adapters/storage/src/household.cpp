// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "sqlite_transaction.hpp"

// Devices, sessions, pairings, the audit trail, settings and caches.
namespace plumbline::storage {
namespace {

constexpr StatementText kPutCached{
    "insert into cached (person, kind, name, seq, basis, sealed)"
    " values (:person, :kind, :name, :seq, :basis, :sealed)"
    " on conflict (person, kind, name) do update set"
    " seq = excluded.seq, basis = excluded.basis, sealed = excluded.sealed",
    "iititb", ""};
constexpr StatementText kDropCached{"delete from cached where person = :person", "i", ""};
constexpr StatementText kAddDevice{
    "insert into devices (name, paired_ms, seen_ms) values (:name, :now, :now) returning number",
    "ti", "i"};
constexpr StatementText kSeeDevice{"update devices set seen_ms = :now where number = :device", "ii",
                                   ""};
constexpr StatementText kCloseOfDevice{
    "delete from opened where token in (select token from sessions where device = :device)", "i",
    ""};
constexpr StatementText kEndOfDevice{"delete from sessions where device = :device", "i", ""};
constexpr StatementText kRemoveDevice{"delete from devices where number = :device", "i", ""};
constexpr StatementText kAddSession{
    "insert into sessions (token, device, created_ms, used_ms, expires_ms)"
    " values (:token, :device, :created, :used, :expires)",
    "biiii", ""};
constexpr StatementText kUseSession{"update sessions set used_ms = :now where token = :token", "ib",
                                    ""};
constexpr StatementText kOpen{
    "insert into opened (token, person) select token, :person from sessions where token = :token"
    " on conflict do nothing",
    "ib", ""};
constexpr StatementText kHasSession{"select 1 from sessions where token = :token", "b", "i"};
constexpr StatementText kClose{"delete from opened where token = :token", "b", ""};
constexpr StatementText kEnd{"delete from sessions where token = :token", "b", ""};
constexpr StatementText kCloseAll{"delete from opened", "", ""};
constexpr StatementText kEndAll{"delete from sessions", "", ""};
constexpr StatementText kExpireSessions{
    "delete from sessions where expires_ms <= :now or used_ms < :idle", "ii", ""};
constexpr StatementText kExpireOpened{
    "delete from opened where token not in (select token from sessions)", "", ""};
constexpr StatementText kExpirePairings{"delete from pairings where expires_ms <= :now", "i", ""};
constexpr StatementText kDropPairings{"delete from pairings", "", ""};
constexpr StatementText kAddPairing{
    "insert into pairings (token, created_ms, expires_ms) values (:token, :created, :expires)",
    "bii", ""};
constexpr StatementText kTakePairing{
    "delete from pairings where token = :token returning created_ms, expires_ms", "b", "ii"};
constexpr StatementText kNote{
    "insert into audit (person, device, action, day, times, first_ms, last_ms, sealed)"
    " values (:person, :device, :action, :day, 1, :at, :at, :sealed)"
    " on conflict (person, device, action, day) do update set"
    " times = times + 1, last_ms = excluded.last_ms, sealed = excluded.sealed",
    "iitiib", ""};
constexpr StatementText kSetSetting{
    "insert into settings (name, value) values (:name, :value)"
    " on conflict (name) do update set value = excluded.value",
    "tt", ""};

}  // namespace

Result<void> SqliteTransaction::put_cached(PersonNumber person, CacheKind kind,
                                           std::string_view name, const CacheRow& row) {
  return change_any(kPutCached, person, kind, name, row.seq, row.basis, row.sealed);
}

Result<void> SqliteTransaction::drop_cached(PersonNumber person) {
  return change_any(kDropCached, person);
}

Result<DeviceNumber> SqliteTransaction::add_device(std::string_view name, std::int64_t now_ms) {
  return guard([&]() -> Result<DeviceNumber> {
    Query query(connection_, kAddDevice, name, now_ms);
    return DeviceNumber{query->integer(0)};
  });
}

Result<void> SqliteTransaction::see_device(DeviceNumber device, std::int64_t now_ms) {
  return change_one("device", kSeeDevice, now_ms, device);
}

Result<void> SqliteTransaction::remove_device(DeviceNumber device) {
  return guard([&]() -> Result<void> {
    if (change(kRemoveDevice, device) == 0) {
      return fail(ErrorCode::NotFound, "device", "there is no such device");
    }
    change(kCloseOfDevice, device);
    change(kEndOfDevice, device);
    // A code does not say who made it: none outlives a device that was shut out.
    change(kDropPairings);
    return {};
  });
}

Result<void> SqliteTransaction::add_session(const SessionRow& session) {
  return guard([&]() -> Result<void> {
    change(kAddSession, session.token, session.device, session.created_ms, session.used_ms,
           session.expires_ms);
    for (const PersonNumber person : session.opened) change(kOpen, person, session.token);
    return {};
  });
}

Result<void> SqliteTransaction::use_session(const TokenFingerprint& token, std::int64_t now_ms) {
  return change_one("session", kUseSession, now_ms, token);
}

Result<void> SqliteTransaction::open_person(const TokenFingerprint& token, PersonNumber person) {
  return guard([&]() -> Result<void> {
    if (!Query(connection_, kHasSession, token).has_row()) {
      return fail(ErrorCode::NotFound, "session", "there is no such session");
    }
    change(kOpen, person, token);
    return {};
  });
}

Result<void> SqliteTransaction::end_session(const TokenFingerprint& token) {
  return guard([&]() -> Result<void> {
    change(kClose, token);
    change(kEnd, token);
    return {};
  });
}

Result<void> SqliteTransaction::end_all_sessions() {
  return guard([&]() -> Result<void> {
    change(kCloseAll);
    change(kEndAll);
    change(kDropPairings);
    return {};
  });
}

Result<void> SqliteTransaction::expire(std::int64_t now_ms, std::int64_t idle_since_ms) {
  return guard([&]() -> Result<void> {
    if (change(kExpireSessions, now_ms, idle_since_ms) > 0) change(kExpireOpened);
    change(kExpirePairings, now_ms);
    return {};
  });
}

Result<void> SqliteTransaction::add_pairing(const PairingRow& pairing) {
  return change_any(kAddPairing, pairing.token, pairing.created_ms, pairing.expires_ms);
}

Result<PairingRow> SqliteTransaction::take_pairing(const TokenFingerprint& token,
                                                   std::int64_t now_ms) {
  return guard([&]() -> Result<PairingRow> {
    Query query(connection_, kTakePairing, token);
    if (!query.has_row() || query->integer(1) <= now_ms) {
      return fail(ErrorCode::NotFound, "pairing",
                  "this link was used already or is too old; ask for a new one");
    }
    return PairingRow{token, query->integer(0), query->integer(1)};
  });
}

Result<void> SqliteTransaction::note(PersonNumber person, const AuditEvent& event) {
  return change_any(kNote, person, event.device, event.action, event.day, event.at_ms,
                    event.sealed);
}

Result<void> SqliteTransaction::set_setting(std::string_view name, std::string_view value) {
  return change_any(kSetSetting, name, value);
}

}  // namespace plumbline::storage
