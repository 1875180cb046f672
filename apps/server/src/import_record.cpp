// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "import_parts.hpp"
#include "plumbline/server/audit.hpp"
#include "plumbline/server/record_import.hpp"
#include "plumbline/vault/token.hpp"

namespace plumbline::server {
namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::string_view kChunk = "chunk";
constexpr std::string_view kName = "name";

/// Entries that arrived together, sealed.
struct Delivery {
  std::int64_t received_ms = 0;
  std::vector<storage::NewEntry> entries;
};

/// A person on the way in.
struct Arrival {
  Parcel parcel;
  std::optional<storage::PersonRow> row;
  std::optional<Owner> owner;
  std::vector<CheckedEntry> checked;
  std::string sealed_name;
  std::vector<Delivery> deliveries;
  std::vector<storage::ChunkRow> chunks;
};

/// Ids stand in addresses of pages and in file names.
bool is_person_id(std::string_view id) {
  return !id.empty() && id.size() <= vault::kLongestPerson && id != "." && id != ".." &&
         std::ranges::all_of(id, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '-' || c == '_';
         });
}

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName &&
         std::ranges::none_of(name, [](char c) { return c >= 0 && c < 0x20; });
}

void rename_in(json::Value& entry, const std::string& person) {
  json::Object* object = entry.as_object();
  if (object == nullptr) return;
  for (auto& [key, value] : *object) {
    if (key == "person") value = json::Value(person);
  }
}

Result<void> name_parcels(std::vector<Parcel>& parcels, const ImportOptions& options) {
  if (!options.name.empty() && parcels.size() > 1) {
    return fail(ErrorCode::Refused, "--name",
                "the file holds " + std::to_string(parcels.size()) +
                    " people, a name can only be given to one");
  }
  for (Parcel& parcel : parcels) {
    if (!options.name.empty()) parcel.name = options.name;
    if (options.as_new) {
      parcel.person = vault::random_uuid();
      for (RawEntry& entry : parcel.entries) rename_in(entry.value, parcel.person);
    }
    if (!is_name(parcel.name)) {
      // Without a person in its lines a journal has no name either: reading it says so.
      if (!parcel.is_export && parcel.person.empty()) continue;
      return fail(ErrorCode::OutOfRange, options.name.empty() ? "/person/name" : "--name",
                  "expected 1 to 200 bytes on one line");
    }
  }
  return {};
}

/// Brings in one file.
class Import {
 public:
  Import(const ImportPlace& place, storage::Reader& reader) : place_(place), reader_(reader) {}

  Result<std::vector<ImportedPerson>> run(std::vector<Parcel> parcels) {
    std::size_t all = 0;
    for (const Parcel& parcel : parcels) all += parcel.entries.size();
    Tally tally(place_.progress, static_cast<std::int64_t>(all));
    for (Parcel& parcel : parcels) {
      Arrival& arrival = arrivals_.emplace_back();
      arrival.parcel = std::move(parcel);
      if (auto done = check(arrival, tally); !done) return std::unexpected(std::move(done.error()));
    }
    // From here on nothing of the file can be at fault.
    for (Arrival& arrival : arrivals_) {
      if (auto done = seal(arrival); !done) return std::unexpected(std::move(done.error()));
    }
    return storage::write_value(*place_.data.database,
                                [this](storage::Transaction& change) { return store(change); });
  }

 private:
  Result<void> check(Arrival& arrival, Tally& tally) {
    const Parcel& parcel = arrival.parcel;
    if (auto met = meet(arrival); !met) return met;
    const json::TargetOf stored = [&](const EntryId& id) {
      return arrival.owner ? find_entry(reader_, *arrival.owner, id) : std::nullopt;
    };
    auto checked = check_parcel(parcel, place_, stored, tally);
    if (!checked) return std::unexpected(std::move(checked.error()));
    arrival.checked = std::move(*checked);
    if (arrival.row) return compare(arrival);
    if (is_person_id(parcel.person)) return {};
    return fail(ErrorCode::BadId, parcel.is_export ? "/person/id" : "/person",
                "expected an id of letters, digits, points, hyphens and underscores, found \"" +
                    parcel.person + "\"; --as-new gives a new one");
  }

  /// Looks whether the person is known here.
  Result<void> meet(Arrival& arrival) {
    const std::string& id = arrival.parcel.person;
    auto row = reader_.person(id);
    if (place_.data.keys.is_deleted(id) || (!row && row.error().code == ErrorCode::Gone)) {
      return fail(ErrorCode::Gone, id,
                  "this person was deleted here, and a deleted id is never used again; with "
                  "--as-new the record comes in under a new id");
    }
    if (!row && row.error().code == ErrorCode::NotFound) return {};
    if (!row) return std::unexpected(std::move(row.error()));
    auto key = place_.data.keys.fetch(id);
    if (!key) return std::unexpected(std::move(key.error()));
    arrival.owner = Owner{row->number, id, *key};
    arrival.row = std::move(*row);
    return {};
  }

  Result<std::map<storage::EntryKey, storage::ContentDigest>> stored_digests(
      const Arrival& arrival) {
    std::map<storage::EntryKey, storage::ContentDigest> out;
    for (std::int64_t after = 0;;) {
      auto rows = reader_.entries(arrival.row->number, {.after = after});
      if (!rows) return std::unexpected(std::move(rows.error()));
      if (rows->empty()) break;
      for (const storage::EntryRow& row : *rows) out.emplace(row.key, row.digest);
      after = rows->back().seq;
    }
    auto held = reader_.held(arrival.row->number);
    if (!held) return std::unexpected(std::move(held.error()));
    for (const storage::HeldRow& row : *held) {
      auto line = open_entry(*arrival.owner, row.key, row.sealed);
      if (!line) return std::unexpected(std::move(line.error()));
      out.emplace(row.key, vault::digest(arrival.owner->key, *line));
    }
    return out;
  }

  /// One of the two must hold everything that the other does: two records that both have entries of
  /// their own may be of two people who share an id.
  Result<void> compare(const Arrival& arrival) {
    auto stored = stored_digests(arrival);
    if (!stored) return std::unexpected(std::move(stored.error()));
    std::size_t shared = 0;
    for (const CheckedEntry& entry : arrival.checked) {
      const auto found = stored->find(entry.key);
      if (found == stored->end()) continue;
      ++shared;
      if (found->second == vault::digest(arrival.owner->key, entry.line)) continue;
      return fail(ErrorCode::Conflict, entry.where + "/id",
                  "the record of this person has another content for entry " + entry.id +
                      "; nothing was changed. --as-new brings the file in as another person");
    }
    const std::size_t only_here = stored->size() - shared;
    const std::size_t only_there = arrival.checked.size() - shared;
    if (only_here == 0 || only_there == 0) return {};
    return fail(ErrorCode::Conflict, arrival.parcel.person,
                "this person is here with another record: " + std::to_string(only_here) +
                    " entries are only here, " + std::to_string(only_there) +
                    " only in the file. Nothing was changed. --as-new brings the file in as "
                    "another person");
  }

  Result<void> seal(Arrival& arrival) {
    const std::string& id = arrival.parcel.person;
    if (!arrival.owner) {
      auto key = place_.data.keys.create(id);
      // Left by an import that was interrupted, or by a restored backup from before.
      if (!key && key.error().code == ErrorCode::Conflict) key = place_.data.keys.fetch(id);
      if (!key) return std::unexpected(std::move(key.error()));
      arrival.owner = Owner{{}, id, *key};
      arrival.sealed_name = seal_text(*arrival.owner, kName, "", arrival.parcel.name);
    }
    for (const CheckedEntry& entry : arrival.checked) {
      auto sealed = seal_entry(*arrival.owner, entry.id, entry.line, entry.device);
      if (!sealed) return std::unexpected(std::move(sealed.error()));
      sealed->held_until_ms = entry.held_until_ms;
      if (arrival.deliveries.empty() ||
          arrival.deliveries.back().received_ms != entry.received_ms) {
        arrival.deliveries.push_back({entry.received_ms, {}});
      }
      arrival.deliveries.back().entries.push_back(std::move(*sealed));
    }
    for (const RawChunk& chunk : arrival.parcel.chunks) {
      arrival.chunks.push_back({chunk.id, vault::digest(arrival.owner->key, chunk.bytes),
                                chunk.received_ms,
                                seal_text(*arrival.owner, kChunk, chunk.id, chunk.bytes)});
    }
    return {};
  }

  /// May be run more than once: changes nothing but the transaction.
  Result<std::vector<ImportedPerson>> store(storage::Transaction& change) const {
    std::vector<ImportedPerson> out;
    for (const Arrival& arrival : arrivals_) {
      auto person = store_one(change, arrival);
      if (!person) return std::unexpected(std::move(person.error()));
      out.push_back(std::move(*person));
    }
    return out;
  }

  Result<ImportedPerson> store_one(storage::Transaction& change, const Arrival& arrival) const {
    ImportedPerson out{.id = arrival.parcel.person,
                       .name = arrival.parcel.name,
                       .is_new = !arrival.row,
                       .entries = static_cast<std::int64_t>(arrival.checked.size()),
                       .chunks = static_cast<std::int64_t>(arrival.chunks.size())};
    storage::PersonNumber number{};
    if (arrival.row) {
      number = arrival.row->number;
      auto name = open_text(*arrival.owner, kName, "", arrival.row->sealed_name);
      if (name) out.name = std::move(*name);
    } else {
      auto added = change.add_person(out.id, arrival.parcel.created_ms.value_or(place_.now_ms),
                                     arrival.sealed_name);
      if (!added) return std::unexpected(std::move(added.error()));
      number = *added;
    }
    if (auto done = store_entries(change, arrival, number, out); !done) {
      return std::unexpected(std::move(done.error()));
    }
    auto noted =
        change.note(number, audit_event(storage::kNoDevice, "record.imported", place_.now_ms));
    if (!noted) return std::unexpected(std::move(noted.error()));
    return out;
  }

  static Result<void> store_entries(storage::Transaction& change, const Arrival& arrival,
                                    storage::PersonNumber number, ImportedPerson& out) {
    for (const Delivery& delivery : arrival.deliveries) {
      auto outcomes = change.append(number, delivery.received_ms, delivery.entries);
      if (!outcomes) return std::unexpected(std::move(outcomes.error()));
      for (const storage::Outcome& outcome : *outcomes) {
        using Kind = storage::Outcome::Kind;
        if (outcome.kind == Kind::Conflict) {
          return fail(ErrorCode::Conflict, arrival.parcel.person,
                      "another entry is stored under the id of one in the file");
        }
        out.added += outcome.kind == Kind::Placed ? 1 : 0;
        out.known += outcome.kind == Kind::Known ? 1 : 0;
        out.held += outcome.kind == Kind::Held ? 1 : 0;
      }
    }
    for (const storage::ChunkRow& chunk : arrival.chunks) {
      if (auto done = change.put_chunk(number, chunk); !done) return done;
    }
    return {};
  }

  const ImportPlace& place_;
  storage::Reader& reader_;
  std::vector<Arrival> arrivals_;
};

}  // namespace

Result<std::vector<ImportedPerson>> import_record(const ImportPlace& place, std::string_view text,
                                                  const ImportOptions& options) {
  auto parcels = read_parcels(text);
  if (!parcels) return std::unexpected(std::move(parcels.error()));
  if (auto named = name_parcels(*parcels, options); !named) {
    return std::unexpected(std::move(named.error()));
  }
  auto reader = place.data.database->reader();
  if (!reader) return std::unexpected(std::move(reader.error()));
  return Import(place, **reader).run(std::move(*parcels));
}

}  // namespace plumbline::server
