// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "backup.hpp"
#include "check.hpp"
#include "folder.hpp"
#include "migrations.hpp"
#include "plumbline/storage/sqlite.hpp"
#include "writer.hpp"

namespace plumbline::storage {
namespace {

/// A reader with a connection of its own.
class SqliteReader : public Reading<Reader> {
 public:
  explicit SqliteReader(std::unique_ptr<Connection> connection)
      : Reading(*connection), own_(std::move(connection)) {}

 private:
  std::unique_ptr<Connection> own_;
};

class SqliteDatabase : public Database {
 public:
  SqliteDatabase(std::string folder, FolderLock lock, std::unique_ptr<Connection> connection,
                 const Options& options)
      : folder_(std::move(folder)),
        lock_(std::move(lock)),
        writer_(std::move(connection), options) {}

  const Capabilities& capabilities() const override { return capabilities_; }

  Result<std::unique_ptr<Reader>> reader() override {
    auto connection = Connection::open(database_path(folder_), Access::Read);
    if (!connection) return std::unexpected(connection.error());
    return std::make_unique<SqliteReader>(std::move(*connection));
  }

  void submit(Task task, Done done) override { writer_.submit(std::move(task), std::move(done)); }
  WriterFigures figures() const override { return writer_.figures(); }
  void stop() override { writer_.stop(); }

  Result<BackupReport> backup_to(const std::string& file) override {
    return back_up(database_path(folder_), file);
  }

  Result<std::vector<Finding>> check() override { return check_folder(folder_); }

 private:
  Capabilities capabilities_{.name = "sqlite"};
  std::string folder_;
  FolderLock lock_;
  Writer writer_;
};

Result<void> prepare(Connection& connection, const std::string& file) {
  return connection.guard([&]() -> Result<void> {
    connection.run(
        "pragma cache_size = -8000; pragma journal_size_limit = 67108864;"
        "pragma secure_delete = on; pragma synchronous = full;");
    // A newer program's database is not touched, not even by another way of writing.
    if (connection.integer("pragma user_version") <= schema_version() &&
        connection.text("pragma journal_mode = wal") != "wal") {
      return fail(ErrorCode::Unreadable, file, "the file system does not allow a write-ahead log");
    }
    return migrate(connection, file);
  });
}

/// A program that only reads makes nothing.
Result<void> expect_database(const std::string& folder) {
  if (exists(database_path(folder))) return {};
  return fail(ErrorCode::NotFound, folder, "expected a data folder, found no plumbline.db in it");
}

Result<void> expect_own_form(Connection& connection, const std::string& file) {
  return connection.guard([&]() -> Result<void> {
    const std::int64_t version = connection.integer("pragma user_version");
    if (version == schema_version()) return {};
    if (version > schema_version()) {
      return fail(ErrorCode::NewerData, file, "the database was written by a newer program");
    }
    return fail(ErrorCode::Inconsistent, file,
                "the database was written by an older program; start the server once to bring it "
                "up to date");
  });
}

}  // namespace

Result<std::unique_ptr<Reader>> read_sqlite(const std::string& folder) {
  if (auto there = expect_database(folder); !there) return std::unexpected(there.error());
  const std::string file = database_path(folder);
  auto connection = Connection::open(file, Access::Read);
  if (!connection) return std::unexpected(connection.error());
  if (auto own = expect_own_form(**connection, file); !own) return std::unexpected(own.error());
  return std::make_unique<SqliteReader>(std::move(*connection));
}

Result<BackupReport> back_up_sqlite(const std::string& folder, const std::string& backup) {
  if (auto there = expect_database(folder); !there) return std::unexpected(there.error());
  return back_up(database_path(folder), backup);
}

Result<std::vector<Finding>> check_sqlite(const std::string& folder) {
  if (auto there = expect_database(folder); !there) return std::unexpected(there.error());
  return check_folder(folder);
}

Result<std::unique_ptr<Database>> open_sqlite(const std::string& folder, const Options& options) {
  if (auto made = make_folder(folder); !made) return std::unexpected(made.error());
  Result<FolderLock> lock = FolderLock::take(folder);
  if (!lock) return std::unexpected(lock.error());
  const std::string file = database_path(folder);
  if (auto made = make_file(file); !made) return std::unexpected(made.error());
  auto connection = Connection::open(file, Access::Write);
  if (!connection) return std::unexpected(connection.error());
  if (auto ready = prepare(**connection, file); !ready) return std::unexpected(ready.error());
  return std::make_unique<SqliteDatabase>(folder, std::move(*lock), std::move(*connection),
                                          options);
}

}  // namespace plumbline::storage
