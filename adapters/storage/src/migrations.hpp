// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "connection.hpp"

namespace plumbline::storage {

/// The texts of migrations/NNN_*.sql in their order; built into the program.
std::span<const char* const> migration_texts();

/// Brings the schema up to date, each step in a transaction of its own.
/// @error NewerData  a newer program wrote it; @error Damaged  it belongs to another program
Result<void> migrate(Connection& connection, const std::string& file);

}  // namespace plumbline::storage
