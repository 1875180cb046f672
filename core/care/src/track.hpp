// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "plumbline/care/course.hpp"

namespace plumbline::care {

/// The last cut for a break.
struct Cut {
  /// The place before it.
  std::optional<std::size_t> full;
  std::optional<LocalDate> on;
};

/// Graded activity on one ladder (rules 3.4). Nothing of `place` follows from pain, except that red
/// pain and flares keep it from growing.
struct Agreed {
  /// Index into the ladder's steps.
  std::size_t place = 0;
  /// Where the other mode stands in the first 14 days: the lower one counts. Absent afterwards.
  std::optional<std::size_t> contingent;
  /// It rests on three trials, or needs none.
  bool settled = false;
  LocalDate trials_from;
  Cut cut;
};

/// What is kept for each ladder while the sessions go by.
struct Track {
  Standing standing;
  /// Something of the rung that they stand on, or a harder one, was done before.
  bool entered = false;
  std::int32_t successes = 0;
  /// Three successes instead of two after a step back.
  bool careful = false;
  std::int32_t not_green = 0;
  std::int32_t short_sessions = 0;
  std::vector<LocalDate> reds;
  std::vector<LocalDate> fails;
  /// The step that the current session was done at was new.
  bool stepped_before_session = false;
  Cut cut;
  /// Where they stood when a flare was told of, while steps back may still be given back.
  std::optional<std::size_t> before_flare;
  /// In graded activity only.
  std::optional<Agreed> agreed;
};

/// By ladder id.
using Tracks = std::map<std::string, Track, std::less<>>;

/// Notes that a ladder was worked on; after a break of more than 28 days it begins anew.
void note_done(Standing& standing, LocalDate day);

/// Moves to another step and keeps why.
void move_track(const exercise::Ladder& ladder, Track& track, LocalDate day, std::size_t to,
                Reason why);

/// Whether an exercise stands on a ladder, and there in its own chain.
std::pair<bool, bool> stands_on(const exercise::Ladder& ladder,
                                exercise::Catalogue::Index exercise);

/// Walking and relaxation of every day: cut to the time of the day before they are asked for.
bool is_daily_line(const exercise::Ladder& ladder);

/// Below this no answer and no break leads: a walk stays a walk where walking is what one starts
/// with (docs/decisions/0022).
std::size_t lowest_place(const exercise::Ladder& ladder);

/// Where to begin on a ladder that was made anew.
struct Beginning {
  std::size_t start = 0;
  /// Something clinical changed: never above the new start.
  bool new_epoch = false;
};

/// Finds the same dose on a ladder that was made anew; `old` is null where there was none.
void carry(Track& track, const exercise::Ladder* old, const exercise::Ladder& ladder,
           const Beginning& beginning);

/// Whether the step above `position` may be entered on a day: a harder exercise waits for four
/// sessions of the present one and a calm phase (docs/decisions/0026-which-rung.md), brisk walking
/// for 30 minutes of walking on three days (rules 1.3), relaxation stays at six minutes
/// (rules 1.6).
bool next_rung_open(const record::PersonState& state, const exercise::Catalogue& catalogue,
                    const exercise::Ladder& ladder, std::size_t position, LocalDate until);

}  // namespace plumbline::care
