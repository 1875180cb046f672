// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "migrations.hpp"

#include "plumbline/storage/sqlite.hpp"

namespace plumbline::storage {
namespace {

/// "plmb": tells our files from those of other programs.
constexpr std::int64_t kApplication = 0x706c6d62;

}  // namespace

int schema_version() { return static_cast<int>(migration_texts().size()); }

Result<void> migrate(Connection& connection, const std::string& file) {
  return connection.guard([&]() -> Result<void> {
    const std::int64_t version = connection.integer("pragma user_version");
    const std::int64_t application = connection.integer("pragma application_id");
    if (version > schema_version()) {
      return fail(ErrorCode::NewerData, file,
                  "a newer program wrote this database (version " + std::to_string(version) +
                      ", this program knows up to " + std::to_string(schema_version()) +
                      "); nothing was changed. Install the newer program again");
    }
    const bool empty =
        version == 0 && connection.integer("select count(*) from sqlite_master") == 0;
    if (!empty && application != kApplication) {
      return fail(ErrorCode::Damaged, file, "this is not a database of this program");
    }
    for (auto step = static_cast<std::size_t>(version); step < migration_texts().size(); ++step) {
      connection.run("begin immediate;\n" + std::string(migration_texts()[step]) +
                     "\npragma application_id = " + std::to_string(kApplication) +
                     "; pragma user_version = " + std::to_string(step + 1) + "; commit;");
    }
    return {};
  });
}

}  // namespace plumbline::storage
