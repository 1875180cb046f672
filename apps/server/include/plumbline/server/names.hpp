// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace plumbline::server {

/// Whether a text can be the name of a person or a device: something to see, on one line, without
/// signs that change how the text around it is shown (control characters, turned directions).
/// @param text  UTF-8
/// @param most  bytes
bool is_name(std::string_view text, std::size_t most);

}  // namespace plumbline::server
