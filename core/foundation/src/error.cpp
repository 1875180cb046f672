// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/foundation/error.hpp"

#include <utility>

#include "plumbline/foundation/require.hpp"

namespace plumbline {

std::string_view slug(ErrorCode code) {
  switch (code) {
#define PLUMBLINE_ERROR(name, slug, status, meaning) \
  case ErrorCode::name:                              \
    return slug;
#include "plumbline/foundation/error_codes.def"
#undef PLUMBLINE_ERROR
  }
  require_failed("known error code", __FILE__, __LINE__);
}

int http_status(ErrorCode code) {
  switch (code) {
#define PLUMBLINE_ERROR(name, slug, status, meaning) \
  case ErrorCode::name:                              \
    return status;
#include "plumbline/foundation/error_codes.def"
#undef PLUMBLINE_ERROR
  }
  require_failed("known error code", __FILE__, __LINE__);
}

std::string_view meaning(ErrorCode code) {
  switch (code) {
#define PLUMBLINE_ERROR(name, slug, status, meaning) \
  case ErrorCode::name:                              \
    return meaning;
#include "plumbline/foundation/error_codes.def"
#undef PLUMBLINE_ERROR
  }
  require_failed("known error code", __FILE__, __LINE__);
}

std::unexpected<Error> fail(ErrorCode code, std::string where, std::string message) {
  return std::unexpected(Error{code, std::move(where), std::move(message)});
}

std::string describe(const Error& error) {
  return error.where.empty() ? error.message : error.where + ": " + error.message;
}

}  // namespace plumbline
