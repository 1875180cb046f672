// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "pause.hpp"
#include "plumbline/care/quota.hpp"
#include "plumbline/care/situation.hpp"
#include "track.hpp"
#include "trials.hpp"

namespace plumbline::care {

/// Follows the agreed amounts of graded activity (rules 3.4): trials, first quota, growth by the
/// calendar, breaks. In the first 14 days the lower of this place and the other mode's counts.
class Graded {
 public:
  /// @param training  days that count as sessions held
  /// @param weights   what was used up to the day that is followed
  Graded(const record::PersonState& state, const exercise::Catalogue& catalogue,
         const std::vector<LocalDate>& training, const Weights& weights)
      : state_(state),
        catalogue_(catalogue),
        training_(training),
        weights_(weights),
        trials_(state, catalogue) {}

  /// Brings every track up to a day of `situation`'s time, before what is done on it.
  void follow(Tracks& tracks, const Situation& situation, LocalDate day);
  /// A session of one ladder; red pain may freeze its quota.
  void note(const std::string& ladder, LocalDate day, bool red) { quota_.note(ladder, day, red); }
  /// Trials of a session may complete a first quota.
  void settle(Tracks& tracks, const Situation& situation, LocalDate day);
  /// The other mode stepped back in the first 14 days.
  static void keep_contingent(Track& track);
  void cut_for_break(Tracks& tracks, const Situation& situation, const Break& pause);
  /// Days of a third red session in a row of sevens: somebody should look at it.
  const std::vector<LocalDate>& review_days() const { return quota_.review_days(); }

 private:
  void begin(Track& track, const Situation& situation, const exercise::Ladder& ladder);
  void end_first_days(Tracks& tracks, const Situation& situation, LocalDate day);
  void grow(Tracks& tracks, const Situation& situation, LocalDate day);

  const record::PersonState& state_;
  const exercise::Catalogue& catalogue_;
  const std::vector<LocalDate>& training_;
  const Weights& weights_;
  Trials trials_;
  Quota quota_;
};

}  // namespace plumbline::care
