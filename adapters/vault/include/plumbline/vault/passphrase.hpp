// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "plumbline/foundation/error.hpp"

namespace plumbline::vault {

/// Longest passphrase that is looked at, bytes.
inline constexpr std::size_t kLongestPassphrase = 1024;

/// Argon2id (3 passes, 64 MiB) as a text that holds its own salt and limits. Takes about 0.1–0.3 s
/// and 64 MiB: call it on a worker, and few at once.
/// @error OutOfRange  empty, or longer than kLongestPassphrase
/// @error Busy        the memory is not to be had now
Result<std::string> hash_passphrase(std::string_view passphrase);

/// Whether the passphrase belongs to the hash; false for a hash that is not well formed. As costly.
bool verify_passphrase(const std::string& hash, std::string_view passphrase);

/// Whether a hash was made with weaker limits than today's.
bool needs_new_hash(const std::string& hash);

}  // namespace plumbline::vault
