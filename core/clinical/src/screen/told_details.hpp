// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/clinical/screen_answers.hpp"
#include "plumbline/foundation/rationale.hpp"

namespace plumbline::clinical::screen {

/// Appends an answer and every detail told with it: `RF-CE1`, `RF-CE1.since_days` …
void append_told(FlagId id, const FlagAnswer& answer, std::vector<RationaleInput>& out);

}  // namespace plumbline::clinical::screen
