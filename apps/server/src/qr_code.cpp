// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/qr_code.hpp"

#include <qrencode.h>

#include <memory>

namespace plumbline::server {
namespace {

constexpr int kQuiet = 4;

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Code encode(std::string_view text) {
  return {QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1),
          &QRcode_free};
}

/// Whether a module is dark; outside the code all is light.
bool is_dark(const QRcode& code, int row, int column) {
  if (row < 0 || column < 0 || row >= code.width || column >= code.width) return false;
  return (code.data[row * code.width + column] & 1U) != 0;
}

}  // namespace

std::string qr_svg(std::string_view text) {
  const Code code = encode(text);
  if (!code) return "";
  const std::string side = std::to_string(code->width + 2 * kQuiet);
  std::string path;
  for (int row = 0; row < code->width; ++row) {
    for (int column = 0; column < code->width; ++column) {
      if (!is_dark(*code, row, column)) continue;
      path +=
          "M" + std::to_string(column + kQuiet) + " " + std::to_string(row + kQuiet) + "h1v1h-1z";
    }
  }
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
         "\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"QR code\"><rect width=\"" +
         side + "\" height=\"" + side + "\" fill=\"#fff\"/><path d=\"" + path +
         "\" fill=\"#000\"/></svg>";
}

std::string qr_console(std::string_view text) {
  const Code code = encode(text);
  if (!code) return "";
  constexpr int kEdge = 2;
  std::string out;
  for (int row = -kEdge; row < code->width + kEdge; row += 2) {
    for (int column = -kEdge; column < code->width + kEdge; ++column) {
      const bool upper = is_dark(*code, row, column);
      const bool lower = is_dark(*code, row + 1, column);
      // Light on dark consoles: what is light is drawn.
      out += upper ? (lower ? " " : "▄") : (lower ? "▀" : "█");
    }
    out += "\n";
  }
  return out;
}

}  // namespace plumbline::server
