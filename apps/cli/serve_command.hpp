// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "plumbline/foundation/error.hpp"
#include "plumbline/server/config.hpp"

namespace plumbline::cli {

/// What `plumbline serve` can be told.
struct ServeWords {
  /// The configuration file; empty: plumbline.toml where there is one, else the defaults.
  std::string config;
  std::string data;
  std::string host;
  std::string port;
  bool lan = false;
  bool new_link = false;
  bool print_config = false;
  /// `section.name=value`
  std::vector<std::string> set;
};

/// Settings from the defaults, the configuration file, the environment and the command line.
Result<server::Config> load_config(const ServeWords& words);

/// Serves until it is stopped.
/// @returns what is left to print
Result<std::string> serve_command(const ServeWords& words, const std::string& version);

/// The interface of the server as OpenAPI or as TypeScript types.
/// @param form  `openapi` or `typescript`
Result<std::string> api_command(const std::string& form);

}  // namespace plumbline::cli
