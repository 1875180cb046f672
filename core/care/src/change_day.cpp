// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "change_day.hpp"

#include <algorithm>
#include <utility>

#include "step_gate.hpp"

namespace plumbline::care {

std::optional<Unchanged> without_changes(const record::PersonState& state,
                                         const exercise::Catalogue& catalogue, LocalDate day) {
  if (!changes_on(state, day)) return std::nullopt;
  Unchanged out{state, {}, {}};
  std::erase_if(out.state.usual_pains, [&](const auto& set) { return set.day == day; });
  std::erase_if(out.state.modes, [&](const auto& set) { return set.day == day; });
  std::optional<Situation> situation = compute_situation(out.state, catalogue, day);
  if (!situation) return std::nullopt;
  out.situation = *std::move(situation);
  out.course = compute_course(out.state, catalogue, out.situation);
  return out;
}

void hold_places(Course& course, const Situation& now, const Unchanged& unchanged) {
  for (const exercise::Ladder& ladder : now.ladders) {
    const auto& ladders = unchanged.situation.ladders;
    const auto same = std::ranges::find(ladders, ladder.id, &exercise::Ladder::id);
    const auto here = course.standings.find(ladder.id);
    const auto other = unchanged.course.standings.find(ladder.id);
    if (same == ladders.end() || same->steps != ladder.steps) continue;
    if (here == course.standings.end() || other == unchanged.course.standings.end()) continue;
    here->second.position = std::min(here->second.position, other->second.position);
  }
}

std::optional<Flare> hold_flare(const std::optional<Flare>& now, const Unchanged& unchanged) {
  const Situation& s = unchanged.situation;
  const std::optional<Flare> other = open_flare(unchanged.state, s.at, s.day);
  if (!now || !other) return now ? now : other;
  Flare out = *now;
  out.quarters = std::min(out.quarters, other->quarters);
  out.first_days = out.first_days || other->first_days;
  return out;
}

}  // namespace plumbline::care
