// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/parse.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "plumbline/json/pointer.hpp"

// The only translation unit that knows the parser library; it is compiled in here.
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>

namespace plumbline::json {
namespace {

using boost::json::error_code;
using boost::json::string_view;

/// Builds a Value from parser events; refuses duplicate keys and numbers that are not finite.
struct Builder {
  // The parser asks for these names.
  // NOLINTBEGIN(readability-identifier-naming)
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
  // NOLINTEND(readability-identifier-naming)

  struct Frame {
    bool is_object = false;
    Object object;
    Array array;
    std::string key;
  };

  std::vector<Frame> frames;
  std::string text;
  Value root;
  std::optional<Error> fault;

  std::string place() const {
    std::string out;
    for (const Frame& frame : frames) {
      out += '/';
      out += frame.is_object ? frame.key : std::to_string(frame.array.size());
    }
    return out;
  }
  bool stop(error_code& ec, ErrorCode code, std::string message) {
    if (!fault) fault = Error{code, place(), std::move(message)};
    ec = boost::json::error::syntax;
    return false;
  }
  bool put(Value value) {
    if (frames.empty()) {
      root = std::move(value);
    } else if (Frame& top = frames.back(); top.is_object) {
      top.object.emplace_back(top.key, std::move(value));
    } else {
      top.array.push_back(std::move(value));
    }
    return true;
  }
  bool check_unique(const Object& object, error_code& ec) {
    std::vector<std::string_view> keys;
    keys.reserve(object.size());
    for (const auto& member : object) keys.push_back(member.first);
    std::ranges::sort(keys);
    const auto twice = std::ranges::adjacent_find(keys);
    if (twice == keys.end()) return true;
    frames.back().key = *twice;
    return stop(ec, ErrorCode::DuplicateField, "the field stands twice, expected it once");
  }
  bool put_double(error_code& ec) {
    const double value = std::strtod(text.c_str(), nullptr);
    const std::string shown = std::exchange(text, {});
    if (!std::isfinite(value)) {
      return stop(ec, ErrorCode::OutOfRange, "expected a finite number, found " + shown);
    }
    return put(value);
  }
  void append(string_view part) { text.append(part.data(), part.size()); }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) {
    frames.push_back({true, {}, {}, {}});
    return true;
  }
  bool on_object_end(std::size_t, error_code& ec) {
    if (!check_unique(frames.back().object, ec)) return false;
    Object object = std::move(frames.back().object);
    frames.pop_back();
    return put(std::move(object));
  }
  bool on_array_begin(error_code&) {
    frames.push_back({});
    return true;
  }
  bool on_array_end(std::size_t, error_code&) {
    Array array = std::move(frames.back().array);
    frames.pop_back();
    return put(std::move(array));
  }
  bool on_key_part(string_view part, std::size_t, error_code&) {
    append(part);
    return true;
  }
  bool on_key(string_view part, std::size_t, error_code&) {
    append(part);
    frames.back().key = std::exchange(text, {});
    return true;
  }
  bool on_string_part(string_view part, std::size_t, error_code&) {
    append(part);
    return true;
  }
  bool on_string(string_view part, std::size_t, error_code&) {
    append(part);
    return put(std::exchange(text, {}));
  }
  bool on_number_part(string_view part, error_code&) {
    append(part);
    return true;
  }
  bool on_int64(std::int64_t value, string_view part, error_code& ec) {
    append(part);
    if (value == 0 && text.starts_with('-')) return put_double(ec);
    text.clear();
    return put(value);
  }
  bool on_uint64(std::uint64_t, string_view part, error_code& ec) {
    append(part);
    return put_double(ec);
  }
  bool on_double(double, string_view part, error_code& ec) {
    append(part);
    return put_double(ec);
  }
  bool on_bool(bool value, error_code&) { return put(value); }
  bool on_null(error_code&) { return put(nullptr); }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }
};

std::string line_and_column(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::string_view before = text.substr(0, offset);
  const auto line = 1 + std::ranges::count(before, '\n');
  const std::size_t newline = before.rfind('\n');
  const std::size_t column = newline == std::string_view::npos ? offset : offset - newline - 1;
  return "line " + std::to_string(line) + " column " + std::to_string(column + 1);
}

boost::json::parse_options strict_options() {
  boost::json::parse_options options;
  options.max_depth = kDeepestNesting;
  return options;
}

}  // namespace

Result<Value> parse(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) {
    return fail(ErrorCode::SyntaxError, "line 1 column 1",
                "expected UTF-8 without a byte order mark in front");
  }
  boost::json::basic_parser<Builder> parser(strict_options());
  error_code ec;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), ec);
  Builder& builder = parser.handler();
  if (builder.fault) return std::unexpected(std::move(*builder.fault));
  const std::size_t rest = text.find_first_not_of(" \t\r\n", read);
  if (!ec && rest != std::string_view::npos) {
    return fail(ErrorCode::SyntaxError, line_and_column(text, rest),
                "expected the end of the text after the value");
  }
  if (ec || !parser.done()) {
    return fail(ErrorCode::SyntaxError, line_and_column(text, read),
                "expected well-formed JSON: " + (ec ? ec.message() : "the text ends too early"));
  }
  return std::move(builder.root);
}

Result<std::vector<Line>> parse_lines(std::string_view text) {
  std::vector<Line> lines;
  int number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (line.size() > kLongestLine) {
      return fail(ErrorCode::OutOfRange, "line " + std::to_string(number),
                  "expected at most " + std::to_string(kLongestLine) + " bytes in a line, found " +
                      std::to_string(line.size()));
    }
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Result<Value> value = parse(line);
    if (!value) {
      Error error = std::move(value.error());
      error.where = "line " + std::to_string(number) + " " + error.where;
      return std::unexpected(std::move(error));
    }
    lines.push_back({number, std::move(*value)});
  }
  return lines;
}

}  // namespace plumbline::json
