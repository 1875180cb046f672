// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/foundation/error.hpp"

namespace plumbline::server {

/// How talkative the log is.
enum class LogLevel : std::uint8_t { Debug, Info, Warn, Error };
/// How a line of the log is written.
enum class LogFormat : std::uint8_t { Text, Json };

/// Everything about a server that can be set. The meaning of each field, its range and its default
/// stand in one table (config.cpp), from which the annotated example file is printed.
struct Config {
  std::string host;
  std::int64_t port = 0;
  std::string data;
  bool lan = false;
  std::vector<std::string> names;
  std::string public_origin;
  std::vector<std::string> trusted_proxies;
  std::int64_t body_kib = 0;
  std::int64_t bodies_mib = 0;
  std::int64_t answers_mib = 0;
  std::int64_t batch = 0;
  std::int64_t connections = 0;
  std::int64_t connections_per_address = 0;
  std::int64_t requests_per_minute = 0;
  std::int64_t sign_in_attempts_per_hour = 0;
  std::int64_t chunk_mib = 0;
  std::int64_t idle_days = 0;
  std::int64_t absolute_days = 0;
  std::int64_t person_idle_minutes = 0;
  std::int64_t link_minutes = 0;
  std::int64_t workers = 0;
  bool metrics_for_all = false;
  LogLevel log_level = LogLevel::Info;
  LogFormat log_format = LogFormat::Text;
};

/// Values by the full name of a setting, such as `server.port`.
using Settings = std::map<std::string, std::string, std::less<>>;

/// Reads a configuration file (TOML 1.0).
/// @error SyntaxError   with file, line and what is wrong
/// @error UnknownField  a setting that does not exist, with those that do
Result<Settings> read_config_file(const std::string& file);

/// The settings that the environment gives: `PLUMBLINE_SERVER_PORT` for `server.port`.
/// @param environment  lines of NAME=value
Settings read_environment(const std::vector<std::string>& environment);

/// Names in the environment that begin with PLUMBLINE_ but mean nothing: perhaps misspelt.
std::vector<std::string> unknown_variables(const std::vector<std::string>& environment);

/// The host of an origin such as `https://plumbline.example:8443`, in brackets for an IPv6 address.
std::string_view host_of_origin(std::string_view origin);

/// The configuration: defaults, then each layer over the one before it.
/// @error OutOfRange, WrongType  with the setting's name, what was expected and found
Result<Config> make_config(const std::vector<Settings>& layers);

/// The annotated example: every setting with its meaning, range and default.
std::string example_config();

/// The names of all settings, in the order of the example.
std::vector<std::string> setting_names();

}  // namespace plumbline::server
