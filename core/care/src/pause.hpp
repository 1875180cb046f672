// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "track.hpp"

namespace plumbline::care {

/// A break as it stands on a day.
struct Break {
  /// Days since the last training day; below 28 without the days of a flare that the person told
  /// of.
  std::int32_t gap = 0;
  LocalDate last_session;
  LocalDate day;
  /// Weeks of it with fever.
  std::int32_t weeks_ill = 0;
};

/// The break as it stands on a day; its gap may be too short to count.
Break break_on(const record::PersonState& state, LocalDate last_training, LocalDate day);

/// Why a dose is lower after a break.
Reason break_reason(const Break& pause);

/// The start dose of the rung below the one at `position`.
std::size_t rung_below(const exercise::Ladder& ladder, std::size_t position);

/// Where a place is cut from: the same break, or a second one within 28 days, is measured from the
/// last full dose, or from the present one where that is higher. Notes the cut.
std::size_t full_before(Cut& cut, std::size_t place, const Break& pause);

/// Where a break leads from a full dose (rules 3.6): a shorter break never further down than a
/// longer one, and a higher dose never further down than a lower one.
std::size_t place_after_break(const exercise::Catalogue& catalogue, const exercise::Ladder& ladder,
                              std::size_t full, const Break& pause);

/// Takes steps back for a break, once for the break as a whole (rules 3.6).
void cut_for_break(const exercise::Catalogue& catalogue, const exercise::Ladder& ladder,
                   Track& track, const Break& pause);

}  // namespace plumbline::care
