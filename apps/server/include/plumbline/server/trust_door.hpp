// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "plumbline/foundation/error.hpp"

namespace plumbline::server {

/// Where phones get the certificate from before they can trust it: a second, plain HTTP port that
/// gives `/trust` and `/ca.crt` and sends everything else to HTTPS. Nothing of a record passes it.
class TrustDoor {
 public:
  struct Options {
    std::string address;
    /// Where this port is taken, any free one is used.
    std::uint16_t port = 0;
    /// Hosts under which it answers.
    std::vector<std::string> names;
    std::string authority_der;
    std::string fingerprint;
    /// `https://192.168.1.4:8420`
    std::string origin;
  };
  /// @error CannotListen  the port is taken
  static Result<std::unique_ptr<TrustDoor>> open(Options options);
  TrustDoor(const TrustDoor&) = delete;
  TrustDoor& operator=(const TrustDoor&) = delete;
  ~TrustDoor();
  std::uint16_t port() const;
  /// The computer has come to other addresses. May be called from any thread.
  void move(const std::vector<std::string>& names, const std::string& origin);

 private:
  class Room;
  explicit TrustDoor(std::unique_ptr<Room> room);
  std::unique_ptr<Room> room_;
};

/// The page that explains trusting, with the fingerprint in it.
std::string trust_page(const std::string& fingerprint);

}  // namespace plumbline::server
