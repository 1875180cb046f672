// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "reading.hpp"

#include <algorithm>

#include "place.hpp"

namespace plumbline::storage {
namespace {

constexpr StatementText kPeople{
    "select number, id, created_ms, sealed_name, passphrase_hash from people order by number", "",
    "itibt"};
constexpr StatementText kPerson{
    "select number, id, created_ms, sealed_name, passphrase_hash from people where id = :id", "t",
    "itibt"};
constexpr StatementText kDeletedPerson{"select 1 from deleted_people where id = :id", "t", "i"};
constexpr StatementText kDeletedPeople{
    "select id, deleted_ms from deleted_people order by deleted_ms, id", "", "ti"};
constexpr StatementText kEntries{
    "select place, id, digest, received_ms, device, sealed from entries"
    " where place > :after and place <= :last order by place limit :most",
    "iii", "ibbiib"};
constexpr StatementText kEntry{
    "select place, id, digest, received_ms, device, sealed from entries"
    " where person = :person and id = :id",
    "ib", "ibbiib"};
constexpr StatementText kLastSeq{
    "select place from entries where place > :none and place <= :last order by place desc limit 1",
    "ii", "i"};
constexpr StatementText kHeld{
    "select id, held_until_ms, received_ms, device, sealed from held where person = :person"
    " order by held_until_ms, id",
    "i", "biiib"};
constexpr StatementText kNextDue{"select held_until_ms from held order by held_until_ms limit 1",
                                 "", "i"};
constexpr StatementText kChunk{
    "select id, digest, received_ms, sealed from chunks where person = :person and id = :id", "it",
    "tbib"};
constexpr StatementText kChunkIds{"select id from chunks where person = :person order by id", "i",
                                  "t"};
constexpr StatementText kCached{
    "select seq, basis, sealed from cached where person = :person and kind = :kind and name = "
    ":name",
    "iit", "itb"};
constexpr StatementText kDevices{
    "select number, name, paired_ms, seen_ms from devices order by number", "", "itii"};
// One statement, so that a session and what it has opened are of one moment.
constexpr StatementText kSessions{
    "select s.token, device, created_ms, used_ms, expires_ms, o.person from sessions s"
    " left join opened o on o.token = s.token order by s.token, o.person",
    "", "biiiii"};
constexpr StatementText kSession{
    "select s.token, device, created_ms, used_ms, expires_ms, o.person from sessions s"
    " left join opened o on o.token = s.token where s.token = :token order by o.person",
    "b", "biiiii"};
constexpr StatementText kAudit{
    "select number, device, action, day, times, first_ms, last_ms, sealed from audit"
    " where person = :person and number > :after order by number limit :most",
    "iii", "iitiiiib"};
constexpr StatementText kSetting{"select value from settings where name = :name", "t", "t"};
constexpr StatementText kLineage{"select value from meta where name = 'lineage'", "", "t"};

PersonRow person_row(Query& query) {
  PersonRow row;
  row.number = PersonNumber{query->integer(0)};
  row.id = query->text(1);
  row.created_ms = query->integer(2);
  row.sealed_name = query->bytes(3);
  if (!query->is_null(4)) row.passphrase_hash = query->text(4);
  return row;
}

EntryRow entry_row(Query& query) {
  EntryRow row;
  row.seq = seq_of(query->integer(0));
  row.key = query->fixed<16>(1);
  row.digest = query->fixed<16>(2);
  row.received_ms = query->integer(3);
  row.device = DeviceNumber{query->integer(4)};
  row.sealed = query->bytes(5);
  return row;
}

/// Joins the lines of one session, which differ in the person opened.
std::vector<SessionRow> session_rows(Query& query) {
  std::vector<SessionRow> rows;
  for (; query.has_row(); query.next()) {
    const auto token = query->fixed<32>(0);
    if (rows.empty() || rows.back().token != token) {
      rows.push_back({token,
                      DeviceNumber{query->integer(1)},
                      query->integer(2),
                      query->integer(3),
                      query->integer(4),
                      {}});
    }
    if (!query->is_null(5)) rows.back().opened.push_back(PersonNumber{query->integer(5)});
  }
  return rows;
}

}  // namespace

template <class Base>
Result<std::vector<PersonRow>> Reading<Base>::people() {
  return guard([&]() -> Result<std::vector<PersonRow>> {
    std::vector<PersonRow> rows;
    for (Query query(connection_, kPeople); query.has_row(); query.next()) {
      rows.push_back(person_row(query));
    }
    return rows;
  });
}

template <class Base>
Result<PersonRow> Reading<Base>::person(std::string_view id) {
  return guard([&]() -> Result<PersonRow> {
    Query query(connection_, kPerson, id);
    if (query.has_row()) return person_row(query);
    Query deleted(connection_, kDeletedPerson, id);
    return deleted.has_row() ? fail(ErrorCode::Gone, "person", "this person was deleted")
                             : fail(ErrorCode::NotFound, "person", "there is nobody of this id");
  });
}

template <class Base>
Result<std::vector<DeletedPerson>> Reading<Base>::deleted_people() {
  return guard([&]() -> Result<std::vector<DeletedPerson>> {
    std::vector<DeletedPerson> rows;
    for (Query query(connection_, kDeletedPeople); query.has_row(); query.next()) {
      rows.push_back({query->text(0), query->integer(1)});
    }
    return rows;
  });
}

template <class Base>
Result<std::vector<EntryRow>> Reading<Base>::entries(PersonNumber person, const Page& page) {
  return guard([&]() -> Result<std::vector<EntryRow>> {
    std::vector<EntryRow> rows;
    std::int64_t bytes = 0;
    const std::int64_t after = std::clamp(page.after, std::int64_t{0}, kMostSeq);
    Query query(connection_, kEntries, place_of(person, after), place_of(person, kMostSeq),
                page.most_rows);
    for (; query.has_row() && bytes < page.most_bytes; query.next()) {
      rows.push_back(entry_row(query));
      bytes += static_cast<std::int64_t>(rows.back().sealed.size());
    }
    return rows;
  });
}

template <class Base>
Result<std::optional<EntryRow>> Reading<Base>::entry(PersonNumber person, const EntryKey& key) {
  return guard([&]() -> Result<std::optional<EntryRow>> {
    Query query(connection_, kEntry, person, key);
    if (!query.has_row()) return std::nullopt;
    return entry_row(query);
  });
}

template <class Base>
Result<std::int64_t> Reading<Base>::last_seq(PersonNumber person) {
  return guard([&]() -> Result<std::int64_t> {
    Query query(connection_, kLastSeq, place_of(person, 0), place_of(person, kMostSeq));
    return query.has_row() ? seq_of(query->integer(0)) : 0;
  });
}

template <class Base>
Result<std::vector<HeldRow>> Reading<Base>::held(PersonNumber person) {
  return guard([&]() -> Result<std::vector<HeldRow>> {
    std::vector<HeldRow> rows;
    for (Query query(connection_, kHeld, person); query.has_row(); query.next()) {
      rows.push_back({query->fixed<16>(0), query->integer(1), query->integer(2),
                      DeviceNumber{query->integer(3)}, query->bytes(4)});
    }
    return rows;
  });
}

template <class Base>
Result<std::optional<std::int64_t>> Reading<Base>::next_due_ms() {
  return guard([&]() -> Result<std::optional<std::int64_t>> {
    Query query(connection_, kNextDue);
    if (!query.has_row()) return std::nullopt;
    return query->integer(0);
  });
}

template <class Base>
Result<std::optional<ChunkRow>> Reading<Base>::chunk(PersonNumber person, std::string_view id) {
  return guard([&]() -> Result<std::optional<ChunkRow>> {
    Query query(connection_, kChunk, person, id);
    if (!query.has_row()) return std::nullopt;
    return ChunkRow{query->text(0), query->fixed<16>(1), query->integer(2), query->bytes(3)};
  });
}

template <class Base>
Result<std::vector<std::string>> Reading<Base>::chunk_ids(PersonNumber person) {
  return guard([&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> ids;
    for (Query query(connection_, kChunkIds, person); query.has_row(); query.next()) {
      ids.push_back(query->text(0));
    }
    return ids;
  });
}

template <class Base>
Result<std::optional<CacheRow>> Reading<Base>::cached(PersonNumber person, CacheKind kind,
                                                      std::string_view name) {
  return guard([&]() -> Result<std::optional<CacheRow>> {
    Query query(connection_, kCached, person, kind, name);
    if (!query.has_row()) return std::nullopt;
    return CacheRow{query->integer(0), query->text(1), query->bytes(2)};
  });
}

template <class Base>
Result<std::vector<DeviceRow>> Reading<Base>::devices() {
  return guard([&]() -> Result<std::vector<DeviceRow>> {
    std::vector<DeviceRow> rows;
    for (Query query(connection_, kDevices); query.has_row(); query.next()) {
      rows.push_back(
          {DeviceNumber{query->integer(0)}, query->text(1), query->integer(2), query->integer(3)});
    }
    return rows;
  });
}

template <class Base>
Result<std::vector<SessionRow>> Reading<Base>::sessions() {
  return guard([&]() -> Result<std::vector<SessionRow>> {
    Query query(connection_, kSessions);
    return session_rows(query);
  });
}

template <class Base>
Result<std::optional<SessionRow>> Reading<Base>::session(const TokenFingerprint& token) {
  return guard([&]() -> Result<std::optional<SessionRow>> {
    Query query(connection_, kSession, token);
    std::vector<SessionRow> rows = session_rows(query);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
  });
}

template <class Base>
Result<std::vector<AuditRow>> Reading<Base>::audit(PersonNumber person, const Page& page) {
  return guard([&]() -> Result<std::vector<AuditRow>> {
    std::vector<AuditRow> rows;
    Query query(connection_, kAudit, person, page.after, page.most_rows);
    for (; query.has_row(); query.next()) {
      rows.push_back({query->integer(0), DeviceNumber{query->integer(1)}, query->text(2),
                      static_cast<std::int32_t>(query->integer(3)), query->integer(4),
                      query->integer(5), query->integer(6), query->bytes(7)});
    }
    return rows;
  });
}

template <class Base>
Result<std::optional<std::string>> Reading<Base>::setting(std::string_view name) {
  return guard([&]() -> Result<std::optional<std::string>> {
    Query query(connection_, kSetting, name);
    if (!query.has_row()) return std::nullopt;
    return query->text(0);
  });
}

template <class Base>
Result<std::string> Reading<Base>::lineage() {
  return guard([&]() -> Result<std::string> {
    Query query(connection_, kLineage);
    if (!query.has_row()) return fail(ErrorCode::Damaged, "meta", "the lineage is missing");
    return query->text(0);
  });
}

template class Reading<Reader>;
template class Reading<Transaction>;

}  // namespace plumbline::storage
