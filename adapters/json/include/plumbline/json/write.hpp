// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "plumbline/json/value.hpp"

namespace plumbline::json {

/// Compact JSON. Doubles in the shortest form that reads back to the same bits; the value must not
/// hold a number that is not finite (a broken contract).
std::string write(const Value& value);

}  // namespace plumbline::json
