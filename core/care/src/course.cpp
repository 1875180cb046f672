// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/course.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "flare_return.hpp"
#include "graded.hpp"
#include "judge.hpp"
#include "morning.hpp"
#include "pause.hpp"
#include "plumbline/care/day_frame.hpp"
#include "plumbline/care/flare.hpp"
#include "plumbline/care/step_permits.hpp"
#include "plumbline/exercise/needs.hpp"
#include "seats.hpp"
#include "session_parts.hpp"
#include "step_gate.hpp"
#include "track.hpp"
#include "training_days.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::Ladder;
using exercise::Step;
using record::PersonState;
using record::Session;

/// Follows sessions in order of time.
class Following {
 public:
  Following(SituationBook& book, LocalDate until)
      : state_(book.state()),
        catalogue_(book.catalogue()),
        book_(book),
        until_(until),
        replans_(replan_days(state_, until_)),
        training_(training_days(book_, until_)),
        graded_(state_, catalogue_, training_, course_.weights),
        flare_return_(state_) {}

  Course run(const Situation& now) {
    for (std::size_t i = 0; i < state_.sessions.size(); ++i) {
      const Session& session = state_.sessions[i];
      if (session.day > until_) break;
      if (session.done.empty()) continue;
      enter(session.day);
      const Session* next = i + 1 < state_.sessions.size() ? &state_.sessions[i + 1] : nullptr;
      if (next != nullptr && next->day > until_) next = nullptr;
      follow(session, morning_after(state_, session, next, until_));
    }
    adopt(now);
    bring_to(until_, last_training_day(training_, until_));
    return finish();
  }

 private:
  /// Makes the situation of a day the present one.
  void enter(LocalDate day) {
    const LocalDate replan = last_replan_day(replans_, std::max(day, replans_.front()));
    if (situation_ == nullptr || situation_->day != replan) {
      const Situation* next = book_.on(replan);
      if (next != nullptr) adopt(*next);
    }
    bring_to(day, last_training_day(training_, day.plus(-1)));
  }

  /// What the calendar does before the sessions of a day: quotas, breaks.
  void bring_to(LocalDate day, std::optional<LocalDate> last_training) {
    if (situation_ == nullptr) return;
    graded_.follow(tracks_, *situation_, day);
    flare_return_.follow(tracks_, *situation_, day);
    if (last_training) pause_until(day, *last_training);
  }

  void adopt(const Situation& next) {
    const bool new_epoch = situation_ == nullptr ||
                           situation_->at.epoch_start != next.at.epoch_start ||
                           situation_->safety.reopened != next.safety.reopened;
    Tracks tracks;
    for (const Ladder& ladder : next.ladders) {
      const auto start = start_at_level(catalogue_, next, ladder, next.start.level);
      if (!start) continue;
      const auto before = tracks_.find(ladder.id);
      Track track = before == tracks_.end() ? Track{} : std::move(before->second);
      const Ladder* old = ladder_of(ladder.id);
      if (before == tracks_.end()) {
        track.standing.position = *start;
        track.standing.reach = *start;
      } else {
        carry(track, old, ladder, {*start, new_epoch});
      }
      if (new_epoch || old == nullptr || *old != ladder) permits_.revoke(ladder.id);
      tracks.emplace(ladder.id, std::move(track));
    }
    tracks_ = std::move(tracks);
    situation_ = &next;
    seats_ = Seats(next.ladders, catalogue_.rows().size());
  }

  const Ladder* ladder_of(std::string_view id) const {
    if (situation_ == nullptr) return nullptr;
    const auto found = std::ranges::find(situation_->ladders, id, &Ladder::id);
    return found == situation_->ladders.end() ? nullptr : &*found;
  }

  void follow(const Session& session, const Morning* morning) {
    SessionParts found(book_, *situation_, seats_, course_.weights);
    std::vector<Part> parts = found.of(session, tracks_);
    course_.weights.note(session, catalogue_);
    std::vector<PermitRequest> requests;
    requests.reserve(parts.size());
    for (const Part& part : parts) requests.push_back(request_of(part, session.day));
    const auto permitted = permits_.grant(requests, session.day, plan_week(session.day));
    for (Part& part : parts) raise_reach(part, permitted, session.day);
    note_session(session);
    steps_held_.reset();
    const bool in_flare = open_flare(state_, situation_->at, session.day).has_value();
    const Judge judge(book_, situation_->at, in_flare);
    for (Part& part : parts) {
      if (part.judged) react(part, session, judge.judge(part, session, morning));
    }
    if (is_graded()) graded_.settle(tracks_, *situation_, session.day);
  }

  bool is_graded() const { return situation_->at.mode == clinical::CourseMode::GradedActivity; }

  /// Needs of the rung that the ladder starts on: the same wherever pain has led since.
  PermitRequest request_of(const Part& part, LocalDate day) const {
    const Step& step = part.ladder->steps[*part.ladder->start];
    const std::size_t reach = part.track->standing.reach;
    return {.ladder = part.ladder->id,
            .needs = exercise::counted_needs(catalogue_.exercise(step.exercise).serves),
            .at_top = !open_above(*part.ladder, reach, day),
            .slowly = goes_slowly(*situation_, day),
            .daily = is_daily_line(*part.ladder)};
  }

  /// The best that anybody could have reached: one step for every permit.
  void raise_reach(Part& part, const std::set<std::string, std::less<>>& permitted,
                   LocalDate day) const {
    std::size_t& reach = part.track->standing.reach;
    // Agreed amounts grow by the calendar instead.
    if (is_graded() || !permitted.contains(part.ladder->id)) return;
    if (open_above(*part.ladder, reach, day)) ++reach;
  }

  bool open_above(const Ladder& ladder, std::size_t place, LocalDate day) const {
    return ladder.open(place + 1) && course_.weights.open_above(ladder, place) &&
           next_rung_open(state_, catalogue_, ladder, place, day);
  }

  /// Red pain and leg symptoms of a session, on every ladder that it touched.
  void note_session(const Session& session) {
    std::set<std::string, std::less<>> reds;
    bool red = false;
    bool leg = false;
    std::set<Catalogue::Index> seen;
    for (const auto& dated : session.done) {
      const record::ExerciseDone& done = dated.body;
      const bool leg_worse = done.leg_symptoms == record::LegSymptoms::Worse ||
                             done.leg_symptoms == record::LegSymptoms::New;
      const bool now =
          leg_worse || zone_during(done.pain_during, situation_->at.usual_pain) == Zone::Red;
      leg = leg || leg_worse;
      red = red || now;
      const auto index = catalogue_.find(done.exercise.text());
      if (index) seen.insert(*index);
      if (index && now && is_graded()) add_ladders(reds, *index);
    }
    if (red) course_.red_days.push_back(session.day);
    if (leg) course_.leg_days.push_back(session.day);
    if (is_graded()) note_quota(session, seen, reds);
  }

  /// Ladders whose own chain holds an exercise.
  void add_ladders(std::set<std::string, std::less<>>& ids, Catalogue::Index index) const {
    for (std::size_t i = 0; i < situation_->ladders.size(); ++i) {
      const std::string& id = situation_->ladders[i].id;
      if (seats_.of(i, index) == Seats::Seat::Own && tracks_.contains(id)) ids.insert(id);
    }
  }

  void note_quota(const Session& session, const std::set<Catalogue::Index>& seen,
                  const std::set<std::string, std::less<>>& reds) {
    std::set<std::string, std::less<>> ids;
    for (const Catalogue::Index index : seen) add_ladders(ids, index);
    for (const std::string& id : ids) graded_.note(id, session.day, reds.contains(id));
  }

  std::int32_t plan_week(LocalDate day) const { return day.since(situation_->at.plan_start) / 7; }

  /// Steps back first, the largest that applies; else a success may earn a step up.
  void react(Part& part, const Session& session, const Judged& judged) {
    Track& track = *part.track;
    // Agreed amounts follow no answer; in the first 14 days the other mode still may take off.
    const bool first_days = track.agreed && track.agreed->contingent;
    if (is_graded() && !first_days) {
      track.stepped_before_session = false;
      return;
    }
    StepsBack back = count_steps_back(part, session.day, judged);
    // Relaxation is what somebody in pain is asked for (rules 3.3, 3.6).
    const bool stays = part.ladder->id == kBreathingLadder;
    if (stays) back = {};
    // Only pain is answered by the flare; too hard is too hard.
    if (effort_too_high(part.done) && track.before_flare.value_or(0) > 0) --*track.before_flare;
    const bool undone = !stays && judged.failed && track.stepped_before_session;
    track.stepped_before_session = false;
    if (back.steps > 0 || undone || judged.failed) {
      track.successes = 0;
      track.careful = true;
      permits_.revoke(part.ladder->id);
      if (undone) back.steps = std::max(back.steps, 1);
      step_down(part, session, back, judged);
      Graded::keep_contingent(track);
      return;
    }
    if (judged.zone == Zone::Amber) track.successes = 0;
    if (!judged.success || is_graded()) return;
    ++track.successes;
    if (!judged.seen_on || !changes_on(state_, *judged.seen_on)) {
      step_up_if_earned(part, session, judged.seen_on.value_or(session.day));
    }
  }

  void step_down(Part& part, const Session& session, const StepsBack& back, const Judged& judged) {
    const std::size_t now = part.track->standing.position;
    const std::size_t least = std::min(now, lowest_place(*part.ladder));
    const auto steps = static_cast<std::size_t>(back.steps);
    if (steps > now - least) course_.floor_days.push_back(session.day);
    const std::size_t to = now - std::min(steps, now - least);
    if (to == now) return;
    move(part, session.day, to,
         step_back_reason(part, session, judged, back, situation_->at.usual_pain));
  }

  /// @param seen_on  the day on which the success is known
  void step_up_if_earned(Part& part, const Session& session, LocalDate seen_on) {
    Track& track = *part.track;
    const std::int32_t needed = track.careful ? 3 : 2;
    if (track.successes < needed ||
        !permits_.holds(part.ladder->id, session.day, goes_slowly(*situation_, session.day))) {
      return;
    }
    if (!steps_held_) {
      steps_held_ = steps_are_held(state_, situation_->at, training_, session.day) ||
                    steps_are_held(state_, situation_->at, training_, seen_on);
    }
    if (*steps_held_) return;
    // Never above what anybody could have reached: the choice of exercises hangs on that alone.
    if (track.standing.position >= track.standing.reach) return;
    if (!open_above(*part.ladder, track.standing.position, session.day)) return;
    permits_.use(part.ladder->id, session.day);
    const std::int32_t earned = track.successes;
    track.successes = 0;
    track.careful = false;
    track.stepped_before_session = true;
    const std::size_t to = track.standing.position + 1;
    move(part, session.day, to,
         step_up_reason(session, earned, part.ladder->steps[to].heavier > 0));
  }

  void move(Part& part, LocalDate day, std::size_t to, Reason why) {
    move_track(*part.ladder, *part.track, day, to, std::move(why));
  }

  /// A break takes steps back (rules 3.6): once for the break as a whole.
  void pause_until(LocalDate day, LocalDate last_training) {
    /// @source rules 3.6: from 7 days; with one session a week the day of the next one is no break
    constexpr std::int32_t kBreak = 7;
    const std::int32_t planned = situation_->at.profile.days_per_week == 1 ? kBreak + 1 : kBreak;
    const Break pause = break_on(state_, last_training, day);
    if (pause.gap < planned) return;
    // A step earned before the break and one after it would else not be worth the same
    // (docs/decisions/0006).
    for (const auto& [id, track] : tracks_) permits_.revoke(id);
    if (is_graded()) {
      graded_.cut_for_break(tracks_, *situation_, pause);
      return;
    }
    for (auto& [id, track] : tracks_) {
      const Ladder* ladder = ladder_of(id);
      track.before_flare.reset();
      if (ladder == nullptr) continue;
      // Whoever walked on had no break of walking.
      const auto& walked = track.standing.last_done;
      const bool own = is_daily_line(*ladder) && walked && *walked > last_training;
      const Break cut = own ? break_on(state_, *walked, day) : pause;
      if (cut.gap >= planned) cut_for_break(catalogue_, *ladder, track, cut);
    }
  }

  Course finish() {
    course_.last_session = last_training_day(training_, until_);
    course_.review_days = graded_.review_days();
    for (auto& [id, track] : tracks_) {
      track.standing.before_flare = track.before_flare;
      track.standing.awaits_trials = track.agreed && !track.agreed->settled;
      course_.standings.emplace(id, std::move(track.standing));
    }
    return std::move(course_);
  }

  const PersonState& state_;
  const exercise::Catalogue& catalogue_;
  SituationBook& book_;
  LocalDate until_;
  std::vector<LocalDate> replans_;
  const Situation* situation_ = nullptr;
  Seats seats_;
  /// Whether the day of the present session lets nothing go up; empty until somebody asks.
  std::optional<bool> steps_held_;
  /// Days of sessions that count as done.
  std::vector<LocalDate> training_;
  Tracks tracks_;
  StepPermits permits_;
  Course course_;
  Graded graded_;
  FlareReturn flare_return_;
};

}  // namespace

Course compute_course(SituationBook& book, const Situation& situation) {
  return compute_course(book, situation, situation.day);
}

Course compute_course(SituationBook& book, const Situation& situation, LocalDate until) {
  return Following(book, until).run(situation);
}

Course compute_course(const PersonState& state, const exercise::Catalogue& catalogue,
                      const Situation& situation) {
  SituationBook book(state, catalogue);
  return compute_course(book, situation);
}

}  // namespace plumbline::care
