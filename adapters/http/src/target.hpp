// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "plumbline/foundation/error.hpp"

namespace plumbline::http {

/// The parts of a request target (RFC 9112 3.2).
struct Target {
  std::string path;
  std::string query;
  /// Of the absolute form (`http://host:port/…`); empty otherwise.
  std::string authority;
};

/// Reads origin form and absolute form.
/// @error BadPath  a fault in percent-encoding, a control character or backslash, an encoded slash,
///                 a `.` or `..` segment, text that is not UTF-8, another form
Result<Target> parse_target(std::string_view text);

/// Decodes percent-encoding once; nullopt where it is faulty or hides a NUL.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);

/// Host of an authority in lower case without port; nullopt where it is not well formed.
std::optional<std::string> host_of_authority(std::string_view authority);

bool is_utf8(std::string_view text);

}  // namespace plumbline::http
