// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "plumbline/care/profile_at.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// A flare as it stands on a day (rules 3.6).
struct Flare {
  LocalDate opened;
  /// Quarters of the dose before the flare: 2 to 4.
  std::int32_t quarters = 2;
  /// Days 0–2: loaded work above level 2 is left out.
  bool first_days = true;
};

/// The flare that is open at the end of a day, or none. It opens when the person says so or when
/// pain is at least max(usual + 2, 4) in two reports 20–48 hours apart, and stays the same flare
/// until two reported days running are at usual + 1 or less or the person says that it is over.
/// From the third day behind its latest sign each green morning gives back a quarter of the dose.
/// Usual pain is the one told at the time of each report: what is told later changes no flare.
///
/// In graded activity (rules 3.4) only the person's word brings the minimum version, half doses for
/// at most three days; an open flare keeps amounts from growing (docs/decisions/0012).
std::optional<Flare> open_flare(const record::PersonState& state, const ProfileAt& at,
                                LocalDate day);

/// From when on three quarters are laid after the latest flare: the first green morning from the
/// third day behind its latest sign, or the day on which it was over. Each exercise comes back in
/// full once it was done since then. Empty before that, in graded activity, and after four weeks.
std::optional<LocalDate> three_quarters_since(const record::PersonState& state, const ProfileAt& at,
                                              LocalDate day);

/// Days behind `from` up to `until` in a flare that the person told of, each for ten days or until
/// they say that it is over. Answers about pain change nothing here.
std::int32_t told_flare_days(const record::PersonState& state, LocalDate from, LocalDate until);

/// A flare told by the person or by two high reports.
struct FlareSign {
  Instant at;
  LocalDate day;
  /// The first day of its flare; other signs tell that it goes on.
  bool opens = true;
};

/// Every sign of a flare up to a day, in order of time.
std::vector<FlareSign> flare_signs(const record::PersonState& state, LocalDate day);

/// Pain of at least max(8, usual + 2) in every report of the last 48 hours or longer (rules 3.6).
bool severe_flare(const record::PersonState& state, LocalDate day);

/// Pain of at least max(8, usual + 2) on two days, until two days running stay at usual + 1 or less
/// (rules 2.4).
bool high_pain_message(const record::PersonState& state, LocalDate day);

/// Flares that opened in the last `days` days.
std::int32_t flares_opened(const record::PersonState& state, LocalDate day, std::int32_t days);

}  // namespace plumbline::care
