// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <utility>

#include "plumbline/json/parse.hpp"
#include "plumbline/server/problem.hpp"
#include "plumbline/server/push.hpp"
#include "plumbline/server/routes.hpp"

namespace plumbline::server {
namespace {

/// Bodies up to this size are read on the io thread: handing over costs more than reading.
/// @source engineering choice: one entry has 200 to 600 bytes
constexpr std::size_t kQuickBody = 4096;
constexpr std::int64_t kMostPulled = 1000;
/// @source engineering choice: below the body limit of browsers' own stores and of phones' memory
constexpr std::int64_t kMostPulledBytes = 2LL * 1024 * 1024;

Schema problem_schema() {
  return Schema::record("EntryProblem",
                        {{"code", Schema::text(), "As in a problem document."},
                         {"detail", Schema::text(), "What was found and expected."},
                         {"where", Schema::text(), "A JSON pointer.", Presence::Sometimes}});
}

Schema entry_schema() {
  return Schema::record(
      "Entry", {{"id", Schema::text(), "UUID version 7."},
                {"person", Schema::text(), ""},
                {"made_at", Schema::instant(), "With the offset of the clock that made it."},
                {"author", Schema::free_object(), "{role, name?}"},
                {"device", Schema::text(), ""},
                {"kind", Schema::text(), ""},
                {"version", Schema::integer(), ""},
                {"body", Schema::free_object(), ""}});
}

Schema push_result_schema() {
  const Schema verdict = Schema::record(
      "EntryVerdict",
      {{"id", Schema::text(), ""},
       {"outcome", Schema::words({"placed", "known", "held", "conflict", "refused"}), ""},
       {"seq", Schema::integer(), "Place in the order of arrival.", Presence::Sometimes},
       {"held_until", Schema::instant(), "It lies ahead of the clock and waits until then.",
        Presence::Sometimes},
       {"problem", problem_schema(), "Why it was not stored.", Presence::Sometimes}});
  return Schema::record("PushResult",
                        {{"results", Schema::list(verdict), "One verdict an entry, in its order."},
                         {"cursor", Schema::text(), "The person's last place after this."}});
}

Schema pull_result_schema() {
  const Schema placed =
      Schema::record("PlacedEntry", {{"seq", Schema::integer(), "Place in the order of arrival."},
                                     {"received_at", Schema::instant(), "By the server's clock."},
                                     {"device", Schema::integer(), "The paired device; 0: import."},
                                     {"entry", entry_schema(), ""}});
  return Schema::record(
      "PullResult", {{"entries", Schema::list(placed), ""},
                     {"cursor", Schema::text(), "What to ask after next."},
                     {"more", Schema::truth(), "Ask again at once: there is more."},
                     {"restarted", Schema::truth(),
                      "The cursor was of another lineage (a restored backup): this begins anew."}});
}

/// A push on its way.
struct Push {
  Owner owner;
  std::vector<IncomingEntry> entries;
  storage::DeviceNumber device{};
  std::int64_t now_ms = 0;
};

/// What came of it.
struct Pushed {
  std::vector<storage::Outcome> outcomes;
  std::int64_t last_seq = 0;
};

Result<Pushed> append(const Push& push, storage::Transaction& change) {
  std::vector<storage::NewEntry> fresh;
  for (const IncomingEntry& entry : push.entries) {
    if (entry.ready) fresh.push_back(*entry.ready);
  }
  auto outcomes = change.append(push.owner.number, push.now_ms, fresh);
  if (!outcomes) return std::unexpected(std::move(outcomes.error()));
  auto last = change.last_seq(push.owner.number);
  if (!last) return std::unexpected(std::move(last.error()));
  return Pushed{std::move(*outcomes), *last};
}

void write_push(Site& site, const std::shared_ptr<Push>& push, http::Reply reply) {
  write_then<Pushed>(
      site, std::move(reply),
      [push](storage::Transaction& change) { return append(*push, change); },
      [&site, push](Result<Pushed> done, http::Reply out) {
        if (!done) return out(problem(done.error()));
        const auto has = [&](storage::Outcome::Kind kind) {
          return std::ranges::find(done->outcomes, kind, &storage::Outcome::kind) !=
                 done->outcomes.end();
        };
        if (has(storage::Outcome::Kind::Placed) || has(storage::Outcome::Kind::Held)) {
          note(site, push->owner.number, push->device, "entries.written");
        }
        if (has(storage::Outcome::Kind::Placed)) {
          entries_arrived(site, push->owner.number, push->owner.id, done->last_seq);
        }
        out(answer(200, push_answer(push->entries, done->outcomes,
                                    format_cursor(site.lineage, done->last_seq))));
      });
}

/// The entries of a push: `{"entries": […]}`.
Result<json::Array> entries_of(const Site& site, const std::string& body) {
  auto value = json::parse(body);
  if (!value) return std::unexpected(std::move(value.error()));
  json::Value* list = nullptr;
  if (json::Object* object = value->as_object()) {
    for (auto& [key, member] : *object) {
      if (key != "entries") {
        return fail(ErrorCode::UnknownField, "/" + key, "expected only entries");
      }
      list = &member;
    }
  }
  if (list == nullptr || list->as_array() == nullptr) {
    return fail(ErrorCode::MissingField, "/entries", "expected a list of entries");
  }
  if (std::cmp_greater(list->as_array()->size(), site.config.batch)) {
    return fail(ErrorCode::OutOfRange, "/entries",
                "expected at most " + std::to_string(site.config.batch) + " entries, found " +
                    std::to_string(list->as_array()->size()));
  }
  return std::move(*list->as_array());
}

void judge(Site& site, const std::shared_ptr<Push>& push, const json::Array& entries,
           storage::Reader* reader, http::Reply reply) {
  const Incoming incoming{push->owner, site.catalogue, push->device, push->now_ms, Source::Device};
  push->entries = prepare(incoming, entries, reader);
  write_push(site, push, std::move(reply));
}

void push_entries(Site& site, Call call, http::Reply reply) {
  auto owner = owner_of(site, call.person);
  if (!owner) return reply(problem(owner.error()));
  auto push = std::make_shared<Push>(Push{std::move(*owner), {}, call.device, site.now_ms()});
  if (call.request.body.size() <= kQuickBody) {
    auto entries = entries_of(site, call.request.body);
    if (!entries) return reply(problem(entries.error()));
    if (!std::ranges::any_of(*entries, needs_reader)) {
      return judge(site, push, *entries, nullptr, std::move(reply));
    }
  }
  on_worker(
      site, std::move(reply),
      [&site, push, body = std::move(call.request.body)](storage::Reader& reader, http::Reply out) {
        auto entries = entries_of(site, body);
        if (!entries) return out(problem(entries.error()));
        judge(site, push, *entries, &reader, std::move(out));
      });
}

Result<std::int64_t> limit_of(const http::Request& request) {
  const auto text = request.query_value("limit");
  if (!text) return kMostPulled;
  std::int64_t out = 0;
  const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), out);
  if (fault != std::errc() || end != text->data() + text->size() || out < 1 || out > kMostPulled) {
    return fail(ErrorCode::OutOfRange, "limit",
                "expected 1 to " + std::to_string(kMostPulled) + ", found " + *text);
  }
  return out;
}

/// Stored lines are JSON already; the answer is put together as text.
Result<std::string> pull_text(const Site& site, storage::Reader& reader, const Owner& owner,
                              Cursor cursor, std::int64_t limit) {
  const auto last = reader.last_seq(owner.number);
  if (!last) return std::unexpected(last.error());
  // A place that is not there yet: the folder was put back from a copy.
  if (cursor.seq > *last) cursor = {0, true};
  auto rows = reader.entries(owner.number, {cursor.seq, limit, kMostPulledBytes});
  if (!rows) return std::unexpected(std::move(rows.error()));
  std::string out = "{\"entries\":[";
  std::int64_t seq = cursor.seq;
  for (const storage::EntryRow& row : *rows) {
    auto line = open_entry(owner, row.key, row.sealed);
    if (!line) return std::unexpected(std::move(line.error()));
    out += (row.seq == rows->front().seq ? "" : ",");
    out += "{\"seq\":" + std::to_string(row.seq) + ",\"received_at\":\"" +
           format_instant({row.received_ms, 0}) +
           "\",\"device\":" + std::to_string(static_cast<std::int64_t>(row.device)) +
           ",\"entry\":" + *line + "}";
    seq = row.seq;
  }
  out += "],\"cursor\":\"" + format_cursor(site.lineage, seq) +
         "\",\"more\":" + (seq < *last ? "true" : "false") +
         ",\"restarted\":" + (cursor.restarted ? "true" : "false") + "}\n";
  return out;
}

void pull_entries(Site& site, const Call& call, http::Reply reply) {
  const auto cursor = parse_cursor(site.lineage, call.request.query_value("after").value_or(""));
  if (!cursor) return reply(problem(cursor.error()));
  const auto limit = limit_of(call.request);
  if (!limit) return reply(problem(limit.error()));
  auto owner = owner_of(site, call.person);
  if (!owner) return reply(problem(owner.error()));
  note(site, call.person.number, call.device, "entries.read");
  on_worker(site, std::move(reply),
            [&site, owner = std::move(*owner), cursor = *cursor, limit = *limit](
                storage::Reader& reader, http::Reply out) {
              auto text = pull_text(site, reader, owner, cursor, limit);
              if (!text) return out(problem(text.error()));
              http::Response response =
                  http::make_response(200, "application/json", std::move(*text));
              response.headers.add("Cache-Control", "no-store");
              out(std::move(response));
            });
}

void list_held(Site& site, const Call& call, http::Reply reply) {
  auto owner = owner_of(site, call.person);
  if (!owner) return reply(problem(owner.error()));
  note(site, call.person.number, call.device, "held.read");
  on_worker(site, std::move(reply),
            [owner = std::move(*owner)](storage::Reader& reader, http::Reply out) {
              auto rows = reader.held(owner.number);
              if (!rows) return out(problem(rows.error()));
              json::Array held;
              for (const storage::HeldRow& row : *rows) {
                json::Value one;
                one.add("id", storage::format_entry_key(row.key));
                one.add("held_until", format_instant({row.held_until_ms, 0}));
                held.push_back(std::move(one));
              }
              json::Value body;
              body.add("held", std::move(held));
              out(answer(200, body));
            });
}

RouteDoc push_doc() {
  return {.method = "POST",
          .pattern = "/api/v1/people/{person}/entries",
          .name = "push_entries",
          .summary =
              "Stores entries that the server lacks. May be repeated: an entry counts once, by its "
              "id. What is answered as placed, known or held is on the disk.",
          .access = Access::Person,
          .takes = Schema::record("PushRequest",
                                  {{"entries", Schema::list(entry_schema()), "In any order."}}),
          .answers = {{200, "A verdict for each entry.", push_result_schema()}}};
}

RouteDoc pull_doc() {
  return {.method = "GET",
          .pattern = "/api/v1/people/{person}/entries",
          .name = "pull_entries",
          .summary = "Gives entries after a cursor, in the order in which they arrived.",
          .access = Access::Person,
          .query = {{"after", Schema::text(),
                     "The cursor of the answer before; absent: from the "
                     "beginning."},
                    {"limit", Schema::integer(), "At most so many, 1 to 1000."}},
          .answers = {{200, "Entries and the next cursor.", pull_result_schema()}}};
}

RouteDoc held_doc() {
  const Schema one = Schema::record(
      "HeldEntry", {{"id", Schema::text(), ""}, {"held_until", Schema::instant(), ""}});
  return {.method = "GET",
          .pattern = "/api/v1/people/{person}/held",
          .name = "list_held",
          .summary = "Names the entries that lie ahead of the server's clock and wait for it.",
          .access = Access::Person,
          .answers = {{200, "They join by themselves when their time has come.",
                       Schema::record("HeldEntries", {{"held", Schema::list(one), ""}})}}};
}

}  // namespace

std::vector<Route> entry_routes(Site* site) {
  return {{push_doc(),
           [site](Call call, http::Reply reply) {
             push_entries(*site, std::move(call), std::move(reply));
           }},
          {pull_doc(), [site](const Call& call,
                              http::Reply reply) { pull_entries(*site, call, std::move(reply)); }},
          {held_doc(), [site](const Call& call, http::Reply reply) {
             list_held(*site, call, std::move(reply));
           }}};
}

}  // namespace plumbline::server
