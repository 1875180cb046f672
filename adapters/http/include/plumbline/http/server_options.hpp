// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/foundation/error.hpp"
#include "plumbline/http/rate_limit.hpp"
#include "plumbline/http/request.hpp"
#include "plumbline/http/response.hpp"

namespace plumbline::http {

/// What a client may cost. Sizes in bytes.
/// @source engineering choice: a household's phones and browsers stay far below; each is tested
struct Limits {
  std::size_t header = 16UL * 1024;
  std::size_t url = 4UL * 1024;
  /// Of a body, after joining chunks and inflating, where `ServerOptions::body_limit` is not set.
  std::size_t body = 1024UL * 1024;
  /// Of all larger bodies (above 64 KiB) that are coming in or being worked on; 503 beyond.
  std::size_t bodies = 128UL * 1024 * 1024;
  /// Of all larger answers that wait to be read by their clients; 503 beyond.
  std::size_t answers = 256UL * 1024 * 1024;
  /// An inflated body may be this many times as large as what was sent (from 64 KiB on).
  std::size_t inflate_ratio = 100;
  std::size_t connections = 4096;
  std::size_t connections_per_address = 256;
  std::size_t live_per_address = 64;
  /// A message from a live socket's client.
  std::size_t live_message = 4UL * 1024;
  /// What may wait to be sent on one live socket.
  std::size_t live_backlog = 64UL * 1024;
  /// From the first byte of a request, or from the connection, until its header is there; also TLS.
  std::chrono::milliseconds header_time{10'000};
  /// Without a request on a kept connection.
  std::chrono::milliseconds idle_time{60'000};
  /// From the complete request until the reply; 503 then.
  std::chrono::milliseconds handler_time{30'000};
  /// Bodies and answers may stall this long, and then must have moved `least_rate` bytes a second.
  std::chrono::milliseconds stall_time{10'000};
  std::size_t least_rate = 1024;
  /// A ping is sent after this time without a sign from a live socket, and as long again is waited.
  std::chrono::milliseconds live_ping{30'000};
  /// How long `stop` waits for answers that are under way.
  std::chrono::milliseconds stop_time{10'000};
  /// How often deadlines are looked at.
  std::chrono::milliseconds sweep{500};
  /// Requests an address may make. Nullopt: no limit.
  std::optional<Rate> rate = Rate{.per_second = 50, .burst = 200};
  /// Whether `rate` also holds for this machine itself.
  bool rate_for_loopback = false;
};

/// PEM files of a TLS server. The certificate file holds the whole chain, the server's own first.
struct TlsFiles {
  std::string certificate;
  std::string key;
};

/// How a server listens and what it lets through. Functions are called on the io thread.
struct ServerOptions {
  /// An IPv4 or IPv6 address: loopback unless somebody decides otherwise.
  std::string address = "127.0.0.1";
  /// 0 takes any free port; `Server::port` tells which.
  std::uint16_t port = 0;
  Limits limits;
  /// With it the port speaks TLS 1.2 and 1.3 only; plain requests are redirected to https.
  std::optional<TlsFiles> tls;
  /// Whether the server answers to this host (lower case, no port); unset: to loopback names only.
  std::function<bool(std::string_view host)> host_allowed;
  /// Addresses of proxies whose X-Forwarded-For is believed: requests then count for the last
  /// address in it, and are taken as coming from there.
  std::vector<std::string> trusted_proxies;
  /// Whether a WebSocket may come from this Origin; unset: only from the request's own authority.
  std::function<bool(std::string_view origin, const Request& request)> origin_allowed;
  /// Most bytes of a body for a method and path (the request has no body yet); unset:
  /// `Limits::body`.
  std::function<std::size_t(const Request& head)> body_limit;
  /// Makes the answer to a request that the server itself refuses; unset: one line of text. Status
  /// and connection are the server's business.
  std::function<Response(const Error& error)> problem;
  /// Lines of every answer that does not set them itself (nosniff, Content-Security-Policy, …).
  Headers default_headers;
};

}  // namespace plumbline::http
