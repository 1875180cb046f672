// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/exercise/ladder.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// What three trials lead to.
struct FirstQuota {
  /// Index into the ladder's steps.
  std::size_t place = 0;
  /// The lower of their mean and the last one, in repetitions or seconds.
  double lowest = 0;
  LocalDate day;
};

/// The trial sessions of graded activity (rules 3.4).
class Trials {
 public:
  Trials(const record::PersonState& state, const exercise::Catalogue& catalogue);

  /// The first quota of a ladder, once three trials of one of its exercises lie between the days:
  /// the largest dose of at most 80 % of the lower of their mean and the last one. Never below the
  /// start dose, above level 2, or on a rung above the start.
  /// @param start  index of the step that the person starts on
  std::optional<FirstQuota> first_quota(const exercise::Ladder& ladder, std::size_t start,
                                        LocalDate from, LocalDate until) const;

 private:
  struct Trial {
    exercise::Catalogue::Index exercise;
    LocalDate day;
    /// Repetitions, seconds held, or their product.
    std::int64_t amount;
  };
  std::optional<FirstQuota> quota_of(const exercise::Ladder& ladder, std::size_t first,
                                     LocalDate from, LocalDate until) const;

  const exercise::Catalogue& catalogue_;
  std::vector<Trial> trials_;
};

}  // namespace plumbline::care
