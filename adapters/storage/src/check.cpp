// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "check.hpp"

#include "folder.hpp"
#include "plumbline/storage/sqlite.hpp"

namespace plumbline::storage {
namespace {

/// The least bytes that sealing anything gives: format, nonce and tag of adapters/vault.
constexpr std::int64_t kLeastSealed = 41;
/// @source engineering choice: room for some weeks of a household's entries
constexpr std::int64_t kLittleRoom = 64LL * 1024 * 1024;

constexpr StatementText kGap{
    "select person, count(*), max(place) % 4294967296, min(place) % 4294967296 from entries"
    " where person in (select number from people)"
    " group by person having count(*) <> max(place) % 4294967296 or min(place) % 4294967296 <> 1"
    " or min(place) / 4294967296 <> person or max(place) / 4294967296 <> person limit 1",
    "", "iiii"};
constexpr StatementText kTooShort{
    "select (select count(*) from entries where length(sealed) < :least)"
    " + (select count(*) from held where length(sealed) < :least)"
    " + (select count(*) from chunks where length(sealed) < :least)",
    "i", "i"};
constexpr StatementText kOrphans{
    "select count(*) from (select distinct person from entries) e where"
    " not exists (select 1 from people p where p.number = e.person)"
    " and not exists (select 1 from deleted_people d where d.number = e.person)",
    "", "i"};
constexpr StatementText kUnswept{"select count(*) from deleted_people where swept = 0", "", "i"};

constexpr const char* kDoctor =
    "Stop the server, keep a copy of the folder, and either restore a backup or run the salvage of "
    "`plumbline doctor`";

void add(std::vector<Finding>& findings, bool ok, const std::string& good, const std::string& bad,
         const std::string& advice) {
  findings.push_back(ok ? Finding{true, good, ""} : Finding{false, bad, advice});
}

void check_rights(const std::string& folder, std::vector<Finding>& findings) {
  const bool open = is_open_to_others(folder) || is_open_to_others(database_path(folder));
  add(findings, !open, "Only the owner can read the data folder.",
      "Others on this computer can read the data folder.",
      "Run: chmod 700 " + folder + "; chmod 600 " + database_path(folder));
  const std::int64_t room = free_bytes(folder);
  add(findings, room < 0 || room >= kLittleRoom, "There is room on the disk.",
      "There is little room left on the disk: " + std::to_string(room / 1024 / 1024) + " MB.",
      "Make room before nothing more can be stored.");
}

void check_form(Connection& connection, std::vector<Finding>& findings) {
  const std::int64_t version = connection.integer("pragma user_version");
  add(findings, version == schema_version(),
      "The database has the form that this program writes (version " + std::to_string(version) +
          ").",
      "The database has the form of version " + std::to_string(version) + ", expected " +
          std::to_string(schema_version()) + ".",
      "Open it with the program that belongs to it.");
  add(findings, connection.text("pragma journal_mode") == "wal",
      "Everything is written to a log first.", "The write-ahead log is switched off.",
      "Start the server once: it switches it on.");
}

void check_rows(Connection& connection, std::vector<Finding>& findings) {
  {
    Query gap(connection, kGap);
    add(findings, !gap.has_row(), "Every person's entries are numbered without a gap.",
        gap.has_row()
            ? "Person number " + std::to_string(gap->integer(0)) + " has " +
                  std::to_string(gap->integer(1)) + " entries, numbered from " +
                  std::to_string(gap->integer(3)) + " to " + std::to_string(gap->integer(2)) + "."
            : "",
        kDoctor);
  }
  const std::int64_t short_ones = Query(connection, kTooShort, kLeastSealed)->integer(0);
  add(findings, short_ones == 0, "Everything private has the form of sealed bytes.",
      std::to_string(short_ones) + " rows are too short to be sealed bytes.", kDoctor);
  const std::int64_t orphans = Query(connection, kOrphans)->integer(0);
  add(findings, orphans == 0, "Every entry belongs to somebody.",
      "There are entries of " + std::to_string(orphans) + " people who are not listed.", kDoctor);
  const std::int64_t unswept = Query(connection, kUnswept)->integer(0);
  add(findings, unswept == 0, "Nothing is left of deleted people.",
      "The rows of " + std::to_string(unswept) +
          " deleted people are still there (unreadable, because their keys are gone).",
      "Leave the server running: it overwrites them.");
}

}  // namespace

Result<void> verify(Connection& connection, bool thorough) {
  return connection.guard([&]() -> Result<void> {
    const std::string said =
        connection.text(thorough ? "pragma integrity_check(1)" : "pragma quick_check(1)");
    if (said != "ok")
      return fail(ErrorCode::Damaged, "", "the pages do not hold together: " + said);
    Query gap(connection, kGap);
    if (!gap.has_row()) return {};
    return fail(ErrorCode::Damaged, "",
                "entries of person number " + std::to_string(gap->integer(0)) + " are missing");
  });
}

Result<std::vector<Finding>> check_folder(const std::string& folder) {
  std::vector<Finding> findings;
  check_rights(folder, findings);
  auto connection = Connection::open(database_path(folder), Access::Read);
  if (!connection) return std::unexpected(connection.error());
  const auto look = [&](auto part) {
    const Result<void> looked = (*connection)->guard([&]() -> Result<void> {
      part(**connection, findings);
      return {};
    });
    if (!looked)
      findings.push_back({false,
                          "A part of the database cannot be read: " + looked.error().message + ".",
                          kDoctor});
  };
  look([](Connection& open, std::vector<Finding>& out) {
    const std::string said = open.text("pragma integrity_check(10)");
    add(out, said == "ok", "Every page of the database holds together.",
        "Pages of the database are damaged: " + said + ".", kDoctor);
  });
  look(check_form);
  look(check_rows);
  return findings;
}

}  // namespace plumbline::storage
