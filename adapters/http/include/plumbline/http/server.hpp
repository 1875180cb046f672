// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "plumbline/foundation/error.hpp"
#include "plumbline/http/counters.hpp"
#include "plumbline/http/handler.hpp"
#include "plumbline/http/server_options.hpp"

namespace plumbline::http {

class Engine;

/// One listening HTTP/1.1 server (RFC 9112) with WebSockets (RFC 6455), on one io thread.
///
///     http::Server server(options, handler);
///     if (auto started = server.start(); !started) …   // bound and listening from here on
///     server.run();                                    // this thread is now the io thread
///
/// `stop` from another thread or a signal watcher ends `run`. All methods but `start` and `run` may
/// be called from any thread. The handler must outlive the server.
class Server {
 public:
  Server(ServerOptions options, Handler& handler);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  /// Reads the certificate, binds and listens. Connections wait until `run`.
  /// @error CannotListen    the address is not ours, or the port is taken
  /// @error BadCertificate  certificate or key cannot be read or do not belong together
  Result<void> start();
  /// Serves until `stop` has finished. The calling thread is the io thread.
  void run();
  /// Stops accepting, closes idle connections, lets answers under way finish, closes live sockets
  /// with 1001; after `Limits::stop_time` everything that is left is cut off. Returns at once.
  void stop();
  /// The port that is listened on; 0 before `start`.
  std::uint16_t port() const;
  /// Reads the TLS files again, for new connections; on failure the old ones stay.
  /// @error BadCertificate  as in `start`
  Result<void> reload_tls();
  /// Runs a function on the io thread; dropped if the server has ended. It must not block.
  void post(std::function<void()> work);
  Counters counters() const;

 private:
  std::unique_ptr<Engine> engine_;
};

}  // namespace plumbline::http
