// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "plumbline/server/config.hpp"

namespace plumbline::server {

/// A field of a log line. Never a name, an id of a person, an address or anything of a record.
using LogField = std::pair<std::string_view, std::string>;

/// Sets level and form of the log, which goes to standard error. Called once, at the start.
void start_log(LogLevel level, LogFormat format);

/// Writes one event with its fields: `event=started port=8420`, or as a JSON object.
void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});

}  // namespace plumbline::server
