// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plumbline/json/codec.hpp"
#include "plumbline/record/entry.hpp"

namespace plumbline::json {

/// Reads a journal: JSON lines, one entry each (formats.md, Journal). Corrections get the body of
/// the kind that they correct.
/// @error every fault with `line N /pointer`; a correction of an entry that is not in the journal
Result<std::vector<record::Entry>> read_journal(std::string_view text);

/// One line without its end.
std::string write_entry(const record::Entry& entry);

/// Reads the body of a kind.
Result<record::Body> read_body(std::string_view kind, const Value& value, const Pointer& at);

}  // namespace plumbline::json
