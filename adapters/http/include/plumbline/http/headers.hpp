// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace plumbline::http {

/// Header lines of a request or response, in order, kept as one text `Name: value\r\n…`.
///
/// Nothing that could end a line early gets in: a name must be a token (RFC 9110), a value visible
/// text, spaces and tabs. Anything else leaves the list unchanged and marks it broken; a response
/// with a broken list is sent as an internal fault instead.
class Headers {
 public:
  Headers() = default;

  /// Adds a line, also where the name is there already.
  /// @returns false, and marks the list broken, where name or value must not stand in a header
  bool add(std::string_view name, std::string_view value);
  /// The first value of this name, compared without case.
  std::optional<std::string_view> find(std::string_view name) const;
  /// The last value of this name: where proxies add theirs behind what a client sent.
  std::optional<std::string_view> find_last(std::string_view name) const;
  /// How often the name stands in the list.
  std::size_t count(std::string_view name) const;
  /// All lines as they go over the wire.
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  bool broken() const { return broken_; }
  void clear();

 private:
  std::string text_;
  bool broken_ = false;
};

/// Whether two texts are the same but for the case of ASCII letters.
bool equal_without_case(std::string_view left, std::string_view right);
/// Whether a comma-separated header value holds a word, compared without case.
bool has_token(std::string_view value, std::string_view token);

}  // namespace plumbline::http
