// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "plumbline/foundation/error.hpp"

namespace plumbline::vault {

inline constexpr std::size_t kKeyBytes = 32;

/// 32 secret bytes. Every copy is wiped from memory when it goes.
class Key {
 public:
  /// A key nobody has had before.
  static Key random();
  static Key of(const std::array<std::uint8_t, kKeyBytes>& bytes);
  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  ~Key();
  const std::uint8_t* data() const { return bytes_.data(); }

 private:
  Key() = default;
  std::array<std::uint8_t, kKeyBytes> bytes_{};
};

/// What a sealed text belongs to. It is not stored in the sealed bytes but bound to them: they open
/// only with the same three words, so a row cannot be moved to another person, table or place.
struct Context {
  std::string_view person;
  /// Which sort of row: `entry`, `name`, `chunk`, …
  std::string_view kind;
  /// Which row: an id, a date; empty where the person has only one.
  std::string_view row;
};

/// Bytes by which sealed text is longer than the text.
inline constexpr std::size_t kSealOverhead = 1 + 24 + 16;

/// XChaCha20-Poly1305 with a random nonce: format byte, nonce, ciphertext, tag.
std::string seal(const Key& key, const Context& context, std::string_view text);

/// @error Sealed  the key or the context is another one, or a byte has changed
Result<std::string> open(const Key& key, const Context& context, std::string_view sealed);

using Digest = std::array<std::uint8_t, 16>;

/// Keyed BLAKE2b over a text, with a key derived from `key`: tells "the same text" from "another
/// one" without opening anything, and says nothing to who lacks the key.
Digest digest(const Key& key, std::string_view text);

}  // namespace plumbline::vault
