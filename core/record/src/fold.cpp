// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/record/fold.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace plumbline::record {
namespace {

bool before(const Entry* a, const Entry* b) {
  return a->made_at != b->made_at ? a->made_at < b->made_at : a->id < b->id;
}

/// What became of an entry: replaced by another body, or taken back (null).
using Corrections = std::map<EntryId, const Body*>;

std::vector<const Entry*> ordered(std::span<const Entry> entries) {
  std::vector<const Entry*> order;
  order.reserve(entries.size());
  for (const Entry& entry : entries) order.push_back(&entry);
  std::ranges::stable_sort(order, before);
  std::set<std::string_view> seen;
  std::erase_if(order, [&](const Entry* e) { return !seen.insert(e->id.text()).second; });
  return order;
}

Corrections corrections_in(const std::vector<const Entry*>& order) {
  Corrections out;
  for (const Entry* entry : order) {
    if (const auto* corrected = std::get_if<EntryCorrected>(&entry->body)) {
      out[corrected->entry] = corrected->body.get();
    }
  }
  return out;
}

/// Files one body after the other under its subject.
class Filing {
 public:
  Filing(PersonState& state, const Entry& entry)
      : state_(state), entry_(entry), day_(local_date(entry.made_at)) {
    if (!state_.first_day || day_ < *state_.first_day) state_.first_day = day_;
    if (!state_.last_day || *state_.last_day < day_) state_.last_day = day_;
  }

  void operator()(const ProfileSet& b) { put(state_.profiles, b.profile); }
  void operator()(const ScreenAnswered& b) { put(state_.screens, b.input); }
  void operator()(const BodymapPainted& b) { put(state_.bodymaps, b); }
  void operator()(const InstrumentAnswered& b) { put(state_.instruments, b); }
  void operator()(const MovementTestDone& b) { put(state_.tests, b); }
  void operator()(const SessionStarted& b) {
    Session& session = session_of(b.session);
    session.pain = b.pain;
  }
  void operator()(const SessionEnded& b) { session_of(b.session).end = b.reason; }
  void operator()(const ExerciseDone& b) {
    session_of(b.session).done.push_back({entry_.id, entry_.made_at, day_, b});
  }
  void operator()(const UsualPainSet& b) { put(state_.usual_pains, b); }
  void operator()(const ModeSet& b) { put(state_.modes, b); }
  void operator()(const MorningCheck& b) { put(state_.mornings, b); }
  void operator()(const SymptomReported& b) { put(state_.symptoms, b); }
  void operator()(const FlareReported& b) { put(state_.flares, b); }
  void operator()(const FlareEnded& b) { put(state_.flare_ends, b); }
  void operator()(const PlanSwap& b) { put(state_.swaps, b); }
  void operator()(const PlanExclude& b) { put(state_.excludes, b); }
  void operator()(const GoalSet& b) { put(state_.goals, b); }
  void operator()(const ClinicianCleared& b) { put_safety(b); }
  void operator()(const PersonAssessed& b) { put_safety(b); }
  void operator()(const ClinicianUnlocked& b) { put(state_.unlocks, b); }
  void operator()(const AdverseEventReported& b) { put(state_.adverse_events, b); }
  void operator()(const ClinicianOverride& b) { put(state_.overrides, b); }
  void operator()(const EntryCorrected& b) { put_safety(b); }

  void put_safety(Body body) {
    state_.safety.push_back({entry_.id, entry_.made_at, day_, entry_.author, std::move(body)});
  }

 private:
  template <class T>
  void put(std::vector<Dated<T>>& list, const T& body) {
    list.push_back({entry_.id, entry_.made_at, day_, body});
  }

  /// The session with this id; one that was never started begins with its first entry.
  Session& session_of(const SessionId& id) {
    for (std::size_t i = state_.sessions.size(); i-- > 0;) {
      if (state_.sessions[i].id == id) return state_.sessions[i];
    }
    state_.sessions.push_back({id, entry_.made_at, day_, std::nullopt, std::nullopt, {}});
    return state_.sessions.back();
  }

  PersonState& state_;
  const Entry& entry_;
  LocalDate day_;
};

bool opens_locks(const Body& body) {
  return std::holds_alternative<ScreenAnswered>(body) ||
         std::holds_alternative<SymptomReported>(body);
}

void apply(PersonState& state, const Entry& entry, const Corrections& corrections) {
  Filing filing(state, entry);
  // Screens and symptoms open locks as they were first made.
  if (opens_locks(entry.body)) filing.put_safety(entry.body);
  const auto corrected = corrections.find(entry.id);
  if (corrected == corrections.end()) {
    std::visit(filing, entry.body);
    return;
  }
  if (corrected->second != nullptr) std::visit(filing, *corrected->second);
}

}  // namespace

PersonState fold(std::span<const Entry> entries) {
  const std::vector<const Entry*> order = ordered(entries);
  const Corrections corrections = corrections_in(order);
  PersonState state;
  for (const Entry* entry : order) apply(state, *entry, corrections);
  return state;
}

std::vector<Entry> as_of(std::span<const Entry> entries, const Instant& instant) {
  std::vector<Entry> known;
  for (const Entry* entry : ordered(entries)) {
    if (entry->made_at <= instant) known.push_back(*entry);
  }
  return known;
}

std::optional<PersonState> resume(const Checkpoint& checkpoint, std::span<const Entry> newer) {
  const std::vector<const Entry*> order = ordered(newer);
  for (const Entry* entry : order) {
    const bool behind = checkpoint.last_at < entry->made_at ||
                        (checkpoint.last_at == entry->made_at && checkpoint.last_id < entry->id);
    if (!behind || std::holds_alternative<EntryCorrected>(entry->body)) return std::nullopt;
  }
  PersonState state = checkpoint.state;
  for (const Entry* entry : order) apply(state, *entry, {});
  return state;
}

}  // namespace plumbline::record
