// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "plumbline/foundation/error.hpp"
#include "plumbline/json/value.hpp"

namespace plumbline::json {

/// @source engineering choice: our deepest format has 9 levels; deeper input is an attack or a slip
inline constexpr int kDeepestNesting = 64;
/// @source engineering choice: our longest entries, full profiles, have a few thousand bytes
inline constexpr std::size_t kLongestLine = std::size_t{1} << 20U;

/// Reads one JSON text (RFC 8259, UTF-8).
///
/// Doubles are read by `strtod`, so that what `write` prints comes back bit for bit.
/// @error SyntaxError     with line and column
/// @error DuplicateField  a key stands twice in one object, with JSON pointer
/// @error OutOfRange      a number that no finite double holds
Result<Value> parse(std::string_view text);

/// One line of a JSON-lines text.
struct Line {
  /// Counted from 1; empty lines count and are skipped.
  int number;
  Value value;
};

/// Reads a JSON-lines text.
/// @error as parse, with `line N` in front of the place
/// @error OutOfRange  a line of more than `kLongestLine` bytes
Result<std::vector<Line>> parse_lines(std::string_view text);

}  // namespace plumbline::json
