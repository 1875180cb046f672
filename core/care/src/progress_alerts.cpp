// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "progress_alerts.hpp"

#include <algorithm>

#include "alert_budget.hpp"
#include "progress.hpp"

namespace plumbline::care {
namespace {

using clinical::Urgency;
using record::PersonState;

/// @source rules 5.7: review at 6 weeks, another approach at 12
constexpr std::int32_t kReviewDay = 42;
constexpr std::int32_t kChangeDay = 84;
/// @source rules 3.4: red three times; rules 3.2: messages look back 7 days
constexpr std::int32_t kMessageDays = 7;
/// @source engineering choice: an event is named for four weeks, until the next check
constexpr std::int32_t kEventDays = 28;

void add_worsening(AlertList& out, const PersonState& state, const Situation& s) {
  const auto worse = find_worsening(state, s.day);
  if (!worse) return;
  out.within_budget(
      is_said(worse->confirmed_on, s.day), Urgency::SeeClinician, worse->reason,
      std::string("Things have been harder for a while. Going back a step is normal. ") + kTalk,
      "Lasting worsening against the best level: " + std::string("confirmed on ") +
          format_date(worse->confirmed_on) + ".");
}

/// < 30 % better and no gain in function: somebody should look at the plan.
void add_non_response(AlertList& out, const PersonState& state, const Situation& s,
                      const Course& course) {
  const std::int32_t days = s.day.since(s.at.plan_start);
  if (days < kReviewDay || !course.last_session || s.at.keeps_going) return;
  if (pain_is_better(state, s.day) || function_is_better(state, s.day)) return;
  const bool leg = s.derived.flags.contains(clinical::DerivedFlag::Radicular);
  Reason why{"5/non_response",
             {{"days_since_start", std::int64_t{days}},
              {"usual_pain", std::int64_t{s.at.usual_pain}},
              {"leg_pain", leg}},
             {},
             "There is no clear gain in pain or in what you can do so far."};
  const bool said = is_said(s.at.plan_start.plus(kReviewDay), s.day);
  const std::string ask = leg ? " Talk to a clinician about imaging or a referral." : "";
  if (days >= kChangeDay) {
    why.verdict = "change approach";
    out.within_budget(said, Urgency::SeeClinician, std::move(why),
                      "Twelve weeks in, your pain has not changed clearly. It is time to try "
                      "another way, together with "
                      "a physiotherapist or doctor." +
                          ask,
                      "No response at twelve weeks: change the approach." + ask);
    return;
  }
  why.verdict = leg ? "imaging or referral" : "review";
  out.within_budget(said, Urgency::SeeClinician, std::move(why),
                    "Six weeks in, your pain has not changed clearly yet." +
                        (leg ? ask : std::string(" ") + kTalk),
                    "No response at six weeks: review the plan." + ask);
}

void add_graded(AlertList& out, const PersonState& state, const Situation& s,
                const Course& course) {
  if (s.at.mode != clinical::CourseMode::GradedActivity) return;
  const bool third = std::ranges::any_of(
      course.review_days, [&](LocalDate d) { return s.day.since(d) < kMessageDays; });
  if (third) {
    out.both(
        Urgency::SeeClinician,
        {"3.4/third_red", {{"window_days", std::int64_t{kMessageDays}}}, "human review", kTalk},
        std::string(
            "One exercise has hurt too much at least 3 times. Its amount stays as it is. ") +
            kTalk,
        "Graded activity: a third session beyond the pain limit on one exercise; please "
        "review the amounts.");
  }
  if (s.at.high_psychological_risk || !may_leave_graded(state, s.at.mode_since, s.day)) return;
  out.person(Urgency::None,
             {"2.4/leave_mode",
              {{"tsk_at_most", std::int64_t{32}}},
              "suggest",
              "Your answers have been steady for four weeks."},
             "Your answers have been steady for four weeks. If you like, the plan can follow how "
             "you respond again: choose that in your profile. Until then nothing changes.");
}

void add_keep_going(AlertList& out, const Situation& s) {
  if (!s.at.keeps_going) return;
  out.person(Urgency::None,
             {"1.7/keep_going",
              {{"weeks", std::int64_t{4}}},
              "keep going",
              "You have held what you aimed for over four weeks."},
             "You have held what you aimed for over four weeks. From now on walking and two short "
             "sessions a week are enough. If it gets harder again, going back is normal.");
}

}  // namespace

void add_adverse_events(AlertList& out, const PersonState& state, const Situation& s) {
  for (const auto& event : state.adverse_events) {
    if (event.day > s.day || s.day.since(event.day) >= kEventDays) continue;
    std::string what = event.body.what + " (" + format_date(event.body.on) + ")";
    if (!event.body.outcome.empty()) what += ", " + event.body.outcome;
    out.both(Urgency::SeeClinician,
             {"5/adverse_event",
              {{"what", event.body.what}, {"on", format_date(event.body.on)}},
              "report",
              "Something happened that a clinician should know about."},
             "You told us: " + what + ". Please talk to a physiotherapist or doctor about it.",
             "Adverse event reported: " + what + ".");
  }
}

void add_progress_alerts(AlertList& out, const PersonState& state, const Situation& s,
                         const Course& course) {
  add_worsening(out, state, s);
  add_non_response(out, state, s, course);
  add_graded(out, state, s, course);
  add_keep_going(out, s);
}

}  // namespace plumbline::care
