// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/own_addresses.hpp"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <memory>

namespace plumbline::server {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return "";
  std::string out(name.data());
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return std::tolower(c); });
  return out;
}

bool is_dotted(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos;
}

/// Loopback, private and link-local addresses (RFC 1918, RFC 3927).
bool is_of_the_house(std::uint32_t address) {
  const std::uint32_t first = address >> 24U;
  return first == 127 || first == 10 || address >> 20U == 0xAC1 || address >> 16U == 0xC0A8 ||
         address >> 16U == 0xA9FE;
}

}  // namespace

std::vector<std::string> own_addresses() {
  std::vector<std::string> out = {"localhost", "127.0.0.1"};
  ifaddrs* first = nullptr;
  if (getifaddrs(&first) == 0) {
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> list(first, &freeifaddrs);
    for (const ifaddrs* row = first; row != nullptr; row = row->ifa_next) {
      if (row->ifa_addr == nullptr || row->ifa_addr->sa_family != AF_INET) continue;
      sockaddr_in address{};
      std::copy_n(reinterpret_cast<const char*>(row->ifa_addr), sizeof address,
                  reinterpret_cast<char*>(&address));
      std::array<char, INET_ADDRSTRLEN> text{};
      if (!is_of_the_house(ntohl(address.sin_addr.s_addr))) continue;
      if (inet_ntop(AF_INET, &address.sin_addr, text.data(), text.size()) == nullptr) continue;
      if (std::ranges::find(out, text.data()) == out.end()) out.emplace_back(text.data());
    }
  }
  const std::string name = host_name();
  const bool is_single = !name.empty() && name.find('.') == std::string::npos;
  if (is_single && name != "localhost") out.push_back(name + ".local");
  return out;
}

std::string address_for_others(const std::vector<std::string>& addresses) {
  const auto found = std::ranges::find_if(addresses, [](const std::string& address) {
    return is_dotted(address) && !address.starts_with("127.");
  });
  return found == addresses.end() ? "127.0.0.1" : *found;
}

}  // namespace plumbline::server
