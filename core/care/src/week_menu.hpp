// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "plumbline/care/selection.hpp"

namespace plumbline::care {

/// A ladder that may be chosen, with the rung it would start or stand on.
struct Candidate {
  const exercise::Ladder* ladder;
  /// Index into the ladder's steps.
  std::size_t start;
  exercise::Catalogue::Index exercise;
  /// The exercise that anybody could have come to.
  exercise::Catalogue::Index reached;
  WordSet<exercise::Need> needs;
};

/// Says what the weekly solver may choose from for one person: needs, and an item for each ladder.
class WeekMenu {
 public:
  WeekMenu(const exercise::Catalogue& catalogue, const Situation& situation,
           const SelectionInputs& inputs);

  const std::vector<exercise::NeedTarget>& needs() const { return needs_; }
  /// Needs for the solver, on the given session days; walking and relaxation stand on the daily
  /// line.
  std::vector<exercise::WeekNeed> solver_needs(exercise::DayMask sessions) const;
  /// Ladders that may be chosen at a start level, each starting exercise once.
  std::vector<Candidate> candidates(std::int32_t level) const;
  exercise::WeekItem item_of(const Candidate& c,
                             const std::vector<exercise::WeekNeed>& needs) const;
  /// Most bouts a day of any rung of a ladder.
  std::int32_t most_bouts(const Candidate& c) const;

 private:
  void add_prescribed_needs();
  bool wanted(exercise::Need need) const;
  exercise::Catalogue::Index reached_rung(const exercise::Ladder& ladder,
                                          exercise::Catalogue::Index start) const;
  bool stirs_up(const exercise::Ladder& ladder, exercise::Catalogue::Index index) const;
  std::int32_t seconds_of(const Candidate& c) const;
  std::int32_t quarters(const exercise::Exercise& e, exercise::Need need) const;
  bool calm() const;

  const exercise::Catalogue& catalogue_;
  const Situation& s_;
  const SelectionInputs& in_;
  std::vector<exercise::NeedTarget> needs_;
};

}  // namespace plumbline::care
