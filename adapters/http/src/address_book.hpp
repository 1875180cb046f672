// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "plumbline/http/rate_limit.hpp"

namespace plumbline::http {

/// What one address does at present.
struct Caller {
  std::size_t connections = 0;
  std::size_t live = 0;
  TokenBucket requests;
};

/// Who is connected. IPv6 callers are told apart by their /64, for one household has all of it.
/// A caller's place in memory is stable as long as it has connections.
class AddressBook {
 public:
  Caller& at(const boost::asio::ip::address& address);
  /// Forgets callers without connections whose bucket is full.
  void forget_absent(const Rate& rate, TokenBucket::Time now);
  std::size_t size() const { return callers_.size(); }

 private:
  std::unordered_map<std::string, Caller> callers_;
};

}  // namespace plumbline::http
