// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/schema.hpp"

#include <utility>

namespace plumbline::server {

Schema::Schema(Kind kind) : kind_(kind) {}
Schema::Schema(const Schema& other) = default;
Schema::Schema(Schema&& other) noexcept = default;
Schema& Schema::operator=(const Schema& other) = default;
Schema& Schema::operator=(Schema&& other) noexcept = default;
Schema::~Schema() = default;

Schema Schema::text() { return Schema(Kind::Text); }
Schema Schema::date() { return Schema(Kind::Date); }
Schema Schema::instant() { return Schema(Kind::Instant); }
Schema Schema::integer() { return Schema(Kind::Integer); }
Schema Schema::truth() { return Schema(Kind::Truth); }
Schema Schema::free_object() { return Schema(Kind::Free); }

Schema Schema::words(std::vector<std::string> words) {
  Schema out(Kind::Words);
  out.words_ = std::move(words);
  return out;
}

Schema Schema::list(Schema item) {
  Schema out(Kind::List);
  out.fields_.push_back({"", std::move(item), ""});
  return out;
}

Schema Schema::record(std::string name, std::vector<Field> fields) {
  Schema out(Kind::Record);
  out.name_ = std::move(name);
  out.fields_ = std::move(fields);
  return out;
}

Schema Schema::or_null() const {
  Schema out = *this;
  out.nullable_ = true;
  return out;
}

namespace {

json::Value typed(const char* type) {
  json::Value out;
  out.add("type", type);
  return out;
}

json::Value formatted(const char* format) {
  json::Value out = typed("string");
  out.add("format", format);
  return out;
}

json::Value nullable(json::Value schema) {
  json::Value out;
  out.add("anyOf", json::Array{std::move(schema), typed("null")});
  return out;
}

}  // namespace

json::Value Schema::json_schema() const {
  if (nullable_) {
    Schema plain = *this;
    plain.nullable_ = false;
    return nullable(plain.json_schema());
  }
  json::Value out;
  switch (kind_) {
    case Kind::Text:
      return typed("string");
    case Kind::Date:
      return formatted("date");
    case Kind::Instant:
      return formatted("date-time");
    case Kind::Integer:
      return typed("integer");
    case Kind::Truth:
      return typed("boolean");
    case Kind::Free:
      return typed("object");
    case Kind::Words: {
      json::Array words;
      for (const std::string& word : words_) words.emplace_back(word);
      out = typed("string");
      out.add("enum", std::move(words));
      return out;
    }
    case Kind::List:
      out = typed("array");
      out.add("items", fields_.front().schema.json_schema());
      return out;
    case Kind::Record:
      out.add("$ref", "#/components/schemas/" + name_);
      return out;
  }
  return out;
}

std::string Schema::typescript() const {
  std::string out;
  switch (kind_) {
    case Kind::Text:
      out = "string";
      break;
    case Kind::Date:
      out = "LocalDate";
      break;
    case Kind::Instant:
      out = "Instant";
      break;
    case Kind::Integer:
      out = "number";
      break;
    case Kind::Truth:
      out = "boolean";
      break;
    case Kind::Free:
      out = "JsonObject";
      break;
    case Kind::Words:
      for (const std::string& word : words_) out += (out.empty() ? "\"" : " | \"") + word + "\"";
      break;
    case Kind::List:
      out = "ReadonlyArray<" + fields_.front().schema.typescript() + ">";
      break;
    case Kind::Record:
      out = name_;
      break;
  }
  return nullable_ ? out + " | null" : out;
}

void Schema::collect(std::map<std::string, Schema>& records) const {
  if (kind_ == Kind::Record) records.emplace(name_, *this);
  for (const Field& field : fields_) field.schema.collect(records);
}

json::Value Schema::definition() const {
  json::Value properties{json::Object{}};
  json::Array required;
  for (const Field& field : fields_) {
    json::Value property = field.schema.json_schema();
    if (!field.meaning.empty()) property.add("description", field.meaning);
    properties.add(field.name, std::move(property));
    if (field.presence == Presence::Always) required.emplace_back(field.name);
  }
  json::Value out = typed("object");
  out.add("properties", std::move(properties));
  if (!required.empty()) out.add("required", std::move(required));
  return out;
}

std::string Schema::typescript_definition() const {
  std::string out = "export interface " + name_ + " {\n";
  for (const Field& field : fields_) {
    if (!field.meaning.empty()) out += "  /** " + field.meaning + " */\n";
    out += "  readonly " + field.name + (field.presence == Presence::Always ? ": " : "?: ") +
           field.schema.typescript() + ";\n";
  }
  return out + "}\n";
}

}  // namespace plumbline::server
