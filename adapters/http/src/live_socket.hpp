// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "engine.hpp"

namespace plumbline::http {

/// What a connection passes on when it becomes a WebSocket.
struct LiveStart {
  Channel channel;
  /// The lines of the handshake.
  Headers handshake;
  LiveEvents events;
  Caller* caller;
};

/// Answers the handshake and keeps the socket until it ends. On the io thread.
void open_live_socket(Engine& engine, LiveStart start);

}  // namespace plumbline::http
