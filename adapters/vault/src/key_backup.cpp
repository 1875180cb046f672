// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "key_backup.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "argon_limits.hpp"

namespace plumbline::vault {
namespace {

constexpr std::string_view kOpenMagic = "plumbline key backup 1, open\n";
constexpr std::string_view kSealedMagic = "plumbline key backup 1, sealed\n";
constexpr std::size_t kSaltBytes = crypto_pwhash_SALTBYTES;
constexpr std::size_t kChecksumBytes = 16;
constexpr Context kContext{"", "key-backup", ""};

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string checksum(std::string_view bytes) {
  std::string out(kChecksumBytes, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(out.data()), out.size(), bytes_of(bytes),
                     bytes.size(), nullptr, 0);
  return out;
}

Result<Key> key_from(std::string_view passphrase, std::string_view salt) {
  std::array<std::uint8_t, kKeyBytes> bytes{};
  if (crypto_pwhash(bytes.data(), bytes.size(), passphrase.data(), passphrase.size(),
                    bytes_of(salt), kArgonPasses, kArgonMemory,
                    crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return fail(ErrorCode::Busy, "passphrase", "there is no memory to work on a passphrase now");
  }
  Key key = Key::of(bytes);
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

Result<std::string> open_payload(std::string_view bytes, std::string_view passphrase,
                                 const std::string& path) {
  if (bytes.starts_with(kOpenMagic) && bytes.size() > kOpenMagic.size() + kChecksumBytes) {
    bytes.remove_prefix(kOpenMagic.size());
    const std::string_view payload = bytes.substr(0, bytes.size() - kChecksumBytes);
    if (checksum(payload) != bytes.substr(payload.size())) {
      return fail(ErrorCode::Damaged, path, "this backup of keys is damaged");
    }
    return std::string(payload);
  }
  if (!bytes.starts_with(kSealedMagic) || bytes.size() < kSealedMagic.size() + kSaltBytes) {
    return fail(ErrorCode::Damaged, path, "this is not a backup of keys, or not a whole one");
  }
  bytes.remove_prefix(kSealedMagic.size());
  const Result<Key> key = key_from(passphrase, bytes.substr(0, kSaltBytes));
  if (!key) return std::unexpected(key.error());
  Result<std::string> payload = open(*key, kContext, bytes.substr(kSaltBytes));
  if (!payload) {
    return fail(ErrorCode::Sealed, path,
                "this backup of keys does not open: another passphrase, or a damaged file");
  }
  return payload;
}

}  // namespace

Result<Key> key_of_bytes(std::string& bytes, const std::string& path) {
  if (bytes.size() != kKeyBytes) {
    return fail(ErrorCode::Damaged, path,
                "expected a key of 32 bytes, found " + std::to_string(bytes.size()));
  }
  std::array<std::uint8_t, kKeyBytes> plain{};
  std::ranges::transform(bytes, plain.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
  Key key = Key::of(plain);
  sodium_memzero(plain.data(), plain.size());
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

Result<std::string> write_key_backup(const Key& site, std::string_view keys,
                                     std::string_view passphrase) {
  std::string payload(reinterpret_cast<const char*>(site.data()), kKeyBytes);
  payload += keys;
  if (passphrase.empty()) return std::string(kOpenMagic) + payload + checksum(payload);
  std::string salt(kSaltBytes, '\0');
  randombytes_buf(salt.data(), salt.size());
  const Result<Key> key = key_from(passphrase, salt);
  if (!key) return std::unexpected(key.error());
  std::string out = std::string(kSealedMagic) + salt + seal(*key, kContext, payload);
  sodium_memzero(payload.data(), payload.size());
  return out;
}

Result<KeyBackup> read_key_backup(std::string_view bytes, std::string_view passphrase,
                                  const std::string& path) {
  Result<std::string> payload = open_payload(bytes, passphrase, path);
  if (!payload) return std::unexpected(payload.error());
  if (payload->size() < kKeyBytes) {
    return fail(ErrorCode::Damaged, path, "this backup of keys is not a whole one");
  }
  std::string site = payload->substr(0, kKeyBytes);
  Result<Key> key = key_of_bytes(site, path);
  if (!key) return std::unexpected(key.error());
  std::string keys = payload->substr(kKeyBytes);
  sodium_memzero(payload->data(), payload->size());
  return KeyBackup{*key, std::move(keys)};
}

}  // namespace plumbline::vault
