// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace plumbline::server {

/// Names and addresses under which this computer is known in the house: loopback, the private and
/// link-local addresses of its network interfaces, and its host name with `.local`. Public
/// addresses are not among them.
std::vector<std::string> own_addresses();

/// The first address that is not loopback; 127.0.0.1 where there is none.
std::string address_for_others(const std::vector<std::string>& addresses);

}  // namespace plumbline::server
