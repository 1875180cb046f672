// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "plumbline/server/site.hpp"

namespace plumbline::server {

/// What the server has done and holds, in the text format of Prometheus. Nothing about a person.
std::string metrics_text(const Site& site);

}  // namespace plumbline::server
