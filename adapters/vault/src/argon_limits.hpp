// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace plumbline::vault {

/// @source RFC 9106, section 4: the second recommended choice, 3 passes over 64 MiB
inline constexpr unsigned long long kArgonPasses = 3;
inline constexpr std::size_t kArgonMemory = 64UL * 1024 * 1024;

}  // namespace plumbline::vault
