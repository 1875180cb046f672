// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Aborts, in every build, when a programmer broke a contract. Never used for bad input.
#define PLUMBLINE_REQUIRE(condition) \
  ((condition) ? static_cast<void>(0) : ::plumbline::require_failed(#condition, __FILE__, __LINE__))

namespace plumbline {

/// Prints the broken condition and aborts.
[[noreturn]] void require_failed(const char* condition, const char* file, int line);

}  // namespace plumbline
