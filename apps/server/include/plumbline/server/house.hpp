// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plumbline/http/certificate_authority.hpp"
#include "plumbline/http/server_options.hpp"
#include "plumbline/server/config.hpp"

namespace plumbline::server {

/// Where this computer is reached, and with --lan the certificate for that.
struct House {
  std::vector<std::string> addresses;
  std::optional<http::CertificateAuthority> authority;
  std::optional<http::TlsFiles> tls;
};

/// Looks up the addresses; with --lan makes sure of a certificate that names them and lasts.
/// Calling it again renews what has to be renewed.
/// @error what the certificate authority says
Result<House> make_house(const Config& config);

/// Hosts under which the server answers.
using HostNames = std::set<std::string, std::less<>>;
HostNames host_names(const Config& config, const House& house);

/// Where browsers reach the server, such as `https://192.168.1.4:8420`.
std::string origin_of(const Config& config, const House& house, std::uint16_t port);

/// What every answer says to browsers: nothing from elsewhere, no frames, no guessing of types.
http::Headers default_headers();

/// How the server listens and what it lets through.
/// @param hosts  is looked at on the io thread only, and may change there
http::ServerOptions server_options(const Config& config, const House& house,
                                   std::shared_ptr<HostNames> hosts);

}  // namespace plumbline::server
