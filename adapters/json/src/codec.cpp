// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/codec.hpp"

#include <cmath>
#include <limits>

#include "plumbline/json/write.hpp"

namespace plumbline::json {
namespace {

/// @source engineering choice: long enough to recognise a value, short enough for one line
constexpr std::size_t kLongestShown = 60;

std::string shown(const Value& value) {
  if (value.as_array() != nullptr || value.as_object() != nullptr) return std::string(value.kind());
  std::string text = write(value);
  if (text.size() > kLongestShown) text = text.substr(0, kLongestShown) + "…";
  return text;
}

/// Where a number counts as an integer: 5 and 5.0 do, 5.5 and -0 do not.
std::optional<std::int64_t> integral(const Value& value) {
  if (const std::int64_t* integer = value.as_integer()) return *integer;
  const double* number = value.as_double();
  // 2^53: beyond it a double no longer tells neighbouring integers apart.
  constexpr double kExactLimit = 9007199254740992.0;
  if (number == nullptr || std::trunc(*number) != *number || std::fabs(*number) > kExactLimit ||
      (*number == 0 && std::signbit(*number))) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(*number);
}

}  // namespace

std::unexpected<Error> wrong_type(const Value& found, const Pointer& at, std::string expectation) {
  return fail(ErrorCode::WrongType, at.text(),
              "expected " + std::move(expectation) + ", found " + shown(found));
}

std::unexpected<Error> unknown_word(std::string_view found, const Pointer& at,
                                    std::string expectation) {
  return fail(ErrorCode::UnknownWord, at.text(),
              "expected " + std::move(expectation) + ", found " + shown(Value(found)));
}

Result<bool> Codec<bool>::read(const Value& value, const Pointer& at) {
  if (const bool* found = value.as_bool()) return *found;
  return wrong_type(value, at, "true or false");
}

Result<std::int64_t> Codec<std::int64_t>::read(const Value& value, const Pointer& at) {
  if (const auto found = integral(value)) return *found;
  return wrong_type(value, at, "a whole number");
}

Result<std::int32_t> Codec<std::int32_t>::read(const Value& value, const Pointer& at) {
  const auto found = integral(value);
  if (!found) return wrong_type(value, at, "a whole number");
  if (*found < std::numeric_limits<std::int32_t>::min() ||
      *found > std::numeric_limits<std::int32_t>::max()) {
    return fail(ErrorCode::OutOfRange, at.text(),
                "expected a whole number of at most 32 bits, found " + shown(value));
  }
  return static_cast<std::int32_t>(*found);
}

Result<double> Codec<double>::read(const Value& value, const Pointer& at) {
  if (const double* found = value.as_double()) return *found;
  if (const std::int64_t* found = value.as_integer()) return static_cast<double>(*found);
  return wrong_type(value, at, "a number");
}

Result<std::string> Codec<std::string>::read(const Value& value, const Pointer& at) {
  if (const std::string* found = value.as_string()) return *found;
  return wrong_type(value, at, "a text");
}

Result<LocalDate> Codec<LocalDate>::read(const Value& value, const Pointer& at) {
  const std::string* text = value.as_string();
  if (text == nullptr) return wrong_type(value, at, "a date as YYYY-MM-DD");
  Result<LocalDate> date = parse_date(*text);
  if (!date) date.error().where = at.text();
  return date;
}

Result<Instant> Codec<Instant>::read(const Value& value, const Pointer& at) {
  const std::string* text = value.as_string();
  if (text == nullptr) return wrong_type(value, at, "a time with offset");
  Result<Instant> instant = parse_instant(*text);
  if (!instant) instant.error().where = at.text();
  return instant;
}

}  // namespace plumbline::json
