// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <toml++/toml.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "plumbline/server/config.hpp"

namespace plumbline::server {
namespace {

std::string place(const std::string& file, const toml::source_region& region) {
  return file + " line " + std::to_string(region.begin.line);
}

/// A value as the table of settings reads it; lists become texts with commas.
std::optional<std::string> text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* whole = node.as_integer()) return std::to_string(whole->get());
  if (const auto* truth = node.as_boolean()) return truth->get() ? "true" : "false";
  const auto* list = node.as_array();
  if (list == nullptr) return std::nullopt;
  std::string out;
  for (const toml::node& item : *list) {
    const auto* text = item.as_string();
    if (text == nullptr) return std::nullopt;
    out += (out.empty() ? "" : ",") + text->get();
  }
  return out;
}

std::unexpected<Error> unknown(const std::string& where, const std::string& name) {
  return fail(ErrorCode::UnknownField, where,
              "there is no setting " + name + "; plumbline serve --print-config lists them");
}

Result<void> read_section(const std::string& file, std::string_view section,
                          const toml::table& table, Settings& out) {
  const std::vector<std::string> known = setting_names();
  for (const auto& [key, node] : table) {
    const std::string name = std::string(section) + "." + std::string(key.str());
    if (std::ranges::find(known, name) == known.end()) {
      return unknown(place(file, key.source()), name);
    }
    auto text = text_of(node);
    if (!text) {
      return fail(ErrorCode::WrongType, place(file, node.source()),
                  name + ": expected a text, a whole number, true or false, or a list of texts");
    }
    out[name] = std::move(*text);
  }
  return {};
}

}  // namespace

Result<Settings> read_config_file(const std::string& file) {
  try {
    const toml::table document = toml::parse_file(file);
    Settings out;
    for (const auto& [section, node] : document) {
      const auto* table = node.as_table();
      if (table == nullptr) {
        return unknown(place(file, section.source()), std::string(section.str()));
      }
      if (auto read = read_section(file, section.str(), *table, out); !read) {
        return std::unexpected(std::move(read.error()));
      }
    }
    return out;
  } catch (const toml::parse_error& fault) {
    const bool at_all = fault.source().begin.line > 0;
    return fail(at_all ? ErrorCode::SyntaxError : ErrorCode::Unreadable,
                at_all ? place(file, fault.source()) : file, std::string(fault.description()));
  }
}

}  // namespace plumbline::server
