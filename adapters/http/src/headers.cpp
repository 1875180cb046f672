// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/http/headers.hpp"

#include <algorithm>

namespace plumbline::http {

namespace {

/// tchar of RFC 9110 5.6.2.
bool is_token_char(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_value_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return c == '\t' || (byte >= 0x20 && byte != 0x7f);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Calls `found` with each value of a name until it says true.
template <class Found>
void each_value(std::string_view lines, std::string_view name, Found found) {
  while (!lines.empty()) {
    const auto end = lines.find("\r\n");
    const auto line = lines.substr(0, end);
    lines.remove_prefix(end + 2);
    if (line.size() > name.size() && line[name.size()] == ':' &&
        equal_without_case(line.substr(0, name.size()), name) &&
        found(trimmed(line.substr(name.size() + 1)))) {
      return;
    }
  }
}

}  // namespace

bool Headers::add(std::string_view name, std::string_view value) {
  if (name.empty() || !std::ranges::all_of(name, is_token_char) ||
      !std::ranges::all_of(value, is_value_char)) {
    broken_ = true;
    return false;
  }
  text_.reserve(text_.size() + name.size() + value.size() + 4);
  text_.append(name).append(": ").append(value).append("\r\n");
  return true;
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
  std::optional<std::string_view> first;
  each_value(text_, name, [&first](std::string_view value) {
    first = value;
    return true;
  });
  return first;
}

std::optional<std::string_view> Headers::find_last(std::string_view name) const {
  std::optional<std::string_view> last;
  each_value(text_, name, [&last](std::string_view value) {
    last = value;
    return false;
  });
  return last;
}

std::size_t Headers::count(std::string_view name) const {
  std::size_t found = 0;
  each_value(text_, name, [&found](std::string_view) {
    ++found;
    return false;
  });
  return found;
}

void Headers::clear() {
  text_.clear();
  broken_ = false;
}

bool equal_without_case(std::string_view left, std::string_view right) {
  return left.size() == right.size() &&
         std::ranges::equal(left, right, [](char l, char r) { return lower(l) == lower(r); });
}

bool has_token(std::string_view value, std::string_view token) {
  while (!value.empty()) {
    const auto comma = value.find(',');
    if (equal_without_case(trimmed(value.substr(0, comma)), token)) {
      return true;
    }
    value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
  }
  return false;
}

}  // namespace plumbline::http
