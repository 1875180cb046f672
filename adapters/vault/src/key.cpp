// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/vault/key.hpp"

#include <sodium.h>

#include <algorithm>

#include "plumbline/foundation/require.hpp"
#include "sodium_ready.hpp"

namespace plumbline::vault {
namespace {

constexpr char kFormat = 1;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::uint64_t kDigestKey = 1;
constexpr const char* kDerivation = "plumblin";
static_assert(kSealOverhead == 1 + kNonceBytes + kTagBytes);
static_assert(kKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(kKeyBytes == crypto_kdf_KEYBYTES);

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void append_part(std::string& out, std::string_view part) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((part.size() >> shift) & 0xffU));
  }
  out.append(part);
}

/// Every part with its length before it, so that no two contexts give the same bytes.
std::string bound_bytes(const Context& context) {
  std::string out;
  out.reserve(12 + context.person.size() + context.kind.size() + context.row.size());
  append_part(out, context.person);
  append_part(out, context.kind);
  append_part(out, context.row);
  return out;
}

}  // namespace

void need_sodium() {
  static const bool kReady = sodium_init() >= 0;
  PLUMBLINE_REQUIRE(kReady);
}

Key Key::random() {
  need_sodium();
  Key key;
  randombytes_buf(key.bytes_.data(), key.bytes_.size());
  return key;
}

Key Key::of(const std::array<std::uint8_t, kKeyBytes>& bytes) {
  Key key;
  key.bytes_ = bytes;
  return key;
}

Key::~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }

std::string seal(const Key& key, const Context& context, std::string_view text) {
  need_sodium();
  const std::string bound = bound_bytes(context);
  std::string out(kSealOverhead + text.size(), '\0');
  out[0] = kFormat;
  unsigned char* nonce = bytes_of(out) + 1;
  randombytes_buf(nonce, kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonceBytes, nullptr, bytes_of(text),
                                             text.size(), bytes_of(bound), bound.size(), nullptr,
                                             nonce, key.data());
  return out;
}

Result<std::string> open(const Key& key, const Context& context, std::string_view sealed) {
  need_sodium();
  const auto refused = [&] {
    return fail(ErrorCode::Sealed, std::string(context.kind),
                "expected bytes sealed for this person and row, found others or damaged ones");
  };
  if (sealed.size() < kSealOverhead || sealed[0] != kFormat) return refused();
  const std::string bound = bound_bytes(context);
  std::string text(sealed.size() - kSealOverhead, '\0');
  const unsigned char* nonce = bytes_of(sealed) + 1;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          bytes_of(text), nullptr, nullptr, nonce + kNonceBytes, sealed.size() - 1 - kNonceBytes,
          bytes_of(bound), bound.size(), nonce, key.data()) != 0) {
    return refused();
  }
  return text;
}

Digest digest(const Key& key, std::string_view text) {
  need_sodium();
  std::array<std::uint8_t, kKeyBytes> derived{};
  crypto_kdf_derive_from_key(derived.data(), derived.size(), kDigestKey, kDerivation, key.data());
  Digest out{};
  crypto_generichash(out.data(), out.size(), bytes_of(text), text.size(), derived.data(),
                     derived.size());
  sodium_memzero(derived.data(), derived.size());
  return out;
}

}  // namespace plumbline::vault
