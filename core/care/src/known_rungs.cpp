// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "known_rungs.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace plumbline::care {

bool done_before(const record::PersonState& state, const std::string& exercise, LocalDate before) {
  return std::ranges::any_of(state.sessions, [&](const record::Session& session) {
    return session.day < before &&
           std::ranges::any_of(
               session.done,
               [&](const auto& done) { return done.body.exercise.text() == exercise; });
  });
}

std::size_t known_place(const record::PersonState& state, const exercise::Catalogue& catalogue,
                        const Situation& situation, const exercise::Ladder& ladder,
                        LocalDate before) {
  std::set<std::string, std::less<>> known;
  for (const record::Session& session : state.sessions) {
    if (session.day >= before) continue;
    for (const auto& done : session.done) known.insert(done.body.exercise.text());
  }
  const std::size_t start =
      start_at_level(catalogue, situation, ladder, situation.start.level).value_or(0);
  const exercise::Catalogue::Index first = ladder.steps[start].exercise;
  std::size_t place = start;
  for (std::size_t i = 0; i < ladder.steps.size(); ++i) {
    const exercise::Catalogue::Index here = ladder.steps[i].exercise;
    if (i > place && (here == first || known.contains(catalogue.exercise(here).id))) place = i;
  }
  return place;
}

}  // namespace plumbline::care
