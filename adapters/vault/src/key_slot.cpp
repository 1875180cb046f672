// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "key_slot.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "plumbline/vault/key_folder.hpp"
#include "sodium_ready.hpp"

namespace plumbline::vault {
namespace {

constexpr std::string_view kMagic = "plumbline keys 1";
constexpr std::string_view kProof = "keys of one site";
constexpr std::size_t kWrappedBytes = kKeyBytes + kSealOverhead;
constexpr std::size_t kPersonAt = 2;
constexpr std::size_t kWrappedAt = kPersonAt + kLongestPerson;
constexpr std::size_t kChecksumBytes = 16;
constexpr std::size_t kChecksumAt = kSlotBytes - kChecksumBytes;
constexpr char kLive = 'K';
constexpr char kDeleted = 'D';
static_assert(kWrappedAt + kWrappedBytes <= kChecksumAt);
static_assert(kMagic.size() + kProof.size() + kSealOverhead <= kChecksumAt);

constexpr Context kProofContext{"", "site", ""};

Context wrap_context(std::string_view person) { return {person, "key", ""}; }

std::string checksum(std::string_view bytes) {
  std::string out(kChecksumBytes, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(out.data()), out.size(),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                     0);
  return out;
}

std::string with_checksum(std::string bytes) {
  bytes.resize(kChecksumAt, '\0');
  return bytes + checksum(bytes);
}

bool is_whole(std::string_view slot) {
  return checksum(slot.substr(0, kChecksumAt)) == slot.substr(kChecksumAt);
}

std::optional<KeySlot> read_slot(std::string_view bytes) {
  if (!is_whole(bytes)) return std::nullopt;
  const auto length = static_cast<unsigned char>(bytes[1]);
  if (length == 0 || length > kLongestPerson) return std::nullopt;
  KeySlot slot{std::string(bytes.substr(kPersonAt, length)), ""};
  if (bytes[0] == kLive) {
    slot.wrapped = bytes.substr(kWrappedAt, kWrappedBytes);
  } else if (bytes[0] != kDeleted) {
    return std::nullopt;
  }
  return slot;
}

bool is_unwritten(std::string_view slot) {
  return std::ranges::all_of(slot, [](char c) { return c == '\0'; });
}

std::unexpected<Error> damaged(const std::string& path, std::string_view what) {
  return fail(ErrorCode::Damaged, path,
              std::string(what) + "; put a backup of the keys in its place");
}

Result<void> check_head(const Key& site, std::string_view head, const std::string& path) {
  if (head.substr(0, kMagic.size()) != kMagic || !is_whole(head)) {
    return damaged(path, "the head of the file is damaged");
  }
  const auto proof = head.substr(kMagic.size(), kProof.size() + kSealOverhead);
  const Result<std::string> opened = open(site, kProofContext, proof);
  if (!opened || *opened != kProof) {
    return fail(ErrorCode::Sealed, path,
                "these keys belong to another site.key than the one beside them; "
                "put the right one back");
  }
  return {};
}

}  // namespace

KeySlot make_slot(const Key& site, std::string_view person, const Key& key) {
  const std::string_view plain(reinterpret_cast<const char*>(key.data()), kKeyBytes);
  return {std::string(person), seal(site, wrap_context(person), plain)};
}

Result<Key> unwrap(const Key& site, const KeySlot& slot) {
  Result<std::string> plain = open(site, wrap_context(slot.person), slot.wrapped);
  if (!plain || plain->size() != kKeyBytes) {
    return fail(ErrorCode::Damaged, "keys.db", "the key of a person does not open");
  }
  std::array<std::uint8_t, kKeyBytes> bytes{};
  std::ranges::transform(*plain, bytes.begin(),
                         [](char c) { return static_cast<std::uint8_t>(c); });
  Key key = Key::of(bytes);
  sodium_memzero(plain->data(), plain->size());
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

std::string write_head(const Key& site) {
  return with_checksum(std::string(kMagic) + seal(site, kProofContext, kProof));
}

std::string write_slot(const KeySlot& slot) {
  std::string bytes;
  bytes.push_back(slot.wrapped.empty() ? kDeleted : kLive);
  bytes.push_back(static_cast<char>(slot.person.size()));
  bytes += slot.person;
  bytes.resize(kWrappedAt, '\0');
  bytes += slot.wrapped;
  return with_checksum(std::move(bytes));
}

Result<std::vector<KeySlot>> read_slots(const Key& site, std::string_view bytes,
                                        const std::string& path) {
  need_sodium();
  if (bytes.size() < kSlotBytes) return damaged(path, "the file is too short");
  if (const auto head = check_head(site, bytes.substr(0, kSlotBytes), path); !head) {
    return std::unexpected(head.error());
  }
  std::vector<KeySlot> slots;
  for (std::size_t at = kSlotBytes; at + kSlotBytes <= bytes.size(); at += kSlotBytes) {
    const std::string_view part = bytes.substr(at, kSlotBytes);
    std::optional<KeySlot> slot = read_slot(part);
    const bool last = at + 2 * kSlotBytes > bytes.size();
    if (!slot && last && is_unwritten(part)) break;
    if (!slot) return damaged(path, "the place of a key is damaged");
    slots.push_back(std::move(*slot));
  }
  return slots;
}

}  // namespace plumbline::vault
