// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/foundation/error.hpp"
#include "plumbline/vault/key.hpp"

namespace plumbline::vault {

/// Longest id of a person, bytes.
inline constexpr std::size_t kLongestPerson = 128;

/// The folder `keys/` (0700): `site.key` (0600) wraps one key a person in `keys.db` (0600), which
/// also lists the people who were deleted. It is kept apart from data and from backups of data.
/// Every change is on the disk before a call returns. May be used from any thread.
class KeyFolder {
 public:
  /// Opens the folder, or makes it where there is none.
  /// @error Insecure    the folder or a file in it can be read or written by others
  /// @error KeyMissing  one of the two files is not there: nothing is ever made anew in its place
  /// @error Sealed      keys.db was made with another site.key
  /// @error Damaged     keys.db is not what this program writes
  /// @error Unreadable  the folder cannot be read or made
  static Result<KeyFolder> open(const std::string& folder);

  KeyFolder(KeyFolder&&) noexcept;
  KeyFolder& operator=(KeyFolder&&) noexcept;
  ~KeyFolder();

  /// A new key for a new person; durable on return.
  /// @error Conflict    the person has a key already
  /// @error Refused     the person was deleted: an id is never used again
  /// @error BadId       an empty id, or one longer than kLongestPerson
  /// @error Unreadable  the file cannot be written
  Result<Key> create(std::string_view person);

  /// The person's key (unwrapped once, then kept in memory).
  /// @error NotFound  nobody of that id
  /// @error Gone      the person was deleted
  /// @error Damaged   the wrapped key does not open
  Result<Key> fetch(std::string_view person) const;

  /// Overwrites the wrapped key, forgets it, and lists the person as deleted; durable on return.
  /// From here on no backup of the data can be read for this person. Doing it again changes
  /// nothing. An id without a key is only listed.
  /// @error Unreadable  the file cannot be written
  Result<void> destroy(std::string_view person);

  bool is_deleted(std::string_view person) const;
  /// Ids of deleted people, in the order of deletion as far as it is known.
  std::vector<std::string> deleted() const;
  /// Ids of people who have a key.
  std::vector<std::string> people() const;

  /// Writes all keys and the list of deleted people to a new file (0600), sealed with a passphrase
  /// unless that is empty. Keep it apart from backups of data, and not for long.
  /// @error Unreadable  the file exists or cannot be written
  Result<void> backup_to(const std::string& file, std::string_view passphrase) const;

  /// Makes a key folder out of a backup. Where the folder is there already it must be of the same
  /// site: then only keys that are lacking are added, and people listed as deleted on either side
  /// stay deleted.
  /// @error Sealed    a wrong passphrase, or keys of another site
  /// @error Damaged   not a backup of keys, or a damaged one
  static Result<KeyFolder> restore(const std::string& file, std::string_view passphrase,
                                   const std::string& folder);

 private:
  struct State;
  explicit KeyFolder(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace plumbline::vault
