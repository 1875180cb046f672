// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/day_room.hpp"

#include <algorithm>

#include "plumbline/care/painful_side.hpp"

namespace plumbline::care {
namespace {

using exercise::kDaysOfWeek;
using exercise::Ladder;
using exercise::Step;
using Spare = std::array<std::int32_t, kDaysOfWeek>;

/// @source engineering choice: a ladder rises by one or two steps before the next choice is made
constexpr std::size_t kStepsAWeek = 2;

unsigned days_of(const Chosen& chosen) {
  return static_cast<unsigned>(chosen.days) | static_cast<unsigned>(chosen.micro_days);
}

/// The next longer dose after `seconds`, or `seconds`.
std::int32_t next_of(const std::vector<std::int32_t>& times, std::int32_t seconds) {
  const auto longer = std::ranges::upper_bound(times, seconds);
  return longer == times.end() ? seconds : *longer;
}

/// One dose more on all of some days, if every one of them has room for it.
bool raise(Chosen& chosen, const std::vector<std::int32_t>& times, unsigned days, Spare& spare) {
  bool longer = false;
  for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
    if ((days >> d & 1U) == 0) continue;
    const std::int32_t more = next_of(times, chosen.room[d]) - chosen.room[d];
    if (more > spare[d]) return false;
    longer = longer || more > 0;
  }
  for (std::size_t d = 0; longer && d < kDaysOfWeek; ++d) {
    if ((days >> d & 1U) == 0) continue;
    const std::int32_t next = next_of(times, chosen.room[d]);
    spare[d] -= next - chosen.room[d];
    chosen.room[d] = next;
  }
  return longer;
}

/// Turn by turn, so that no exercise takes all; evenly over the days first.
void share(std::vector<Chosen>& chosen, const std::vector<Wanted>& wanted,
           std::vector<std::int32_t> Wanted::* times, Spare& spare) {
  bool again = true;
  while (again) {
    again = false;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      again = raise(chosen[i], wanted[i].*times, days_of(chosen[i]), spare) || again;
    }
  }
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
      const unsigned day = days_of(chosen[i]) & 1U << d;
      while (day != 0 && raise(chosen[i], wanted[i].*times, day, spare)) continue;
    }
  }
}

}  // namespace

std::int32_t seconds_of(const exercise::Catalogue& catalogue, const clinical::Profile& profile,
                        const Step& step) {
  const exercise::CatalogueRow& row = catalogue.row(step.exercise);
  return exercise::seconds_of(
      row.path[step.dose],
      {row.exercise.dose.tempo_s, sides_done(row.exercise, profile), rest_seconds(row.exercise)});
}

Wanted wanted_times(const exercise::Catalogue& catalogue, const Situation& situation,
                    const Ladder& ladder, std::size_t reach, std::int32_t kept) {
  Wanted out;
  for (std::size_t i = 0; i < ladder.steps.size() && i <= reach + kStepsAWeek; ++i) {
    const std::int32_t time = seconds_of(catalogue, situation.at.profile, ladder.steps[i]);
    if (time <= kept) continue;
    out.soon.push_back(time);
    if (i <= reach) out.now.push_back(time);
  }
  std::ranges::sort(out.now);
  std::ranges::sort(out.soon);
  return out;
}

void share_room(std::vector<Chosen>& chosen, const std::vector<Wanted>& wanted,
                const Spare& spare) {
  for (Chosen& c : chosen) {
    for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
      c.room[d] = (days_of(c) >> d & 1U) != 0 ? c.kept_seconds : 0;
    }
  }
  Spare left = spare;
  share(chosen, wanted, &Wanted::now, left);
  share(chosen, wanted, &Wanted::soon, left);
}

std::optional<Step> fitting_step(const DayRoom& room, std::size_t place) {
  const std::vector<Step>& steps = room.ladder.steps;
  for (std::size_t i = place + 1; i-- > 0;) {
    // Only the dose gets smaller; the weight stays as it is.
    const bool same = steps[i].exercise == steps[place].exercise;
    const Step step{steps[i].exercise, steps[i].dose,
                    same ? steps[place].heavier : steps[i].heavier};
    if (seconds_of(room.catalogue, room.profile, step) <= room.seconds) return step;
  }
  return std::nullopt;
}

}  // namespace plumbline::care
