// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace plumbline::server {

/// A short word that is another one for every build of this program: the first bytes of the build
/// id that the linker put in, or `0` where it put in none.
std::string build_id();

}  // namespace plumbline::server
