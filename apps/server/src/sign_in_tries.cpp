// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/sign_in_tries.hpp"

#include <algorithm>
#include <chrono>

#include "plumbline/server/problem.hpp"

namespace plumbline::server {
namespace {

/// @source engineering choice: a family behind one address, each with a bad day
constexpr double kThingsAnAddress = 5;
constexpr double kSecondsAnHour = 3600;

std::chrono::steady_clock::time_point now() { return std::chrono::steady_clock::now(); }

}  // namespace

SignInTries::SignInTries(double per_hour)
    : things_({per_hour / kSecondsAnHour, per_hour}),
      addresses_({kThingsAnAddress * per_hour / kSecondsAnHour, kThingsAnAddress * per_hour}) {}

bool SignInTries::allow(const std::string& what, const std::string& address) {
  const bool thing = things_.allow(what, now());
  const bool caller = addresses_.allow(address, now());
  return thing && caller;
}

void SignInTries::forgive(const std::string& what, const std::string& address) {
  things_.forgive(what);
  addresses_.forgive(address);
}

http::Response SignInTries::refusal(const std::string& what, const std::string& address,
                                    const std::string& sentence) const {
  const auto wait = std::max(things_.wait(what, now()), addresses_.wait(address, now()));
  const auto seconds = 1 + std::chrono::duration_cast<std::chrono::seconds>(wait).count();
  http::Response out =
      problem({ErrorCode::TooManyRequests, "",
               sentence + "; try again in " + std::to_string(1 + seconds / 60) + " minutes"});
  out.headers.add("Retry-After", std::to_string(seconds));
  return out;
}

}  // namespace plumbline::server
