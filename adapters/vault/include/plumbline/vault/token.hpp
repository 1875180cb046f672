// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace plumbline::vault {

/// 32 random bytes as base64url without padding (43 characters): session cookies, pairing codes.
std::string random_token();

/// A random UUID, version 4, lower case: ids of people and requests.
std::string random_uuid();

/// What is stored instead of a token: who reads the database cannot use it.
using Fingerprint = std::array<std::uint8_t, 32>;
Fingerprint fingerprint(std::string_view token);

/// Compares without telling by its time where the difference is.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace plumbline::vault
