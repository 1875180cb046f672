// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "backup.hpp"

#include <array>
#include <span>

#include "check.hpp"
#include "folder.hpp"
#include "migrations.hpp"
#include "plumbline/storage/sqlite.hpp"

namespace plumbline::storage {
namespace {

constexpr StatementText kCounts{
    "select (select count(*) from people), (select count(*) from entries)", "", "ii"};
constexpr StatementText kDrop{
    "insert into deleted_people (id, number, deleted_ms, swept)"
    " select :id, coalesce((select number from people where id = :id), 0), 0, 0"
    " where not exists (select 1 from deleted_people where id = :id)",
    "t", ""};

/// Who is to be taken away: filled before, used by kSweep.
constexpr const char* kBeginGone = "create temp table gone (number integer primary key);";
constexpr const char* kUnswept =
    "insert or ignore into gone select number from main.deleted_people where swept = 0;";
constexpr const char* kSweep =
    "delete from main.people where number in (select number from gone);"
    "delete from main.opened where person in (select number from gone);"
    "delete from main.entries where person in (select number from gone);"
    "delete from main.held where person in (select number from gone);"
    "delete from main.chunks where person in (select number from gone);"
    "delete from main.cached where person in (select number from gone);"
    "delete from main.audit where person in (select number from gone);"
    "update main.deleted_people set swept = 1 where swept = 0;"
    "drop table gone;";

/// Small tables are taken over whole.
constexpr std::array<const char*, 10> kSmallTables{
    "settings", "people", "deleted_people", "held",  "devices",
    "sessions", "opened", "pairings",       "audit", "sqlite_sequence"};

std::unexpected<Error> about(const std::string& file, Error error) {
  error.where = file;
  return std::unexpected(std::move(error));
}

Result<BackupReport> report_of(Connection& connection, const std::string& file) {
  return connection.guard([&]() -> Result<BackupReport> {
    BackupReport report;
    Query counts(connection, kCounts);
    report.people = counts->integer(0);
    report.entries = counts->integer(1);
    report.bytes = size_of(file);
    return report;
  });
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out.push_back('\'');
    out.push_back(c);
  }
  return out + "'";
}

Result<BackupReport> verified(const std::string& file, bool thorough) {
  auto connection = Connection::open(file, Access::Read);
  if (!connection) return std::unexpected(connection.error());
  if (auto good = verify(**connection, thorough); !good) return about(file, good.error());
  return report_of(**connection, file);
}

/// A whole copy, of one moment, while others write.
Result<BackupReport> copy_whole(Connection& source, const std::string& backup) {
  const std::string draft = backup + ".part";
  remove_database(draft);
  const auto copied = source.guard([&]() -> Result<void> {
    if (auto made = make_file(draft); !made) return made;
    source.run("pragma query_only = off; vacuum into " + quoted(draft));
    return {};
  });
  Result<BackupReport> report =
      copied ? verified(draft, true) : Result<BackupReport>(std::unexpected(copied.error()));
  if (report) {
    if (auto moved = move_into_place(draft, backup); !moved)
      report = std::unexpected(moved.error());
  }
  if (!report) {
    remove_database(draft);
    return report;
  }
  report->new_entries = report->entries;
  return report;
}

/// Brings an attached earlier copy up to date; `main` is the backup, `live` the database.
void copy_new(Connection& backup) {
  backup.run(kBeginGone);
  backup.run(
      "insert into gone select number from main.people"
      " where number not in (select number from live.people)");
  for (const char* table : kSmallTables) {
    std::string sql = "delete from main.";
    sql.append(table).append("; insert into main.").append(table);
    sql.append(" select * from live.").append(table);
    backup.run(sql);
  }
  backup.run(
      "insert into main.entries select e.* from live.people p cross join live.entries e"
      " where e.place > coalesce((select m.place from main.entries m"
      "   where m.place between p.number * 4294967296 and p.number * 4294967296 + 4294967295"
      "   order by m.place desc limit 1), p.number * 4294967296)"
      " and e.place <= p.number * 4294967296 + 4294967295;"
      "insert into main.chunks select c.* from live.chunks c"
      " where not exists (select 1 from main.chunks m where m.number = c.number);"
      "delete from main.cached;");
  backup.run(kUnswept);
  backup.run(kSweep);
}

Result<BackupReport> add_new(const std::string& file, const std::string& backup) {
  auto connection = Connection::open(backup, Access::Write);
  if (!connection) return std::unexpected(connection.error());
  Result<BackupReport> before = report_of(**connection, backup);
  if (!before) return about(backup, before.error());
  Result<void> copied = (*connection)->guard([&]() -> Result<void> {
    (*connection)
        ->run(
            "pragma secure_delete = on; pragma synchronous = full;"
            "attach " +
            quoted(file) + " as live;");
    (*connection)->run("begin immediate");
    copy_new(**connection);
    const std::int64_t lacking = (*connection)
                                     ->integer(
                                         "select (select count(*) from live.entries e join "
                                         "live.people p on p.number = e.person)"
                                         " - (select count(*) from main.entries)");
    if (lacking != 0) {
      return fail(ErrorCode::Damaged, backup, "the backup does not hold the same entries");
    }
    return {};
  });
  if (copied) copied = verify(**connection, false);
  if (copied) {
    copied = (*connection)->guard([&]() -> Result<void> {
      (*connection)->run("commit; detach live;");
      return {};
    });
  }
  if (!copied) {
    (*connection)->roll_back();
    return about(backup, copied.error());
  }
  Result<BackupReport> report = report_of(**connection, backup);
  if (!report) return report;
  report->incremental = true;
  report->new_entries = report->entries - before->entries;
  return report;
}

enum class Earlier : std::uint8_t { None, Same, OtherForm };

/// What is in the place of the backup.
Result<Earlier> look_at_earlier(Connection& source, const std::string& backup) {
  if (!exists(backup)) return Earlier::None;
  auto connection = Connection::open(backup, Access::Read);
  if (!connection) return std::unexpected(connection.error());
  const auto lineage = [](Connection& open) -> Result<std::string> {
    return open.guard([&]() -> Result<std::string> {
      return open.text("select value from meta where name = 'lineage'");
    });
  };
  const Result<std::string> theirs = lineage(**connection);
  const Result<std::string> ours = lineage(source);
  if (!ours) return std::unexpected(ours.error());
  if (!theirs || *theirs != *ours) {
    return fail(ErrorCode::Conflict, backup,
                "this is not an earlier backup of the same database; give another file name");
  }
  return (*connection)->guard([&]() -> Result<Earlier> {
    const bool same = (*connection)->integer("pragma user_version") == schema_version();
    return same ? Earlier::Same : Earlier::OtherForm;
  });
}

Result<void> make_own(Connection& connection, std::span<const std::string> deleted) {
  return connection.guard([&]() -> Result<void> {
    connection.run("pragma secure_delete = on; begin immediate;");
    for (const std::string& id : deleted) const Query query(connection, kDrop, id);
    connection.run(kBeginGone);
    connection.run(kUnswept);
    connection.run(kSweep);
    connection.run(
        "delete from sessions; delete from opened; delete from pairings;"
        "update meta set value = lower(hex(randomblob(16))) where name = 'lineage'; commit;");
    return {};
  });
}

Result<BackupReport> restore_draft(const std::string& draft, const std::string& backup,
                                   std::span<const std::string> deleted) {
  if (auto copied = copy_file(backup, draft); !copied) return std::unexpected(copied.error());
  auto connection = Connection::open(draft, Access::Write);
  if (!connection) return std::unexpected(connection.error());
  if (auto good = verify(**connection, true); !good) return about(backup, good.error());
  if (auto done = migrate(**connection, backup); !done) return about(backup, done.error());
  if (auto done = make_own(**connection, deleted); !done) return about(backup, done.error());
  return report_of(**connection, draft);
}

}  // namespace

Result<BackupReport> back_up(const std::string& file, const std::string& backup) {
  auto source = Connection::open(file, Access::Read);
  if (!source) return std::unexpected(source.error());
  const Result<Earlier> earlier = look_at_earlier(**source, backup);
  if (!earlier) return std::unexpected(earlier.error());
  return *earlier == Earlier::Same ? add_new(file, backup) : copy_whole(**source, backup);
}

Result<BackupReport> restore_sqlite(const std::string& backup, const std::string& folder,
                                    std::span<const std::string> deleted) {
  if (!exists(backup)) return fail(ErrorCode::NotFound, backup, "there is no such file");
  if (auto made = make_folder(folder); !made) return std::unexpected(made.error());
  Result<FolderLock> lock = FolderLock::take(folder);
  if (!lock) return std::unexpected(lock.error());
  const std::string file = database_path(folder);
  if (exists(file)) {
    return fail(ErrorCode::Conflict, file,
                "the folder has a database already; restore into an empty folder");
  }
  const std::string draft = file + ".part";
  remove_database(draft);
  Result<BackupReport> report = restore_draft(draft, backup, deleted);
  if (report) {
    if (auto moved = move_into_place(draft, file); !moved) report = std::unexpected(moved.error());
  }
  if (!report) remove_database(draft);
  return report;
}

}  // namespace plumbline::storage
