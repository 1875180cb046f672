// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/storage/rows.hpp"

namespace plumbline::storage {
namespace {

constexpr std::size_t kUuidLength = 36;

bool is_dash_position(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

Result<EntryKey> parse_entry_key(std::string_view uuid) {
  const auto bad = [&] {
    return fail(ErrorCode::BadId, "",
                "expected a UUID, found \"" + std::string(uuid.substr(0, 64)) + "\"");
  };
  if (uuid.size() != kUuidLength) return bad();
  EntryKey key{};
  std::size_t digit = 0;
  for (std::size_t i = 0; i < uuid.size(); ++i) {
    if (is_dash_position(i)) {
      if (uuid[i] != '-') return bad();
      continue;
    }
    const int value = hex_value(uuid[i]);
    if (value < 0) return bad();
    std::uint8_t& byte = key.at(digit / 2);
    byte = static_cast<std::uint8_t>(byte * 16 + value);
    ++digit;
  }
  return key;
}

std::string format_entry_key(const EntryKey& key) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(kUuidLength);
  for (const std::uint8_t byte : key) {
    if (is_dash_position(text.size())) text.push_back('-');
    text.push_back(kDigits[byte / 16U]);
    text.push_back(kDigits[byte % 16U]);
  }
  return text;
}

}  // namespace plumbline::storage
