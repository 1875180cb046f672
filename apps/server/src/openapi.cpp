// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "plumbline/foundation/error.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/server/route_doc.hpp"

namespace plumbline::server {
namespace {

using json::Array;
using json::Value;

Value with(std::string key, Value value) {
  Value out;
  out.add(std::move(key), std::move(value));
  return out;
}

Value content(const std::string& media, const std::optional<Schema>& schema) {
  Value body{json::Object{}};
  if (schema) body.add("schema", schema->json_schema());
  return with(media, std::move(body));
}

/// The names in braces of a pattern.
std::vector<std::string> path_parameters(const std::string& pattern) {
  std::vector<std::string> out;
  std::size_t from = pattern.find('{');
  while (from != std::string::npos) {
    const std::size_t end = pattern.find('}', from);
    out.push_back(pattern.substr(from + 1, end - from - 1));
    from = pattern.find('{', end);
  }
  return out;
}

Value parameter(const std::string& name, const char* in, const Schema& schema, bool required) {
  Value out;
  out.add("name", name);
  out.add("in", in);
  out.add("required", required);
  out.add("schema", schema.json_schema());
  return out;
}

Array parameters(const RouteDoc& route) {
  Array out;
  for (const std::string& name : path_parameters(route.pattern)) {
    out.push_back(parameter(name, "path", Schema::text(), true));
  }
  for (const Parameter& row : route.query) {
    Value one = parameter(row.name, "query", row.schema, row.presence == Presence::Always);
    one.add("description", row.meaning);
    out.push_back(std::move(one));
  }
  return out;
}

Value responses(const RouteDoc& route) {
  Value out;
  for (const AnswerDoc& answer : route.answers) {
    Value one = with("description", answer.meaning);
    if (answer.body || answer.media != "application/json") {
      one.add("content", content(answer.media, answer.body));
    }
    out.add(std::to_string(answer.status), std::move(one));
  }
  out.add("default", with("$ref", "#/components/responses/Problem"));
  return out;
}

Value operation(const RouteDoc& route) {
  Value out;
  out.add("operationId", route.name);
  out.add("summary", route.summary);
  if (route.access == Access::Open) {
    out.add("security", Array{});
  } else {
    out.add("security", Array{with("session", Array{})});
  }
  if (Array all = parameters(route); !all.empty()) out.add("parameters", std::move(all));
  if (route.takes) {
    Value body = with("required", true);
    body.add("content", content("application/json", route.takes));
    out.add("requestBody", std::move(body));
  }
  out.add("responses", responses(route));
  return out;
}

std::map<std::string, Schema> records_of(std::span<const RouteDoc> routes) {
  std::map<std::string, Schema> out;
  for (const RouteDoc& route : routes) {
    if (route.takes) route.takes->collect(out);
    for (const AnswerDoc& answer : route.answers) {
      if (answer.body) answer.body->collect(out);
    }
  }
  return out;
}

std::vector<std::string> error_slugs() {
  std::vector<std::string> out;
  for (const ErrorCode code : all_error_codes()) out.emplace_back(slug(code));
  return out;
}

Schema problem() {
  return Schema::record(
      "Problem", {{"type", Schema::text(), "Where the code is explained."},
                  {"title", Schema::text(), "What the code means."},
                  {"status", Schema::integer(), "The HTTP status."},
                  {"code", Schema::words(error_slugs()), "Stable; programs decide by it."},
                  {"detail", Schema::text(), "What was found and what was expected."},
                  {"where", Schema::text(), "A JSON pointer or a name.", Presence::Sometimes}});
}

Value components(std::span<const RouteDoc> routes) {
  std::map<std::string, Schema> records = records_of(routes);
  problem().collect(records);
  Value schemas;
  for (const auto& [name, schema] : records) schemas.add(name, schema.definition());
  Value session = with("type", "apiKey");
  session.add("in", "cookie");
  session.add("name", "plumbline");
  Value fault = with("description", "What went wrong (RFC 9457).");
  fault.add("content", content("application/problem+json", problem()));
  Value out = with("schemas", std::move(schemas));
  out.add("responses", with("Problem", std::move(fault)));
  out.add("securitySchemes", with("session", std::move(session)));
  return out;
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// Spreads a JSON text over lines; strings are copied as they are.
class Indenter {
 public:
  std::string spread(const std::string& text) {
    for (std::size_t i = 0; i < text.size(); ++i) step(text, i);
    return out_ + "\n";
  }

 private:
  void step(const std::string& text, std::size_t i) {
    const char c = text[i];
    if (in_string_) {
      out_ += c;
      if (c == '"' && !escaped_) in_string_ = false;
      escaped_ = c == '\\' && !escaped_;
      return;
    }
    if (c == '"') in_string_ = true;
    const bool empty = i + 1 < text.size() && (text[i + 1] == ']' || text[i + 1] == '}');
    if (c == '}' || c == ']') {
      if (!just_opened_) new_line(-1);
      just_opened_ = false;
      out_ += c;
    } else if (c == '{' || c == '[') {
      out_ += c;
      just_opened_ = empty;
      if (!empty) new_line(1);
    } else if (c == ',') {
      out_ += c;
      new_line(0);
    } else {
      out_ += c;
      if (c == ':') out_ += ' ';
    }
  }
  void new_line(int deeper) {
    depth_ += deeper;
    out_ += "\n" + std::string(static_cast<std::size_t>(depth_) * 2, ' ');
  }

  std::string out_;
  int depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool just_opened_ = false;
};

}  // namespace

Value openapi(std::span<const RouteDoc> routes) {
  Value info = with("title", "Plumbline");
  info.add("version", "1");
  info.add("description",
           "The record of people with back pain on their own server. Every fault is a problem "
           "document with a stable code.");
  std::vector<std::string> order;
  std::map<std::string, Value> paths;
  for (const RouteDoc& route : routes) {
    if (!paths.contains(route.pattern)) order.push_back(route.pattern);
    paths[route.pattern].add(lower(route.method), operation(route));
  }
  Value all;
  for (const std::string& pattern : order) all.add(pattern, std::move(paths[pattern]));
  Value out = with("openapi", "3.1.0");
  out.add("info", std::move(info));
  out.add("paths", std::move(all));
  out.add("components", components(routes));
  return out;
}

std::string openapi_text(std::span<const RouteDoc> routes) {
  return Indenter().spread(json::write(openapi(routes)));
}

std::string typescript(std::span<const RouteDoc> routes) {
  std::string out =
      "// SPDX-FileCopyrightText: The Plumbline contributors\n"
      "// SPDX-License-Identifier: Apache-2.0\n"
      "//\n// Made by `plumbline api typescript`; changes belong to the routes of the server.\n\n"
      "export type LocalDate = string & { readonly brand: \"LocalDate\" };\n"
      "export type Instant = string & { readonly brand: \"Instant\" };\n"
      "export type JsonObject = { readonly [key: string]: unknown };\n\n"
      "export type ErrorCode =\n";
  for (const std::string& slug : error_slugs()) out += "  | \"" + slug + "\"\n";
  out.pop_back();
  out += ";\n";
  std::map<std::string, Schema> records = records_of(routes);
  problem().collect(records);
  for (const auto& [name, schema] : records) out += "\n" + schema.typescript_definition();
  out +=
      "\n/** Every call: method, path, what it takes and what it gives. */\nexport interface Calls "
      "{\n";
  for (const RouteDoc& route : routes) {
    const auto good = std::ranges::find_if(route.answers, [](const AnswerDoc& answer) {
      return answer.status < 300 && answer.body.has_value();
    });
    out +=
        "  /** " + route.summary + " */\n  readonly " + route.name + ": { readonly method: \"" +
        route.method + "\"; readonly path: \"" + route.pattern +
        "\"; readonly takes: " + (route.takes ? route.takes->typescript() : "null") +
        "; readonly gives: " + (good == route.answers.end() ? "null" : good->body->typescript()) +
        " };\n";
  }
  return out + "}\n";
}

}  // namespace plumbline::server
