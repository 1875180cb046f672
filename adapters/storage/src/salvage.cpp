// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <fstream>
#include <functional>

#include "check.hpp"
#include "folder.hpp"
#include "migrations.hpp"
#include "place.hpp"
#include "plumbline/storage/sqlite.hpp"

namespace plumbline::storage {
namespace {

/// Rows that are copied at once where nothing is damaged.
constexpr std::int64_t kBlock = 4096;

struct Numbered {
  const char* table;
  const char* key;
};
/// Tables whose rows have a number, so that one can go around what is damaged.
constexpr std::array<Numbered, 5> kNumbered{{{"people", "number"},
                                             {"held", "rowid"},
                                             {"chunks", "number"},
                                             {"devices", "number"},
                                             {"audit", "number"}}};
/// Small tables, copied as far as they can be read. Sessions, pairings and caches are left behind.
constexpr std::array<const char*, 2> kWhole{"settings", "deleted_people"};

/// Copies from `main`, which is damaged, to `fresh`.
class Salvage {
 public:
  explicit Salvage(Connection& connection) : connection_(connection) {}

  SalvageReport copy_all() {
    for (const char* table : kWhole) copy_whole(table);
    for (const Numbered& numbered : kNumbered) copy_numbered(numbered);
    for (const PersonNumber person : people()) copy_entries(person);
    conclude();
    return std::move(report_);
  }

 private:
  using Range = std::function<std::string(std::int64_t first, std::int64_t last)>;

  // A transaction each: after a damaged page, one that goes on cannot be committed any more.
  bool attempt(const std::string& sql) {
    const Result<void> done = connection_.guard([&]() -> Result<void> {
      connection_.run("begin; " + sql + "; commit;");
      return {};
    });
    if (!done) connection_.roll_back();
    return static_cast<bool>(done);
  }

  /// First column of the first row; `otherwise` where it cannot be read.
  std::int64_t ask(const std::string& sql, std::int64_t otherwise) {
    const Result<std::int64_t> answer =
        connection_.guard([&]() -> Result<std::int64_t> { return connection_.integer(sql); });
    return answer ? *answer : otherwise;
  }

  /// Copies first…last, halving what cannot be read until single rows remain. @returns rows lost
  std::int64_t copy_range(const Range& sql, std::int64_t first, std::int64_t last) {
    if (first > last || attempt(sql(first, last))) return 0;
    if (first == last) return 1;
    const std::int64_t middle = first + (last - first) / 2;
    return copy_range(sql, first, middle) + copy_range(sql, middle + 1, last);
  }

  void copy_whole(const std::string& table) {
    if (attempt("insert or ignore into fresh." + table + " select * from main." + table)) return;
    ++report_.lost_rows;
    report_.sentences.push_back("The list \"" + table + "\" could not be read.");
  }

  void copy_numbered(const Numbered& numbered) {
    const std::string table(numbered.table);
    const std::string key(numbered.key);
    const std::int64_t begun =
        ask("select seq from main.sqlite_sequence where name = '" + table + "'", 0);
    const std::int64_t last = std::max(begun, ask("select max(" + key + ") from main." + table, 0));
    const Range sql = [&](std::int64_t a, std::int64_t b) {
      return "insert into fresh." + table + " select * from main." + table + " where " + key +
             " between " + std::to_string(a) + " and " + std::to_string(b);
    };
    std::int64_t lost = 0;
    for (std::int64_t first = 1; first <= last; first += kBlock) {
      lost += copy_range(sql, first, std::min(last, first + kBlock - 1));
    }
    report_.lost_rows += lost;
    if (lost == 0) return;
    report_.sentences.push_back("Up to " + std::to_string(lost) + " rows of \"" + table +
                                "\" could not be read.");
  }

  std::vector<PersonNumber> people() {
    std::vector<PersonNumber> numbers;
    static constexpr StatementText kNumbers{"select number from fresh.people order by number", "",
                                            "i"};
    for (Query query(connection_, kNumbers); query.has_row(); query.next()) {
      numbers.push_back(PersonNumber{query->integer(0)});
    }
    return numbers;
  }

  /// The last place that a person has, by the table or by its index, whichever can be read.
  std::int64_t last_place(PersonNumber person) {
    const std::string number = std::to_string(static_cast<std::int64_t>(person));
    const std::int64_t none = place_of(person, 0);
    const std::string range =
        std::to_string(none + 1) + " and " + std::to_string(place_of(person, kMostSeq));
    const std::int64_t by_table =
        ask("select coalesce(max(place), 0) from main.entries where place between " + range, none);
    const std::int64_t by_index =
        ask("select coalesce(max(place), 0) from main.entries indexed by entries_by_id where "
            "person = " +
                number,
            none);
    return std::max({none, by_table, by_index});
  }

  void copy_entries(PersonNumber person) {
    const std::int64_t none = place_of(person, 0);
    const std::int64_t last = last_place(person);
    // Numbered anew behind what is there already, so that no number is missing.
    const std::string next =
        "select coalesce((select max(f.place) from fresh.entries f"
        " where f.place between " +
        std::to_string(none) + " and " + std::to_string(place_of(person, kMostSeq)) + "), " +
        std::to_string(none) + ")";
    const Range sql = [&](std::int64_t a, std::int64_t b) {
      return "insert into fresh.entries select (" + next +
             ") + row_number() over (order by place)," +
             " person, id, digest, received_ms, device, sealed from main.entries not indexed" +
             " where place between " + std::to_string(a) + " and " + std::to_string(b) +
             " and person = " + std::to_string(static_cast<std::int64_t>(person)) +
             " order by place";
    };
    std::int64_t lost = 0;
    for (std::int64_t first = none + 1; first <= last; first += kBlock) {
      lost += copy_range(sql, first, std::min(last, first + kBlock - 1));
    }
    report_.entries += ask(next, none) - none;
    report_.lost_entries += lost;
    if (lost == 0) return;
    report_.sentences.push_back(
        "Of person number " + std::to_string(static_cast<std::int64_t>(person)) + ", " +
        std::to_string(lost) + " of " + std::to_string(last - none) +
        " entries could not be read. Devices that have them will send them again; a backup may "
        "have them too.");
  }

  void conclude() {
    if (report_.lost_entries + report_.lost_rows == 0) {
      report_.sentences.emplace_back("Nothing was lost.");
    }
    report_.sentences.emplace_back(
        "Everybody has to sign in again: sessions and links for pairing were left behind.");
  }

  Connection& connection_;
  SalvageReport report_;
};

Result<void> make_fresh(const std::string& file) {
  if (auto made = make_file(file); !made) return made;
  auto connection = Connection::open(file, Access::Write);
  return connection ? migrate(**connection, file) : std::unexpected(connection.error());
}

/// A database that this program has made, without rows: the list of tables lies at the same place
/// in every one, so that a damaged one can be replaced.
/// @source https://www.sqlite.org/fileformat2.html, 1.3: places in the head of a file
Result<void> mend_head(const std::string& fresh, const std::string& source) {
  constexpr std::size_t kPage = 4096;
  static constexpr StatementText kSchemaPages{
      "select pageno from dbstat where name = 'sqlite_schema'", "", "i"};
  auto connection = Connection::open(fresh, Access::Read);
  std::fstream file(source, std::ios::in | std::ios::out | std::ios::binary);
  std::ifstream good(fresh, std::ios::binary);
  if (!connection) return std::unexpected(connection.error());
  if (!file || !good) return fail(ErrorCode::Unreadable, source, "cannot be read");
  return (*connection)->guard([&]() -> Result<void> {
    std::array<char, kPage> page{};
    for (Query query(**connection, kSchemaPages); query.has_row(); query.next()) {
      const std::int64_t at = (query->integer(0) - 1) * static_cast<std::int64_t>(kPage);
      good.seekg(at);
      good.read(page.data(), kPage);
      // Without a valid number of pages the size of the file counts; no page is known to be free.
      if (at == 0) std::fill(page.begin() + 28, page.begin() + 40, '\0');
      file.seekp(at);
      file.write(page.data(), kPage);
    }
    return {};
  });
}

bool has_tables(const std::string& file) {
  auto connection = Connection::open(file, Access::Read);
  if (!connection) return false;
  const Result<std::int64_t> count = (*connection)->guard([&]() -> Result<std::int64_t> {
    return (*connection)->integer("select count(*) from sqlite_master where name = 'entries'");
  });
  return count && *count == 1;
}

Result<SalvageReport> copy_readable(const std::string& source, const std::string& draft) {
  auto connection = Connection::open(source, Access::Write);
  if (!connection) return std::unexpected(connection.error());
  Result<SalvageReport> report = (*connection)->guard([&]() -> Result<SalvageReport> {
    (*connection)->run("attach '" + draft + "' as fresh; pragma fresh.synchronous = off;");
    SalvageReport copied = Salvage(**connection).copy_all();
    (*connection)->run("detach fresh;");
    return copied;
  });
  return report;
}

}  // namespace

Result<SalvageReport> salvage_sqlite(const std::string& damaged_file, const std::string& new_file) {
  if (exists(new_file)) {
    return fail(ErrorCode::Conflict, new_file, "there is such a file already; give another name");
  }
  // Opening a database writes to it, so that a copy is opened.
  const std::string source = new_file + ".source";
  const std::string draft = new_file + ".part";
  remove_database(source);
  remove_database(draft);
  Result<void> ready = copy_file(damaged_file, source);
  if (ready && exists(damaged_file + "-wal")) {
    ready = copy_file(damaged_file + "-wal", source + "-wal");
  }
  if (ready) ready = make_fresh(draft);
  if (ready && !has_tables(source)) ready = mend_head(draft, source);
  if (ready && !has_tables(source)) {
    ready = fail(ErrorCode::Damaged, damaged_file, "nothing of this file can be read");
  }
  Result<SalvageReport> report =
      ready ? copy_readable(source, draft) : Result<SalvageReport>(std::unexpected(ready.error()));
  if (report) {
    if (auto moved = move_into_place(draft, new_file); !moved) {
      report = std::unexpected(moved.error());
    }
  }
  remove_database(source);
  if (!report) remove_database(draft);
  return report;
}

}  // namespace plumbline::storage
