// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "plumbline/foundation/error.hpp"

namespace plumbline::http {

/// Gzip of a text. For bodies that are kept: assets at build time, cached agendas.
/// @param level 1 (fast) to 9 (small)
std::string compress_gzip(std::string_view text, int level = 6);

/// The text of one gzip member.
/// @param most the largest text that is accepted, in bytes
/// @error SyntaxError   not gzip, damaged, or cut short
/// @error BodyTooLarge  the text would be larger than `most`
Result<std::string> inflate_gzip(std::string_view packed, std::size_t most);

}  // namespace plumbline::http
