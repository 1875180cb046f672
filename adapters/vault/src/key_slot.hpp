// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/foundation/error.hpp"
#include "plumbline/vault/key.hpp"

/// The format of keys.db: a head and one slot a person, each of 256 bytes. A slot never crosses a
/// sector of the disk, so it is overwritten as a whole or not at all.
namespace plumbline::vault {

inline constexpr std::size_t kSlotBytes = 256;

struct KeySlot {
  std::string person;
  /// The person's key sealed with the site key; empty for a deleted person.
  std::string wrapped;
};

KeySlot make_slot(const Key& site, std::string_view person, const Key& key);
/// @error Damaged  the wrapped key does not open
Result<Key> unwrap(const Key& site, const KeySlot& slot);

std::string write_head(const Key& site);
std::string write_slot(const KeySlot& slot);

/// Reads a whole keys.db. A last slot that was never finished is left out.
/// @error Sealed   made with another site key; @error Damaged  anything else that is wrong
Result<std::vector<KeySlot>> read_slots(const Key& site, std::string_view bytes,
                                        const std::string& path);

}  // namespace plumbline::vault
