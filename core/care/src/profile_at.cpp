// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/profile_at.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "plumbline/clinical/blood_pressure_lock.hpp"
#include "plumbline/clinical/score.hpp"
#include "progress.hpp"

namespace plumbline::care {
namespace {

using clinical::InstrumentId;
using clinical::Profile;
using record::Dated;
using record::PersonState;

/// The latest entry up to a day, or null.
template <class T>
const Dated<T>* latest(const std::vector<Dated<T>>& list, LocalDate day) {
  const Dated<T>* found = nullptr;
  for (const Dated<T>& item : list) {
    if (item.day <= day) found = &item;
  }
  return found;
}

/// The profile without what a person may change as they like: time, kit, goals, size.
Profile clinical_part(Profile p) {
  p.minutes_per_day = 15;
  p.days_per_week = 3;
  p.equipment = {};
  p.goals.clear();
  p.person.height_cm.reset();
  p.person.weight_kg.reset();
  p.usual_pain.reset();
  p.usual_leg_pain.reset();
  p.mode.reset();
  return p;
}

void find_days(ProfileAt& out, const PersonState& state, LocalDate day) {
  const Dated<Profile>* before = nullptr;
  for (const Dated<Profile>& profile : state.profiles) {
    if (profile.day > day) break;
    const bool same =
        before != nullptr &&
        profile.day.since(before->day) == profile.body.onset_days_ago - before->body.onset_days_ago;
    Profile a = clinical_part(profile.body);
    if (before == nullptr) {
      out.epoch_start = profile.day;
    } else {
      Profile b = clinical_part(before->body);
      if (same) a.onset_days_ago = b.onset_days_ago;
      if (a != b) out.epoch_start = profile.day;
    }
    before = &profile;
  }
}

/// One telling of usual pain in the order of time; a higher one holds the doses for a while.
void tell_usual_pain(ProfileAt& out, std::optional<std::int32_t>& known, std::int32_t usual,
                     LocalDate day) {
  if (known && usual > *known) out.usual_raised_on = day;
  known = usual;
}

/// Usual pain as every profile and every entry about it told it, up to `day`. A painted map is a
/// report of the day and never changes it (rules 3.2).
void follow_usual_pain(ProfileAt& out, const PersonState& state, LocalDate day) {
  std::optional<std::int32_t> known;
  for (std::size_t i = 0; i < state.profiles.size() && state.profiles[i].day <= day; ++i) {
    const Dated<Profile>& profile = state.profiles[i];
    const bool last = i + 1 == state.profiles.size() || state.profiles[i + 1].day > day;
    const std::int32_t usual = clinical::usual_pain(profile.body);
    out.usual_set_on.reset();
    if (known && usual != *known) out.usual_set_on = profile.day;
    tell_usual_pain(out, known, usual, profile.day);
    out.usual_leg_pain = clinical::usual_leg_pain(profile.body);
    for (const auto& set : state.usual_pains) {
      if (set.day < profile.day || set.day > day) continue;
      if (!last && set.day >= state.profiles[i + 1].day) continue;
      tell_usual_pain(out, known, set.body.usual, set.day);
      if (set.body.leg) out.usual_leg_pain = *set.body.leg;
      out.usual_set_on = set.day;
    }
  }
  if (known) out.usual_pain = *known;
}

/// Agreed amounts that grow by the calendar are not for these (rules 1.9, 3.4).
bool quota_is_off(const Profile& p) {
  return p.conditions &&
         p.conditions->intersects({clinical::Condition::Pem, clinical::Condition::NeuroDeficit});
}

/// Follows the mode through profiles and entries in the order of time. A profile that says nothing
/// about the mode leaves it as it is (rules 3.3, 2d).
class ModeCourse {
 public:
  explicit ModeCourse(ProfileAt& out) : out_(out) {}
  void told(const Profile& profile, LocalDate day) {
    off_ = quota_is_off(profile);
    if (profile.mode) told_ = *profile.mode;
    settle(day);
    begun_ = true;
  }
  void told(clinical::CourseMode mode, LocalDate day) {
    told_ = mode;
    settle(day);
  }

 private:
  void settle(LocalDate day) {
    using enum clinical::CourseMode;
    const clinical::CourseMode before = out_.mode;
    out_.quota_refused = told_ == GradedActivity && off_;
    out_.mode = out_.quota_refused ? PainContingent : told_;
    if (out_.mode == before || !begun_) return;
    out_.mode_set_on = day;
    out_.mode_since = day;
  }

  ProfileAt& out_;
  clinical::CourseMode told_ = clinical::CourseMode::PainContingent;
  bool off_ = false;
  /// The first profile has been told.
  bool begun_ = false;
};

void follow_mode(ProfileAt& out, const PersonState& state, LocalDate day) {
  out.mode_since = out.plan_start;
  ModeCourse course(out);
  auto set = state.modes.begin();
  for (const auto& profile : state.profiles) {
    if (profile.day > day) break;
    for (; set != state.modes.end() && set->at < profile.at; ++set) {
      course.told(set->body.mode, set->day);
    }
    course.told(profile.body, profile.day);
  }
  for (; set != state.modes.end() && set->day <= day; ++set) course.told(set->body.mode, set->day);
}

/// Hysteresis of rules 1.9 over the readings of all profiles so far.
void follow_blood_pressure(ProfileAt& out, const PersonState& state, LocalDate day) {
  clinical::BloodPressureState readings;
  for (const auto& profile : state.profiles) {
    if (profile.day > day || !profile.body.blood_pressure) continue;
    readings = clinical::apply(readings, *profile.body.blood_pressure);
  }
  out.blood_pressure = readings.level;
}

void put_sided(clinical::SidedSeconds& target, const record::MovementTestDone& test) {
  if (test.side == clinical::Side::Left) {
    target.left = test.value;
  } else if (test.side == clinical::Side::Right) {
    target.right = test.value;
  } else {
    target.either = test.value;
  }
}

void put_test(clinical::MovementTests& tests, const record::MovementTestDone& test) {
  switch (test.test) {
    case clinical::MovementTest::ChairStand30s:
      tests.chair_stand_30s = static_cast<std::int32_t>(test.value);
      break;
    case clinical::MovementTest::ChairStand5xS:
      tests.chair_stand_5x_s = test.value;
      break;
    case clinical::MovementTest::ForwardReachCm:
      tests.forward_reach_cm = test.value;
      break;
    case clinical::MovementTest::SingleLegStanceS:
      put_sided(tests.single_leg_stance_s, test);
      break;
    case clinical::MovementTest::SideBridgeS:
      put_sided(tests.side_bridge_s, test);
      break;
    case clinical::MovementTest::TrunkExtensorS:
      tests.trunk_extensor_s = test.value;
      break;
  }
}

bool says_high_load(const record::InstrumentAnswered& answered) {
  const auto score = clinical::score(answered.instrument, answered.answers);
  return score && clinical::high_psychological_load(*score).value_or(false);
}

/// The latest answers of each instrument that speaks about risk; any one of them is enough.
bool high_risk(const PersonState& state, LocalDate day) {
  bool high = false;
  for (const InstrumentId id :
       {InstrumentId::StartBack9, InstrumentId::Tsk17, InstrumentId::Fabq}) {
    const record::InstrumentAnswered* found = nullptr;
    for (const auto& answered : state.instruments) {
      if (answered.day <= day && answered.body.instrument == id) found = &answered.body;
    }
    high = high || (found != nullptr && says_high_load(*found));
  }
  return high;
}

/// @source engineering choice: sleep rated 6 of 10 or worse asks for more relaxation
constexpr double kPoorSleep = 6;

bool poor_sleep(const PersonState& state, LocalDate day) {
  std::optional<double> latest_score;
  for (const auto& answered : state.instruments) {
    if (answered.day > day || answered.body.instrument != InstrumentId::Sleep) continue;
    const auto score = clinical::score(answered.body.instrument, answered.body.answers);
    if (score && score->score) latest_score = score->score;
  }
  return latest_score && *latest_score >= kPoorSleep;
}

/// Who has held their goals keeps going with walking and two sessions a week (rules 1.7).
void keep_going(ProfileAt& out, const PersonState& state) {
  /// @source rules 1.7: two short strength sessions
  constexpr std::int32_t kSessions = 2;
  out.keeps_going = is_finished(state, out.day) && !find_worsening(state, out.day);
  if (!out.keeps_going) return;
  out.profile.days_per_week = std::min(out.profile.days_per_week, kSessions);
}

}  // namespace

std::optional<ProfileAt> profile_at(const PersonState& state, LocalDate day) {
  const Dated<Profile>* found = latest(state.profiles, day);
  if (found == nullptr) return std::nullopt;
  ProfileAt out;
  out.day = day;
  out.profile = found->body;
  out.entry = found->entry;
  out.plan_start = state.profiles.front().day;
  out.profile_day = found->day;
  find_days(out, state, day);
  out.onset_days = out.profile.onset_days_ago + day.since(found->day);
  if (out.profile.pregnancy_weeks) *out.profile.pregnancy_weeks += day.since(found->day) / 7;
  if (const auto* map = latest(state.bodymaps, day); map != nullptr && map->day >= found->day) {
    out.profile.pain = map->body.areas;
  }
  if (const auto* goals = latest(state.goals, day)) out.profile.goals = goals->body.goals;
  follow_usual_pain(out, state, day);
  follow_mode(out, state, day);
  follow_blood_pressure(out, state, day);
  for (const auto& test : state.tests) {
    if (test.day <= day) put_test(out.tests, test.body);
  }
  out.findings =
      clinical::movement_test_findings(out.tests, out.profile.person.age, out.profile.person.sex);
  out.high_psychological_risk = high_risk(state, day);
  out.poor_sleep = poor_sleep(state, day);
  keep_going(out, state);
  return out;
}

}  // namespace plumbline::care
