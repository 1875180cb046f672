// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "plumbline/foundation/error.hpp"
#include "plumbline/vault/key.hpp"

namespace plumbline::vault {

/// What a backup of a key folder holds: the site key and the bytes of keys.db.
struct KeyBackup {
  Key site;
  std::string keys;
};

/// @error Damaged  other than kKeyBytes bytes
Result<Key> key_of_bytes(std::string& bytes, const std::string& path);

/// @error Busy  no memory for the passphrase
Result<std::string> write_key_backup(const Key& site, std::string_view keys,
                                     std::string_view passphrase);

/// @error Sealed  a wrong passphrase; @error Damaged  not a whole backup
Result<KeyBackup> read_key_backup(std::string_view bytes, std::string_view passphrase,
                                  const std::string& path);

}  // namespace plumbline::vault
