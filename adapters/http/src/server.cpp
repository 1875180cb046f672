// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/http/server.hpp"

#include <utility>

#include "engine.hpp"

namespace plumbline::http {

Server::Server(ServerOptions options, Handler& handler)
    : engine_(std::make_unique<Engine>(std::move(options), handler)) {}

Server::~Server() = default;

Result<void> Server::start() { return engine_->start(); }
void Server::run() { engine_->run(); }
void Server::stop() { engine_->stop(); }
std::uint16_t Server::port() const { return engine_->port(); }
Result<void> Server::reload_tls() { return engine_->reload_tls(); }
void Server::post(std::function<void()> work) { engine_->mailbox()->put(std::move(work)); }
Counters Server::counters() const {
  Counters counters = engine_->tally().snapshot();
  if (const auto failed = engine_->mailbox()->failed(); failed > 0) {
    counters.refused[ErrorCode::Internal] += failed;
  }
  return counters;
}

}  // namespace plumbline::http
