// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "connection.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <deque>
#include <new>
#include <optional>
#include <unordered_map>

#include "plumbline/foundation/require.hpp"

namespace plumbline::storage {
namespace {

constexpr int kPrimaryCode = 0xff;

struct Holder {
  char letter = 'i';
  long long integer = 0;
  std::string text;
  std::optional<soci::blob> blob;
  soci::indicator state = soci::i_ok;
};

ErrorCode code_of(int sqlite_code, int system_code) {
  if (system_code == ENOSPC || system_code == EDQUOT) return ErrorCode::DiskFull;
  switch (sqlite_code & kPrimaryCode) {
    case SQLITE_FULL:
      return ErrorCode::DiskFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ErrorCode::Damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorCode::InUse;
    case SQLITE_NOMEM:
      return ErrorCode::Busy;
    default:
      return ErrorCode::Unreadable;
  }
}

const char* sentence_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::DiskFull:
      return "there is no room left on the disk; nothing was stored. Make room and try again";
    case ErrorCode::Damaged:
      return "a part of the database is damaged; run `plumbline doctor`";
    case ErrorCode::InUse:
      return "another program has the database open";
    case ErrorCode::Busy:
      return "there is no memory for this now";
    default:
      return "the database cannot be read or written";
  }
}

}  // namespace

struct Connection::Parts {
  soci::session session;
  std::string file;
  std::unordered_map<const StatementText*, std::unique_ptr<Statement>> statements;
  int log_pages = 0;

  sqlite_api::sqlite3* handle() {
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
  }
};

struct Statement::Parts {
  explicit Parts(soci::session& session) : statement(session) {}
  // Declared first: the statement holds references to them.
  std::deque<Holder> parameters;
  std::deque<Holder> columns;
  soci::statement statement;
  bool started = false;

  soci::sqlite3_statement_backend* backend() {
    return static_cast<soci::sqlite3_statement_backend*>(statement.get_backend());
  }
};

namespace {

void add_holders(soci::session& session, std::string_view letters, std::deque<Holder>& out) {
  for (const char letter : letters) {
    Holder& holder = out.emplace_back();
    holder.letter = letter;
    if (letter == 'b') holder.blob.emplace(session);
  }
}

template <class Exchange>
void exchange_all(std::deque<Holder>& holders, Exchange exchange) {
  for (Holder& holder : holders) {
    if (holder.letter == 'i') {
      exchange(holder.integer, holder.state);
    } else if (holder.letter == 't') {
      exchange(holder.text, holder.state);
    } else {
      exchange(*holder.blob, holder.state);
    }
  }
}

}  // namespace

Statement::Statement(Connection& connection, const StatementText& text)
    : parts_(std::make_unique<Parts>(connection.parts_->session)) {
  add_holders(connection.parts_->session, text.parameters, parts_->parameters);
  add_holders(connection.parts_->session, text.columns, parts_->columns);
  exchange_all(parts_->parameters, [this](auto& value, soci::indicator& state) {
    parts_->statement.exchange(soci::use(value, state));
  });
  exchange_all(parts_->columns, [this](auto& value, soci::indicator& state) {
    parts_->statement.exchange(soci::into(value, state));
  });
  parts_->statement.alloc();
  parts_->statement.prepare(text.sql);
  parts_->statement.define_and_bind();
}

Statement::~Statement() { finish(); }

void Statement::bind(std::size_t at, std::int64_t value) {
  Holder& holder = parts_->parameters.at(at);
  PLUMBLINE_REQUIRE(holder.letter == 'i');
  holder.integer = value;
  holder.state = soci::i_ok;
}

void Statement::bind(std::size_t at, std::string_view value) {
  Holder& holder = parts_->parameters.at(at);
  PLUMBLINE_REQUIRE(holder.letter != 'i');
  holder.state = soci::i_ok;
  if (holder.letter == 't') {
    holder.text = value;
    return;
  }
  holder.blob->trim(0);
  holder.blob->write(0, value.data(), value.size());
}

void Statement::bind_null(std::size_t at) { parts_->parameters.at(at).state = soci::i_null; }

bool Statement::execute() {
  parts_->started = true;
  return parts_->statement.execute(true);
}

bool Statement::next() { return parts_->statement.fetch(); }

void Statement::finish() noexcept {
  if (!parts_->started) return;
  parts_->started = false;
  // The library would keep the statement running until its next use, and with it an old state.
  if (parts_->backend()->stmt_ != nullptr) sqlite_api::sqlite3_reset(parts_->backend()->stmt_);
}

std::int64_t Statement::changes() { return parts_->statement.get_affected_rows(); }

std::int64_t Statement::integer(std::size_t column) const {
  return parts_->columns.at(column).integer;
}

const std::string& Statement::text(std::size_t column) const {
  return parts_->columns.at(column).text;
}

std::size_t Statement::bytes_size(std::size_t column) const {
  const Holder& holder = parts_->columns.at(column);
  return holder.state == soci::i_null ? 0 : const_cast<soci::blob&>(*holder.blob).get_len();
}

void Statement::copy_bytes(std::size_t column, std::uint8_t* out, std::size_t size) const {
  PLUMBLINE_REQUIRE(parts_->columns.at(column).letter == 'b');
  if (bytes_size(column) < size) size = bytes_size(column);
  if (size == 0) return;
  const_cast<soci::blob&>(*parts_->columns.at(column).blob)
      .read(0, reinterpret_cast<char*>(out), size);
}

std::string Statement::bytes(std::size_t column) const {
  std::string out(bytes_size(column), '\0');
  copy_bytes(column, reinterpret_cast<std::uint8_t*>(out.data()), out.size());
  return out;
}

bool Statement::is_null(std::size_t column) const {
  return parts_->columns.at(column).state == soci::i_null;
}

Connection::Connection(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Connection::~Connection() { parts_->statements.clear(); }

Result<std::unique_ptr<Connection>> Connection::open(const std::string& file, Access access) {
  if (file.find('"') != std::string::npos) {
    return fail(ErrorCode::Unreadable, file, "a path must not hold a double quote");
  }
  std::unique_ptr<Connection> connection(new Connection(std::make_unique<Parts>()));
  Parts& parts = *connection->parts_;
  parts.file = file;
  const auto opened = connection->guard([&]() -> Result<void> {
    parts.session.open(soci::sqlite3, "db=\"" + file + "\" timeout=5");
    sqlite_api::sqlite3_extended_result_codes(parts.handle(), 1);
    connection->run(
        "pragma foreign_keys = off; pragma temp_store = memory; pragma trusted_schema = off;"
        "pragma cell_size_check = on;");
    if (access == Access::Read)
      connection->run("pragma query_only = on; pragma cache_size = -2000;");
    return {};
  });
  if (!opened) return std::unexpected(opened.error());
  return connection;
}

Statement& Connection::prepared(const StatementText& text) {
  std::unique_ptr<Statement>& statement = parts_->statements[&text];
  if (!statement) statement = std::make_unique<Statement>(*this, text);
  return *statement;
}

void Connection::run(const std::string& sql) {
  const int code =
      sqlite_api::sqlite3_exec(parts_->handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) {
    throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(parts_->handle()), code);
  }
}

std::int64_t Connection::integer(const std::string& sql) {
  long long out = 0;
  soci::indicator state = soci::i_ok;
  parts_->session << sql, soci::into(out, state);
  return state == soci::i_ok ? out : 0;
}

std::string Connection::text(const std::string& sql) {
  std::string out;
  soci::indicator state = soci::i_ok;
  parts_->session << sql, soci::into(out, state);
  return out;
}

std::int64_t Connection::total_changes() const {
  return sqlite_api::sqlite3_total_changes(parts_->handle());
}

void Connection::follow_log() {
  sqlite_api::sqlite3_wal_hook(
      parts_->handle(),
      [](void* pages, sqlite_api::sqlite3*, const char*, int count) {
        *static_cast<int*>(pages) = count;
        return SQLITE_OK;
      },
      &parts_->log_pages);
}

int Connection::log_pages() const { return parts_->log_pages; }

bool Connection::checkpoint(bool truncate) noexcept {
  int in_log = 0;
  int moved = 0;
  const int mode = truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
  const int code =
      sqlite_api::sqlite3_wal_checkpoint_v2(parts_->handle(), "main", mode, &in_log, &moved);
  return code == SQLITE_OK && in_log == moved;
}

bool Connection::in_transaction() const {
  return sqlite_api::sqlite3_get_autocommit(parts_->handle()) == 0;
}

void Connection::roll_back() noexcept {
  for (auto& [text, statement] : parts_->statements) {
    if (statement) statement->finish();
  }
  if (in_transaction()) {
    sqlite_api::sqlite3_exec(parts_->handle(), "rollback", nullptr, nullptr, nullptr);
  }
}

Error Connection::failure() const {
  try {
    throw;
  } catch (const soci::soci_error& error) {
    int code = SQLITE_CANTOPEN;
    int system = 0;
    if (parts_->session.get_backend() != nullptr) {
      code = sqlite_api::sqlite3_extended_errcode(parts_->handle());
      system = sqlite_api::sqlite3_system_errno(parts_->handle());
    }
    if (const auto* known = dynamic_cast<const soci::sqlite3_soci_error*>(&error)) {
      code = known->result();
    }
    const bool about_system = (code & kPrimaryCode) == SQLITE_IOERR;
    const ErrorCode ours = code_of(code, about_system ? system : 0);
    return {ours, parts_->file, std::string(sentence_of(ours)) + " (" + error.what() + ")"};
  } catch (const std::bad_alloc&) {
    return {ErrorCode::Busy, parts_->file, sentence_of(ErrorCode::Busy)};
  } catch (const std::exception& error) {
    return {ErrorCode::Unreadable, parts_->file, error.what()};
  }
}

}  // namespace plumbline::storage
