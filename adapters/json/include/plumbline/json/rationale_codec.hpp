// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plumbline/foundation/rationale.hpp"
#include "plumbline/json/codec.hpp"

namespace plumbline::json {

/// `{"rule", "inputs", "verdict", "text"}`; inputs are an object.
template <>
struct Codec<Reason> {
  static Value write(const Reason& reason);
};

}  // namespace plumbline::json
