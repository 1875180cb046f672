// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/plan_alerts.hpp"

#include <utility>

#include "alert_list.hpp"

namespace plumbline::care {
namespace {

/// @source rules 1.4: a direction lapses after 14 days and is asked again
void tell_direction_pauses(AlertList& out, const Situation& s) {
  if (s.derived.neutral_only || !s.derived.direction_lapsed) return;
  out.person(clinical::Urgency::None,
             {"1.4/direction_lapses",
              {{"answered", format_date(s.at.profile_day)}},
              "pause",
              "It is two weeks since you told which movement helps."},
             "The exercise for the movement that helps you pauses, and bending is no longer left "
             "out. Tell us again whether bending or arching bothers you, and both come back.");
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
  tell_operation(out, s);
  return out.take();
}

}  // namespace plumbline::care
