// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "place.hpp"
#include "sqlite_transaction.hpp"

namespace plumbline::storage {
namespace {

// One statement for three questions: this is asked before every batch.
constexpr StatementText kStanding{
    "select (select place from entries where place > :none and place <= :last"
    "        order by place desc limit 1),"
    " exists (select 1 from held where person = :person) from people where number = :person",
    "iii", "ii"};
constexpr StatementText kPlace{
    "insert into entries (place, person, id, digest, received_ms, device, sealed)"
    " values (:place, :person, :id, :digest, :received, :device, :sealed)"
    " on conflict (person, id) do nothing",
    "iibbiib", ""};
constexpr StatementText kPlaced{
    "select place, digest from entries where person = :person and id = :id", "ib", "ib"};
constexpr StatementText kHold{
    "insert into held (person, id, held_until_ms, digest, received_ms, device, sealed)"
    " values (:person, :id, :until, :digest, :received, :device, :sealed)",
    "ibibiib", ""};
constexpr StatementText kHeldOne{
    "select held_until_ms, digest from held where person = :person and id = :id", "ib", "ib"};
constexpr StatementText kLetGo{"delete from held where person = :person and id = :id", "ib", ""};
constexpr StatementText kDue{
    "select person, id, digest, received_ms, device, sealed from held"
    " where held_until_ms <= :now order by held_until_ms, person, id limit :most",
    "ii", "ibbiib"};
constexpr StatementText kPutChunk{
    "insert into chunks (person, id, digest, received_ms, sealed)"
    " values (:person, :id, :digest, :received, :sealed) on conflict do nothing",
    "itbib", ""};
constexpr StatementText kChunkDigest{
    "select digest from chunks where person = :person and id = :id", "it", "b"};

Outcome conflict() { return {Outcome::Kind::Conflict, 0, 0}; }

}  // namespace

Result<SqliteTransaction::Standing> SqliteTransaction::standing(PersonNumber person) {
  Query query(connection_, kStanding, place_of(person, 0), place_of(person, kMostSeq), person);
  if (!query.has_row())
    return fail(ErrorCode::NotFound, "person", "there is nobody of this number");
  const std::int64_t last = query->is_null(0) ? 0 : seq_of(query->integer(0));
  return Standing{last, query->integer(1) != 0};
}

std::optional<Outcome> SqliteTransaction::meet_held(PersonNumber person, const NewEntry& entry) {
  Query query(connection_, kHeldOne, person, entry.key);
  if (!query.has_row()) return std::nullopt;
  if (query->fixed<16>(1) != entry.digest) return conflict();
  return Outcome{Outcome::Kind::Held, 0, query->integer(0)};
}

Outcome SqliteTransaction::hold(PersonNumber person, std::int64_t now_ms, const NewEntry& entry) {
  {
    Query query(connection_, kPlaced, person, entry.key);
    if (query.has_row()) {
      if (query->fixed<16>(1) != entry.digest) return conflict();
      return {Outcome::Kind::Known, seq_of(query->integer(0)), 0};
    }
  }
  change(kHold, person, entry.key, *entry.held_until_ms, entry.digest, now_ms, entry.device,
         entry.sealed);
  return {Outcome::Kind::Held, 0, *entry.held_until_ms};
}

Outcome SqliteTransaction::place(PersonNumber person, std::int64_t now_ms, const NewEntry& entry,
                                 std::int64_t& last_seq) {
  const std::int64_t seq = last_seq + 1;
  if (change(kPlace, place_of(person, seq), person, entry.key, entry.digest, now_ms, entry.device,
             entry.sealed) > 0) {
    last_seq = seq;
    return {Outcome::Kind::Placed, seq, 0};
  }
  Query query(connection_, kPlaced, person, entry.key);
  if (!query.has_row() || query->fixed<16>(1) != entry.digest) return conflict();
  return {Outcome::Kind::Known, seq_of(query->integer(0)), 0};
}

Result<std::vector<Outcome>> SqliteTransaction::append(PersonNumber person, std::int64_t now_ms,
                                                       std::span<const NewEntry> entries) {
  return guard([&]() -> Result<std::vector<Outcome>> {
    Result<Standing> at = standing(person);
    if (!at) return std::unexpected(at.error());
    if (at->last_seq > kMostSeq - static_cast<std::int64_t>(entries.size())) {
      return fail(ErrorCode::OutOfRange, "entries", "a person cannot have more entries");
    }
    std::vector<Outcome> outcomes;
    outcomes.reserve(entries.size());
    for (const NewEntry& entry : entries) {
      std::optional<Outcome> known;
      if (at->holds_some) known = meet_held(person, entry);
      if (known && known->kind == Outcome::Kind::Held && !entry.held_until_ms) {
        change(kLetGo, person, entry.key);
        known.reset();
      }
      if (!known) {
        known = entry.held_until_ms ? hold(person, now_ms, entry)
                                    : place(person, now_ms, entry, at->last_seq);
        at->holds_some = at->holds_some || entry.held_until_ms.has_value();
      }
      outcomes.push_back(*known);
    }
    return outcomes;
  });
}

Result<std::vector<Admitted>> SqliteTransaction::admit_due(std::int64_t now_ms,
                                                           std::int64_t most_rows) {
  return guard([&]() -> Result<std::vector<Admitted>> {
    std::vector<std::pair<PersonNumber, NewEntry>> due;
    std::vector<std::int64_t> received;
    for (Query query(connection_, kDue, now_ms, most_rows); query.has_row(); query.next()) {
      NewEntry entry{query->fixed<16>(1), query->fixed<16>(2), DeviceNumber{query->integer(4)},
                     std::nullopt, query->bytes(5)};
      received.push_back(query->integer(3));
      due.emplace_back(PersonNumber{query->integer(0)}, std::move(entry));
    }
    std::vector<Admitted> admitted;
    for (std::size_t i = 0; i < due.size(); ++i) {
      const auto& [person, entry] = due[i];
      change(kLetGo, person, entry.key);
      Result<Standing> at = standing(person);
      if (!at) continue;  // the person was deleted
      const Outcome outcome = place(person, received[i], entry, at->last_seq);
      if (outcome.kind == Outcome::Kind::Placed) {
        admitted.push_back({person, entry.key, outcome.seq});
      }
    }
    return admitted;
  });
}

Result<void> SqliteTransaction::put_chunk(PersonNumber person, const ChunkRow& chunk) {
  return guard([&]() -> Result<void> {
    if (change(kPutChunk, person, chunk.id, chunk.digest, chunk.received_ms, chunk.sealed) > 0) {
      return {};
    }
    Query query(connection_, kChunkDigest, person, chunk.id);
    if (query.has_row() && query->fixed<16>(0) == chunk.digest) return {};
    return fail(ErrorCode::Conflict, chunk.id, "another chunk has this id");
  });
}

}  // namespace plumbline::storage
