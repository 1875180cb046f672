// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/audit.hpp"

#include "plumbline/server/clock.hpp"

namespace plumbline::server {

storage::AuditEvent audit_event(storage::DeviceNumber device, std::string_view action,
                                std::int64_t at_ms) {
  storage::AuditEvent out;
  out.device = device;
  out.action = action;
  out.day = static_cast<std::int32_t>(at_ms / kDayMs);
  out.at_ms = at_ms;
  return out;
}

}  // namespace plumbline::server
