// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/json/codec.hpp"
#include "plumbline/record/entry.hpp"

namespace plumbline::json {

/// How strictly a journal is read, and whose.
struct JournalReading {
  /// The exercises that entries may name; null: any.
  const exercise::Catalogue* catalogue = nullptr;
  /// Only this person's entries, the lines of others are passed over; empty: the journal must be of
  /// one person.
  std::string person{};
};

/// Reads a journal: JSON lines, one entry each (formats.md, Journal). Corrections get the body of
/// the kind that they correct.
/// @error every fault with `line N /pointer`; a correction of an entry that is not in the journal;
///        nothing of the person that was asked for
Result<std::vector<record::Entry>> read_journal(std::string_view text,
                                                const JournalReading& how = {});

/// The entry with an id, for a correction of it; empty where there is none.
using TargetOf = std::function<std::optional<record::Entry>(const EntryId&)>;

/// Reads one entry of a journal that is kept elsewhere.
/// @param how     a person: whose the entry must be
/// @param target  asked only for a correction
/// @error every fault with JSON pointer
Result<record::Entry> read_entry(const Value& value, const JournalReading& how,
                                 const TargetOf& target);

/// One line without its end.
std::string write_entry(const record::Entry& entry);

/// Reads the body of a kind.
Result<record::Body> read_body(std::string_view kind, const Value& value, const Pointer& at);

}  // namespace plumbline::json
