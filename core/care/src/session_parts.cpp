// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "session_parts.hpp"

#include <algorithm>

#include "week_choices.hpp"

namespace plumbline::care {
namespace {

using exercise::Ladder;
using exercise::Step;
using record::Session;

/// Whether an exercise is at least as far up a ladder as the rung of a place.
bool reaches_rung(const Ladder& ladder, exercise::Catalogue::Index exercise, std::size_t place) {
  const auto rung = std::ranges::find(ladder.steps, ladder.steps[place].exercise, &Step::exercise);
  return std::ranges::any_of(rung, ladder.steps.end(),
                             [&](const Step& step) { return step.exercise == exercise; });
}

}  // namespace

std::vector<Part> SessionParts::of(const Session& session, Tracks& tracks) {
  exercises_.clear();
  for (const auto& done : session.done) {
    exercises_.push_back(book_.catalogue().find(done.body.exercise.text()));
  }
  find_laid(session, tracks);
  std::vector<Part> parts;
  for (std::size_t i = 0; i < s_.ladders.size(); ++i) {
    if (!touches(i)) continue;
    const auto track = tracks.find(s_.ladders[i].id);
    if (track != tracks.end()) add_part(parts, session, i, track->second);
  }
  return parts;
}

/// Whether anything of the present session stands on a ladder.
bool SessionParts::touches(std::size_t ladder) const {
  return std::ranges::any_of(exercises_, [&](const auto& index) {
    return index && seats_.of(ladder, *index) != Seats::Seat::None;
  });
}

/// An exercise that stands on several ladders counts for the one that laid it: on that day, else in
/// that week; where none did, for all of them (docs/decisions/0029).
void SessionParts::find_laid(const Session& session, const Tracks& tracks) {
  laid_by_.assign(exercises_.size(), {});
  std::vector<std::int32_t> close;
  for (std::size_t e = 0; e < exercises_.size(); ++e) {
    if (!exercises_[e]) continue;
    std::vector<std::size_t> shared;
    for (std::size_t i = 0; i < s_.ladders.size(); ++i) {
      const auto track = tracks.find(s_.ladders[i].id);
      const Seats::Seat seat = seats_.of(i, *exercises_[e]);
      if (track == tracks.end() || seat == Seats::Seat::None) continue;
      const bool counts = seat == Seats::Seat::Own || track->second.standing.done_before;
      if (counts) shared.push_back(i);
    }
    if (shared.size() < 2) continue;
    if (close.empty()) close = closeness(session.day);
    std::int32_t closest = 0;
    for (const std::size_t i : shared) closest = std::max(closest, close[i]);
    std::erase_if(shared, [&](std::size_t i) { return close[i] < closest; });
    laid_by_[e] = std::move(shared);
  }
}

/// For each ladder: 2 where the choice laid it on a day, 1 where it did so in that week.
std::vector<std::int32_t> SessionParts::closeness(LocalDate day) const {
  std::vector<std::int32_t> out(s_.ladders.size(), 0);
  const std::int32_t days = day.since(s_.at.plan_start);
  const Selection* choice = book_.choices().choose(s_.at, day, days / 7);
  if (choice == nullptr) return out;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto chosen = std::ranges::find(choice->chosen, s_.ladders[i].id, &Chosen::ladder);
    if (chosen == choice->chosen.end()) continue;
    out[i] = chosen->room[static_cast<std::size_t>(days % 7)] > 0 ? 2 : 1;
  }
  return out;
}

void SessionParts::add_part(std::vector<Part>& parts, const Session& session, std::size_t number,
                            Track& track) const {
  const Ladder& ladder = s_.ladders[number];
  const std::size_t position = track.standing.position;
  const Step& now = ladder.steps[position];
  std::optional<Part> part;
  for (std::size_t i = 0; i < session.done.size(); ++i) {
    const auto& done = session.done[i];
    const auto& index = exercises_[i];
    if (!index) continue;
    const Seats::Seat seat = seats_.of(number, *index);
    const bool own = seat == Seats::Seat::Own;
    if (seat == Seats::Seat::None || !(own || track.standing.done_before)) continue;
    if (!laid_by_[i].empty() && std::ranges::find(laid_by_[i], number) == laid_by_[i].end())
      continue;
    track.standing.done_before = true;
    track.entered = track.entered || reaches_rung(ladder, *index, position);
    note_done(track.standing, session.day);
    // A trial earns nothing and is answered by the agreed amount alone (rules 3.4).
    if (done.body.trial) continue;
    const bool prescribed = now.exercise == *index;
    if (part && (part->prescribed || !prescribed)) continue;
    // Nobody steps back from a place that they never reached.
    part = Part{&ladder,
                &track,
                join(session, done.body.exercise),
                prescribed,
                prescribed || (own && track.entered),
                weights_.enough(session, done.body.exercise, ladder, position)};
  }
  if (part) parts.push_back(*part);
}

}  // namespace plumbline::care
