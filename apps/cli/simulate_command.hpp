// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "plumbline/foundation/error.hpp"

namespace plumbline::cli {

struct SimulateOptions {
  int people = 1;
  int weeks = 12;
  std::uint64_t seed = 1;
  std::string profile;
  std::string course = "constant-3";
  bool story = false;
  /// A folder for one journal a person; empty: all journals go to the output.
  std::string out;
};

/// Journals of simulated people as JSON lines, or one person's story in words. With a folder, each
/// journal becomes a file named after its person and the answer counts them.
Result<std::string> simulate_command(const SimulateOptions& options);

}  // namespace plumbline::cli
