// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "plumbline/server/config.hpp"

namespace plumbline::server {

struct ServeOptions {
  Config config;
  /// Prints a link for one more device, although there are devices already.
  bool new_link = false;
  std::string version;
};

/// Serves until SIGINT or SIGTERM, then finishes what is under way and returns. The address and,
/// at first, the link for the first device are printed on standard output; the log goes to standard
/// error.
/// @error InUse, KeyMissing, Insecure, NewerData, Damaged, CannotListen …  why it cannot serve,
/// with
///        what to do
Result<void> serve(const ServeOptions& options);

}  // namespace plumbline::server
