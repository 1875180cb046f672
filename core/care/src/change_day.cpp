// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "change_day.hpp"

#include <algorithm>

#include "step_gate.hpp"

namespace plumbline::care {

std::optional<record::PersonState> without_changes(const record::PersonState& state,
                                                   LocalDate day) {
  if (!changes_on(state, day)) return std::nullopt;
  record::PersonState out = state;
  std::erase_if(out.usual_pains, [&](const auto& set) { return set.day == day; });
  std::erase_if(out.modes, [&](const auto& set) { return set.day == day; });
  return out;
}

void hold_places(Course& course, const Situation& now, SituationBook& unchanged,
                 const Situation& before) {
  const Course other = compute_course(unchanged, before);
  for (const exercise::Ladder& ladder : now.ladders) {
    const auto same = std::ranges::find(before.ladders, ladder.id, &exercise::Ladder::id);
    const auto here = course.standings.find(ladder.id);
    const auto there = other.standings.find(ladder.id);
    if (same == before.ladders.end() || same->steps != ladder.steps) continue;
    if (here == course.standings.end() || there == other.standings.end()) continue;
    here->second.position = std::min(here->second.position, there->second.position);
  }
}

std::optional<Flare> hold_flare(const std::optional<Flare>& now, const SituationBook& unchanged,
                                const Situation& before) {
  const std::optional<Flare> other = open_flare(unchanged.state(), before.at, before.day);
  if (!now || !other) return now ? now : other;
  Flare out = *now;
  out.opened = std::min(out.opened, other->opened);
  out.quarters = std::min(out.quarters, other->quarters);
  out.first_days = out.first_days || other->first_days;
  return out;
}

std::optional<LocalDate> hold_three_quarters(std::optional<LocalDate> now,
                                             const SituationBook& unchanged,
                                             const Situation& before) {
  const auto other = three_quarters_since(unchanged.state(), before.at, before.day);
  if (!now || !other) return now ? now : other;
  return std::max(*now, *other);
}

}  // namespace plumbline::care
