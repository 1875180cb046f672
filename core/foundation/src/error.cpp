// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/foundation/error.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "plumbline/foundation/require.hpp"

namespace plumbline {

namespace {

struct Row {
  ErrorCode code;
  std::string_view slug;
  int status;
  std::string_view meaning;
};

constexpr Row kRows[] = {
#define PLUMBLINE_ERROR(name, slug, status, meaning) {ErrorCode::name, slug, status, meaning},
#include "plumbline/foundation/error_codes.def"
#undef PLUMBLINE_ERROR
};

constexpr ErrorCode kCodes[] = {
#define PLUMBLINE_ERROR(name, slug, status, meaning) ErrorCode::name,
#include "plumbline/foundation/error_codes.def"
#undef PLUMBLINE_ERROR
};

const Row& row_of(ErrorCode code) {
  const auto* row = std::ranges::find(kRows, code, &Row::code);
  PLUMBLINE_REQUIRE(row != std::end(kRows));
  return *row;
}

}  // namespace

std::span<const ErrorCode> all_error_codes() { return kCodes; }
std::string_view slug(ErrorCode code) { return row_of(code).slug; }
int http_status(ErrorCode code) { return row_of(code).status; }
std::string_view meaning(ErrorCode code) { return row_of(code).meaning; }

std::unexpected<Error> fail(ErrorCode code, std::string where, std::string message) {
  return std::unexpected(Error{code, std::move(where), std::move(message)});
}

std::string describe(const Error& error) {
  return error.where.empty() ? error.message : error.where + ": " + error.message;
}

}  // namespace plumbline
