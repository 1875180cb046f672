// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plumbline/care/situation_book.hpp"
#include "plumbline/care/weights.hpp"
#include "plumbline/exercise/ladder.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// A change of place on a ladder and why.
struct Move {
  LocalDate day;
  exercise::Step from;
  exercise::Step to;
  Reason why;
};

/// Where a person stands on one ladder.
struct Standing {
  /// Index into the ladder's steps.
  std::size_t position = 0;
  /// Where they would stand had every answer been the best: what the weekly choice keeps time for.
  std::size_t reach = 0;
  bool done_before = false;
  /// Graded activity without its three trials: until one would like to stop (rules 3.4).
  bool awaits_trials = false;
  /// The first day of doing it without a break of more than 28 days, and the last.
  std::optional<LocalDate> first_done;
  std::optional<LocalDate> last_done;
  std::vector<Move> moves;
  /// Where they stood before a flare that they told of, while it lasts.
  std::optional<std::size_t> before_flare = {};
};

/// What sessions and mornings did to a plan up to a day (rules 3.2 to 3.6).
struct Course {
  /// By ladder id; every ladder of the situation that has a start.
  std::map<std::string, Standing, std::less<>> standings;
  /// Days of sessions with a red answer.
  std::vector<LocalDate> red_days;
  /// Days on which a step back found the floor.
  std::vector<LocalDate> floor_days;
  /// Days of sessions in which leg symptoms got worse.
  std::vector<LocalDate> leg_days;
  /// The last session in which at least half was done.
  std::optional<LocalDate> last_session;
  /// Graded activity: days of a third red session of one exercise, each within a week of the last.
  std::vector<LocalDate> review_days;
  /// What was used so far, and what the places of the ladders weigh.
  Weights weights;
};

/// Follows every session up to the end of the situation's day and places the person on its ladders.
Course compute_course(SituationBook& book, const Situation& situation);
/// The same up to the end of another day.
Course compute_course(SituationBook& book, const Situation& situation, LocalDate until);
Course compute_course(const record::PersonState& state, const exercise::Catalogue& catalogue,
                      const Situation& situation);

}  // namespace plumbline::care
