// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "plumbline/http/handler.hpp"
#include "plumbline/storage/rows.hpp"

namespace plumbline::server {

/// The browsers that want to hear of new entries, by person. Belongs to the io thread.
class LiveHub {
 public:
  /// @returns a number to leave with
  std::uint64_t join(storage::PersonNumber person, const storage::TokenFingerprint& session,
                     http::LiveSink sink);
  void leave(storage::PersonNumber person, std::uint64_t number);
  /// Tells all who listen for a person.
  void tell(storage::PersonNumber person, const std::string& text);
  /// Closes what belongs to a session, or everything, with a reason.
  void close_session(const storage::TokenFingerprint& session);
  void close_person(storage::PersonNumber person);
  void close_all();
  bool has_listeners(storage::PersonNumber person) const { return rooms_.contains(person); }

 private:
  struct Listener {
    std::uint64_t number;
    storage::TokenFingerprint session;
    http::LiveSink sink;
  };
  std::unordered_map<storage::PersonNumber, std::vector<Listener>> rooms_;
  std::uint64_t next_ = 1;
};

}  // namespace plumbline::server
