// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "plumbline/foundation/error.hpp"

namespace plumbline::cli {

enum class Asking : std::uint8_t { Once, Twice };

/// The passphrase of a backup of keys: from PLUMBLINE_KEYS_PASSPHRASE, else asked for on the
/// terminal without showing it.
/// @error MissingField  there is neither
/// @error Inconsistent  two answers differ
Result<std::string> keys_passphrase(Asking asking);

}  // namespace plumbline::cli
