// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <utility>

#include "plumbline/json/object_reader.hpp"
#include "plumbline/server/problem.hpp"
#include "plumbline/server/routes.hpp"
#include "plumbline/vault/passphrase.hpp"

namespace plumbline::server {
namespace {

constexpr std::size_t kShortestPassphrase = 8;

Error wrong_passphrase() {
  return {ErrorCode::WrongSecret, "/passphrase", "the passphrase is not right"};
}

/// The name under which tries are counted.
std::string try_name(const Person& person, storage::DeviceNumber device) {
  return "person " + person.id + " on " + std::to_string(static_cast<std::int64_t>(device));
}

bool may_try(Site& site, const Call& call) {
  return site.tries.allow(try_name(call.person, call.device), call.request.peer);
}

http::Response too_many(const Site& site, const Call& call) {
  return site.tries.refusal(try_name(call.person, call.device), call.request.peer,
                            "too many wrong passphrases");
}

/// After a proof.
void forgive(Site& site, const Person& person, storage::DeviceNumber device,
             const std::string& peer) {
  site.tries.forgive(try_name(person, device), peer);
}

/// What was proved must still hold when it is written: the session is there, and the passphrase is
/// the one that was checked.
Result<void> check_unchanged(storage::Transaction& change, const Person& person,
                             const storage::TokenFingerprint& token) {
  const auto session = change.session(token);
  if (!session) return std::unexpected(session.error());
  if (!session->has_value()) return fail(ErrorCode::SignedOut, "", "this session is over");
  const auto row = change.person(person.id);
  if (!row) return std::unexpected(row.error());
  if (row->passphrase_hash != person.passphrase_hash) return std::unexpected(wrong_passphrase());
  return {};
}

/// Remembers in the session that the record is open.
void open_record(Site& site, const Person& person, const Session& session, std::string peer,
                 http::Reply reply) {
  write_then<bool>(
      site, std::move(reply),
      [token = session.token, person](storage::Transaction& change) -> Result<bool> {
        auto done = check_unchanged(change, person, token);
        if (done) done = change.open_person(token, person.number);
        if (!done) return std::unexpected(std::move(done.error()));
        return true;
      },
      [&site, person, session, peer = std::move(peer)](Result<bool> done, http::Reply out) {
        if (!done) return out(problem(done.error()));
        if (!site.household.open(session.token, person, site.now_ms())) {
          return out(problem(wrong_passphrase()));
        }
        forgive(site, person, session.device, peer);
        note(site, person.number, session.device, "record.opened");
        out(no_content());
      });
}

Result<std::string> read_passphrase(const Call& call) {
  const auto body = body_of(call);
  if (!body) return std::unexpected(body.error());
  const json::Pointer root;
  json::ObjectReader object(*body, root);
  std::string out;
  object.required("passphrase", out);
  return object.finish(std::move(out));
}

void open_person(Site& site, const Call& call, http::Reply reply) {
  auto given = read_passphrase(call);
  if (!given) return reply(problem(given.error()));
  if (!call.person.passphrase_hash) return reply(no_content());
  if (!may_try(site, call)) return reply(too_many(site, call));
  on_worker(site, std::move(reply),
            [&site, person = call.person, session = *call.session, peer = call.request.peer,
             given = std::move(*given)](storage::Reader&, http::Reply out) {
              if (vault::verify_passphrase(*person.passphrase_hash, given)) {
                return open_record(site, person, session, peer, std::move(out));
              }
              site.on_io([&site, number = person.number, device = session.device] {
                note(site, number, device, "record.open_refused");
              });
              out(problem(wrong_passphrase()));
            });
}

/// What is asked for: a new passphrase, or none; and the present one where there is one.
struct Change {
  std::optional<std::string> passphrase;
  std::optional<std::string> current;
};

Result<Change> read_change(const Call& call) {
  const auto body = body_of(call);
  if (!body) return std::unexpected(body.error());
  const json::Pointer root;
  json::ObjectReader object(*body, root);
  Change out;
  if (call.request.method == http::Method::Put) {
    std::string fresh;
    object.required("passphrase", fresh);
    if (object.ok() &&
        (fresh.size() < kShortestPassphrase || fresh.size() > vault::kLongestPassphrase)) {
      object.report({ErrorCode::OutOfRange, "/passphrase", "expected 8 to 1024 bytes"});
    }
    out.passphrase = std::move(fresh);
  }
  object.optional("current", out.current);
  return object.finish(std::move(out));
}

void store_passphrase(Site& site, const Person& person, const Session& session,
                      const std::optional<std::string>& hash, http::Reply reply) {
  write_then<bool>(
      site, std::move(reply),
      [person, hash, token = session.token](storage::Transaction& change) -> Result<bool> {
        auto done = check_unchanged(change, person, token);
        if (done) done = change.set_passphrase(person.number, hash);
        if (done && hash) done = change.open_person(token, person.number);
        if (!done) return std::unexpected(std::move(done.error()));
        return true;
      },
      [&site, person, session, hash](Result<bool> done, http::Reply out) {
        if (!done) return out(problem(done.error()));
        site.household.set_passphrase(person.number, hash, session.token, site.now_ms());
        site.live.close_person(person.number);
        note(site, person.number, session.device, hash ? "passphrase.set" : "passphrase.removed");
        out(no_content());
      });
}

void change_passphrase(Site& site, const Call& call, http::Reply reply) {
  auto change = read_change(call);
  if (!change) return reply(problem(change.error()));
  if (call.person.passphrase_hash && !may_try(site, call)) return reply(too_many(site, call));
  on_worker(site, std::move(reply),
            [&site, person = call.person, session = *call.session, peer = call.request.peer,
             change = std::move(*change)](storage::Reader&, http::Reply out) {
              if (person.passphrase_hash &&
                  !vault::verify_passphrase(*person.passphrase_hash, change.current.value_or(""))) {
                Error error = wrong_passphrase();
                error.where = "/current";
                return out(problem(error));
              }
              std::optional<std::string> hash;
              if (change.passphrase) {
                auto made = vault::hash_passphrase(*change.passphrase);
                if (!made) return out(problem(made.error()));
                hash = std::move(*made);
              }
              if (person.passphrase_hash) {
                site.on_io([&site, person, device = session.device, peer] {
                  forgive(site, person, device, peer);
                });
              }
              store_passphrase(site, person, session, hash, std::move(out));
            });
}

RouteDoc open_doc() {
  return {.method = "POST",
          .pattern = "/api/v1/people/{person}/open",
          .name = "open_person",
          .summary =
              "Opens a record that is protected by a passphrase, on this device and for a "
              "while.",
          .access = Access::Device,
          .takes = Schema::record("Opening", {{"passphrase", Schema::text(), ""}}),
          .answers = {{204, "Open."}}};
}

RouteDoc set_doc() {
  return {.method = "PUT",
          .pattern = "/api/v1/people/{person}/passphrase",
          .name = "set_passphrase",
          .summary =
              "Protects a record with a passphrase, or changes it. Other devices have to "
              "open it again.",
          .access = Access::Person,
          .takes = Schema::record(
              "NewPassphrase",
              {{"passphrase", Schema::text(), "8 to 1024 bytes."},
               {"current", Schema::text(), "Needed where there is one.", Presence::Sometimes}}),
          .answers = {{204, "Set."}}};
}

RouteDoc remove_doc() {
  return {.method = "DELETE",
          .pattern = "/api/v1/people/{person}/passphrase",
          .name = "remove_passphrase",
          .summary = "Takes the passphrase away: every paired device then sees the record.",
          .access = Access::Person,
          .takes = Schema::record("PassphraseRemoval", {{"current", Schema::text(), ""}}),
          .answers = {{204, "Taken away."}}};
}

}  // namespace

std::vector<Route> passphrase_routes(Site* site) {
  const Handle change = [site](const Call& call, http::Reply reply) {
    change_passphrase(*site, call, std::move(reply));
  };
  return {{open_doc(), [site](const Call& call,
                              http::Reply reply) { open_person(*site, call, std::move(reply)); }},
          {set_doc(), change},
          {remove_doc(), change}};
}

}  // namespace plumbline::server
