// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "plumbline/care/situation.hpp"
#include "track.hpp"

namespace plumbline::care {

/// Gives back the dose before a flare that the person told of (rules 3.6): steps back for pain stay
/// within the flare. It may look ten days back at most, ends when the person says that the flare is
/// over, and never gives more than before. When it begins and ends follows from no answer about
/// pain, and a return only from mornings that are green with less pain too: law 2a holds
/// (docs/decisions/0014).
class FlareReturn {
 public:
  explicit FlareReturn(const record::PersonState& state) : state_(state) {}

  /// What the days up to `day` bring, before what is done on it.
  void follow(Tracks& tracks, const Situation& situation, LocalDate day);

 private:
  void enter(Tracks& tracks, LocalDate day);
  void look_at_morning(Tracks& tracks, const Situation& situation, LocalDate day);
  void give_back(Tracks& tracks, const Situation& situation, LocalDate day) const;

  const record::PersonState& state_;
  /// The first day that was not looked at yet.
  std::optional<LocalDate> next_;
  /// First day of the flare that is looked at.
  std::optional<LocalDate> begin_;
  std::int32_t green_ = 0;
};

}  // namespace plumbline::care
