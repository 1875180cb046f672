// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/clinical/score.hpp"
#include "plumbline/json/codec.hpp"

namespace plumbline::json {

/// Answers as they stand in a text: null, number, true, false, or a word.
template <>
struct Codec<clinical::ItemAnswer> {
  static Result<clinical::ItemAnswer> read(const Value& value, const Pointer& at);
  static Value write(const clinical::ItemAnswer& value);
};

/// `{"instrument", "score", "unit", "band"?, "subscales"?, "answered", "valid", "reason"?}`.
template <>
struct Codec<clinical::Score> {
  static Value write(const clinical::Score& value);
};

/// Reads `{"answers": […]}`, the input of `plumbline score`.
/// @error every fault with JSON pointer; ranges are checked by clinical::score
Result<std::vector<clinical::ItemAnswer>> read_score_request(const Value& value, const Pointer& at);

}  // namespace plumbline::json
