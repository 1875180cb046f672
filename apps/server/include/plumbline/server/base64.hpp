// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "plumbline/foundation/error.hpp"

namespace plumbline::server {

/// RFC 4648, section 4, with padding.
std::string write_base64(std::string_view bytes);

/// @error SyntaxError  another letter, a wrong length, or bits that stand for nothing: what is read
///                     is written again as the same text
Result<std::string> read_base64(std::string_view text);

}  // namespace plumbline::server
