// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/write.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "plumbline/foundation/require.hpp"

namespace plumbline::json {
namespace {

/// Writes into one string.
class Writer {
 public:
  void value(const Value& v) {
    if (v.is_null()) {
      out_ += "null";
    } else if (const bool* flag = v.as_bool()) {
      out_ += *flag ? "true" : "false";
    } else if (const std::int64_t* integer = v.as_integer()) {
      number(*integer);
    } else if (const double* real = v.as_double()) {
      PLUMBLINE_REQUIRE(std::isfinite(*real));
      number(*real);
    } else if (const std::string* text = v.as_string()) {
      string(*text);
    } else if (const Array* array = v.as_array()) {
      list('[', ']', *array, [&](const Value& item) { value(item); });
    } else {
      list('{', '}', *v.as_object(), [&](const auto& member) {
        string(member.first);
        out_ += ':';
        value(member.second);
      });
    }
  }
  std::string take() { return std::move(out_); }

 private:
  template <class N>
  void number(N n) {
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), n).ptr;
    out_.append(buffer.data(), end);
  }
  template <class List, class F>
  void list(char open, char close, const List& items, F each) {
    out_ += open;
    bool first = true;
    for (const auto& item : items) {
      if (!first) out_ += ',';
      first = false;
      each(item);
    }
    out_ += close;
  }
  void string(std::string_view text) {
    out_ += '"';
    for (const char c : text) escape(c);
    out_ += '"';
  }
  void escape(char c) {
    constexpr std::string_view kHex = "0123456789abcdef";
    switch (c) {
      case '"':
        out_ += "\\\"";
        return;
      case '\\':
        out_ += "\\\\";
        return;
      case '\n':
        out_ += "\\n";
        return;
      case '\t':
        out_ += "\\t";
        return;
      case '\r':
        out_ += "\\r";
        return;
      default:
        break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20) {
      out_ += c;
      return;
    }
    out_ += "\\u00";
    out_ += kHex[byte >> 4U];
    out_ += kHex[byte & 15U];
  }

  std::string out_;
};

}  // namespace

std::string write(const Value& value) {
  Writer writer;
  writer.value(value);
  return writer.take();
}

}  // namespace plumbline::json
