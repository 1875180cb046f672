// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/value.hpp"
#include "plumbline/server/sealed_record.hpp"
#include "plumbline/storage/transaction.hpp"

namespace plumbline::server {

/// An entry that came in, ready to be stored or refused.
struct IncomingEntry {
  /// As it was given; empty where it could not be read.
  std::string id;
  std::optional<storage::NewEntry> ready;
  std::optional<Error> refused;
};

/// Who brings entries in.
enum class Source : std::uint8_t {
  /// A paired device of the household. What clinicians and the program itself decide cannot come
  /// from there: such entries are refused unless they are stored already.
  Device,
  /// Somebody with the server's own files: import on the command line.
  Operator
};

/// What is needed to judge entries.
struct Incoming {
  const Owner& owner;
  const exercise::Catalogue& catalogue;
  storage::DeviceNumber device{};
  std::int64_t now_ms = 0;
  Source source = Source::Device;
};

/// Entries that lie further ahead of the clock than this are held until it catches up
/// (plan-engine.md, Time).
inline constexpr std::int64_t kFarthestAheadMs = 24LL * 60 * 60 * 1000;

/// Whether an entry can be judged alone, without looking at what is stored.
bool needs_reader(const json::Value& entry);

/// Reads, checks and seals entries; each gets its own verdict.
/// @param reader  where targets of corrections are looked up; null where `needs_reader` says no
std::vector<IncomingEntry> prepare(const Incoming& incoming, std::span<const json::Value> entries,
                                   storage::Reader* reader);

/// The answer to a push: a verdict for each entry in its order, and the cursor after it.
json::Value push_answer(std::span<const IncomingEntry> entries,
                        std::span<const storage::Outcome> outcomes, const std::string& cursor);

/// The cursor after a place; opaque to who holds it. It names the database's lineage, so that after
/// a restore devices begin again instead of missing entries.
std::string format_cursor(const std::string& lineage, std::int64_t seq);

/// A place to go on from.
struct Cursor {
  std::int64_t seq = 0;
  /// The cursor was of another lineage: everything is given again.
  bool restarted = false;
};

/// @error OutOfRange  not a cursor that this server gave
Result<Cursor> parse_cursor(const std::string& lineage, std::string_view text);

}  // namespace plumbline::server
