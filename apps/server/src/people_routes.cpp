// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cstdint>
#include <utility>

#include "plumbline/json/object_reader.hpp"
#include "plumbline/server/names.hpp"
#include "plumbline/server/problem.hpp"
#include "plumbline/server/routes.hpp"
#include "plumbline/vault/token.hpp"

namespace plumbline::server {
namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kPeoplePage = 200;
constexpr std::string_view kName = "name";

Schema person_schema() {
  return Schema::record(
      "Person", {{"id", Schema::text(), ""},
                 {"name", Schema::text(), ""},
                 {"created_at", Schema::instant(), ""},
                 {"has_passphrase", Schema::truth(), ""},
                 {"is_open", Schema::truth(), "Whether this device may see the record now."}});
}

/// A person as the list shows them.
struct Listed {
  Person person;
  bool is_open = false;
};

json::Value person_value(const Site& site, const Listed& listed) {
  json::Value out;
  const Person& person = listed.person;
  const auto owner = owner_of(site, person);
  const auto name = owner ? open_text(*owner, kName, "", person.sealed_name)
                          : Result<std::string>(std::unexpected(owner.error()));
  out.add("id", person.id);
  out.add("name", name ? *name : "(cannot be read)");
  out.add("created_at", format_instant({person.created_ms, 0}));
  out.add("has_passphrase", person.passphrase_hash.has_value());
  out.add("is_open", listed.is_open);
  return out;
}

/// The number of a person behind whom a page begins; 0 is before everybody.
Result<storage::PersonNumber> after_of(const http::Request& request) {
  const std::string text = request.query_value("after").value_or("0");
  std::int64_t out = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (fault != std::errc() || end != text.data() + text.size() || out < 0) {
    return fail(ErrorCode::OutOfRange, "after", "expected `next` of the page before");
  }
  return storage::PersonNumber{out};
}

void list_people(Site& site, const Call& call, http::Reply reply) {
  const auto after = after_of(call.request);
  if (!after) return reply(problem(after.error()));
  std::vector<const Person*> found = site.household.people_after(*after, kPeoplePage + 1);
  std::string next;
  if (found.size() > kPeoplePage) {
    found.pop_back();
    next = std::to_string(static_cast<std::int64_t>(found.back()->number));
  }
  std::vector<Listed> page;
  page.reserve(found.size());
  for (const Person* person : found) {
    page.push_back({*person, site.household.is_open(*call.session, *person, site.now_ms())});
  }
  on_worker(site, std::move(reply),
            [&site, page = std::move(page), next](storage::Reader&, http::Reply out) {
              json::Array people;
              people.reserve(page.size());
              for (const Listed& listed : page) people.push_back(person_value(site, listed));
              json::Value body;
              body.add("people", std::move(people));
              body.add("next", next.empty() ? json::Value() : json::Value(next));
              out(answer(200, body));
            });
}

Result<std::string> read_name(const Call& call) {
  const auto body = body_of(call);
  if (!body) return std::unexpected(body.error());
  const json::Pointer root;
  json::ObjectReader object(*body, root);
  std::string name;
  object.required("name", name);
  if (object.ok() && !is_name(name, kLongestName)) {
    object.report({ErrorCode::OutOfRange, "/name",
                   "expected 1 to 200 bytes on one line, without control characters"});
  }
  return object.finish(std::move(name));
}

/// Stores a person whose key exists.
void add_person(Site& site, const Owner& key_holder, const std::string& name,
                storage::DeviceNumber device, http::Reply reply) {
  Person person;
  person.id = key_holder.id;
  person.created_ms = site.now_ms();
  person.sealed_name = seal_text(key_holder, kName, "", name);
  write_then<storage::PersonNumber>(
      site, std::move(reply),
      [person](storage::Transaction& change) {
        return change.add_person(person.id, person.created_ms, person.sealed_name);
      },
      [&site, person, device](Result<storage::PersonNumber> number, http::Reply out) mutable {
        if (!number) return out(problem(number.error()));
        person.number = *number;
        site.household.add(person);
        note(site, person.number, device, "person.created");
        out(answer(201, person_value(site, {person, true})));
      });
}

void create_person(Site& site, const Call& call, http::Reply reply) {
  auto name = read_name(call);
  if (!name) return reply(problem(name.error()));
  on_worker(
      site, std::move(reply),
      [&site, name = std::move(*name), device = call.device](storage::Reader&, http::Reply out) {
        const std::string id = vault::random_uuid();
        auto key = site.keys.create(id);
        if (!key) return out(problem(key.error()));
        add_person(site, {{}, id, *key}, name, device, std::move(out));
      });
}

void rename_person(Site& site, const Call& call, http::Reply reply) {
  const auto name = read_name(call);
  if (!name) return reply(problem(name.error()));
  const auto owner = owner_of(site, call.person);
  if (!owner) return reply(problem(owner.error()));
  const std::string sealed = seal_text(*owner, kName, "", *name);
  const storage::PersonNumber person = call.person.number;
  write_then<bool>(
      site, std::move(reply),
      [person, sealed](storage::Transaction& change) -> Result<bool> {
        auto done = change.rename_person(person, sealed);
        if (!done) return std::unexpected(std::move(done.error()));
        return true;
      },
      [&site, person, sealed, device = call.device](Result<bool> done, http::Reply out) {
        if (!done) return out(problem(done.error()));
        note(site, person, device, "person.renamed");
        site.household.rename(person, sealed);
        out(no_content());
      });
}

/// Forgets a person whose key is gone already. Where the database cannot say so now, it is told
/// later: nobody can read the rows any more.
void drop_person(Site& site, storage::PersonNumber person, http::Reply reply) {
  write_then<bool>(
      site, std::move(reply),
      [person, now = site.now_ms()](storage::Transaction& change) -> Result<bool> {
        auto done = change.delete_person(person, now);
        if (!done) return std::unexpected(std::move(done.error()));
        return true;
      },
      [&site, person](Result<bool> done, http::Reply out) {
        if (!done && done.error().code != ErrorCode::NotFound) site.undeleted.insert(person);
        site.live.close_person(person);
        site.household.remove(person);
        site.agendas.changed(person);
        site.records.forget(person);
        out(no_content());
      });
}

void delete_person(Site& site, const Call& call, http::Reply reply) {
  const auto body = body_of(call);
  if (!body) return reply(problem(body.error()));
  const json::Pointer root;
  json::ObjectReader object(*body, root);
  std::string confirm;
  object.required("confirm", confirm);
  if (object.ok() && confirm != call.person.id) {
    object.report({ErrorCode::Refused, "/confirm", "expected the id of the person to delete"});
  }
  const auto done = object.finish(true);
  if (!done) return reply(problem(done.error()));
  on_worker(site, std::move(reply),
            [&site, person = call.person](storage::Reader&, http::Reply out) {
              // First the key: from here on nobody can read what is stored, not even in a backup.
              auto destroyed = site.keys.destroy(person.id);
              if (!destroyed) return out(problem(destroyed.error()));
              drop_person(site, person.number, std::move(out));
            });
}

RouteDoc list_doc() {
  return {.method = "GET",
          .pattern = "/api/v1/people",
          .name = "list_people",
          .summary = "The people whose records are kept here.",
          .access = Access::Device,
          .query = {{"after", Schema::text(), "Where the page before ended (`next`)."}},
          .answers = {{200, "Up to 200 of them.",
                       Schema::record("People", {{"people", Schema::list(person_schema()), ""},
                                                 {"next", Schema::text().or_null(),
                                                  "What to ask after for more."}})}}};
}

RouteDoc create_doc() {
  return {.method = "POST",
          .pattern = "/api/v1/people",
          .name = "create_person",
          .summary = "Begins a record for one more person.",
          .access = Access::Device,
          .takes = Schema::record("NewPerson", {{"name", Schema::text(), "1 to 200 bytes."}}),
          .answers = {{201, "The person.", person_schema()}}};
}

RouteDoc rename_doc() {
  return {.method = "PATCH",
          .pattern = "/api/v1/people/{person}",
          .name = "rename_person",
          .summary = "Gives a person another name.",
          .access = Access::Person,
          .takes = Schema::record("NewPerson", {{"name", Schema::text(), "1 to 200 bytes."}}),
          .answers = {{204, "Renamed."}}};
}

RouteDoc delete_doc() {
  return {.method = "DELETE",
          .pattern = "/api/v1/people/{person}",
          .name = "delete_person",
          .summary =
              "Deletes a person for ever: the key is destroyed, and with it every backup "
              "becomes unreadable for this person.",
          .access = Access::Person,
          .takes = Schema::record("Deletion", {{"confirm", Schema::text(), "The person's id."}}),
          .answers = {{204, "Deleted."}}};
}

}  // namespace

std::vector<Route> people_routes(Site* site) {
  return {
      {list_doc(),
       [site](const Call& call, http::Reply reply) { list_people(*site, call, std::move(reply)); }},
      {create_doc(), [site](const Call& call,
                            http::Reply reply) { create_person(*site, call, std::move(reply)); }},
      {rename_doc(), [site](const Call& call,
                            http::Reply reply) { rename_person(*site, call, std::move(reply)); }},
      {delete_doc(), [site](const Call& call, http::Reply reply) {
         delete_person(*site, call, std::move(reply));
       }}};
}

}  // namespace plumbline::server
