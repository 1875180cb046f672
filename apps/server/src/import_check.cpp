// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <utility>

#include "import_parts.hpp"
#include "plumbline/server/push.hpp"

namespace plumbline::server {
namespace {

bool is_correction(const json::Value& entry) {
  const json::Value* kind = entry.find("kind");
  const std::string* text = kind == nullptr ? nullptr : kind->as_string();
  return text != nullptr && *text == record::kEntryKinds.back();
}

/// Reads the entries of one parcel.
class Check {
 public:
  Check(const Parcel& parcel, const ImportPlace& place, const json::TargetOf& stored, Tally& tally)
      : parcel_(parcel),
        place_(place),
        stored_(stored),
        tally_(tally),
        read_(parcel.entries.size()) {}

  Result<std::vector<CheckedEntry>> run() {
    // Corrections come last: what they correct may stand behind them.
    for (const bool corrections : {false, true}) {
      for (std::size_t i = 0; i < parcel_.entries.size(); ++i) {
        if (is_correction(parcel_.entries[i].value) != corrections) continue;
        if (auto done = read(i); !done) return std::unexpected(std::move(done.error()));
        tally_.count();
      }
    }
    return in_order();
  }

 private:
  Result<void> read(std::size_t at) {
    const RawEntry& raw = parcel_.entries[at];
    auto entry = json::read_entry(raw.value, {&place_.catalogue, parcel_.person},
                                  [this](const EntryId& id) { return target(id); });
    if (!entry) {
      entry.error().where = raw.where + entry.error().where;
      return std::unexpected(std::move(entry.error()));
    }
    const std::string id = entry->id.text();
    const auto key = storage::parse_entry_key(id);
    if (!key) return std::unexpected(key.error());
    CheckedEntry out{id,
                     *key,
                     raw.where,
                     json::write_entry(*entry),
                     raw.received_ms.value_or(place_.now_ms),
                     raw.held_until_ms,
                     raw.device};
    const std::int64_t ahead = entry->made_at.unix_ms - place_.now_ms;
    if (!parcel_.is_export && ahead > kFarthestAheadMs) {
      out.held_until_ms = entry->made_at.unix_ms - kFarthestAheadMs;
    }
    entries_.emplace(id, std::move(*entry));
    read_[at] = std::move(out);
    return {};
  }

  std::optional<record::Entry> target(const EntryId& id) const {
    const auto found = entries_.find(id.text());
    return found == entries_.end() ? stored_(id) : found->second;
  }

  /// What was read, each id once.
  Result<std::vector<CheckedEntry>> in_order() {
    std::vector<CheckedEntry> out;
    out.reserve(read_.size());
    std::map<std::string, std::size_t, std::less<>> places;
    for (CheckedEntry& entry : read_) {
      const auto [first, is_first] = places.emplace(entry.id, out.size());
      if (is_first) {
        out.push_back(std::move(entry));
        continue;
      }
      // An export names an entry twice only where it was admitted while it was written.
      const bool may_repeat = !parcel_.is_export || entry.held_until_ms.has_value();
      if (!may_repeat || out[first->second].line != entry.line) {
        return fail(
            may_repeat ? ErrorCode::Inconsistent : ErrorCode::DuplicateField, entry.where + "/id",
            may_repeat ? "expected the same content as the earlier entry with this id: " + entry.id
                       : "expected every entry once, found this one again: " + entry.id);
      }
    }
    return out;
  }

  const Parcel& parcel_;
  const ImportPlace& place_;
  const json::TargetOf& stored_;
  Tally& tally_;
  std::vector<CheckedEntry> read_;
  std::map<std::string, record::Entry, std::less<>> entries_;
};

}  // namespace

Result<std::vector<CheckedEntry>> check_parcel(const Parcel& parcel, const ImportPlace& place,
                                               const json::TargetOf& stored, Tally& tally) {
  return Check(parcel, place, stored, tally).run();
}

}  // namespace plumbline::server
