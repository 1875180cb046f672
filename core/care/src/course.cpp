// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/course.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "morning.hpp"
#include "plumbline/care/flare.hpp"
#include "plumbline/care/quota.hpp"
#include "plumbline/care/reaction.hpp"
#include "plumbline/care/step_permits.hpp"
#include "plumbline/exercise/needs.hpp"
#include "track.hpp"

namespace plumbline::care {
namespace {

using exercise::Ladder;
using exercise::Step;
using record::PersonState;
using record::Session;

/// @source rules 3.2 and 3.6
constexpr std::int32_t kWindowDays = 7;
constexpr std::int32_t kNoStepAfterRaise = 14;

/// One ladder's part in one session.
struct Part {
  const Ladder* ladder;
  Track* track;
  DoneTogether done;
  /// The exercise was done as prescribed here; something else on this ladder earns nothing.
  bool prescribed;
  /// Answers to it say something about this ladder.
  bool judged;
};

struct Judged {
  /// The worse of during and after.
  Zone zone = Zone::Unknown;
  /// The morning after failed, whatever the pain during it was.
  bool failed = false;
  bool success = false;
  /// Day of the morning answer: what a success earns is seen from then on.
  std::optional<LocalDate> seen_on;
};

std::int32_t count_within(const std::vector<LocalDate>& days, LocalDate day, std::int32_t window) {
  return static_cast<std::int32_t>(
      std::ranges::count_if(days, [&](LocalDate d) { return d <= day && day.since(d) < window; }));
}

/// Follows sessions in order of time.
class Following {
 public:
  Following(const PersonState& state, const exercise::Catalogue& catalogue, const Situation& now)
      : state_(state),
        catalogue_(catalogue),
        until_(now.day),
        replans_(replan_days(state, until_)) {}

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
    quota_until(until_);
    pause_until(until_);
    return finish();
  }

 private:
  /// Makes the situation of a day the present one.
  void enter(LocalDate day) {
    const LocalDate replan = last_replan_day(replans_, std::max(day, replans_.front()));
    if (!situation_ || situation_->day != replan) {
      std::optional<Situation> next = compute_situation(state_, catalogue_, replan);
      if (next) adopt(*next);
    }
    quota_until(day);
    pause_until(day);
  }

  void adopt(const Situation& next) {
    const bool new_epoch = !situation_ || situation_->at.epoch_start != next.at.epoch_start ||
                           situation_->safety.reopened != next.safety.reopened;
    std::map<std::string, Track, std::less<>> tracks;
    for (const Ladder& ladder : next.ladders) {
      const auto start = start_at_level(catalogue_, ladder, next.start.level);
      if (!start) continue;
      const auto before = tracks_.find(ladder.id);
      Track track = before == tracks_.end() ? Track{} : before->second;
      if (before == tracks_.end()) {
        track.standing.position = *start;
        track.standing.reach = *ladder.start;
      } else {
        carry(track, ladder_of(ladder.id), ladder, {*start, new_epoch});
      }
      tracks.emplace(ladder.id, std::move(track));
    }
    tracks_ = std::move(tracks);
    situation_ = next;
  }

  const Ladder* ladder_of(std::string_view id) const {
    if (!situation_) return nullptr;
    const auto found = std::ranges::find(situation_->ladders, id, &Ladder::id);
    return found == situation_->ladders.end() ? nullptr : &*found;
  }

  /// What a session was for one ladder. Which ladders it touched follows from what was done alone;
  /// the present rung decides only whether it was done as prescribed.
  void add_part(std::vector<Part>& parts, const Session& session, const Ladder& ladder,
                Track& track) const {
    const Step& now = ladder.steps[track.standing.position];
    std::optional<Part> part;
    for (const auto& done : session.done) {
      const auto index = catalogue_.find(done.body.exercise.text());
      if (done.body.trial || !index) continue;
      const auto [stands, own] = stands_on(ladder, *index);
      if (!stands || !(own || track.standing.done_before)) continue;
      track.standing.done_before = true;
      track.standing.last_done = session.day;
      const bool prescribed = now.exercise == *index;
      if (prescribed && done.body.resistance) track.standing.resistance = done.body.resistance;
      if (part && (part->prescribed || !prescribed)) continue;
      part =
          Part{&ladder, &track, join(session, done.body.exercise), prescribed, prescribed || own};
    }
    if (part) parts.push_back(*part);
  }

  std::vector<Part> parts_of(const Session& session) {
    std::vector<Part> parts;
    for (const Ladder& ladder : situation_->ladders) {
      const auto track = tracks_.find(ladder.id);
      if (track != tracks_.end()) add_part(parts, session, ladder, track->second);
    }
    return parts;
  }

  void follow(const Session& session, const Morning* morning) {
    std::vector<Part> parts = parts_of(session);
    std::vector<PermitRequest> requests;
    for (const Part& part : parts) requests.push_back(request_of(part));
    const auto permitted = permits_.grant(requests, session.day, plan_week(session.day));
    for (Part& part : parts) raise_reach(part, permitted);
    note_session(session, parts);
    for (Part& part : parts) {
      if (part.judged) react(part, session, judge(part, session, morning));
    }
    course_.last_session = session.day;
  }

  /// Needs of the rung that the ladder starts on: the same wherever pain has led since.
  PermitRequest request_of(const Part& part) const {
    const Step& step = part.ladder->steps[*part.ladder->start];
    return {part.ladder->id, exercise::counted_needs(catalogue_.exercise(step.exercise).serves)};
  }

  /// The best that anybody could have reached: one step for every permit.
  void raise_reach(Part& part, const std::set<std::string, std::less<>>& permitted) const {
    std::size_t& reach = part.track->standing.reach;
    if (!permitted.contains(part.ladder->id) || reach + 1 >= part.ladder->steps.size()) return;
    if (next_rung_open(state_, catalogue_, *part.ladder, reach, until_)) ++reach;
  }

  void note_session(const Session& session, const std::vector<Part>& parts) {
    bool red = false;
    bool leg = false;
    for (const Part& part : parts) {
      red = red || part.done.leg_worse ||
            zone_during(part.done.pain_during, situation_->at.usual_pain) == Zone::Red;
      leg = leg || part.done.leg_worse;
    }
    if (red) course_.red_days.push_back(session.day);
    if (leg) course_.leg_days.push_back(session.day);
  }

  Judged judge(const Part& part, const Session& session, const Morning* morning) const {
    const std::int32_t usual = situation_->at.usual_pain;
    const exercise::CatalogueRow& row = row_of(part);
    const Zone during = part.done.leg_worse ? Zone::Red : zone_during(part.done.pain_during, usual);
    Zone after = morning == nullptr
                     ? Zone::Unknown
                     : zone_morning(morning->body.pain, usual, morning->body.woken_more);
    if (morning != nullptr && judged_by_leg(row)) {
      after = std::max(after, zone_leg(morning->body.leg_pain, situation_->at.usual_leg_pain));
    }
    // Only loaded work fails by the morning; for the rest a bad morning is a reason to hold.
    if (after == Zone::Fail && !row.loaded && !judged_by_leg(row)) after = Zone::Amber;
    Judged out{std::max(during, after), after == Zone::Fail, false, {}};
    if (morning != nullptr) out.seen_on = morning->day;
    const auto enough = did_enough(part.done, row.path[dose_of(part)]);
    out.success = during == Zone::Green && after == Zone::Green && part.prescribed && enough &&
                  *enough && part.done.pain_before <= usual + 1 &&
                  (!session.pain || *session.pain <= usual + 1) && usual < 8 &&
                  effort_allows_step(part.done, row, situation_->at.profile.person.age) &&
                  !part.done.painkiller && !part.done.form_failed &&
                  !open_flare(state_, situation_->at, session.day);
    return out;
  }

  static bool judged_by_leg(const exercise::CatalogueRow& row) {
    return row.loaded || row.exercise.kind == exercise::ExerciseClass::Nerve ||
           row.exercise.bias == exercise::Bias::Flexion;
  }

  const exercise::CatalogueRow& row_of(const Part& part) const {
    return catalogue_.row(part.ladder->steps[part.track->standing.position].exercise);
  }
  std::size_t dose_of(const Part& part) const {
    return part.ladder->steps[part.track->standing.position].dose;
  }

  std::int32_t plan_week(LocalDate day) const { return day.since(situation_->at.plan_start) / 7; }

  /// Steps back first, the largest that applies; else a success may earn a step up.
  void react(Part& part, const Session& session, const Judged& judged) {
    Track& track = *part.track;
    if (situation_->at.mode == clinical::CourseMode::GradedActivity) {
      quota_.note(part.ladder->id, session.day, judged.zone == Zone::Red);
      track.stepped_before_session = false;
      return;
    }
    const std::int32_t back = steps_back(part, session, judged);
    const bool undone = judged.failed && track.stepped_before_session;
    track.stepped_before_session = false;
    if (back > 0 || undone || judged.failed) {
      track.successes = 0;
      track.careful = true;
      permits_.revoke(part.ladder->id);
      step_down(part, session, std::max(back, undone ? 1 : 0), judged);
      return;
    }
    if (judged.zone == Zone::Amber) track.successes = 0;
    if (!judged.success) return;
    ++track.successes;
    if (!changes_on(judged.seen_on)) step_up_if_earned(part, session);
  }

  std::int32_t steps_back(Part& part, const Session& session, const Judged& judged) {
    Track& track = *part.track;
    const LocalDate day = session.day;
    std::int32_t back = 0;
    if (judged.zone == Zone::Red) {
      track.reds.push_back(day);
      back = count_within(track.reds, day, kWindowDays) >= 2 ? 3 : 1;
    }
    if (judged.failed) {
      track.fails.push_back(day);
      if (count_within(track.fails, day, kWindowDays) >= 2) back = std::max(back, 2);
    }
    if (judged.zone == Zone::Green) {
      track.not_green = 0;
    } else if (judged.zone != Zone::Unknown) {
      ++track.not_green;
      if (track.not_green >= 3) back = std::max(back, 1);
    }
    if (effort_too_high(part.done)) back = std::max(back, 1);
    const bool in_flare = open_flare(state_, situation_->at, day).has_value();
    if (part.prescribed && judged.zone == Zone::Green && !in_flare && fell_short(part)) {
      if (++track.short_sessions >= 2) back = std::max(back, 1);
    } else {
      track.short_sessions = 0;
    }
    return back;
  }

  /// Less than 90 % of this step and of the one below it: a step back would still be a stretch.
  /// Where the step below was done in full, holding is enough; stepping back and earning the step
  /// again would let somebody with more pain stand higher (docs/decisions/0009).
  bool fell_short(const Part& part) const {
    const auto& steps = part.ladder->steps;
    const std::size_t position = part.track->standing.position;
    const auto short_of = [&](const Step& step) {
      const auto enough = did_enough(part.done, catalogue_.row(step.exercise).path[step.dose]);
      return enough && !*enough;
    };
    if (!short_of(steps[position])) return false;
    const bool same_rung = position > 0 && steps[position - 1].exercise == steps[position].exercise;
    return !same_rung || short_of(steps[position - 1]);
  }

  void step_down(Part& part, const Session& session, std::int32_t back, const Judged& judged) {
    Standing& standing = part.track->standing;
    const auto steps = static_cast<std::size_t>(back);
    if (steps > standing.position) course_.floor_days.push_back(session.day);
    const std::size_t to = standing.position - std::min(steps, standing.position);
    if (to == standing.position) return;
    constexpr std::string_view kZones[] = {"green", "unknown", "amber", "morning fail", "red"};
    move(part, session.day, to,
         {"3.2/step_back",
          {{"session", session.id.text()},
           {"pain_during", std::int64_t{part.done.pain_during}},
           {"usual_pain", std::int64_t{situation_->at.usual_pain}},
           {"zone", std::string(kZones[static_cast<std::size_t>(judged.zone)])},
           {"steps", std::int64_t{back}}},
          "step back",
          "This was too much last time, so we take a step back. That is normal."});
  }

  void step_up_if_earned(Part& part, const Session& session) {
    Track& track = *part.track;
    const std::int32_t needed = track.careful ? 3 : 2;
    if (track.successes < needed || !permits_.holds(part.ladder->id, plan_week(session.day))) {
      return;
    }
    // Never above what anybody could have reached: the choice of exercises hangs on that alone.
    if (!may_step_up(session.day) || track.standing.position >= track.standing.reach) return;
    if (!next_rung_open(state_, catalogue_, *part.ladder, track.standing.position, until_)) return;
    permits_.use(part.ladder->id);
    const std::int32_t earned = track.successes;
    track.successes = 0;
    track.careful = false;
    track.stepped_before_session = true;
    move(part, session.day, track.standing.position + 1,
         {"3.2/step_up",
          {{"session", session.id.text()}, {"successes", std::int64_t{earned}}},
          "step up",
          std::to_string(earned) + " good sessions in a row: a small step up."});
  }

  /// Usual pain or mode change on this day: nothing may go up on it (rules 3.3, 2d).
  bool changes_on(const std::optional<LocalDate>& day) const {
    const auto here = [&](const auto& set) { return set.day == day; };
    return std::ranges::any_of(state_.usual_pains, here) || std::ranges::any_of(state_.modes, here);
  }

  /// No step up on the day usual pain or mode change, within 14 days of a raised usual pain, or
  /// while a safety check has waited for more than a week.
  bool may_step_up(LocalDate day) const {
    const ProfileAt& at = situation_->at;
    if (at.usual_raised_on && day.since(*at.usual_raised_on) < kNoStepAfterRaise) return false;
    if (at.usual_set_on == day || at.mode_set_on == day) return false;
    return overdue_check_days(state_, at, day) <= kWindowDays;
  }

  void move(Part& part, LocalDate day, std::size_t to, Reason why) {
    move_track(*part.ladder, *part.track, day, to, std::move(why));
  }
  /// Graded activity: one smallest step a week on the plan's weekday, whatever the pain.
  void quota_until(LocalDate day) {
    if (!situation_) return;
    for (const QuotaStep& step : quota_.due(state_, situation_->at, day)) {
      const Ladder* ladder = ladder_of(step.ladder);
      const auto track = tracks_.find(step.ladder);
      if (ladder == nullptr || track == tracks_.end()) continue;
      const std::size_t next = track->second.standing.position + 1;
      if (next >= ladder->steps.size()) continue;
      move_track(*ladder, track->second, step.day, next, step.why);
    }
  }

  /// A break takes steps back (rules 3.6): once for the break as a whole.
  void pause_until(LocalDate day) {
    if (!situation_ || !course_.last_session) return;
    const std::int32_t gap = day.since(*course_.last_session);
    if (gap < 7) return;
    for (auto& [id, track] : tracks_) {
      const Ladder* ladder = ladder_of(id);
      if (ladder != nullptr) cut_for_break(*ladder, track, {gap, *course_.last_session, day});
    }
  }

  Course finish() {
    for (auto& [id, track] : tracks_) course_.standings.emplace(id, std::move(track.standing));
    return std::move(course_);
  }

  const PersonState& state_;
  const exercise::Catalogue& catalogue_;
  LocalDate until_;
  std::vector<LocalDate> replans_;
  std::optional<Situation> situation_;
  std::map<std::string, Track, std::less<>> tracks_;
  StepPermits permits_;
  Quota quota_;
  Course course_;
};

}  // namespace

Course compute_course(const PersonState& state, const exercise::Catalogue& catalogue,
                      const Situation& situation) {
  return Following(state, catalogue, situation).run(situation);
}

}  // namespace plumbline::care
