// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/http/request.hpp"

#include <array>

#include "target.hpp"

namespace plumbline::http {

namespace {

constexpr std::array<std::string_view, 7> kMethodNames = {"GET",   "HEAD",   "POST",   "PUT",
                                                          "PATCH", "DELETE", "OPTIONS"};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Splits off what stands before the next separator.
std::string_view next_part(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const auto part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return part;
}

/// `q=0`, `q=0.0`, …: not wanted.
bool is_zero_weight(std::string_view parameters) {
  const auto at = parameters.find("q=");
  return at != std::string_view::npos &&
         parameters.substr(at + 2).find_first_not_of("0. \t") == std::string_view::npos;
}

}  // namespace

std::string_view name_of(Method method) { return kMethodNames[static_cast<std::size_t>(method)]; }

bool is_safe(Method method) {
  return method == Method::Get || method == Method::Head || method == Method::Options;
}

std::optional<std::string_view> Request::header(std::string_view name) const {
  return headers.find(name);
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
  std::string_view rest = headers.find("Cookie").value_or("");
  while (!rest.empty()) {
    const auto pair = trimmed(next_part(rest, ';'));
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) {
      continue;
    }
    auto value = pair.substr(equals + 1);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
      value = value.substr(1, value.size() - 2);
    }
    return value;
  }
  return std::nullopt;
}

std::optional<std::string> Request::query_value(std::string_view name) const {
  std::string_view rest = query;
  while (!rest.empty()) {
    auto pair = next_part(rest, '&');
    const auto key = percent_decoded(next_part(pair, '='), true);
    if (key && *key == name) {
      return percent_decoded(pair, true);
    }
  }
  return std::nullopt;
}

bool Request::accepts_gzip() const {
  std::string_view rest = headers.find("Accept-Encoding").value_or("");
  while (!rest.empty()) {
    auto part = next_part(rest, ',');
    const auto coding = trimmed(next_part(part, ';'));
    if (equal_without_case(coding, "gzip") || coding == "*") {
      return !is_zero_weight(part);
    }
  }
  return false;
}

}  // namespace plumbline::http
