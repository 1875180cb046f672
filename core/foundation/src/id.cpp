// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/foundation/id.hpp"

namespace plumbline {
namespace {

/// @source RFC 9562, section 4: 8-4-4-4-12 hexadecimal digits, version digit at index 14
constexpr std::size_t kUuidLength = 36;
constexpr std::size_t kVersionAt = 14;
constexpr std::size_t kVariantAt = 19;

bool is_dash_position(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

}  // namespace

Result<std::string> parse_uuid_v7(std::string_view text) {
  const auto bad = [&] {
    return fail(ErrorCode::BadId, "",
                "expected a UUID of version 7, found \"" + std::string(text) + "\"");
  };
  if (text.size() != kUuidLength) return bad();
  std::string out;
  out.reserve(kUuidLength);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = lower(text[i]);
    if (is_dash_position(i) ? c != '-' : !is_hex(c)) return bad();
    out.push_back(c);
  }
  const char variant = out[kVariantAt];
  if (out[kVersionAt] != '7' ||
      (variant != '8' && variant != '9' && variant != 'a' && variant != 'b')) {
    return bad();
  }
  return out;
}

}  // namespace plumbline
