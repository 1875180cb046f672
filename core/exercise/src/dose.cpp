// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/dose.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "plumbline/foundation/require.hpp"

namespace plumbline::exercise {
namespace {

/// @source rules 1.8: +1 repetition, +2 from 8
std::int32_t next_reps(std::int32_t reps, std::int32_t top) {
  return std::min(top, reps + (reps >= 8 ? 2 : 1));
}

/// @source rules 1.8: 1 s below 5 s, 2 s below 20 s, 5 s below 60 s; above: engineering choice, so
/// that no step is more than 10 % (rules 1.1)
std::int32_t next_hold(std::int32_t hold, std::int32_t top) {
  const std::int32_t step = hold < 5 ? 1 : hold < 20 ? 2 : hold < 100 ? 5 : 10;
  return std::min(top, hold + step);
}

/// @source rules 1.8: +1 min below 10, then +10 %, at most +5 min
std::int32_t next_minutes(std::int32_t minutes, std::int32_t top) {
  const std::int32_t step = minutes < 10 ? 1 : std::clamp(minutes / 10, 1, 5);
  return std::min(top, minutes + step);
}

/// Work of one dose, to keep a new set from being lighter than what it follows.
std::int32_t volume(const Dose& dose) {
  const std::int32_t each = dose.reps ? *dose.reps : dose.hold_s ? *dose.hold_s : 0;
  return dose.sets * each;
}

void grow_hold(std::vector<Dose>& path, std::int32_t top) {
  while (*path.back().hold_s < top) {
    Dose next = path.back();
    next.hold_s = next_hold(*next.hold_s, top);
    path.push_back(next);
  }
}

/// Appends the doses of one more set: first the fewest repetitions that are not lighter.
void grow_set(std::vector<Dose>& path, std::int32_t from, std::int32_t top) {
  Dose next = path.back();
  const std::int32_t before = volume(next);
  ++next.sets;
  std::int32_t reps = from;
  while (reps < top && next.sets * reps < before) reps = next_reps(reps, top);
  for (next.reps = reps;; next.reps = next_reps(*next.reps, top)) {
    path.push_back(next);
    if (*next.reps >= top) return;
  }
}

void grow_hold_set(std::vector<Dose>& path, std::int32_t from, std::int32_t top) {
  Dose next = path.back();
  const std::int32_t before = volume(next);
  ++next.sets;
  std::int32_t hold = from;
  while (hold < top && next.sets * hold < before) hold = next_hold(hold, top);
  next.hold_s = hold;
  path.push_back(next);
  grow_hold(path, top);
}

void grow_repetitions(std::vector<Dose>& path, const DoseRange& range) {
  const std::int32_t top = *range.ceiling.reps;
  while (*path.back().reps < top) {
    Dose next = path.back();
    next.reps = next_reps(*next.reps, top);
    path.push_back(next);
  }
  if (range.ceiling.hold_s) grow_hold(path, *range.ceiling.hold_s);
  while (path.back().sets < range.ceiling.sets) grow_set(path, *range.start.reps, top);
}

/// @source rules 1.8: 3-2-1 → 4-2-1 → 4-3-2 → 5-3-2 → 6-4-2, then hold
void grow_pyramid(std::vector<Dose>& path, const DoseRange& range) {
  constexpr std::array<std::array<std::int32_t, 3>, 5> kPyramids = {
      {{3, 2, 1}, {4, 2, 1}, {4, 3, 2}, {5, 3, 2}, {6, 4, 2}}};
  bool begun = false;
  for (const auto& sets : kPyramids) {
    const std::vector<std::int32_t> reps(sets.begin(), sets.end());
    if (begun) {
      Dose next = path.back();
      next.reps_by_set = reps;
      path.push_back(next);
    }
    begun = begun || reps == range.start.reps_by_set;
    if (reps == range.ceiling.reps_by_set) break;
  }
  if (range.ceiling.hold_s) grow_hold(path, *range.ceiling.hold_s);
}

bool same_shape(const Dose& a, const Dose& b) {
  return a.reps.has_value() == b.reps.has_value() && a.hold_s.has_value() == b.hold_s.has_value() &&
         a.minutes.has_value() == b.minutes.has_value() &&
         a.reps_by_set.size() == b.reps_by_set.size();
}

bool not_below(const std::optional<std::int32_t>& top, const std::optional<std::int32_t>& start) {
  return !top || !start || *top >= *start;
}

}  // namespace

std::optional<std::int32_t> repetitions(const Dose& dose) {
  if (!dose.reps_by_set.empty()) {
    return std::accumulate(dose.reps_by_set.begin(), dose.reps_by_set.end(), 0) * dose.sets;
  }
  if (dose.reps) return *dose.reps * dose.sets;
  return std::nullopt;
}

Result<std::vector<Dose>> make_dose_path(const DoseRange& range) {
  const Dose& start = range.start;
  const Dose& ceiling = range.ceiling;
  if (!same_shape(start, ceiling) || ceiling.sets < start.sets ||
      !not_below(ceiling.reps, start.reps) || !not_below(ceiling.hold_s, start.hold_s) ||
      !not_below(ceiling.minutes, start.minutes)) {
    return fail(ErrorCode::Inconsistent, "",
                "expected a ceiling of the same shape as the start and not below it");
  }
  std::vector<Dose> path{start};
  if (!start.reps_by_set.empty()) {
    grow_pyramid(path, range);
  } else if (start.reps) {
    grow_repetitions(path, range);
  } else if (start.hold_s) {
    grow_hold(path, *ceiling.hold_s);
    while (path.back().sets < ceiling.sets) grow_hold_set(path, *start.hold_s, *ceiling.hold_s);
  } else if (start.minutes) {
    while (*path.back().minutes < *ceiling.minutes) {
      Dose next = path.back();
      next.minutes = next_minutes(*next.minutes, *ceiling.minutes);
      path.push_back(next);
    }
  }
  return path;
}

std::int32_t seconds_of(const Dose& dose, const TimeOfItem& time) {
  /// @source rules 1.8
  constexpr std::int32_t kReturnFromHold = 2;
  constexpr std::int32_t kChange = 30;
  std::int32_t work = 0;
  if (const auto reps = repetitions(dose)) {
    work = *reps * (dose.hold_s ? *dose.hold_s + kReturnFromHold : time.tempo_s);
  } else if (dose.hold_s) {
    work = dose.sets * *dose.hold_s;
  } else if (dose.minutes) {
    work = dose.sets * *dose.minutes * 60;
  }
  return work * time.sides + (dose.sets - 1) * time.rest_s + kChange;
}

std::int64_t load_in_thirds(const Dose& dose, std::int32_t level) {
  if (const auto reps = repetitions(dose)) return 3LL * level * *reps;
  if (dose.hold_s) return 1LL * level * dose.sets * *dose.hold_s;
  if (dose.minutes) return 30LL * level * dose.sets * *dose.minutes;
  return 0;
}

}  // namespace plumbline::exercise
