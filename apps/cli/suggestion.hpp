// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::cli {

/// The word that somebody may have meant: the nearest one, where it is near.
/// @returns nothing where no word is within two slips (a letter more, less or other)
std::optional<std::string> nearest_word(std::string_view typed,
                                        const std::vector<std::string>& words);

}  // namespace plumbline::cli
