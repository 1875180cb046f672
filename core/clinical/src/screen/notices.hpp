// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/clinical/triage.hpp"
#include "screen/screen_view.hpp"

namespace plumbline::clinical::screen {

/// What to ask again after this screen, the soonest first.
/// @source rules 2.6; at once: rules 2.2 (last lines), 2.3, 1.9, facts 1.6
std::vector<RecheckNotice> recheck_notices(const ScreenView& screen);

}  // namespace plumbline::clinical::screen
