// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/base64.hpp"

#include <algorithm>
#include <cstdint>

namespace plumbline::server {
namespace {

constexpr std::string_view kLetters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::unexpected<Error> no_base64() {
  return fail(ErrorCode::SyntaxError, "", "expected base64 with padding");
}

}  // namespace

std::string write_base64(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      group = group << 8U | (j < count ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    }
    for (std::size_t j = 0; j < 4; ++j) {
      out += j <= count ? kLetters[group >> (18U - 6U * static_cast<unsigned>(j)) & 63U] : '=';
    }
  }
  return out;
}

Result<std::string> read_base64(std::string_view text) {
  if (text.size() % 4 != 0) return no_base64();
  const std::size_t padding =
      text.empty() ? 0
                   : static_cast<std::size_t>(text.back() == '=') + (text.ends_with("==") ? 1 : 0);
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t group = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pad = i >= text.size() - padding;
    const std::size_t value = pad ? 0 : kLetters.find(text[i]);
    if (value == std::string_view::npos) return no_base64();
    group = group << 6U | static_cast<std::uint32_t>(value);
    if (i % 4 != 3) continue;
    for (const unsigned shift : {16U, 8U, 0U}) out += static_cast<char>(group >> shift & 255U);
    group = 0;
  }
  out.resize(out.size() - padding);
  if (write_base64(out) != text) return no_base64();
  return out;
}

}  // namespace plumbline::server
