// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace plumbline::server {

/// A QR code (ISO/IEC 18004, error correction M) as an SVG picture with a quiet zone of four
/// modules; empty where the text is too long.
std::string qr_svg(std::string_view text);

/// The same out of block characters, two rows a line, for consoles.
std::string qr_console(std::string_view text);

}  // namespace plumbline::server
