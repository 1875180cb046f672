// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/situation.hpp"

#include <algorithm>
#include <utility>

#include "plumbline/foundation/require.hpp"
#include "training_days.hpp"

namespace plumbline::care {
namespace {

using clinical::DerivedFlag;
using clinical::Region;
using exercise::Catalogue;
using exercise::Circumstances;
using record::PersonState;

/// @source rules 1.4, 1.7: new pain is up to 42 days old
constexpr std::int32_t kNewPainDays = 42;

/// @source rules 1.6: balance in every session, with support: high usual pain is no reason to leave
/// it out (docs/decisions/0024); what else caps the level still does
constexpr std::int32_t kSupportedBalance = 2;

/// Who balance is for.
bool needs_balance(const Situation& s) {
  /// @source rules 1.6
  constexpr std::int32_t kOlder = 65;
  return s.at.profile.person.age >= kOlder ||
         s.derived.flags.intersects({DerivedFlag::FallsRisk, DerivedFlag::Osteoporosis});
}

/// @source rules 1.1: unknown conditions exclude every osteoporosis mark from 65, women from 50
bool bone_health_unknown(const clinical::Profile& p) {
  if (p.conditions) return false;
  const std::int32_t from = p.person.sex == clinical::Sex::Male ? 65 : 50;
  return p.person.age >= from;
}

/// The day on which a told pregnancy becomes a late one.
std::optional<LocalDate> late_pregnancy_from(const record::Dated<clinical::Profile>& profile) {
  const auto weeks = profile.body.pregnancy_weeks;
  if (!weeks || *weeks >= exercise::kLatePregnancyWeeks) return std::nullopt;
  return profile.day.plus((exercise::kLatePregnancyWeeks - *weeks) * 7);
}

/// Nerve pain at the front of the thigh and nowhere else in the leg.
bool anterior_thigh_only(const clinical::Profile& p) {
  return clinical::has_pain_in(p, {Region::ThighFront}) &&
         !clinical::has_pain_in(p, {Region::ThighBack, Region::Calf, Region::Shin, Region::Foot});
}

/// Leg symptoms better after a direction exercise in two sessions running (rules 1.4).
bool centralises(const PersonState& state, const Catalogue& catalogue, LocalDate day) {
  std::int32_t running = 0;
  for (const record::Session& session : state.sessions) {
    if (session.day > day) break;
    std::optional<bool> better;
    for (const auto& done : session.done) {
      const auto row = catalogue.find(done.body.exercise.text());
      if (!row || catalogue.exercise(*row).kind != exercise::ExerciseClass::Direction) continue;
      const bool now = done.body.leg_symptoms == record::LegSymptoms::Better;
      better = better ? *better && now : now;
    }
    if (better) running = *better ? running + 1 : 0;
  }
  return running >= 2;
}

void apply_unlocks(Circumstances& out, const PersonState& state, LocalDate day) {
  for (const auto& unlock : state.unlocks) {
    if (unlock.day <= day && day <= unlock.body.until) {
      out.unlocked.insert(unlock.body.exercise.text());
    }
  }
}

/// The tensioner's own conditions: at least 14 days of sliders, leg pain <= 2, low irritability,
/// and a clinician who knows (an unlock entry).
bool tensioner_ready(const PersonState& state, const ProfileAt& at, const Circumstances& person,
                     LocalDate day) {
  /// @source catalogue, gate of the tensioner: at least 14 days
  constexpr std::int32_t kDays = 14;
  if (!person.unlocked.contains("sciatic_tensioner_slump")) return false;
  if (exercise::irritability_of(at.profile) != clinical::Irritability::Low) return false;
  if (at.usual_leg_pain > 2) return false;
  std::optional<LocalDate> first;
  for (const record::Session& session : state.sessions) {
    for (const auto& done : session.done) {
      if (!done.body.exercise.text().starts_with("sciatic_slider") || done.day > day) continue;
      if (done.body.pain_during > 2) first.reset();
      if (!first) first = done.day;
    }
  }
  return first && day.since(*first) >= kDays;
}

std::int32_t clinician_limit(const PersonState& state, LocalDate day) {
  std::int32_t limit = 5;
  for (const auto& entry : state.overrides) {
    if (entry.day <= day && entry.body.level_limit) limit = *entry.body.level_limit;
  }
  return limit;
}

exercise::DerivedInputs derived_inputs(const ProfileAt& at, const SafetyState& safety,
                                       bool centralising, LocalDate day) {
  exercise::DerivedInputs in;
  in.today = day;
  in.onset_days = at.onset_days;
  in.mode = at.mode;
  in.direction_answered_days_ago = day.since(at.profile_day);
  in.findings = at.findings;
  in.screen_filters = safety.filters;
  in.blood_pressure = at.blood_pressure;
  in.centralises = centralising;
  return in;
}

Circumstances circumstances_of(const ProfileAt& at, const exercise::Derived& derived) {
  Circumstances out;
  out.filters = derived.filters;
  out.bone_health_unknown = bone_health_unknown(at.profile);
  out.excluded_positions = at.profile.excluded_positions;
  out.equipment = at.profile.equipment;
  out.direction_extension = derived.flags.contains(DerivedFlag::DirectionExtension);
  out.centralises = derived.flags.contains(DerivedFlag::Centralises);
  out.anterior_thigh = anterior_thigh_only(at.profile);
  return out;
}

/// Only neutral and mid-range work where worse and better point nowhere (rules 1.4).
void keep_neutral(const Catalogue& catalogue, std::vector<exercise::Admission>& admissions) {
  for (std::size_t i = 0; i < admissions.size(); ++i) {
    const exercise::Bias bias = catalogue.exercise(i).bias;
    if (bias != exercise::Bias::Flexion && bias != exercise::Bias::Extension) continue;
    admissions[i] = exercise::Excluded{
        {"1.4/no_direction",
         {{"bias", std::string(word(bias))}},
         "exclude",
         "Until we know which direction helps, movements stay in the middle of the range."}};
  }
}

/// The hardest rung to step onto for now: in a calm phase one level above the start.
std::int32_t most_level(const Situation& s) {
  /// @source engineering choice: the worse course gets no harder work than the milder one
  /// (docs/decisions/0026-which-rung.md)
  constexpr std::int32_t kHighest = 5;
  return stays_calm(s) ? std::min(kHighest, s.start.level + 1) : kHighest;
}

/// Everything that this person needs once the first weeks are over.
WordSet<exercise::Need> lasting_needs(const Situation& s) {
  /// @source rules 1.6: what joins later has joined by the third week
  constexpr std::int32_t kLaterWeek = 2;
  WordSet<exercise::Need> out;
  for (const auto& target : compute_needs(s.at.profile, need_inputs(s, kLaterWeek))) {
    out.insert(target.need);
  }
  return out;
}

/// What bending was left out of comes back whole one exercise a week, in the order of the table.
void bring_back_bending(Situation& s, const Catalogue& catalogue) {
  /// @source engineering choice: docs/decisions/0027-how-bending-comes-back.md
  constexpr std::int32_t kWeek = 7;
  using enum exercise::FilterWord;
  if (!s.derived.direction_lapsed || !s.derived.told_intolerances.contains(FlexionIntolerant)) {
    return;
  }
  std::int32_t back_on = s.derived.direction_lapses;
  const std::int32_t today = s.day.since(s.at.profile_day);
  for (std::size_t i = 0; i < s.admissions.size(); ++i) {
    auto* admitted = std::get_if<exercise::Admitted>(&s.admissions[i]);
    const bool rounds =
        std::ranges::any_of(catalogue.exercise(i).contraindications,
                            [](const auto& c) { return c.word == FlexionIntolerant; });
    if (admitted == nullptr || !rounds) continue;
    if (today < back_on) admitted->modified.insert(FlexionIntolerant);
    back_on += kWeek;
  }
}

}  // namespace

exercise::NeedInputs need_inputs(const Situation& s, std::int32_t plan_week) {
  exercise::NeedInputs in;
  in.derived = s.derived.flags;
  in.mode = s.at.mode;
  in.onset_days = s.at.onset_days;
  in.plan_week = plan_week;
  in.days_per_week = s.at.profile.days_per_week;
  in.high_psychological_risk = s.at.high_psychological_risk;
  in.chair_stand_below_norm = has_finding(s.at.findings, clinical::TestFlag::ChairStandBelowNorm);
  in.weak_trunk_extensors = has_finding(s.at.findings, clinical::TestFlag::TrunkExtensorLow);
  in.uneven_side_bridge = has_finding(s.at.findings, clinical::TestFlag::SideBridgeAsymmetric);
  in.poor_sleep = s.at.poor_sleep;
  return in;
}

bool stays_calm(const Situation& s) {
  /// @source rules 1.7, calm: onset within 42 days, irritability high, usual pain from 7
  constexpr std::int32_t kHighUsual = 7;
  return s.at.onset_days <= kNewPainDays || s.at.usual_pain >= kHighUsual ||
         exercise::irritability_of(s.at.profile) == clinical::Irritability::High ||
         s.derived.flags.contains(DerivedFlag::AcuteRadicular);
}

std::optional<Situation> compute_situation(const PersonState& state, const Catalogue& catalogue,
                                           LocalDate day) {
  std::optional<ProfileAt> at = profile_at(state, day);
  if (!at) return std::nullopt;
  Situation out;
  out.day = day;
  out.at = std::move(*at);
  out.training = full_training_days(state, catalogue, day);
  out.safety = compute_safety(state, out.at, out.training, day);
  out.derived = compute_derived(
      out.at.profile, derived_inputs(out.at, out.safety, centralises(state, catalogue, day), day));
  out.start = compute_start_level(out.at.profile, out.derived,
                                  {.usual_pain = out.at.usual_pain,
                                   .onset_days = out.at.onset_days,
                                   .mode = out.at.mode,
                                   .chair_stand_below_norm = has_finding(
                                       out.at.findings, clinical::TestFlag::ChairStandBelowNorm),
                                   .screen_incomplete = !out.safety.screen_complete,
                                   .clinician_limit = clinician_limit(state, day),
                                   .reopened = out.safety.reopened});
  out.circumstances = circumstances_of(out.at, out.derived);
  Choices choices = choices_until(state, catalogue, day);
  out.circumstances.left_out = std::move(choices.left_out);
  out.wishes = std::move(choices.wishes);
  apply_unlocks(out.circumstances, state, day);
  out.circumstances.nerve_tensioner_ready = tensioner_ready(state, out.at, out.circumstances, day);
  for (const exercise::CatalogueRow& row : catalogue.rows()) {
    out.admissions.push_back(admit(row.exercise, out.circumstances));
  }
  if (out.derived.neutral_only) keep_neutral(catalogue, out.admissions);
  bring_back_bending(out, catalogue);
  answer_wishes(out, state, catalogue);
  out.ladders = make_ladders(catalogue, out.admissions, out.circumstances,
                             {.start_level = out.start.level_without_pain,
                              .asked = granted(out.wishes),
                              .most_level = most_level(out),
                              .wanted = lasting_needs(out)});
  return out;
}

std::optional<std::size_t> start_at_level(const Catalogue& catalogue, const Situation& situation,
                                          const exercise::Ladder& ladder, std::int32_t level) {
  if (!ladder.start || ladder.asked) return ladder.start;
  // The first plan keeps to the start level; what lowers it later must not end balance.
  const bool balance = situation.day > situation.at.epoch_start && needs_balance(situation);
  std::optional<std::size_t> found;
  for (std::size_t i = ladder.chain_begin; i <= *ladder.start; ++i) {
    const exercise::Step& step = ladder.steps[i];
    const exercise::Exercise& e = catalogue.exercise(step.exercise);
    const bool kept = balance && e.serves.contains(exercise::Need::Balance);
    const std::int32_t most = kept ? std::max(level, kSupportedBalance) : level;
    if (step.dose == 0 && e.level <= most) found = i;
  }
  return found;
}

std::vector<LocalDate> replan_days(const PersonState& state, LocalDate until) {
  std::vector<LocalDate> days;
  const auto add = [&](const auto& list) {
    for (const auto& item : list) {
      if (item.day <= until) days.push_back(item.day);
    }
  };
  add(state.profiles);
  add(state.usual_pains);
  add(state.modes);
  add(state.swaps);
  add(state.excludes);
  add(state.goals);
  add(state.unlocks);
  add(state.overrides);
  add(state.tests);
  add(state.instruments);
  add(state.bodymaps);
  add(state.safety);
  for (const auto& profile : state.profiles) {
    const auto late = late_pregnancy_from(profile);
    if (late && *late <= until) days.push_back(*late);
    // What bending was left out for lapses (rules 1.4).
    const bool told = profile.body.worse_with.contains(clinical::PainActivity::Bending);
    for (const std::int32_t after : {exercise::kDirectionLapses, exercise::kDirectionLapsesLater}) {
      const LocalDate lapses = profile.day.plus(after);
      if (told && lapses <= until) days.push_back(lapses);
    }
    // Pain grows old: the calm phase and acute leg pain end by the calendar.
    for (const std::int32_t age : {kNewPainDays, clinical::kLongStandingDays}) {
      const LocalDate old = profile.day.plus(age + 1 - profile.body.onset_days_ago);
      if (old > profile.day && old <= until) days.push_back(old);
    }
  }
  for (const auto& unlock : state.unlocks) {
    if (unlock.body.until.plus(1) <= until) days.push_back(unlock.body.until.plus(1));
  }
  std::ranges::sort(days);
  days.erase(std::ranges::unique(days).begin(), days.end());
  return days;
}

LocalDate last_replan_day(const std::vector<LocalDate>& days, LocalDate day) {
  PLUMBLINE_REQUIRE(!days.empty() && days.front() <= day);
  return *std::prev(std::ranges::upper_bound(days, day));
}

}  // namespace plumbline::care
