// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace plumbline::server {

/// Names and addresses under which this computer is known in the house: its host name, that with
/// `.local`, and the addresses of its network interfaces; loopback first.
std::vector<std::string> own_addresses();

/// The first address that is not loopback; empty where there is none.
std::string address_for_others(const std::vector<std::string>& addresses);

}  // namespace plumbline::server
