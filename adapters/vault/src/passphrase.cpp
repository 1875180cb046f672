// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/vault/passphrase.hpp"

#include <sodium.h>

#include <array>

#include "argon_limits.hpp"
#include "sodium_ready.hpp"

namespace plumbline::vault {

Result<std::string> hash_passphrase(std::string_view passphrase) {
  need_sodium();
  if (passphrase.empty() || passphrase.size() > kLongestPassphrase) {
    return fail(ErrorCode::OutOfRange, "passphrase",
                "expected 1 to " + std::to_string(kLongestPassphrase) + " bytes, found " +
                    std::to_string(passphrase.size()));
  }
  std::array<char, crypto_pwhash_STRBYTES> out{};
  if (crypto_pwhash_str_alg(out.data(), passphrase.data(), passphrase.size(), kArgonPasses,
                            kArgonMemory, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return fail(ErrorCode::Busy, "passphrase", "there is no memory to work on a passphrase now");
  }
  return std::string(out.data());
}

bool verify_passphrase(const std::string& hash, std::string_view passphrase) {
  need_sodium();
  if (passphrase.empty() || passphrase.size() > kLongestPassphrase) return false;
  if (hash.size() >= crypto_pwhash_STRBYTES) return false;
  return crypto_pwhash_str_verify(hash.c_str(), passphrase.data(), passphrase.size()) == 0;
}

bool needs_new_hash(const std::string& hash) {
  need_sodium();
  return hash.size() >= crypto_pwhash_STRBYTES ||
         crypto_pwhash_str_needs_rehash(hash.c_str(), kArgonPasses, kArgonMemory) != 0;
}

}  // namespace plumbline::vault
