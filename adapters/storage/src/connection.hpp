// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include "plumbline/foundation/error.hpp"

namespace plumbline::storage {

class Connection;

/// A statement as it stands in the source. Every parameter and column has a letter:
/// `i` integer, `t` text, `b` bytes. Must live as long as the program: it is known by its address.
struct StatementText {
  const char* sql;
  std::string_view parameters;
  std::string_view columns;
};

/// A prepared statement. Everything here throws (soci::soci_error); Connection::guard is the
/// border.
class Statement {
 public:
  Statement(Connection& connection, const StatementText& text);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  void bind(std::size_t at, std::int64_t value);
  void bind(std::size_t at, std::string_view value);
  void bind_null(std::size_t at);
  template <class Number>
    requires std::is_enum_v<Number>
  void bind(std::size_t at, Number value) {
    bind(at, static_cast<std::int64_t>(value));
  }
  template <class Bytes>
    requires requires(const Bytes& bytes) {
      { bytes.data() } -> std::same_as<const std::uint8_t*>;
    }
  void bind(std::size_t at, const Bytes& bytes) {
    bind(at, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  }

  /// Runs to the first row. @returns whether there is one
  bool execute();
  /// Goes to the next row.
  bool next();
  /// Gives back what the statement holds: until then it pins the state that it reads.
  void finish() noexcept;
  std::int64_t changes();

  std::int64_t integer(std::size_t column) const;
  const std::string& text(std::size_t column) const;
  std::string bytes(std::size_t column) const;
  std::size_t bytes_size(std::size_t column) const;
  bool is_null(std::size_t column) const;
  template <std::size_t N>
  std::array<std::uint8_t, N> fixed(std::size_t column) const {
    std::array<std::uint8_t, N> out{};
    copy_bytes(column, out.data(), N);
    return out;
  }

 private:
  void copy_bytes(std::size_t column, std::uint8_t* out, std::size_t size) const;
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// One run of a prepared statement: binds, runs, and gives back at the end of the scope.
class Query {
 public:
  template <class... Values>
  Query(Connection& connection, const StatementText& text, const Values&... values);
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() { statement_.finish(); }

  bool has_row() const { return has_row_; }
  void next() { has_row_ = statement_.next(); }
  Statement* operator->() { return &statement_; }

 private:
  Statement& statement_;
  bool has_row_ = false;
};

enum class Access : std::uint8_t { Write, Read };

/// One connection of SQLite, through SOCI. Belongs to one thread at a time.
class Connection {
 public:
  /// @error Unreadable, DiskFull, Damaged, InUse  as SQLite says
  static Result<std::unique_ptr<Connection>> open(const std::string& file, Access access);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  /// Prepared at first use, then kept. Throws.
  Statement& prepared(const StatementText& text);
  /// Runs any number of statements without parameters. Throws.
  void run(const std::string& sql);
  /// First column of the first row, as an integer. Throws.
  std::int64_t integer(const std::string& sql);
  std::string text(const std::string& sql);
  /// Rows changed since the connection was opened.
  std::int64_t total_changes() const;
  /// Pages in the write-ahead log after the last commit of this connection.
  int log_pages() const;
  /// Leaves moving the log into the database to `checkpoint`, and keeps log_pages up to date.
  void follow_log();
  /// Moves the log into the database; with `truncate` also empties it. @returns whether all was
  /// moved
  bool checkpoint(bool truncate) noexcept;
  bool in_transaction() const;
  /// Ends a transaction without an error of its own.
  void roll_back() noexcept;

  /// Runs what may throw and turns exceptions into errors.
  template <class Work>
  auto guard(Work work) -> decltype(work()) {
    try {
      return work();
    } catch (...) {
      return std::unexpected(failure());
    }
  }
  /// The error for the exception that is being handled.
  Error failure() const;

 private:
  friend class Statement;
  struct Parts;
  explicit Connection(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

template <class... Values>
Query::Query(Connection& connection, const StatementText& text, const Values&... values)
    : statement_(connection.prepared(text)) {
  statement_.finish();
  std::size_t at = 0;
  (statement_.bind(at++, values), ...);
  try {
    has_row_ = statement_.execute();
  } catch (...) {
    statement_.finish();
    throw;
  }
}

}  // namespace plumbline::storage
