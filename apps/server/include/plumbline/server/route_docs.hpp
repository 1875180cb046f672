// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "plumbline/server/route_doc.hpp"

namespace plumbline::server {

/// What every route says about itself, without a running server.
std::vector<RouteDoc> route_docs();

}  // namespace plumbline::server
