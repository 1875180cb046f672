// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/safety_state.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "plumbline/care/flare.hpp"
#include "plumbline/clinical/leg_symptoms.hpp"
#include "plumbline/clinical/lock.hpp"
#include "plumbline/clinical/recheck.hpp"
#include "plumbline/clinical/screen_completeness.hpp"
#include "training_days.hpp"

namespace plumbline::care {
namespace {

using clinical::LockEvent;
using record::PersonState;
using record::SafetyEntry;

clinical::FlagSet set_of(const std::vector<clinical::FlagId>& flags) {
  clinical::FlagSet out;
  for (const clinical::FlagId flag : flags) out.insert(flag);
  return out;
}

std::vector<clinical::ClearedFlags> cleared(const std::vector<record::Clearing>& clears) {
  std::vector<clinical::ClearedFlags> out;
  out.reserve(clears.size());
  for (const record::Clearing& c : clears) out.push_back({c.entry, set_of(c.flags)});
  return out;
}

/// Turns safety entries into events for the ledger of locks.
class Events {
 public:
  Events(const PersonState& state, const ProfileAt& profile, LocalDate day)
      : anticoagulant_(profile.profile.conditions &&
                       profile.profile.conditions->contains(clinical::Condition::Anticoagulant)) {
    for (const SafetyEntry& entry : state.safety) {
      if (entry.day > day) continue;
      entry_ = &entry;
      std::visit(*this, entry.body);
    }
  }
  std::vector<LockEvent> take() { return std::move(out_); }

  void operator()(const record::ScreenAnswered& b) {
    screens_[entry_->entry] = true;
    put(clinical::ScreenEvent{b.input});
  }
  void operator()(const record::SymptomReported& b) {
    put(clinical::SymptomEvent{b.what, anticoagulant_});
  }
  void operator()(const record::ClinicianCleared& b) {
    put(clinical::ClinicianClearance{cleared(b.clears), b.until});
  }
  void operator()(const record::PersonAssessed& b) {
    put(clinical::OwnAssessment{cleared(b.clears), b.on, b.told, false});
  }
  void operator()(const record::EntryCorrected& b) {
    if (!screens_.contains(b.entry)) return;
    clinical::ScreenCorrection out{b.entry, std::nullopt};
    if (b.body) out.input = std::get<record::ScreenAnswered>(*b.body).input;
    put(std::move(out));
  }
  template <class T>
  void operator()(const T&) {}

 private:
  template <class T>
  void put(T body) {
    out_.push_back({entry_->entry, entry_->at, std::move(body)});
  }

  bool anticoagulant_;
  const SafetyEntry* entry_ = nullptr;
  std::map<EntryId, bool> screens_;
  std::vector<LockEvent> out_;
};

/// When each group of questions was last answered as a whole.
void note_answers(clinical::RecheckInput& in, const PersonState& state, LocalDate day) {
  for (const auto& screen : state.screens) {
    if (screen.day > day) continue;
    const clinical::FlagSet answered = screen.body.answers.answered();
    for (std::size_t g = 0; g < in.last_answered.size(); ++g) {
      const auto group = static_cast<clinical::RecheckGroup>(g);
      const bool told = group == clinical::RecheckGroup::Inflammatory && screen.body.inflammatory;
      if (told || answered.includes(clinical::flags_of(group))) in.last_answered.at(g) = screen.at;
    }
  }
}

/// When the last session of a day began.
Instant last_start(const PersonState& state, LocalDate day) {
  Instant out{};
  for (const record::Session& session : state.sessions) {
    if (session.day == day && !session.done.empty()) out = session.started;
  }
  return out;
}

/// A break asks for the full screen when it reaches four weeks, and every four weeks that it goes
/// on: also while the person has not come back yet (rules 2.6, 3.6).
void note_breaks(clinical::RecheckInput& in, const PersonState& state,
                 const std::vector<LocalDate>& training, LocalDate day) {
  /// @source engineering choice: days on the clock
  constexpr std::int64_t kDayMs = 86'400'000;
  for (const LongBreak& found : long_breaks(training, day)) {
    const Instant last = last_start(state, found.from);
    for (std::int32_t d = clinical::kFourWeekly; d <= found.until.since(found.from);
         d += clinical::kFourWeekly) {
      Instant reached = last;
      reached.unix_ms += d * kDayMs;
      in.events.push_back({clinical::RecheckCause::GapOfFourWeeks, reached});
    }
  }
}

void note_events(clinical::RecheckInput& in, const PersonState& state,
                 const std::vector<FlareSign>& flares, const std::vector<LocalDate>& training,
                 LocalDate day) {
  const auto add = [&](clinical::RecheckCause cause, const Instant& at, LocalDate on) {
    if (on <= day) in.events.push_back({cause, at});
  };
  for (const FlareSign& f : flares) add(clinical::RecheckCause::FlareOpened, f.at, f.day);
  for (const auto& s : state.symptoms) {
    if (s.body.what == clinical::SymptomWhat::LegPainSpreading) {
      add(clinical::RecheckCause::LegPainSpread, s.at, s.day);
    }
    if (s.body.what == clinical::SymptomWhat::Fall) add(clinical::RecheckCause::Fall, s.at, s.day);
  }
  note_breaks(in, state, training, day);
  for (const record::Session& session : state.sessions) {
    const bool worse = std::ranges::any_of(session.done, [](const auto& done) {
      return done.body.leg_symptoms == record::LegSymptoms::Worse ||
             done.body.leg_symptoms == record::LegSymptoms::New;
    });
    if (worse) add(clinical::RecheckCause::RedWithLegSymptoms, session.started, session.day);
  }
}

/// Usual pain at least 30 % below the first one; empty where nothing was told since.
std::optional<bool> improved(const PersonState& state, const ProfileAt& at) {
  if (at.profile.improving) return at.profile.improving;
  if (state.profiles.empty() || !at.usual_set_on) return std::nullopt;
  const std::int32_t first = clinical::usual_pain(state.profiles.front().body);
  return (first - at.usual_pain) * 10 >= first * 3 && first > 0;
}

/// What happened on which days, as far as checks ask for it.
struct Happened {
  const std::vector<LocalDate>& training;
  /// Days on which a plan was reopened after an assessment.
  const std::vector<LocalDate>& reopened;
};

clinical::RecheckInput recheck_input(const PersonState& state, const ProfileAt& at,
                                     const std::vector<FlareSign>& flares, const Happened& happened,
                                     LocalDate day) {
  const clinical::Profile& p = at.profile;
  clinical::RecheckInput in;
  in.start = state.screens.front().day;
  in.onset = day.plus(-at.onset_days);
  const auto leg = clinical::compute_leg_symptoms(p.radiates, p.neuro_symptoms, p.pain);
  const bool radicular = leg.neuro_symptoms || leg.radiates == clinical::Radiation::BelowKnee;
  if (radicular) in.radicular_since = at.epoch_start;
  in.thoracic = clinical::has_pain_in(p, {clinical::Region::Thoracic});
  in.osteoporosis =
      p.conditions && p.conditions->intersects({clinical::Condition::Osteoporosis,
                                                clinical::Condition::VertebralFracture});
  in.improved = improved(state, at);
  note_answers(in, state, day);
  note_events(in, state, flares, happened.training, day);
  in.reopened_on = happened.reopened;
  return in;
}

/// Waiting only because a flare goes on whose first day was answered for. Every sign counts for how
/// long a check waits, so that more pain never means a shorter wait; but it is shown weekly only.
bool goes_on_quietly(const clinical::Recheck& check, const std::vector<FlareSign>& flares,
                     std::int32_t waited) {
  /// @source rules 2.6: after 7 days no step-ups, so it is asked before; weekly as in sciatica
  constexpr std::int32_t kQuietDays = 6;
  const auto same_day = [&](const FlareSign& sign) { return sign.day == check.due; };
  const auto opens = [&](const FlareSign& sign) { return same_day(sign) && sign.opens; };
  const bool of_flares = check.group == clinical::RecheckGroup::CaudaEquinaAndNerves ||
                         check.group == clinical::RecheckGroup::FractureInOsteoporosis;
  return of_flares && waited < kQuietDays && std::ranges::any_of(flares, same_day) &&
         std::ranges::none_of(flares, opens);
}

/// With thin bones a sudden worsening may be a new fracture (docs/decisions/0022): in a flare the
/// questions come before loaded work. A flare that somebody told of needs an answer given after it.
/// For reports of pain an answer holds for the signs of the days behind it too, so that nobody is
/// asked every morning; a further sign never needs less than the first.
bool bones_wait(const clinical::RecheckInput& in, const PersonState& state, const ProfileAt& at,
                const std::vector<FlareSign>& flares, LocalDate day) {
  /// @source engineering choice: as long as the first days of a flare
  constexpr std::int32_t kAnswerHolds = 3;
  if (!in.osteoporosis || flares.empty()) return false;
  const std::optional<Flare> flare = open_flare(state, at, day);
  const bool agreed = at.mode == clinical::CourseMode::GradedActivity;
  if (!flare || (agreed && flare->quarters == 4)) return false;
  const auto group = static_cast<std::size_t>(clinical::RecheckGroup::FractureInOsteoporosis);
  const std::optional<Instant>& answered = in.last_answered.at(group);
  if (!answered) return true;
  const bool told_since = std::ranges::any_of(
      state.flares, [&](const auto& told) { return told.day <= day && told.at > *answered; });
  return told_since || flares.back().day.since(local_date(*answered)) >= kAnswerHolds;
}

/// Said plainly, and as due since the sign that asks, also where it was asked weekly only.
void ask_about_bones(SafetyState& out, LocalDate sign) {
  const std::string name(word(clinical::RecheckGroup::FractureInOsteoporosis));
  auto check = std::ranges::find(out.checks, name, &SafetyCheck::name);
  if (check == out.checks.end()) {
    out.checks.push_back({name, sign, {"2.6/" + name, {{"cause", "flare_opened"}}, "due", {}}});
    check = std::prev(out.checks.end());
  }
  check->due = std::min(check->due, sign);
  check->why.text =
      "Your bones are thin and the pain is stronger than usual. Please answer the questions about "
      "falls, injuries, sudden pain and a change in posture today, before you exercise.";
}

/// Adds the checks that are due, from the first screen on.
void add_checks(SafetyState& out, const PersonState& state, const ProfileAt& at, LocalDate day,
                const Happened& happened) {
  /// @source engineering choice: what falls due within four weeks is shown
  constexpr std::int32_t kShownAhead = 28;
  const std::vector<FlareSign> flares = flare_signs(state, day);
  const clinical::RecheckInput in = recheck_input(state, at, flares, happened, day);
  for (const clinical::Recheck& check : compute_rechecks(in)) {
    const std::int32_t waited = day.since(check.due);
    // The question about inflammatory signs is routine: it locks nothing and holds nothing back.
    const bool routine = check.group == clinical::RecheckGroup::Inflammatory;
    if (!routine) out.overdue_days = std::max(out.overdue_days, waited);
    if (waited >= -kShownAhead && !goes_on_quietly(check, flares, waited)) {
      out.checks.push_back({std::string(word(check.group)), check.due, check.why});
    }
  }
  out.bones_first = bones_wait(in, state, at, flares, day);
  if (out.bones_first) ask_about_bones(out, flares.back().day);
}

/// The latest screen up to the day: advice that locks nothing, filters, completeness.
void read_latest_screen(SafetyState& out, const PersonState& state, LocalDate day) {
  for (const auto& screen : state.screens) {
    if (screen.day > day) continue;
    out.never_screened = false;
    const clinical::Triage triage = clinical::compute_triage(screen.body);
    out.urgency = triage.verdict.urgency;
    out.within = triage.verdict.within;
    out.advice = triage.rationale;
    out.filters = out.filters.united(triage.filters);
    const bool complete =
        clinical::screen_completeness(screen.body.answers, screen.body.region).complete();
    out.screen_complete = out.screen_complete || complete;
  }
}

/// Whether an entry clears the fall that a profile told: it names a profile entry and RF-FX2.
bool names_fall_of_profile(const SafetyEntry& entry, const PersonState& state) {
  const std::vector<record::Clearing>* clears = nullptr;
  if (const auto* by = std::get_if<record::ClinicianCleared>(&entry.body)) clears = &by->clears;
  if (const auto* own = std::get_if<record::PersonAssessed>(&entry.body)) {
    if (own->told != clinical::AssessmentResult::NotSeen) clears = &own->clears;
  }
  return clears != nullptr && std::ranges::any_of(*clears, [&](const record::Clearing& c) {
           const bool profile = std::ranges::any_of(
               state.profiles, [&](const auto& told) { return told.entry == c.entry; });
           return profile && std::ranges::find(c.flags, clinical::FlagId::Fx2) != c.flags.end();
         });
}

/// Blood thinners with a fall: urgent today (rules 1.9), until an entry names it as looked at.
void lock_by_fall(SafetyState& out, const PersonState& state, const ProfileAt& at, LocalDate day) {
  const clinical::Profile& p = at.profile;
  const bool thinners = p.conditions && p.conditions->contains(clinical::Condition::Anticoagulant);
  if (!thinners || !p.fall_12_months || !*p.fall_12_months || out.locked) return;
  const bool seen = std::ranges::any_of(state.safety, [&](const SafetyEntry& e) {
    return e.day <= day && names_fall_of_profile(e, state);
  });
  if (seen) return;
  Reason why{"1.9/anticoagulant_fall",
             {{"anticoagulant", true},
              {"fall_12_months", true},
              {"entry", at.entry.text()},
              {"flag", std::string(word(clinical::FlagId::Fx2))}},
             "urgent today REST",
             "You take blood thinners and have had a fall. Please ring your doctor today."};
  out.locked = Locked{clinical::Urgency::Urgent,
                      clinical::Within::Today,
                      clinical::Lock::Rest,
                      {std::move(why)},
                      at.profile_day};
}

/// Below 18 there is no plan, whatever else is locked; what is more urgent stays so.
void lock_by_age(SafetyState& out, std::int32_t age) {
  /// @source formats.md, plan: below 18 there is no plan without a clinician
  constexpr std::int32_t kAdult = 18;
  if (age >= kAdult) return;
  if (!out.locked) {
    out.locked = Locked{clinical::Urgency::SeeClinician, clinical::Within::Routine, {}, {}, {}};
  }
  out.locked->lock = clinical::Lock::All;
  out.locked->why.push_back(
      {"formats/age",
       {{"age", std::int64_t{age}}},
       "see clinician",
       "Below 18, back pain is looked at by a clinician first. Please make an appointment."});
}

/// The way out of a lock is asked for as long as it stands (rules 2.5).
void ask_whether_seen(SafetyState& out) {
  if (!out.locked || !out.locked->unseen_since) return;
  const std::string since = format_date(*out.locked->unseen_since);
  out.checks.push_back({"been_seen",
                        *out.locked->unseen_since,
                        {"2.5/been_seen",
                         {{"told_on", since}},
                         "due",
                         "What you told us on " + since +
                             " needs somebody to look at it. Have you been seen? Tell us by whom "
                             "and what they found, and the plan can open again."}});
}

/// Only advice to see somebody at leisure; modifiers and filters say nothing to do.
void keep_advice_that_acts(SafetyState& out) {
  std::erase_if(out.advice, [](const Reason& r) {
    return r.verdict.find("see_clinician") == std::string::npos;
  });
  // What is more urgent stands in the ledger of locks, and ends there.
  if (out.urgency > clinical::Urgency::SeeClinician) {
    out.urgency = clinical::Urgency::SeeClinician;
    out.within = clinical::Within::Routine;
  }
}

}  // namespace

std::int32_t overdue_check_days(const PersonState& state, const ProfileAt& profile,
                                const std::vector<LocalDate>& training, LocalDate day) {
  if (state.screens.empty() || state.screens.front().day > day) return 0;
  SafetyState checks;
  ProfileAt then = profile;
  then.onset_days += day.since(profile.day);
  const std::vector<LocalDate> never;
  add_checks(checks, state, then, day, {training, never});
  return checks.overdue_days;
}

SafetyState compute_safety(const PersonState& state, const ProfileAt& profile,
                           const std::vector<LocalDate>& training, LocalDate day) {
  SafetyState out;
  read_latest_screen(out, state, day);
  keep_advice_that_acts(out);
  const std::vector<LockEvent> events = Events(state, profile, day).take();
  const clinical::LockState locks = clinical::compute_locks(events, day);
  if (locks.verdict.lock != clinical::Lock::None) {
    out.locked = Locked{
        locks.verdict.urgency, locks.verdict.within, locks.verdict.lock, locks.rationale, {}};
    for (const clinical::OpenLock& open : locks.open) {
      const LocalDate day_of = local_date(open.opened_at);
      auto& since = out.locked->unseen_since;
      if (!open.until_screened && (!since || day_of < *since)) since = day_of;
    }
  }
  lock_by_fall(out, state, profile, day);
  lock_by_age(out, profile.profile.person.age);
  ask_whether_seen(out);
  std::vector<LocalDate> reopened;
  reopened.reserve(locks.reopenings.size());
  for (const clinical::Reopening& r : locks.reopenings) reopened.push_back(r.on);
  out.reopened = !reopened.empty();
  if (!out.never_screened) add_checks(out, state, profile, day, {training, reopened});
  return out;
}

}  // namespace plumbline::care
