// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/profile_at.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "plumbline/clinical/score.hpp"

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

void follow_mode(ProfileAt& out, const PersonState& state, LocalDate day) {
  if (out.profile.mode) out.mode = *out.profile.mode;
  for (const auto& set : state.modes) {
    if (set.day > day || set.day < out.profile_day) continue;
    out.mode = set.body.mode;
    out.mode_set_on = set.day;
  }
  out.quota_refused = out.mode == clinical::CourseMode::GradedActivity && quota_is_off(out.profile);
  if (out.quota_refused) out.mode = clinical::CourseMode::PainContingent;
}

/// Hysteresis of rules 1.9: sets at 160/100, clears after two readings below 150/95.
void follow_blood_pressure(ProfileAt& out, const PersonState& state, LocalDate day) {
  std::int32_t low_readings = 2;
  for (const auto& profile : state.profiles) {
    if (profile.day > day || !profile.body.blood_pressure) continue;
    const clinical::BloodPressure& bp = *profile.body.blood_pressure;
    if (bp.systolic >= 160 || bp.diastolic >= 100) low_readings = 0;
    if (bp.systolic < 150 && bp.diastolic < 95) ++low_readings;
  }
  out.hypertension_not_cleared = low_readings < 2;
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

/// @source rules 3.4: STarT high or TSK >= 37 or FABQ-PA > 15
bool says_high_risk(const record::InstrumentAnswered& answered) {
  const auto score = clinical::score(answered.instrument, answered.answers);
  if (!score) return false;
  switch (answered.instrument) {
    case InstrumentId::StartBack9:
      return score->band == "high";
    case InstrumentId::Tsk17:
      return score->score && *score->score >= 37;
    case InstrumentId::Fabq:
      return std::ranges::any_of(score->subscales, [](const auto& s) {
        return s.name == "physical_activity" && s.value && *s.value > 15;
      });
    default:
      return false;
  }
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
    high = high || (found != nullptr && says_high_risk(*found));
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
  return out;
}

}  // namespace plumbline::care
