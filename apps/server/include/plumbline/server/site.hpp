// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "plumbline/http/counters.hpp"
#include "plumbline/http/handler.hpp"
#include "plumbline/server/agenda_desk.hpp"
#include "plumbline/server/config.hpp"
#include "plumbline/server/household.hpp"
#include "plumbline/server/live_hub.hpp"
#include "plumbline/server/record_shelf.hpp"
#include "plumbline/server/sign_in_tries.hpp"
#include "plumbline/server/workers.hpp"
#include "plumbline/storage/database.hpp"
#include "plumbline/vault/key_folder.hpp"

namespace plumbline::server {

/// What the routes work with. Everything without a word about threads belongs to the io thread.
struct Site {
  const Config& config;
  storage::Database& database;
  /// May be used from any thread.
  vault::KeyFolder& keys;
  const exercise::Catalogue& catalogue;
  std::string lineage;
  Household household;
  LiveHub live;
  AgendaDesk agendas;
  /// May be used from any thread.
  RecordShelf& records;
  /// May be used from any thread; empty only while the server is put together or taken apart.
  Workers* workers = nullptr;
  SignInTries tries;
  /// Milliseconds since 1970. May be called from any thread.
  std::function<std::int64_t()> now_ms;
  /// Runs something on the io thread. May be called from any thread.
  std::function<void(std::function<void()>)> on_io;
  /// Where browsers on other computers reach this server; empty without --lan.
  std::string lan_address{};
  /// The certificate authority of the house (DER) and its fingerprint; empty without --lan.
  std::string authority_der{};
  std::string authority_fingerprint{};
  std::string version{};
  /// The name of the session's cookie: another one for every data folder, so that two servers on
  /// one computer do not sign each other's browsers out.
  std::string cookie{};
  /// Makes sure of a certificate that names this computer and lasts; empty without --lan. May be
  /// called from any thread.
  std::function<void()> renew_certificate{};
  /// People whose key is gone while their rows could not be marked yet (a full disk).
  std::set<storage::PersonNumber> undeleted{};
  std::function<http::Counters()> counters{};
  /// What was noted in the audit lately: person, device, action, ten minutes.
  std::set<std::tuple<storage::PersonNumber, storage::DeviceNumber, std::string, std::int64_t>>
      noted{};
};

/// The key to a person's rows. Quick: keys are kept in memory. May be called from any thread.
/// @error Gone, NotFound, Damaged  what the key folder says
Result<Owner> owner_of(const Site& site, const Person& person);

/// Runs a job on a worker; where none has room the reply says so.
/// @param job  gets a reader and the reply
void on_worker(Site& site, http::Reply reply,
               std::move_only_function<void(storage::Reader&, http::Reply)> job);

/// Writes; then, on the io thread, answers with what `then` makes of the value, or with a problem.
template <class T, class Work, class Then>
void write_then(Site& site, http::Reply reply, Work work, Then then) {
  storage::submit<T>(site.database, std::move(work),
                     [&site, reply = std::make_shared<http::Reply>(std::move(reply)),
                      then = std::move(then)](Result<T> result) mutable {
                       auto value = std::make_shared<Result<T>>(std::move(result));
                       site.on_io([reply, value, then = std::move(then)]() mutable {
                         then(std::move(*value), std::move(*reply));
                       });
                     });
}

/// Notes who saw or changed what; at most once in ten minutes for the same thing.
void note(Site& site, storage::PersonNumber person, storage::DeviceNumber device,
          std::string_view action);

/// Browsers take a cookie of such a name over HTTPS only, and from this host alone.
inline constexpr std::string_view kSecureCookie = "__Host-";

/// For what concerns no single person: devices, codes, sessions.
inline constexpr storage::PersonNumber kHousehold{0};

/// Whether a page of this origin is one of ours.
bool is_own_origin(const Site& site, std::string_view origin, const http::Request& request);

/// Where browsers reach this server, for a link.
std::string public_origin(const Site& site, const http::Request& request);

/// New entries of a person are durable: what was derived is out of date, and listeners are told.
void entries_arrived(Site& site, storage::PersonNumber person, const std::string& person_id,
                     std::int64_t last_seq);

}  // namespace plumbline::server
