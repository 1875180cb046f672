// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "plumbline/storage/rows.hpp"

namespace plumbline::server {

/// That something was seen or changed, as it is noted.
/// @param device  kNoDevice: the command line
/// @param action  such as `agenda.read`
storage::AuditEvent audit_event(storage::DeviceNumber device, std::string_view action,
                                std::int64_t at_ms);

}  // namespace plumbline::server
