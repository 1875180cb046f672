// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "place.hpp"
#include "sqlite_transaction.hpp"

namespace plumbline::storage {
namespace {

constexpr StatementText kWasDeleted{"select 1 from deleted_people where id = :id", "t", "i"};
constexpr StatementText kAdd{
    "insert into people (id, created_ms, sealed_name) values (:id, :now, :name)"
    " on conflict do nothing returning number",
    "tib", "i"};
constexpr StatementText kRename{"update people set sealed_name = :name where number = :person",
                                "bi", ""};
constexpr StatementText kSetPassphrase{
    "update people set passphrase_hash = :hash where number = :person", "ti", ""};
constexpr StatementText kTakePassphrase{
    "update people set passphrase_hash = null where number = :person", "i", ""};
constexpr StatementText kCloseForAll{"delete from opened where person = :person", "i", ""};
constexpr StatementText kMarkDeleted{
    "insert into deleted_people (id, number, deleted_ms)"
    " select id, number, :now from people where number = :person",
    "ii", ""};
constexpr StatementText kForget{"delete from people where number = :person", "i", ""};
constexpr StatementText kUnswept{
    "select number from deleted_people where swept = 0 order by number limit 1", "", "i"};
constexpr StatementText kSwept{"update deleted_people set swept = 1 where number = :person", "i",
                               ""};
constexpr StatementText kSweepEntries{
    "delete from entries where place in (select place from entries"
    " where place > :none and place <= :last limit :most)",
    "iii", ""};
constexpr std::array<StatementText, 4> kSweepOthers{{
    {"delete from held where rowid in (select rowid from held where person = :person limit :most)",
     "ii", ""},
    {"delete from chunks where number in"
     " (select number from chunks where person = :person limit :most)",
     "ii", ""},
    {"delete from cached where rowid in"
     " (select rowid from cached where person = :person limit :most)",
     "ii", ""},
    {"delete from audit where number in"
     " (select number from audit where person = :person limit :most)",
     "ii", ""},
}};

}  // namespace

Result<PersonNumber> SqliteTransaction::add_person(std::string_view id, std::int64_t now_ms,
                                                   std::string_view sealed_name) {
  return guard([&]() -> Result<PersonNumber> {
    if (Query(connection_, kWasDeleted, id).has_row()) {
      return fail(ErrorCode::Gone, "person", "this id belonged to a deleted person");
    }
    Query query(connection_, kAdd, id, now_ms, sealed_name);
    if (!query.has_row()) return fail(ErrorCode::Conflict, "person", "this id is taken");
    return PersonNumber{query->integer(0)};
  });
}

Result<void> SqliteTransaction::rename_person(PersonNumber person, std::string_view sealed_name) {
  return change_one("person", kRename, sealed_name, person);
}

Result<void> SqliteTransaction::set_passphrase(PersonNumber person,
                                               const std::optional<std::string>& hash) {
  Result<void> changed = hash ? change_one("person", kSetPassphrase, *hash, person)
                              : change_one("person", kTakePassphrase, person);
  if (!changed) return changed;
  return change_any(kCloseForAll, person);
}

Result<void> SqliteTransaction::delete_person(PersonNumber person, std::int64_t now_ms) {
  return guard([&]() -> Result<void> {
    if (change(kMarkDeleted, now_ms, person) == 0) {
      return fail(ErrorCode::NotFound, "person", "there is nobody of this number");
    }
    change(kForget, person);
    change(kCloseForAll, person);
    return {};
  });
}

Result<bool> SqliteTransaction::sweep_deleted(std::int64_t most_rows) {
  return guard([&]() -> Result<bool> {
    while (most_rows > 0) {
      PersonNumber person{};
      {
        Query query(connection_, kUnswept);
        if (!query.has_row()) return false;
        person = PersonNumber{query->integer(0)};
      }
      swept_ = true;
      most_rows -=
          change(kSweepEntries, place_of(person, 0), place_of(person, kMostSeq), most_rows);
      for (const StatementText& text : kSweepOthers) {
        if (most_rows > 0) most_rows -= change(text, person, most_rows);
      }
      if (most_rows > 0) change(kSwept, person);
    }
    return true;
  });
}

}  // namespace plumbline::storage
