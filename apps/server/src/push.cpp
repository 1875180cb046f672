// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/push.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "plumbline/server/names.hpp"
#include "plumbline/server/problem.hpp"

namespace plumbline::server {
namespace {

constexpr std::size_t kLongestDevice = 200;

const std::string* text_at(const json::Value& value, std::string_view key) {
  const json::Value* found = value.find(key);
  return found == nullptr ? nullptr : found->as_string();
}

/// Whether the entry says that it was made by one who is not of the household.
bool is_of_higher_author(const json::Value& entry) {
  const json::Value* author = entry.find("author");
  const std::string* role = author == nullptr ? nullptr : text_at(*author, "role");
  return role != nullptr && (*role == "clinician" || *role == "system");
}

bool is_correction(const json::Value& entry) {
  const std::string* kind = text_at(entry, "kind");
  return kind != nullptr && *kind == record::kEntryKinds.back();
}

/// Whether exactly this entry is stored.
bool is_stored(storage::Reader* reader, const Owner& owner, const storage::NewEntry& entry) {
  if (reader == nullptr) return false;
  const auto row = reader->entry(owner.number, entry.key);
  return row && row->has_value() && (*row)->digest == entry.digest;
}

/// Reads one entry after the other; later ones may correct earlier ones of the same batch.
class Preparation {
 public:
  Preparation(const Incoming& incoming, storage::Reader* reader)
      : incoming_(incoming), reader_(reader) {}

  IncomingEntry prepare(const json::Value& value) {
    IncomingEntry out;
    if (const std::string* id = text_at(value, "id")) out.id = *id;
    auto entry = json::read_entry(value, {&incoming_.catalogue, incoming_.owner.id},
                                  [this](const EntryId& id) { return target(id); });
    if (!entry) {
      out.refused = std::move(entry.error());
      return out;
    }
    out.id = entry->id.text();
    if (auto odd = find_odd(*entry)) {
      out.refused = std::move(odd);
      return out;
    }
    auto sealed = seal_entry(incoming_.owner, out.id, json::write_entry(*entry), incoming_.device);
    if (!sealed) {
      out.refused = std::move(sealed.error());
      return out;
    }
    if (incoming_.source == Source::Device && is_of_higher_author(value) &&
        !is_stored(reader_, incoming_.owner, *sealed)) {
      out.refused = Error{ErrorCode::Forbidden, "/author/role",
                          "entries of clinicians and of the program do not come from a device of "
                          "the household"};
      return out;
    }
    sealed->held_until_ms = held_until(*entry);
    if (sealed->held_until_ms) held_.insert_or_assign(out.id, *sealed->held_until_ms);
    batch_.insert_or_assign(out.id, std::move(*entry));
    out.ready = std::move(*sealed);
    return out;
  }

 private:
  /// What no device of ours sends: texts without bounds, moments before there were any.
  static std::optional<Error> find_odd(const record::Entry& entry) {
    if (!is_name(entry.device.text(), kLongestDevice)) {
      return Error{ErrorCode::OutOfRange, "/device",
                   "expected 1 to 200 bytes on one line, without control characters"};
    }
    if (entry.made_at.unix_ms < 0) {
      return Error{ErrorCode::OutOfRange, "/made_at", "expected a moment after 1970"};
    }
    return std::nullopt;
  }

  std::optional<record::Entry> target(const EntryId& id) {
    if (const auto found = batch_.find(id.text()); found != batch_.end()) return found->second;
    if (reader_ == nullptr) return std::nullopt;
    if (auto stored = find_entry(*reader_, incoming_.owner, id)) return stored;
    auto held = find_held(*reader_, incoming_.owner, id);
    if (!held) return std::nullopt;
    held_.insert_or_assign(id.text(), held->until_ms);
    return std::move(held->entry);
  }

  /// An entry ahead of the clock waits for it; a correction waits with what it corrects.
  std::optional<std::int64_t> held_until(const record::Entry& entry) const {
    std::optional<std::int64_t> out;
    if (entry.made_at.unix_ms - incoming_.now_ms > kFarthestAheadMs) {
      out = entry.made_at.unix_ms - kFarthestAheadMs;
    }
    const auto* correction = std::get_if<record::EntryCorrected>(&entry.body);
    if (correction == nullptr) return out;
    const auto waits = held_.find(correction->entry.text());
    if (waits == held_.end()) return out;
    // Those who are due at the same moment take their places by id: a millisecond keeps the order.
    return std::max(out.value_or(0), waits->second + 1);
  }

  const Incoming& incoming_;
  storage::Reader* reader_;
  std::map<std::string, record::Entry, std::less<>> batch_;
  /// Entries that wait, of this batch or earlier, and until when.
  std::map<std::string, std::int64_t, std::less<>> held_;
};

std::string_view word_of(storage::Outcome::Kind kind) {
  switch (kind) {
    case storage::Outcome::Kind::Placed:
      return "placed";
    case storage::Outcome::Kind::Known:
      return "known";
    case storage::Outcome::Kind::Held:
      return "held";
    case storage::Outcome::Kind::Conflict:
      return "conflict";
  }
  return "conflict";
}

json::Value verdict(const std::string& id, const storage::Outcome& outcome) {
  json::Value out;
  out.add("id", id);
  out.add("outcome", word_of(outcome.kind));
  if (outcome.kind == storage::Outcome::Kind::Held) {
    out.add("held_until", format_instant({outcome.held_until_ms, 0}));
  } else if (outcome.kind == storage::Outcome::Kind::Conflict) {
    out.add("problem", problem_value({ErrorCode::Conflict, "/id",
                                      "another entry is stored under this id; it was kept"}));
  } else {
    out.add("seq", outcome.seq);
  }
  return out;
}

}  // namespace

bool needs_reader(const json::Value& entry) {
  return is_correction(entry) || is_of_higher_author(entry);
}

std::vector<IncomingEntry> prepare(const Incoming& incoming, std::span<const json::Value> entries,
                                   storage::Reader* reader) {
  Preparation preparation(incoming, reader);
  std::vector<IncomingEntry> out(entries.size());
  // Corrections last: what they correct may stand anywhere in the batch.
  for (const bool corrections : {false, true}) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (is_correction(entries[i]) == corrections) out[i] = preparation.prepare(entries[i]);
    }
  }
  return out;
}

json::Value push_answer(std::span<const IncomingEntry> entries,
                        std::span<const storage::Outcome> outcomes, const std::string& cursor) {
  json::Array results;
  results.reserve(entries.size());
  std::size_t stored = 0;
  for (const IncomingEntry& entry : entries) {
    if (!entry.refused) {
      results.push_back(verdict(entry.id, outcomes[stored++]));
      continue;
    }
    json::Value out;
    out.add("id", entry.id);
    out.add("outcome", "refused");
    out.add("problem", problem_value(*entry.refused));
    results.push_back(std::move(out));
  }
  json::Value out;
  out.add("results", std::move(results));
  out.add("cursor", cursor);
  return out;
}

std::string format_cursor(const std::string& lineage, std::int64_t seq) {
  return lineage + "." + std::to_string(seq);
}

Result<Cursor> parse_cursor(const std::string& lineage, std::string_view text) {
  if (text.empty()) return Cursor{};
  const std::size_t dot = text.rfind('.');
  const std::string_view digits = dot == std::string_view::npos ? "" : text.substr(dot + 1);
  Cursor out;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), out.seq);
  if (digits.empty() || fault != std::errc() || end != digits.data() + digits.size() ||
      out.seq < 0) {
    return fail(ErrorCode::OutOfRange, "after", "expected a cursor that this server gave");
  }
  if (text.substr(0, dot) != lineage) return Cursor{0, true};
  return out;
}

}  // namespace plumbline::server
