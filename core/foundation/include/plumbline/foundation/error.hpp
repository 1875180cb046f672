// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace plumbline {

/// Every way in which bad input or a missing thing can be reported. The table is error_codes.def.
enum class ErrorCode : std::uint8_t {
#define PLUMBLINE_ERROR(name, slug, status, meaning) name,
#include "plumbline/foundation/error_codes.def"
#undef PLUMBLINE_ERROR
};

/// Every code, in the order of the table.
std::span<const ErrorCode> all_error_codes();
/// Stable, lower-case name of a code, as in problem details: `missing-field`.
std::string_view slug(ErrorCode code);
/// HTTP status of a code.
int http_status(ErrorCode code);
/// One sentence for the reference page.
std::string_view meaning(ErrorCode code);

/// An expected failure: what is wrong, where, and what was expected instead.
struct Error {
  ErrorCode code;
  /// A JSON pointer (`/person/age`), `line 3 column 7`, or a name; empty where there is no place.
  std::string where;
  /// A sentence without a final stop, naming what was found and what was expected.
  std::string message;
};

template <class T>
using Result = std::expected<T, Error>;

/// Builds the failure side of a Result.
std::unexpected<Error> fail(ErrorCode code, std::string where, std::string message);

/// `where: message`, or the message alone.
std::string describe(const Error& error);

}  // namespace plumbline
