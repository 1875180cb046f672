// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "plumbline/clinical/screen_answers.hpp"

namespace plumbline::clinical {

/// What a flag is about, in a few plain words that fit after "because of".
std::string_view concern(FlagId flag);

}  // namespace plumbline::clinical
