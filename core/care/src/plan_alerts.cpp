// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/plan_alerts.hpp"

#include <string>
#include <utility>
#include <vector>

#include "alert_budget.hpp"
#include "alert_list.hpp"

namespace plumbline::care {
namespace {

/// What somebody is told while the question waits, and once the answer has lapsed.
std::string direction_text(const Situation& s) {
  const bool bending =
      s.derived.told_intolerances.contains(exercise::FilterWord::FlexionIntolerant);
  if (!s.derived.direction_lapsed) {
    const LocalDate until = s.at.profile_day.plus(s.derived.direction_lapses);
    return "Does bending or arching back still bother you? Please answer in your check-in. Without "
           "an "
           "answer " +
           std::string(bending
                           ? "bending comes back into the plan, one exercise at a time, and the "
                             "back bends pause"
                           : "the forward bends pause") +
           " from " + format_date(until) + " on.";
  }
  return bending
             ? "You have not told us lately whether bending bothers you. So we pause the back "
               "bends, and bending comes back, one exercise at a time. If bending still bothers "
               "you, tell us: then it is left out again, and the back bends come back."
             : "You have not told us lately whether arching back bothers you. So we pause the "
               "forward bends. If arching back still bothers you, tell us: then they come back.";
}

/// @source rules 1.4: what bothers is asked again every 14 days, and lapses
void tell_direction_pauses(AlertList& out, const Situation& s) {
  /// @source engineering choice: named once it has waited for a week
  constexpr std::int32_t kWaited = 7;
  const std::vector<RationaleInput> inputs = {
      {"answered", format_date(s.at.profile_day)},
      {"lapses_after_days", std::int64_t{s.derived.direction_lapses}}};
  const std::int32_t waited = s.day.since(s.at.profile_day.plus(exercise::kDirectionAsked));
  if (s.derived.neutral_only || s.derived.told_intolerances.empty()) return;
  if (!s.derived.direction_lapsed && waited < kWaited) return;
  if (!is_said(s.at.profile_day.plus(exercise::kDirectionAsked), s.day) &&
      !is_said(s.at.profile_day.plus(exercise::kDirectionAsked + kWaited), s.day)) {
    return;
  }
  out.person(clinical::Urgency::None,
             {"1.4/direction_lapses", inputs, s.derived.direction_lapsed ? "pause" : "ask again",
              "It is a while since you told which movement helps."},
             direction_text(s));
}

/// A higher usual pain takes effect with no steps up for a while.
void tell_steps_wait(AlertList& out, const Situation& s) {
  /// @source rules 3.2: no step-ups for 14 days
  constexpr std::int32_t kNoSteps = 14;
  if (!s.at.usual_raised_on || !is_said(*s.at.usual_raised_on, s.day)) return;
  if (s.day.since(*s.at.usual_raised_on) >= kNoSteps) return;
  const std::string until = format_date(s.at.usual_raised_on->plus(kNoSteps));
  out.person(clinical::Urgency::None,
             {"3.2/usual_raised",
              {{"raised_on", format_date(*s.at.usual_raised_on)}},
              "hold",
              "Your usual pain has gone up."},
             "Your usual pain has gone up, so nothing gets harder until " + until +
                 ". What you do now stays as it is, or gets easier where you need it.");
}

/// @source rules 1.9: after an operation every exercise waits for a clinician
void tell_operation(AlertList& out, const Situation& s) {
  const auto& conditions = s.at.profile.conditions;
  const bool operated = conditions && conditions->contains(clinical::Condition::Postoperative);
  if (!operated || !s.circumstances.unlocked.empty()) return;
  out.both(clinical::Urgency::SeeClinician,
           {"1.9/postoperative",
            {{"postoperative", true}, {"unlocked", std::int64_t{0}}},
            "wait for a clinician",
            "After an operation a clinician opens exercises one by one."},
           "After an operation a clinician opens exercises one by one. Please ask the one who "
           "looks after you; until then move about as they told you.",
           "After an operation every exercise waits for you: unlock them one by one, each with an "
           "end date.");
}

}  // namespace

std::vector<Alert> compute_plan_alerts(const Situation& s) {
  AlertList out;
  tell_direction_pauses(out, s);
  tell_steps_wait(out, s);
  tell_operation(out, s);
  return out.take();
}

}  // namespace plumbline::care
