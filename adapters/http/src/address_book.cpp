// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "address_book.hpp"

namespace plumbline::http {

namespace {

constexpr std::size_t kPrefixBytes = 8;

template <class Bytes>
std::string text_of(const Bytes& bytes, std::size_t count) {
  return {reinterpret_cast<const char*>(bytes.data()), count};
}

}  // namespace

Caller& AddressBook::at(const boost::asio::ip::address& address) {
  if (address.is_v4()) {
    const auto bytes = address.to_v4().to_bytes();
    return callers_[text_of(bytes, bytes.size())];
  }
  return callers_[text_of(address.to_v6().to_bytes(), kPrefixBytes)];
}

void AddressBook::forget_absent(const Rate& rate, TokenBucket::Time now) {
  std::erase_if(callers_, [&](const auto& entry) {
    const Caller& caller = entry.second;
    return caller.connections == 0 && caller.live == 0 && caller.requests.is_full(rate, now);
  });
}

}  // namespace plumbline::http
