// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "plumbline/http/rate_limit.hpp"
#include "plumbline/http/response.hpp"

namespace plumbline::server {

/// Counts wrong passphrases and codes: for each thing that is tried (a person on one device, so
/// that nobody shuts out the others), and more generously for each address (so that not everybody
/// can be tried out from one). Belongs to the io thread.
class SignInTries {
 public:
  explicit SignInTries(double per_hour);
  /// Counts a try. @returns whether it is allowed
  bool allow(const std::string& what, const std::string& address);
  /// Gives the tries back, after a proof.
  void forgive(const std::string& what, const std::string& address);
  /// The answer to one try too many, with the time to wait.
  /// @param sentence  what there was too much of
  http::Response refusal(const std::string& what, const std::string& address,
                         const std::string& sentence) const;

 private:
  http::RateLimiter things_;
  http::RateLimiter addresses_;
};

}  // namespace plumbline::server
