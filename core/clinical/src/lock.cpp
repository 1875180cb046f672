// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/lock.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "lock_ledger.hpp"

namespace plumbline::clinical {

LockState compute_locks(std::span<const LockEvent> events, LocalDate today) {
  std::vector<const LockEvent*> ordered;
  ordered.reserve(events.size());
  for (const LockEvent& event : events) ordered.push_back(&event);
  const auto key = [](const LockEvent* event) {
    return std::tuple(event->at.unix_ms, std::string_view(event->id.text()));
  };
  std::ranges::stable_sort(ordered, {}, key);
  LockLedger ledger;
  std::set<std::string_view> seen;
  for (const LockEvent* event : ordered) {
    if (seen.insert(event->id.text()).second) ledger.apply(*event);
  }
  return ledger.at(today);
}

}  // namespace plumbline::clinical
