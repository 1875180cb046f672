// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "plumbline/body/contacts.hpp"
#include "plumbline/body/degrees_of_freedom.hpp"

namespace plumbline::json {

/// The word of the left member of a sided pair: `hip_flexion_left`, `left_foot`.
template <class E>
std::string left_word(std::string_view without_side);

template <>
inline std::string left_word<body::Dof>(std::string_view without_side) {
  return std::string(without_side) + "_left";
}

template <>
inline std::string left_word<body::Contact>(std::string_view without_side) {
  return "left_" + std::string(without_side);
}

}  // namespace plumbline::json
