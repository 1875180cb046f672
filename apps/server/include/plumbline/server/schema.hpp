// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "plumbline/json/value.hpp"

namespace plumbline::server {

struct Field;

/// The shape of a JSON value that goes in or out: one description, from which the OpenAPI document
/// and the TypeScript types are made.
class Schema {
 public:
  // A field holds a schema in turn, so these have to wait until it is known.
  Schema(const Schema& other);
  Schema(Schema&& other) noexcept;
  Schema& operator=(const Schema& other);
  Schema& operator=(Schema&& other) noexcept;
  ~Schema();

  static Schema text();
  static Schema date();
  static Schema instant();
  static Schema integer();
  static Schema truth();
  /// An object whose form another document says (a journal entry's body, a FHIR resource).
  static Schema free_object();
  static Schema words(std::vector<std::string> words);
  static Schema list(Schema item);
  /// An object with a name of its own in the documents.
  static Schema record(std::string name, std::vector<Field> fields);
  Schema or_null() const;

  /// JSON Schema (2020-12, as in OpenAPI 3.1); records as references.
  json::Value json_schema() const;
  /// The TypeScript type; records by name.
  std::string typescript() const;
  /// Adds this record and all records in it.
  void collect(std::map<std::string, Schema>& records) const;
  /// The body of a record's own definition.
  json::Value definition() const;
  std::string typescript_definition() const;

 private:
  enum class Kind : std::uint8_t { Text, Date, Instant, Integer, Truth, Free, Words, List, Record };
  explicit Schema(Kind kind);

  Kind kind_;
  bool nullable_ = false;
  std::string name_;
  std::vector<std::string> words_;
  std::vector<Field> fields_;
};

/// Whether a field is always there.
enum class Presence : std::uint8_t { Always, Sometimes };

/// A member of a record.
struct Field {
  std::string name;
  Schema schema;
  std::string meaning;
  Presence presence = Presence::Always;
};

}  // namespace plumbline::server
