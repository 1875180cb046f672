// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/rationale_codec.hpp"

#include <utility>
#include <variant>

namespace plumbline::json {

Value Codec<Reason>::write(const Reason& reason) {
  Object inputs;
  for (const RationaleInput& input : reason.inputs) {
    inputs.emplace_back(input.name,
                        std::visit([](const auto& v) { return Value(v); }, input.value));
  }
  Value out;
  out.add("rule", reason.rule);
  out.add("inputs", std::move(inputs));
  out.add("verdict", reason.verdict);
  out.add("text", reason.text);
  return out;
}

}  // namespace plumbline::json
