// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/house.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

#include "plumbline/server/own_addresses.hpp"
#include "plumbline/server/problem.hpp"

namespace plumbline::server {

http::Headers default_headers() {
  http::Headers out;
  out.add("Content-Security-Policy",
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
          "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; "
          "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
          "form-action 'none'; frame-ancestors 'none'");
  out.add("X-Content-Type-Options", "nosniff");
  out.add("Referrer-Policy", "no-referrer");
  out.add("Cross-Origin-Opener-Policy", "same-origin");
  out.add("Cross-Origin-Resource-Policy", "same-origin");
  out.add("Permissions-Policy",
          "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()");
  return out;
}

Result<House> make_house(const Config& config) {
  House out;
  out.addresses = own_addresses();
  for (const std::string& name : config.names) out.addresses.push_back(name);
  if (!config.lan) return out;
  const auto now = std::chrono::system_clock::now();
  auto authority = http::CertificateAuthority::open_or_make(
      std::filesystem::path(config.data) / "tls", config.names, now);
  if (!authority) return std::unexpected(std::move(authority.error()));
  auto tls = authority->ensure_server_certificate(out.addresses, now);
  if (!tls) return std::unexpected(std::move(tls.error()));
  out.authority = std::move(*authority);
  out.tls = std::move(*tls);
  return out;
}

HostNames host_names(const Config& config, const House& house) {
  HostNames out(house.addresses.begin(), house.addresses.end());
  out.insert({"[::1]", config.host});
  if (!config.public_origin.empty()) {
    out.insert(std::string(host_of_origin(config.public_origin)));
  }
  return out;
}

std::string origin_of(const Config& config, const House& house, std::uint16_t port) {
  if (!config.public_origin.empty()) return config.public_origin;
  if (config.lan) {
    return "https://" + address_for_others(house.addresses) + ":" + std::to_string(port);
  }
  const bool any = config.host == "0.0.0.0" || config.host == "::";
  return (house.tls ? "https://" : "http://") + (any ? "127.0.0.1" : config.host) + ":" +
         std::to_string(port);
}

http::ServerOptions server_options(const Config& config, const House& house,
                                   std::shared_ptr<HostNames> hosts) {
  http::ServerOptions out;
  out.address = config.lan && config.host == "127.0.0.1" ? "0.0.0.0" : config.host;
  out.port = static_cast<std::uint16_t>(config.port);
  out.tls = house.tls;
  out.limits.body = static_cast<std::size_t>(config.body_kib) * 1024;
  // The largest recording must always fit.
  constexpr std::size_t kMib = 1024UL * 1024;
  const auto chunks = 2 * static_cast<std::size_t>(config.chunk_mib) * kMib;
  out.limits.bodies = std::max(static_cast<std::size_t>(config.bodies_mib) * kMib, chunks);
  out.limits.answers = std::max(static_cast<std::size_t>(config.answers_mib) * kMib, chunks);
  out.trusted_proxies = config.trusted_proxies;
  out.limits.connections = static_cast<std::size_t>(config.connections);
  out.limits.connections_per_address = static_cast<std::size_t>(config.connections_per_address);
  const double rate = static_cast<double>(config.requests_per_minute) / 60;
  out.limits.rate = http::Rate{rate, rate * 10};
  out.host_allowed = [hosts = std::move(hosts)](std::string_view host) {
    return hosts->contains(host);
  };
  out.problem = [](const Error& error) { return problem(error); };
  out.default_headers = default_headers();
  return out;
}

}  // namespace plumbline::server
