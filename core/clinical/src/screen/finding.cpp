// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "screen/finding.hpp"

#include "concern.hpp"

namespace plumbline::clinical::screen {
namespace {

/// The most that "not sure" can mean: one class below what "yes" would mean here.
/// @source rules 2.3
Verdict unsure_limit(QuestionClass kind, const Verdict& as_yes) {
  switch (kind) {
    case QuestionClass::EmergencyItem:
      return kUrgentToday;
    case QuestionClass::UrgentItem:
      // A question whose "yes" is an emergency for this person counts as an emergency item.
      return as_yes.urgency == Urgency::Emergency ? kUrgentToday : kSeeClinician;
    case QuestionClass::LesserItem:
      return kModifier;
  }
  return kUrgentToday;
}

}  // namespace

void add_own(const ScreenView& screen, FlagId flag, QuestionClass kind, Finding as_yes,
             Findings& out) {
  if (screen.unsure(flag)) {
    as_yes.verdict = milder_of(as_yes.verdict, unsure_limit(kind, as_yes.verdict));
    as_yes.unsure = true;
    as_yes.text =
        "You were not sure about " + std::string(concern(flag)) +
        ". We read that the careful way until somebody has looked. If the answer is yes: " +
        as_yes.text;
  }
  out.push_back(std::move(as_yes));
}

}  // namespace plumbline::clinical::screen
