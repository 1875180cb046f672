// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "plumbline/storage/rows.hpp"

namespace plumbline::server {

/// A code for one new device, and what is stored of it.
struct NewPairing {
  std::string code;
  storage::PairingRow row;
};

NewPairing make_pairing(std::int64_t now_ms, std::int64_t minutes);

/// The link with the code in it.
/// @param origin  `https://192.168.1.4:8420`
std::string pairing_link(const std::string& origin, const std::string& code);

}  // namespace plumbline::server
