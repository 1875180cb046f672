// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "plumbline/foundation/error.hpp"
#include "plumbline/http/request.hpp"
#include "plumbline/http/server_options.hpp"

namespace plumbline::http {

/// Turns the bytes of a connection into requests, one after another, and refuses what is not
/// acceptable. Knows no socket: tests and the fuzzer feed it from memory.
class RequestReader {
 public:
  enum class State : std::uint8_t { Head, Body, Complete, Refused };

  /// The options must outlive the reader.
  explicit RequestReader(const ServerOptions& options);
  RequestReader(const RequestReader&) = delete;
  RequestReader& operator=(const RequestReader&) = delete;
  ~RequestReader();

  /// Reads on. @returns how many of the bytes were used; the others are to be given again, with
  /// more behind them. Nothing is used once a request is complete or refused.
  std::size_t feed(std::string_view bytes);
  State state() const;
  /// The request has begun: at least one byte of it was seen.
  bool begun() const;
  /// Why it was refused. Only in state Refused.
  const Error& refusal() const;
  /// The client waits for `100 Continue` before it sends its body.
  bool wants_continue() const;
  bool keep_alive() const;
  bool is_http_1_0() const;
  /// A WebSocket handshake.
  bool is_live() const;
  /// The target as it was sent, for a redirect.
  std::string_view raw_target() const;
  /// The request that is complete; also what is known of one that was refused.
  Request& request();
  /// Refuses it for a reason that lies outside.
  void refuse(Error error);
  /// Makes ready for the next one.
  void reset();

 private:
  class Parser;
  const ServerOptions& options_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace plumbline::http
