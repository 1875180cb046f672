// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/names.hpp"

#include <algorithm>
#include <array>

namespace plumbline::server {
namespace {

/// UTF-8 of what is not seen: C1 controls begin with C2 80 to C2 9F and are looked at apart.
constexpr std::array<std::string_view, 6> kBlank = {
    " ", "\xC2\xA0", "\xE3\x80\x80", "\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D"};
/// Arabic letter mark, left-to-right and right-to-left marks, embeddings, overrides, isolates, line
/// and paragraph separators, byte order mark.
constexpr std::array<std::string_view, 15> kTurning = {
    "\xD8\x9C",     "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xA8", "\xE2\x80\xA9",
    "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE",
    "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9", "\xEF\xBB\xBF"};

bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) return true;
    const bool two = byte == 0xC2 && i + 1 < text.size();
    if (two && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
  }
  return false;
}

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    const auto blank =
        std::ranges::find_if(kBlank, [&](std::string_view b) { return text.starts_with(b); });
    if (blank == kBlank.end()) return false;
    text.remove_prefix(blank->size());
  }
  return true;
}

}  // namespace

bool is_name(std::string_view text, std::size_t most) {
  const bool turned = std::ranges::any_of(
      kTurning, [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
  return text.size() <= most && !is_blank(text) && !has_control(text) && !turned;
}

}  // namespace plumbline::server
