// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// C17 and C18.
#include "screen/finding.hpp"
#include "screen/thresholds.hpp"

namespace plumbline::clinical::screen {
namespace {

bool is_true(const std::optional<bool>& told) { return told && *told; }

// ---- C17
void screen_fever(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::In1)) return;
  const FlagAnswer& told = s.told(FlagId::In1);
  const FlagSet nerves = s.new_neurology();
  Finding finding{"C17", nerves, kUrgentToday, SuspectedCondition::Infection,
                  "Fever or feeling ill with back pain needs a call today."};
  finding.flags.insert(FlagId::In1);
  if (!nerves.empty() || is_true(told.rigors) || is_true(told.confusion)) {
    finding.verdict = kEmergency;
    finding.text = "Fever with shaking, confusion, weakness or numbness needs a hospital now.";
  }
  add_own(s, FlagId::In1, QuestionClass::UrgentItem, std::move(finding), out);
}

// ---- C18

/// What a "yes" to the risk question adds to night pain. Which risk was not asked reads as a high
/// one; a procedure counts for three months.
Verdict risk_with_night_pain(const ScreenView& s) {
  const std::optional<InfectionRisk>& risk = s.told(FlagId::In2).infection_risk;
  if (!risk) return kUrgentToday;
  if (*risk == InfectionRisk::Diabetes) return kSeeClinician;
  if (*risk == InfectionRisk::Procedure && !s.began_within(FlagId::In2, kProcedureDays)) {
    return kModifier;
  }
  return kUrgentToday;
}

Verdict risk_and_night_pain(const ScreenView& s) {
  if (s.old_and_known(FlagId::Ma3)) return kModifier;
  Verdict verdict = kModifier;
  // One of the two must be a clear "yes"; "not sure" about the risk is a class lower.
  if (s.positive(FlagId::Ma3) && s.yes(FlagId::In2)) verdict = risk_with_night_pain(s);
  if (s.yes(FlagId::Ma3) && s.unsure(FlagId::In2)) {
    verdict = milder_of(risk_with_night_pain(s), kSeeClinician);
  }
  // Diabetes is also a word of the profile.
  const bool diabetes = s.has(Condition::Diabetes) && s.yes(FlagId::Ma3);
  return diabetes ? worse_of(verdict, kSeeClinician) : verdict;
}

void screen_infection_risk(const ScreenView& s, Findings& out) {
  const Verdict verdict = risk_and_night_pain(s);
  if (verdict == kModifier && !s.positive(FlagId::In2)) return;
  Finding finding{"C18",
                  {},
                  verdict,
                  SuspectedCondition::Modifier,
                  "A raised risk of infection alone changes nothing; it counts beside other "
                  "answers."};
  finding.unsure = s.unsure(FlagId::In2) && verdict == kModifier;
  if (s.positive(FlagId::In2)) finding.flags.insert(FlagId::In2);
  if (verdict != kModifier) {
    finding.flags.insert(FlagId::Ma3);
    finding.condition = SuspectedCondition::Infection;
    finding.facts = {{"diabetes", s.has(Condition::Diabetes)}};
    finding.text = verdict == kUrgentToday
                       ? "New night pain with a raised risk of infection needs a call today."
                       : "Night pain with diabetes: mention it to a clinician.";
  }
  out.push_back(std::move(finding));
}

}  // namespace

void screen_infection(const ScreenView& s, Findings& out) {
  screen_fever(s, out);
  screen_infection_risk(s, out);
}

}  // namespace plumbline::clinical::screen
