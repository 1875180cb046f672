// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "graded.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace plumbline::care {
namespace {

using exercise::Ladder;

/// @source rules 3.4: the smaller of two doses in the first 14 days
constexpr std::int32_t kFirstDays = 14;
/// @source engineering choice: trials made while the person made up their mind count too, as long
/// as no break (28 days, rules 3.4) makes them stale
constexpr std::int32_t kTrialsBefore = 28;
/// @source rules 3.4: a new baseline after 28 days
constexpr std::int32_t kNewBaseline = 28;

const Ladder* ladder_of(const Situation& situation, std::string_view id) {
  const auto found = std::ranges::find(situation.ladders, id, &Ladder::id);
  return found == situation.ladders.end() ? nullptr : &*found;
}

/// The place that counts: the lower one in the first 14 days.
std::size_t counted(const Agreed& agreed) {
  return agreed.contingent ? std::min(agreed.place, *agreed.contingent) : agreed.place;
}

void stand(const Ladder& ladder, Track& track, LocalDate day, Reason why) {
  // What could be reached follows from the agreed place alone, never from pain.
  track.standing.reach = std::max(track.standing.reach, track.agreed->place);
  const std::size_t to = counted(*track.agreed);
  if (to != track.standing.position) move_track(ladder, track, day, to, std::move(why));
}

bool is_graded(const Situation& situation) {
  return situation.at.mode == clinical::CourseMode::GradedActivity;
}

}  // namespace

void Graded::follow(Tracks& tracks, const Situation& situation, LocalDate day) {
  for (auto& [id, track] : tracks) {
    const Ladder* ladder = ladder_of(situation, id);
    if (!is_graded(situation)) {
      track.agreed.reset();
    } else if (ladder != nullptr && !track.agreed) {
      begin(track, situation, *ladder);
    }
  }
  if (is_graded(situation)) settle(tracks, situation, day.plus(-1));
  grow(tracks, situation, day);
  if (is_graded(situation)) end_first_days(tracks, situation, day);
}

void Graded::begin(Track& track, const Situation& situation, const Ladder& ladder) {
  const auto start = start_at_level(catalogue_, situation, ladder, situation.start.level);
  const bool loaded = start && catalogue_.row(ladder.steps[*start].exercise).loaded;
  Agreed agreed;
  agreed.place = loaded ? *start : track.standing.position;
  agreed.settled = !loaded;
  agreed.trials_from = situation.at.mode_since.plus(-kTrialsBefore);
  agreed.contingent = track.standing.position;
  track.successes = 0;
  track.agreed = agreed;
  stand(ladder, track, situation.at.mode_since,
        {"3.4/trials",
         {{"trials_needed", std::int64_t{3}}},
         "start dose",
         "Agreed amounts begin with three trials at the start dose."});
}

void Graded::settle(Tracks& tracks, const Situation& situation, LocalDate day) {
  for (auto& [id, track] : tracks) {
    const Ladder* ladder = ladder_of(situation, id);
    if (ladder == nullptr || !track.agreed || track.agreed->settled) continue;
    const auto start = start_at_level(catalogue_, situation, *ladder, situation.start.level);
    if (!start) continue;
    const LocalDate from = track.agreed->trials_from;
    const auto quota = trials_.first_quota(*ladder, *start, from, day);
    // Who makes no trials in the first days stays with the start dose and grows from there.
    const LocalDate waited = std::max(situation.at.mode_since, from);
    if (!quota && day.since(waited) >= kFirstDays) track.agreed->settled = true;
    if (!quota) continue;
    track.agreed->settled = true;
    track.agreed->place = quota->place;
    stand(*ladder, track, std::max(quota->day, situation.at.mode_since),
          {"3.4/baseline",
           {{"lowest_of_mean_and_last_trial", quota->lowest}, {"percent", std::int64_t{80}}},
           "first quota",
           "Your three trials set the agreed amount: a little less than you managed."});
  }
}

void Graded::end_first_days(Tracks& tracks, const Situation& situation, LocalDate day) {
  const LocalDate end = situation.at.mode_since.plus(kFirstDays);
  if (day < end) return;
  for (auto& [id, track] : tracks) {
    const Ladder* ladder = ladder_of(situation, id);
    if (ladder == nullptr || !track.agreed || !track.agreed->contingent) continue;
    track.agreed->contingent.reset();
    stand(*ladder, track, end,
          {"3.4/first_days",
           {{"mode_since", format_date(situation.at.mode_since)}},
           "agreed amount",
           "The first two weeks are over: from now on the agreed amount counts."});
  }
}

void Graded::grow(Tracks& tracks, const Situation& situation, LocalDate day) {
  std::set<std::string, std::less<>> waiting;
  for (const auto& [id, track] : tracks) {
    if (track.agreed && !track.agreed->settled) waiting.insert(id);
  }
  for (const QuotaStep& step : quota_.due({state_, situation.at, training_, waiting}, day)) {
    const Ladder* ladder = ladder_of(situation, step.ladder);
    const auto found = tracks.find(step.ladder);
    if (ladder == nullptr || found == tracks.end() || !found->second.agreed) continue;
    Track& track = found->second;
    const auto may_enter_next = [&](std::size_t place) {
      return ladder->open(place + 1) && weights_.open_above(*ladder, place) &&
             next_rung_open(state_, catalogue_, *ladder, place, step.day);
    };
    if (may_enter_next(track.standing.reach)) ++track.standing.reach;
    // What was not done yet, because the other mode asked for less, is not built upon.
    const bool held_back = counted(*track.agreed) < track.agreed->place;
    if (step.frozen || held_back || !may_enter_next(track.agreed->place)) continue;
    ++track.agreed->place;
    // The first days end with this day, so the other mode does not hold it back.
    if (track.agreed->contingent) track.agreed->contingent = track.agreed->place;
    stand(*ladder, track, step.day, step.why);
  }
}

void Graded::keep_contingent(Track& track) {
  if (!track.agreed || !track.agreed->contingent) return;
  track.agreed->contingent = std::min(*track.agreed->contingent, track.standing.position);
}

void Graded::cut_for_break(Tracks& tracks, const Situation& situation, const Break& pause) {
  for (auto& [id, track] : tracks) {
    const Ladder* ladder = ladder_of(situation, id);
    if (ladder == nullptr || !track.agreed || !track.standing.done_before) continue;
    Agreed& agreed = *track.agreed;
    const std::size_t full = full_before(agreed.cut, agreed.place, pause);
    const auto start = start_at_level(catalogue_, situation, *ladder, situation.start.level);
    const bool loaded = start && catalogue_.row(ladder->steps[*start].exercise).loaded;
    /// @source rules 3.4: a gap of 7 days, one step lower; of 28, a new baseline
    std::size_t target = full - std::min<std::size_t>(full, 1);
    if (pause.gap >= kNewBaseline && loaded) {
      target = std::min(full, *start);
      agreed.settled = false;
      agreed.trials_from = pause.last_session.plus(1);
    } else if (pause.gap >= kNewBaseline) {
      target = rung_below(*ladder, full);
    }
    target -= std::min(target, static_cast<std::size_t>(pause.weeks_ill));
    agreed.place = std::min(agreed.place, target);
    if (agreed.contingent) {
      const std::size_t other = full_before(track.cut, *agreed.contingent, pause);
      agreed.contingent =
          std::min(*agreed.contingent, place_after_break(catalogue_, *ladder, other, pause));
    }
    stand(*ladder, track, pause.day, break_reason(pause));
  }
}

}  // namespace plumbline::care
