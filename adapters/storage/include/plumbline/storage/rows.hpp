// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/foundation/error.hpp"

/// What is stored. Texts called `sealed` are bytes that only the vault can open; all times are
/// milliseconds since 1970 (`_ms`) by the server's clock.
namespace plumbline::storage {

/// Number of a person inside one database; stands for the public id in every hot path.
enum class PersonNumber : std::int64_t {};
/// Number of a paired device; 0 is the program itself (import, command line).
enum class DeviceNumber : std::int64_t {};
inline constexpr DeviceNumber kNoDevice{0};

/// The 16 bytes of a UUID.
using EntryKey = std::array<std::uint8_t, 16>;
/// @error BadId  not a UUID in its text form of 36 characters
Result<EntryKey> parse_entry_key(std::string_view uuid);
/// Lower case, with hyphens.
std::string format_entry_key(const EntryKey& key);

using ContentDigest = std::array<std::uint8_t, 16>;
using TokenFingerprint = std::array<std::uint8_t, 32>;

struct PersonRow {
  PersonNumber number{};
  /// The public, random id.
  std::string id;
  std::int64_t created_ms = 0;
  std::string sealed_name;
  /// Argon2id text, where the person is protected by a passphrase.
  std::optional<std::string> passphrase_hash;
};

struct DeletedPerson {
  std::string id;
  std::int64_t deleted_ms = 0;
};

struct EntryRow {
  /// Place in the person's arrival order, from 1 without gaps; also the cursor of paging.
  std::int64_t seq = 0;
  EntryKey key{};
  ContentDigest digest{};
  std::int64_t received_ms = 0;
  DeviceNumber device{};
  std::string sealed;
};

struct NewEntry {
  EntryKey key{};
  ContentDigest digest{};
  DeviceNumber device{};
  /// Set for an entry ahead of the clock: it is stored apart until then and has no seq.
  std::optional<std::int64_t> held_until_ms;
  std::string sealed;
};

/// What became of one entry of a batch.
struct Outcome {
  enum class Kind : std::uint8_t {
    Placed,    ///< new: seq is its place
    Known,     ///< the same entry was there: seq is its place
    Held,      ///< stored apart (now or earlier) until held_until_ms
    Conflict,  ///< another content has this id: nothing was changed
  };
  Kind kind = Kind::Placed;
  std::int64_t seq = 0;
  std::int64_t held_until_ms = 0;
};

struct HeldRow {
  EntryKey key{};
  std::int64_t held_until_ms = 0;
  std::int64_t received_ms = 0;
  DeviceNumber device{};
  std::string sealed;
};

/// A held entry that has taken its place.
struct Admitted {
  PersonNumber person{};
  EntryKey key{};
  std::int64_t seq = 0;
};

/// A stretch of a high-rate signal; written once, named by the entry that refers to it.
struct ChunkRow {
  std::string id;
  ContentDigest digest{};
  std::int64_t received_ms = 0;
  std::string sealed;
};

/// Derived values that may be deleted at any time.
enum class CacheKind : std::uint8_t { Agenda = 1, Checkpoint = 2 };

struct CacheRow {
  /// The last entry that went into it.
  std::int64_t seq = 0;
  /// What else it depends on (version of program and catalogue).
  std::string basis;
  std::string sealed;
};

struct DeviceRow {
  DeviceNumber number{};
  std::string name;
  std::int64_t paired_ms = 0;
  std::int64_t seen_ms = 0;
};

struct SessionRow {
  TokenFingerprint token{};
  DeviceNumber device{};
  std::int64_t created_ms = 0;
  std::int64_t used_ms = 0;
  std::int64_t expires_ms = 0;
  /// People whose passphrase was given in this session.
  std::vector<PersonNumber> opened;
};

struct PairingRow {
  TokenFingerprint token{};
  std::int64_t created_ms = 0;
  std::int64_t expires_ms = 0;
};

/// Who saw or changed what; one row a person, device, action and day.
struct AuditRow {
  std::int64_t number = 0;
  DeviceNumber device{};
  std::string action;
  /// Days since 1970-01-01.
  std::int32_t day = 0;
  std::int64_t times = 0;
  std::int64_t first_ms = 0;
  std::int64_t last_ms = 0;
  /// Detail of the last time; may be empty.
  std::string sealed;
};

struct AuditEvent {
  DeviceNumber device{};
  std::string action;
  std::int32_t day = 0;
  std::int64_t at_ms = 0;
  std::string sealed;
};

}  // namespace plumbline::storage
