// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/server/record_shelf.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "plumbline/care/agenda.hpp"
#include "plumbline/json/agenda_codec.hpp"
#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/write.hpp"

namespace plumbline::server {
namespace {

constexpr std::string_view kAgenda = "agenda";
/// Solved weeks that are remembered for one person; a year has about a hundred.
constexpr std::size_t kMostWeeks = 300;

/// What has come in after a place, read.
struct Arrived {
  std::int64_t seq = 0;
  std::vector<record::Entry> entries;
};

/// All lines as one journal: corrections find their targets among them.
Result<Arrived> read_after(storage::Reader& reader, const Owner& owner, std::int64_t after) {
  Arrived out;
  out.seq = after;
  std::string lines;
  auto done = for_each_line(reader, owner, after, [&](const PlacedLine& row) -> Result<void> {
    out.seq = row.seq;
    lines += row.line;
    lines += '\n';
    return {};
  });
  if (!done) return std::unexpected(std::move(done.error()));
  if (lines.empty()) return out;
  auto entries = json::read_journal(lines);
  if (!entries) return std::unexpected(std::move(entries.error()));
  out.entries = std::move(*entries);
  return out;
}

record::Checkpoint checkpoint_of(std::span<const record::Entry> entries) {
  record::Checkpoint out;
  out.state = record::fold(entries);
  const auto last = std::ranges::max_element(entries, [](const auto& a, const auto& b) {
    return std::pair(a.made_at, a.id) < std::pair(b.made_at, b.id);
  });
  if (last != entries.end()) {
    out.last_at = last->made_at;
    out.last_id = last->id;
  }
  return out;
}

}  // namespace

RecordShelf::RecordShelf(const exercise::Catalogue& catalogue, std::string basis,
                         std::size_t most_entries)
    : catalogue_(catalogue), basis_(std::move(basis)), most_entries_(most_entries) {}

std::optional<RecordShelf::Kept> RecordShelf::take(storage::PersonNumber person) {
  const std::scoped_lock lock(mutex_);
  const auto found = by_person_.find(person);
  if (found == by_person_.end()) return std::nullopt;
  Kept out = std::move(*found->second);
  entries_ -= out.weight();
  kept_.erase(found->second);
  by_person_.erase(found);
  return out;
}

void RecordShelf::put_back(Kept kept) {
  const std::scoped_lock lock(mutex_);
  if (forgotten_.contains(kept.person)) return;
  // Another thread may have worked for the same person meanwhile; the newer one stays.
  if (const auto found = by_person_.find(kept.person); found != by_person_.end()) {
    if (found->second->seq >= kept.seq) return;
    entries_ -= found->second->weight();
    kept_.erase(found->second);
  }
  entries_ += kept.weight();
  kept_.push_front(std::move(kept));
  by_person_[kept_.front().person] = kept_.begin();
  while (entries_ > most_entries_ && kept_.size() > 1) {
    entries_ -= kept_.back().weight();
    by_person_.erase(kept_.back().person);
    kept_.pop_back();
  }
}

Result<RecordShelf::Kept> RecordShelf::bring_up_to_date(storage::Reader& reader,
                                                        const Owner& owner) {
  if (std::optional<Kept> kept = take(owner.number)) {
    auto newer = read_after(reader, owner, kept->seq);
    // A correction alone cannot be read without its target: the whole journal is read below.
    if (newer && newer->entries.empty()) return std::move(*kept);
    if (newer) {
      if (auto state = record::resume(kept->checkpoint, newer->entries)) {
        record::Checkpoint last = checkpoint_of(newer->entries);
        kept->checkpoint = {std::move(*state), last.last_at, last.last_id};
        kept->seq = newer->seq;
        return std::move(*kept);
      }
    }
  }
  auto all = read_after(reader, owner, 0);
  if (!all) return std::unexpected(std::move(all.error()));
  return Kept{owner.number, all->seq, checkpoint_of(all->entries), {}};
}

Result<std::optional<std::string>> RecordShelf::stored(storage::Reader& reader, const Owner& owner,
                                                       const std::string& day,
                                                       std::int64_t seq) const {
  auto row = reader.cached(owner.number, storage::CacheKind::Agenda, day);
  if (!row) return std::unexpected(std::move(row.error()));
  if (!row->has_value() || (*row)->seq != seq || (*row)->basis != basis_) return std::nullopt;
  auto text = open_text(owner, kAgenda, day, (*row)->sealed);
  // What does not open is worked out anew.
  if (!text) return std::nullopt;
  return std::move(*text);
}

Result<DerivedAgenda> RecordShelf::agenda(storage::Reader& reader, const Owner& owner,
                                          LocalDate date) {
  const std::string day = format_date(date);
  const auto last = reader.last_seq(owner.number);
  if (!last) return std::unexpected(last.error());
  auto known = stored(reader, owner, day, *last);
  if (!known) return std::unexpected(std::move(known.error()));
  if (known->has_value()) return DerivedAgenda{*last, std::move(**known), true};
  auto kept = bring_up_to_date(reader, owner);
  if (!kept) return std::unexpected(std::move(kept.error()));
  if (kept->memo.size() > kMostWeeks) kept->memo = {};
  auto agenda = care::compute_agenda(kept->checkpoint.state, catalogue_, date, kept->memo);
  const std::int64_t seq = kept->seq;
  put_back(std::move(*kept));
  if (!agenda) return std::unexpected(std::move(agenda.error()));
  return DerivedAgenda{seq, json::write(json::write_value(*agenda)) + "\n"};
}

Result<record::PersonState> RecordShelf::state(storage::Reader& reader, const Owner& owner) {
  auto kept = bring_up_to_date(reader, owner);
  if (!kept) return std::unexpected(std::move(kept.error()));
  record::PersonState out = kept->checkpoint.state;
  put_back(std::move(*kept));
  return out;
}

void RecordShelf::forget(storage::PersonNumber person) {
  {
    const std::scoped_lock lock(mutex_);
    forgotten_.insert(person);
  }
  (void)take(person);
}

}  // namespace plumbline::server
