// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "target.hpp"

#include <algorithm>
#include <cstdint>

#include "plumbline/http/headers.hpp"

namespace plumbline::http {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f;
}

bool is_host_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

bool is_address_char(char c) { return hex_digit(c) >= 0 || c == ':' || c == '.'; }

/// Length of a UTF-8 sequence by its first byte, with the range of its second; 0 for no such byte.
struct Sequence {
  std::size_t length;
  unsigned char low, high;
};

Sequence sequence_of(unsigned char first) {
  if (first < 0x80) {
    return {1, 0, 0};
  }
  if (first >= 0xc2 && first <= 0xdf) {
    return {2, 0x80, 0xbf};
  }
  if (first >= 0xe0 && first <= 0xef) {
    const bool surrogates = first == 0xed;
    return {3, static_cast<unsigned char>(first == 0xe0 ? 0xa0 : 0x80),
            static_cast<unsigned char>(surrogates ? 0x9f : 0xbf)};
  }
  if (first >= 0xf0 && first <= 0xf4) {
    return {4, static_cast<unsigned char>(first == 0xf0 ? 0x90 : 0x80),
            static_cast<unsigned char>(first == 0xf4 ? 0x8f : 0xbf)};
  }
  return {0, 0, 0};
}

/// Joins runs of slashes; nullopt for a `.` or `..` segment.
std::optional<std::string> without_empty_segments(std::string_view path) {
  std::string joined;
  joined.reserve(path.size());
  for (std::size_t at = 0; at < path.size();) {
    const auto end = std::min(path.find('/', at + 1), path.size());
    const auto segment = path.substr(at + 1, end - at - 1);
    if (segment == "." || segment == "..") {
      return std::nullopt;
    }
    if (!segment.empty() || (end == path.size() && (joined.empty() || joined.back() != '/'))) {
      joined.append(1, '/').append(segment);
    }
    at = end;
  }
  return joined;
}

std::unexpected<Error> bad_path(std::string message) {
  return fail(ErrorCode::BadPath, "", std::move(message));
}

Result<std::string> parse_path(std::string_view text) {
  auto path = percent_decoded(text, false);
  if (!path) {
    return bad_path("the path has a fault in its percent-encoding");
  }
  if (std::ranges::any_of(*path, is_control) || path->find('\\') != std::string::npos ||
      std::ranges::count(*path, '/') != std::ranges::count(text, '/') || !is_utf8(*path)) {
    return bad_path("the path holds characters that do not belong there");
  }
  if (path->find("//") == std::string::npos && path->find("/.") == std::string::npos) {
    return std::move(*path);
  }
  auto joined = without_empty_segments(*path);
  if (!joined) {
    return bad_path("the path has a '.' or '..' segment");
  }
  return std::move(*joined);
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [length, low, high] = sequence_of(static_cast<unsigned char>(text[at]));
    if (length == 0 || at + length > text.size()) {
      return false;
    }
    for (std::size_t i = 1; i < length; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      if (byte < (i == 1 ? low : 0x80) || byte > (i == 1 ? high : 0xbf)) {
        return false;
      }
    }
    at += length;
  }
  return true;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '%') {
      const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0 || (high == 0 && low == 0)) {
        return std::nullopt;
      }
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus_is_space) {
      c = ' ';
    }
    plain.push_back(c);
  }
  return plain;
}

std::optional<std::string> host_of_authority(std::string_view authority) {
  std::string text;
  std::ranges::transform(authority, std::back_inserter(text), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const bool bracketed = text.starts_with('[');
  const auto host_end = bracketed ? text.find(']') : std::min(text.find(':'), text.size());
  if (host_end == std::string::npos) {
    return std::nullopt;
  }
  const auto length = bracketed ? host_end + 1 : host_end;
  const auto port = std::string_view(text).substr(length);
  const auto host =
      std::string_view(text).substr(bracketed ? 1 : 0, host_end - (bracketed ? 1 : 0));
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool port_fits = port.empty() || (port[0] == ':' && port.size() <= 6 &&
                                          std::ranges::all_of(port.substr(1), is_digit));
  if (host.empty() || host.size() > 253 || !port_fits ||
      !std::ranges::all_of(host, bracketed ? is_address_char : is_host_char)) {
    return std::nullopt;
  }
  text.resize(length);
  return text;
}

Result<Target> parse_target(std::string_view text) {
  Target target;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (equal_without_case(text.substr(0, scheme.size()), scheme)) {
      const auto rest = text.substr(scheme.size());
      const auto end = std::min(rest.find_first_of("/?"), rest.size());
      target.authority = rest.substr(0, end);
      text = rest.substr(end);
      if (target.authority.empty()) {
        return bad_path("the address names no host");
      }
      break;
    }
  }
  if (std::ranges::any_of(text, [](char c) { return is_control(c) || c == '#'; })) {
    return bad_path("the address holds characters that do not belong there");
  }
  const auto mark = std::min(text.find('?'), text.size());
  target.query = text.substr(std::min(mark + 1, text.size()));
  const auto raw_path = text.substr(0, mark);
  if (!raw_path.starts_with('/') && !(raw_path.empty() && !target.authority.empty())) {
    return bad_path("expected a path that starts with '/'");
  }
  auto path = parse_path(raw_path.empty() ? "/" : raw_path);
  if (!path) {
    return std::unexpected(path.error());
  }
  target.path = std::move(*path);
  const auto query = percent_decoded(target.query, true);
  if (!query || !is_utf8(*query)) {
    return bad_path("the query has a fault in its percent-encoding");
  }
  return target;
}

}  // namespace plumbline::http
