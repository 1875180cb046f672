// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>

#include "alert_list.hpp"
#include "plumbline/care/checks.hpp"
#include "plumbline/care/sign_alerts.hpp"

namespace plumbline::care {
namespace {

using clinical::Urgency;
using record::PersonState;

std::int64_t within(const std::vector<LocalDate>& days, LocalDate today, std::int32_t window) {
  std::vector<LocalDate> unique(days);
  unique.erase(std::ranges::unique(unique).begin(), unique.end());
  return std::ranges::count_if(unique,
                               [&](LocalDate d) { return d <= today && today.since(d) < window; });
}

/// What to do while the plan is locked (rules 2.1).
void add_lock_messages(AlertList& out, const PersonState& state, const Locked& locked) {
  const bool emergency = locked.lock == clinical::Lock::All;
  const std::string when = !locked.within                                 ? "soon"
                           : *locked.within == clinical::Within::Now      ? "now"
                           : *locked.within == clinical::Within::Today    ? "today"
                           : *locked.within == clinical::Within::TwoDays  ? "within two days"
                           : *locked.within == clinical::Within::TwoWeeks ? "within two weeks"
                                                                          : "at your next visit";
  const std::string text =
      is_maternity_lock(state, locked) ? "Ring your maternity unit now. Do not exercise."
      : locked.urgency == Urgency::Emergency
          ? "Call 112 or your local emergency number now. Do not exercise."
          : "Please have yourself seen " + when + ". " +
                (emergency ? "There is no plan until then."
                           : "Until then: breathing, relaxation and easy moving about.");
  Reason why = locked.why.empty() ? Reason{"2.1/lock", {}, "lock", text} : locked.why.front();
  out.both(locked.urgency, std::move(why), text,
           "The plan is locked (" + std::string(word(locked.lock)) + "): see the reasons.");
}

void add_pain_messages(AlertList& out, const Situation& s, const Course& course) {
  /// @source rules 3.2, message
  const std::int64_t reds = within(course.red_days, s.day, 7);
  if (reds >= 2) {
    out.both(Urgency::SeeClinician,
             {"3.2/message", {{"sessions_in_7_days", reds}}, "message", kTalk},
             std::string("Twice this week an exercise hurt more than it should. ") + kTalk,
             "Pain beyond the limit in two sessions within seven days.");
  }
  if (within(course.floor_days, s.day, 28) >= 2) {
    out.both(Urgency::SeeClinician, {"3.2/message", {{"floor_reached", true}}, "message", kTalk},
             std::string("The easiest version was too much twice. ") + kTalk,
             "The lowest dose was reached twice within 28 days.");
  }
  if (s.at.usual_pain >= 8) {
    out.both(Urgency::SeeClinician,
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
  if (flare && severe_flare(state, s.at, s.day)) {
    out.both(
        Urgency::SeeClinician,
        {"3.6/flare_strong",
         {{"opened", format_date(flare->opened)}, {"usual_pain", std::int64_t{s.at.usual_pain}}},
         "see clinician",
         "Pain of 8 or more, well above your usual, for 48 hours."},
        text, "Pain of 8 or more and usual + 2 for 48 hours in a flare; today if unmanageable.");
  } else if (high_pain_message(state, s.at, s.day)) {
    out.both(Urgency::SeeClinician,
             {"2.4/strong_pain",
              {{"usual_pain", std::int64_t{s.at.usual_pain}}},
              "see clinician",
              "Pain of 8 or more, well above your usual, on two days."},
             text, "Pain of 8 or more and usual + 2 on two days.");
  }
}

void add_flare_messages(AlertList& out, const PersonState& state, const Situation& s,
                        const std::optional<Flare>& flare) {
  /// @source rules 3.6: open for 10 days; 3.5: three flares in 8 weeks
  if (flare) {
    const bool agreed = s.at.mode == clinical::CourseMode::GradedActivity && flare->quarters == 4;
    out.person(Urgency::None,
               {"3.6/flare", {{"opened", format_date(flare->opened)}}, "flare-up plan", {}},
               agreed ? "You are in a flare-up. Your agreed amounts stay as they are and do not "
                        "grow this week."
                      : "You are in a flare-up. Easy movement, walking in short bouts and rest are "
                        "enough.");
    if (s.day.since(flare->opened) >= 10) {
      out.both(Urgency::SeeClinician,
               {"3.6/flare_long", {{"opened", format_date(flare->opened)}}, "message", kTalk},
               std::string("This flare-up has lasted ten days. ") + kTalk,
               "A flare has been open for ten days.");
    }
  }
  add_strong_pain(out, state, s, flare);
  const std::int64_t flares = flares_opened(state, s.at, s.day, 56);
  if (flares >= 3) {
    out.both(Urgency::SeeClinician, {"3.5/fluctuating", {{"flares", flares}}, "review", kTalk},
             std::string("You had three flare-ups in eight weeks. ") + kTalk,
             "Three flares in eight weeks: review the plan.");
  }
}

void add_mode_suggestion(AlertList& out, const Situation& s) {
  /// @source rules 3.4: whom graded activity suits; the person agrees
  constexpr std::int32_t kTwelveWeeks = 84;
  const bool conditions_known = s.at.profile.conditions.has_value();
  const bool pem = conditions_known && s.at.profile.conditions->contains(clinical::Condition::Pem);
  const bool suits = s.at.high_psychological_risk && s.at.onset_days > kTwelveWeeks &&
                     !s.derived.flags.contains(clinical::DerivedFlag::NeuroDeficit) &&
                     exercise::irritability_of(s.at.profile) != clinical::Irritability::High;
  const bool constant = s.at.usual_pain >= 7 && s.at.onset_days > kTwelveWeeks;
  if (pem || !conditions_known || s.at.mode == clinical::CourseMode::GradedActivity) return;
  if (!suits && !constant) return;
  out.person(Urgency::None,
             {"3.4/suggest_mode", {{"high_risk", s.at.high_psychological_risk}}, "suggest", {}},
             "Agreed amounts that grow by the calendar, not by the pain of the day, may suit you. "
             "You decide.");
}

void add_refused_mode(AlertList& out, const Situation& s) {
  if (!s.at.quota_refused) return;
  out.both(Urgency::None, {"1.9/pem", {{"graded_activity", false}}, "refuse", {}},
           "Amounts that grow by the calendar are not for you; the plan follows how you respond.",
           "Graded activity is off with post-exertional malaise or a nerve deficit.");
}

void add_signs(AlertList& out, const PersonState& state, const Situation& s) {
  /// @source rules 2.7: dizziness twice in 7 days
  const auto dizzy = std::ranges::count_if(state.symptoms, [&](const auto& x) {
    return x.body.what == clinical::SymptomWhat::Dizzy && x.day <= s.day && s.day.since(x.day) < 7;
  });
  if (dizzy >= 2) {
    out.both(Urgency::SeeClinician,
             {"2.7/dizziness", {{"times_in_7_days", std::int64_t{dizzy}}}, "see clinician", {}},
             "You felt dizzy twice this week. Please see a clinician before you go on.",
             "Dizziness during exercise twice in seven days.");
  }
  if (s.circumstances.filters.contains(exercise::FilterWord::SevereHypertension)) {
    out.both(Urgency::SeeClinician,
             {"1.9/blood_pressure", {{"limit", "180/110"}}, "see clinician", {}},
             "Your blood pressure reading is very high. Please see a clinician; until then only "
             "easy walking.",
             "Blood pressure of 180/110 or more: walking only.");
  }
  // In graded activity a bad start is noted and changes nothing (rules 3.4).
  if (s.at.mode == clinical::CourseMode::GradedActivity) return;
  for (const record::Session& session : state.sessions) {
    if (session.day != s.day || !session.pain || *session.pain < s.at.usual_pain + 2) continue;
    out.person(Urgency::None,
               {"3.2/pre", {{"pain", std::int64_t{*session.pain}}}, "offer the short version", {}},
               "Today hurts more than usual. The short version is enough: half the sets, one level "
               "easier.");
  }
}

}  // namespace

std::vector<Alert> compute_alerts(const PersonState& state, const Situation& s,
                                  const Course& course, const std::optional<Flare>& flare) {
  AlertList out;
  add_adverse_events(out, state, s);
  if (s.safety.locked) {
    add_lock_messages(out, state, *s.safety.locked);
    return out.take();
  }
  if (s.safety.urgency != Urgency::None && !s.safety.locked) {
    for (const Reason& reason : s.safety.advice) out.person(s.safety.urgency, reason, reason.text);
  }
  add_pain_messages(out, s, course);
  add_flare_messages(out, state, s, flare);
  add_mode_suggestion(out, s);
  add_refused_mode(out, s);
  add_signs(out, state, s);
  add_progress_alerts(out, state, s, course);
  return out.take();
}

}  // namespace plumbline::care
