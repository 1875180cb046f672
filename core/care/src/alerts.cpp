// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/alerts.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "alert_budget.hpp"
#include "alert_list.hpp"
#include "plumbline/care/reaction.hpp"
#include "plumbline/care/short_version.hpp"
#include "plumbline/care/sign_alerts.hpp"
#include "progress_alerts.hpp"

namespace plumbline::care {
namespace {

using clinical::Urgency;
using record::PersonState;

/// @source rules 3.2, message: red in two sessions in 7 days, the floor reached twice in 28 days;
/// 2.7: dizzy twice in 7 days
constexpr std::int32_t kTwice = 2;
constexpr std::int32_t kRedWindow = 7;
constexpr std::int32_t kFloorWindow = 28;
constexpr std::int32_t kDizzyWindow = 7;
/// @source rules 3.5: constant high is usual pain of 7 or more
constexpr std::int32_t kConstantHigh = 7;
/// @source rules 3.6: a flare that is open for 10 days
constexpr std::int32_t kLongFlare = 10;
/// @source rules 3.5: three flares in 8 weeks
constexpr std::int32_t kManyFlares = 3;
constexpr std::int32_t kFlareWindow = 56;

/// The days on which something happened for the second time within a window.
std::vector<LocalDate> repeated(const std::vector<LocalDate>& days, std::int32_t window) {
  std::vector<LocalDate> out;
  for (std::size_t i = 1; i < days.size(); ++i) {
    const std::int32_t apart = days[i].since(days[i - 1]);
    if (apart > 0 && apart < window) out.push_back(days[i]);
  }
  return out;
}

std::int64_t within(const std::vector<LocalDate>& days, LocalDate today, std::int32_t window) {
  std::vector<LocalDate> unique(days);
  unique.erase(std::ranges::unique(unique).begin(), unique.end());
  return std::ranges::count_if(unique,
                               [&](LocalDate d) { return d <= today && today.since(d) < window; });
}

/// @source rules 2.1, "words to the person"
std::string what_to_do(const std::optional<clinical::Within>& within) {
  if (!within) return "Please see a doctor soon.";
  switch (*within) {
    case clinical::Within::Now:
      return "Please get medical help now.";
    case clinical::Within::Today:
      return "Please ring a doctor today.";
    case clinical::Within::TwoDays:
      return "Please see a doctor within two days.";
    case clinical::Within::TwoWeeks:
      return "Please see a doctor within two weeks.";
    case clinical::Within::Routine:
      return "Please make an appointment with a doctor to have this looked at.";
  }
  return "";
}

/// How a lock ends: somebody looks at it, and it is told (rules 2.5). The longer it waits without a
/// word, the plainer; what would make it an emergency is always said.
std::string way_out(const Locked& locked, LocalDate today) {
  /// @source engineering choice: a week without a word deserves a stronger one, a month another
  constexpr std::int32_t kWeek = 7;
  constexpr std::int32_t kMonth = 28;
  if (!locked.unseen_since) return "";
  const std::int32_t days = today.since(*locked.unseen_since);
  const bool emergency = locked.urgency == Urgency::Emergency;
  std::string out;
  if (days >= kMonth) {
    out = " It has waited for " + std::to_string(days / kWeek) +
          " weeks. Please ask somebody to help you get an appointment, today if you can.";
  } else if (days >= kWeek) {
    out = days == kWeek
              ? " It has waited for a week: please do not put it off."
              : " It has waited for " + std::to_string(days) + " days: please do not put it off.";
  }
  if (!emergency) {
    out +=
        " If it gets worse, or you feel very ill, shivery or confused, or you lose control of "
        "bladder or bowel, or numbness or weakness comes, call 112 or your local emergency "
        "number at once.";
  }
  return out + " Once you have been seen, tell us what was found, and the plan can open again.";
}

/// Whether all that locks is the crisis card (rules 2.2, C24).
bool is_crisis_lock(const Locked& locked) {
  const RationaleInput flag{"flag", std::string(word(clinical::FlagId::Ps1))};
  return !locked.why.empty() && std::ranges::all_of(locked.why, [&](const Reason& why) {
    return std::ranges::find(why.inputs, flag) != why.inputs.end();
  });
}

constexpr const char* kCrisisNow =
    "You are not alone with this. Please ring a crisis line near you or 112 now, and let somebody "
    "be with you. Exercise waits until the question about it is answered again.";

/// What to do while the plan is locked (rules 2.1).
void add_lock_messages(AlertList& out, const PersonState& state, const Locked& locked,
                       LocalDate today) {
  const bool emergency = locked.lock == clinical::Lock::All;
  const std::string first =
      is_maternity_lock(state, locked) ? "Ring your maternity unit now. Do not exercise."
      : locked.urgency == Urgency::Emergency
          ? "Call 112 or your local emergency number now. Do not exercise."
          : what_to_do(locked.within) + " " +
                (emergency ? "There is no plan until then."
                           : "Until then: breathing, relaxation and easy moving about.");
  const std::string text =
      is_crisis_lock(locked) ? std::string(kCrisisNow) : first + way_out(locked, today);
  Reason why = locked.why.empty() ? Reason{"2.1/lock", {}, "lock", text} : locked.why.front();
  out.both(locked.urgency, std::move(why), text,
           "The plan is locked (" + std::string(word(locked.lock)) + "): see the reasons.");
}

void add_pain_messages(AlertList& out, const Situation& s, const Course& course) {
  const std::int64_t reds = within(course.red_days, s.day, kRedWindow);
  const bool said = reds >= kTwice && is_said(repeated(course.red_days, kRedWindow), s.day);
  if (reds >= kTwice) {
    out.within_budget(said, Urgency::SeeClinician,
                      {"3.2/message", {{"sessions_in_7_days", reds}}, "message", kTalk},
                      std::string("Pain was high around exercise on some days lately. ") + kTalk,
                      "Pain beyond the limit in two sessions within seven days.");
  }
  const std::int64_t floors = within(course.floor_days, s.day, kFloorWindow);
  if (floors >= kTwice) {
    out.within_budget(
        !said && is_said(repeated(course.floor_days, kFloorWindow), s.day), Urgency::SeeClinician,
        {"3.2/message", {{"floor_reached", true}, {"days_in_4_weeks", floors}}, "message", kTalk},
        std::string("Pain has been high lately, also with the easiest exercises. ") + kTalk,
        "The lowest dose was reached twice within 28 days.");
  }
  if (s.at.usual_pain >= kHoldFrom) {
    const LocalDate since = s.at.usual_set_on.value_or(s.at.plan_start);
    out.within_budget(
        is_said(since, s.day), Urgency::SeeClinician,
        {"3.2/message", {{"usual_pain", std::int64_t{s.at.usual_pain}}}, "hold", kTalk},
        std::string("Your usual pain is high, so nothing gets harder for now. ") + kTalk,
        "Usual pain is 8 or more: the plan holds.");
  }
}

/// @source rules 3.6: 8 or more and usual + 2 for 48 hours; 2.4: the same on two days
void add_strong_pain(AlertList& out, const PersonState& state, const Situation& s,
                     const std::optional<Flare>& flare) {
  const std::string text =
      "Your pain has been strong for two days. Please arrange to see a clinician; ring today if "
      "you "
      "cannot manage.";
  if (flare && severe_flare(state, s.day)) {
    out.both(
        Urgency::SeeClinician,
        {"3.6/flare_strong",
         {{"opened", format_date(flare->opened)}, {"usual_pain", std::int64_t{s.at.usual_pain}}},
         "see clinician",
         "Pain of 8 or more, well above your usual, for 48 hours."},
        text, "Pain of 8 or more and usual + 2 for 48 hours in a flare; today if unmanageable.");
  } else if (high_pain_message(state, s.day)) {
    out.both(Urgency::SeeClinician,
             {"2.4/strong_pain",
              {{"usual_pain", std::int64_t{s.at.usual_pain}}},
              "see clinician",
              "Pain of 8 or more, well above your usual, on two days."},
             text, "Pain of 8 or more and usual + 2 on two days.");
  }
}

/// Days on which a flare began that was one too many.
std::vector<LocalDate> flare_days(const PersonState& state, LocalDate today) {
  std::vector<LocalDate> out;
  for (const FlareSign& sign : flare_signs(state, today)) {
    if (sign.opens && flares_opened(state, sign.day, kFlareWindow) >= kManyFlares) {
      out.push_back(sign.day);
    }
  }
  return out;
}

void add_flare_messages(AlertList& out, const PersonState& state, const Situation& s,
                        const std::optional<Flare>& flare) {
  if (flare) {
    const bool agreed = s.at.mode == clinical::CourseMode::GradedActivity && flare->quarters == 4;
    if (flare->first_days || is_said(flare->opened, s.day)) {
      out.person(Urgency::None,
                 {"3.6/flare",
                  {{"opened", format_date(flare->opened)}},
                  "flare-up plan",
                  "Your pain has flared up."},
                 agreed
                     ? "You are in a flare-up. Your agreed amounts stay as they are and do not "
                       "grow this week."
                     : "You are in a flare-up. Easy movement, walking in short bouts and rest are "
                       "enough.");
    }
    if (s.day.since(flare->opened) >= kLongFlare) {
      out.within_budget(
          is_said(flare->opened.plus(kLongFlare), s.day), Urgency::SeeClinician,
          {"3.6/flare_long", {{"opened", format_date(flare->opened)}}, "message", kTalk},
          std::string("This flare-up has lasted ten days. ") + kTalk,
          "A flare has been open for ten days.");
    }
  }
  add_strong_pain(out, state, s, flare);
  const std::int64_t flares = flares_opened(state, s.day, kFlareWindow);
  if (flares >= kManyFlares) {
    out.within_budget(is_said(flare_days(state, s.day), s.day), Urgency::SeeClinician,
                      {"3.5/fluctuating", {{"flares", flares}}, "review", kTalk},
                      "You had " + std::to_string(flares) + " flare-ups in eight weeks. " + kTalk,
                      std::to_string(flares) + " flares in eight weeks: review the plan.");
  }
}

void add_mode_suggestion(AlertList& out, const Situation& s) {
  // Whom graded activity suits (rules 3.4); the person agrees.
  const bool conditions_known = s.at.profile.conditions.has_value();
  const bool pem = conditions_known && s.at.profile.conditions->contains(clinical::Condition::Pem);
  const bool suits = s.at.high_psychological_risk &&
                     s.at.onset_days > clinical::kLongStandingDays &&
                     !s.derived.flags.contains(clinical::DerivedFlag::NeuroDeficit) &&
                     exercise::irritability_of(s.at.profile) != clinical::Irritability::High;
  const bool constant =
      s.at.usual_pain >= kConstantHigh && s.at.onset_days > clinical::kLongStandingDays;
  if (pem || !conditions_known || s.at.mode == clinical::CourseMode::GradedActivity) return;
  if (!suits && !constant) return;
  if (!is_said(s.at.plan_start, s.day)) return;
  out.person(Urgency::None,
             {"3.4/suggest_mode",
              {{"high_risk", s.at.high_psychological_risk},
               {"usual_pain", std::int64_t{s.at.usual_pain}},
               {"constant_pain", constant},
               {"onset_days", std::int64_t{s.at.onset_days}}},
              "suggest",
              constant ? "Your pain has been strong and much the same for more than twelve weeks."
                       : "With pain for more than twelve weeks and worry about it, agreed amounts "
                         "tend to suit."},
             "Amounts that are agreed beforehand and grow by the calendar, not by the pain of the "
             "day, may suit you. If you would like to try that, choose it in your profile; until "
             "then nothing changes.");
}

void add_refused_mode(AlertList& out, const Situation& s) {
  if (!s.at.quota_refused) return;
  const auto& conditions = s.at.profile.conditions;
  const bool pem = conditions && conditions->contains(clinical::Condition::Pem);
  const std::string because = pem ? "After effort your body may need days to recover"
                                  : "What you told us about your nerves asks for care";
  out.both(Urgency::None,
           {"1.9/pem", {{"graded_activity", false}, {"pem", pem}}, "refuse", because + "."},
           because + ". So the plan follows how you respond, and nothing grows by the calendar.",
           "Graded activity is off with post-exertional malaise or a nerve deficit.");
}

/// The last reading, such as "185/112".
std::string reading_of(const Situation& s) {
  const auto& reading = s.at.profile.blood_pressure;
  if (!reading) return "none in the last profile";
  return std::to_string(reading->systolic) + "/" + std::to_string(reading->diastolic);
}

void add_signs(AlertList& out, const PersonState& state, const Situation& s,
               const std::optional<Flare>& flare) {
  const auto dizzy = std::ranges::count_if(state.symptoms, [&](const auto& x) {
    return x.body.what == clinical::SymptomWhat::Dizzy && x.day <= s.day &&
           s.day.since(x.day) < kDizzyWindow;
  });
  if (dizzy >= kTwice) {
    out.both(Urgency::SeeClinician,
             {"2.7/dizziness",
              {{"times_in_7_days", std::int64_t{dizzy}}},
              "see clinician",
              "You felt dizzy more than once within seven days."},
             "You felt dizzy " + std::to_string(dizzy) +
                 " times in the last week. Please see a clinician before you go on.",
             "Dizziness during exercise " + std::to_string(dizzy) + " times in seven days.");
  }
  if (s.circumstances.filters.contains(exercise::FilterWord::SevereHypertension)) {
    out.both(
        Urgency::SeeClinician,
        {"1.9/blood_pressure",
         {{"limit", "180/110"},
          {"reading", reading_of(s)},
          {"level", std::string(word(s.at.blood_pressure))}},
         "see clinician",
         "Blood pressure of 180/110 or more is seen by a clinician first."},
        "Your blood pressure reading is very high. Please see a clinician; until then only "
        "easy walking.",
        "Blood pressure of 180/110 or more: easy walking only. Reading: " + reading_of(s) + ".");
  }
  const bool halved = flare && flare->quarters < 4;
  // In graded activity a bad start is noted and changes nothing (rules 3.4).
  if (s.at.mode == clinical::CourseMode::GradedActivity) return;
  for (const record::Session& session : state.sessions) {
    if (!begins_badly(session, s)) continue;
    out.person(Urgency::None,
               {"3.2/pre",
                {{"pain", std::int64_t{*session.pain}}},
                "offer the short version",
                "Your pain is at least 2 points above your usual before you start."},
               halved ? "Today hurts more than usual. The amounts are smaller already; the short "
                        "version is smaller still, and it is enough."
                      : "Today hurts more than usual. The short version is enough: half the sets, "
                        "one level easier.");
  }
}

}  // namespace

std::vector<Alert> compute_alerts(const PersonState& state, const Situation& s,
                                  const Course& course, const std::optional<Flare>& flare) {
  AlertList out;
  add_adverse_events(out, state, s);
  if (s.safety.locked) {
    add_lock_messages(out, state, *s.safety.locked, s.day);
    return out.take();
  }
  if (s.safety.urgency != Urgency::None && !s.safety.locked) {
    for (const Reason& reason : s.safety.advice) out.person(s.safety.urgency, reason, reason.text);
  }
  add_pain_messages(out, s, course);
  add_flare_messages(out, state, s, flare);
  add_mode_suggestion(out, s);
  add_refused_mode(out, s);
  add_signs(out, state, s, flare);
  add_progress_alerts(out, state, s, course);
  return out.take();
}

}  // namespace plumbline::care
