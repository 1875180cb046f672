// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "plumbline/storage/reader.hpp"

namespace plumbline::storage {

/// The one place where something is changed: handed to a task by the writer. Reads see what the
/// same transaction has written.
/// @error DiskFull    no room: nothing of the whole group is kept
/// @error Unreadable  the file cannot be written; as above
/// All calls can fail so.
class Transaction : public Reader {
 public:
  /// @error Conflict  the id is taken; @error Gone  the id belonged to a deleted person
  virtual Result<PersonNumber> add_person(std::string_view id, std::int64_t now_ms,
                                          std::string_view sealed_name) = 0;
  virtual Result<void> rename_person(PersonNumber person, std::string_view sealed_name) = 0;
  /// Sets or, with nullopt, takes away the passphrase; sessions lose the person.
  virtual Result<void> set_passphrase(PersonNumber person,
                                      const std::optional<std::string>& hash) = 0;
  /// Forgets the person at once and remembers the id as deleted. The rows are overwritten by
  /// sweep_deleted.
  virtual Result<void> delete_person(PersonNumber person, std::int64_t now_ms) = 0;
  /// Overwrites up to `most_rows` rows of deleted people. @returns whether more are left
  virtual Result<bool> sweep_deleted(std::int64_t most_rows) = 0;

  /// Appends what is new, in the given order; everything else stays as it is. Repeating a batch
  /// changes nothing. @returns one outcome an entry
  /// @error NotFound  no such person
  virtual Result<std::vector<Outcome>> append(PersonNumber person, std::int64_t now_ms,
                                              std::span<const NewEntry> entries) = 0;
  /// Gives a place to up to `most_rows` held entries whose time has come.
  virtual Result<std::vector<Admitted>> admit_due(std::int64_t now_ms, std::int64_t most_rows) = 0;

  /// @error Conflict  another content has this id
  virtual Result<void> put_chunk(PersonNumber person, const ChunkRow& chunk) = 0;
  virtual Result<void> put_cached(PersonNumber person, CacheKind kind, std::string_view name,
                                  const CacheRow& row) = 0;
  virtual Result<void> drop_cached(PersonNumber person) = 0;

  virtual Result<DeviceNumber> add_device(std::string_view name, std::int64_t now_ms) = 0;
  virtual Result<void> see_device(DeviceNumber device, std::int64_t now_ms) = 0;
  /// Takes the device away with its sessions; what it wrote stays.
  /// @error NotFound  no such device
  virtual Result<void> remove_device(DeviceNumber device) = 0;

  virtual Result<void> add_session(const SessionRow& session) = 0;
  virtual Result<void> use_session(const TokenFingerprint& token, std::int64_t now_ms) = 0;
  virtual Result<void> open_person(const TokenFingerprint& token, PersonNumber person) = 0;
  virtual Result<void> end_session(const TokenFingerprint& token) = 0;
  virtual Result<void> end_all_sessions() = 0;
  /// Ends sessions and pairings that expired, or (sessions) were last used before `idle_since_ms`.
  virtual Result<void> expire(std::int64_t now_ms, std::int64_t idle_since_ms) = 0;

  virtual Result<void> add_pairing(const PairingRow& pairing) = 0;
  /// Uses a pairing up.
  /// @error NotFound  unknown, used already, or expired
  virtual Result<PairingRow> take_pairing(const TokenFingerprint& token, std::int64_t now_ms) = 0;

  /// Adds to the row of the same person, device, action and day, or begins one.
  virtual Result<void> note(PersonNumber person, const AuditEvent& event) = 0;
  virtual Result<void> set_setting(std::string_view name, std::string_view value) = 0;
};

}  // namespace plumbline::storage
