// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "flare_return.hpp"

#include <algorithm>

namespace plumbline::care {
namespace {

/// @source rules 3.6: from day 3 one step for each green morning, 50 → 75 → 100 %; open 10 days is
/// for somebody to look at
constexpr std::int32_t kFirstDays = 3;
constexpr std::int32_t kGreenMornings = 2;
constexpr std::int32_t kLongest = 10;

void forget(Tracks& tracks) {
  for (auto& [id, track] : tracks) track.before_flare.reset();
}

}  // namespace

void FlareReturn::follow(Tracks& tracks, const Situation& situation, LocalDate day) {
  if (situation.at.mode == clinical::CourseMode::GradedActivity) forget(tracks);
  for (LocalDate d = next_.value_or(situation.at.plan_start); d <= day; d = d.plus(1)) {
    enter(tracks, d);
    if (begin_) look_at_morning(tracks, situation, d);
  }
  next_ = std::max(next_.value_or(day), day.plus(1));
}

void FlareReturn::enter(Tracks& tracks, LocalDate day) {
  const bool over = begin_ && std::ranges::any_of(state_.flare_ends, [&](const auto& end) {
                      return end.day >= *begin_ && end.day < day;
                    });
  if (begin_ && (over || day.since(*begin_) >= kLongest)) {
    begin_.reset();
    forget(tracks);
  }
  if (begin_ || std::ranges::find(state_.flares, day, &record::Dated<record::FlareReported>::day) ==
                    state_.flares.end()) {
    return;
  }
  begin_ = day;
  green_ = 0;
  for (auto& [id, track] : tracks) track.before_flare = track.standing.position;
}

void FlareReturn::look_at_morning(Tracks& tracks, const Situation& situation, LocalDate day) {
  if (day.since(*begin_) < kFirstDays) return;
  bool told = false;
  bool green = true;
  for (const auto& morning : state_.mornings) {
    if (morning.day != day) continue;
    told = true;
    green = green && morning.body.pain <= situation.at.usual_pain + 1 && !morning.body.woken_more;
  }
  if (told && green && ++green_ >= kGreenMornings) give_back(tracks, situation, day);
}

void FlareReturn::give_back(Tracks& tracks, const Situation& situation, LocalDate day) const {
  for (auto& [id, track] : tracks) {
    const auto ladder = std::ranges::find(situation.ladders, id, &exercise::Ladder::id);
    if (ladder == situation.ladders.end() || !track.before_flare) continue;
    if (track.standing.position >= *track.before_flare) continue;
    move_track(*ladder, track, day, *track.before_flare,
               {"3.6/flare_return",
                {{"opened", format_date(*begin_)}, {"green_mornings", std::int64_t{green_}}},
                "back to the dose before",
                "The flare-up has calmed down, so you go back to what you did before it."});
  }
}

}  // namespace plumbline::care
