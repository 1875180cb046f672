// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// C22, C24, C25, C27, pregnancy, and the sum of rows C28.
#include <array>

#include "screen/finding.hpp"
#include "screen/thresholds.hpp"

namespace plumbline::clinical::screen {
namespace {

// ---- C22
Verdict visceral(const ScreenView& s) {
  const std::optional<VisceralKind>& kind = s.told(FlagId::Vi1).visceral_kind;
  if (kind == std::optional(VisceralKind::PregnancySign)) return kEmergency;
  if (kind == std::optional(VisceralKind::Burning)) return kSeeClinician;
  return kUrgentToday;
}

void screen_visceral(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Vi1)) return;
  Finding finding{"C22",
                  {FlagId::Vi1},
                  visceral(s),
                  SuspectedCondition::Visceral,
                  "Blood in the urine, or fever with flank pain, needs a call today."};
  if (finding.verdict == kEmergency) {
    finding.text =
        "Bleeding, fluid, contractions, less movement or a severe headache in pregnancy: "
        "ring the maternity unit now.";
  } else if (finding.verdict == kSeeClinician) {
    finding.text = "Burning when passing water: see a clinician.";
  }
  add_own(s, FlagId::Vi1, QuestionClass::UrgentItem, std::move(finding), out);
}

// ---- C24
void screen_mood(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Ps1)) return;
  Finding finding{"C24",
                  {FlagId::Ps1},
                  kSeeClinician,
                  SuspectedCondition::Suicidality,
                  "You are not alone with this. Please talk to a clinician. You can go on moving."};
  if (const auto& intent = s.told(FlagId::Ps1).intent; intent && *intent) {
    finding.verdict = kEmergency;
    finding.text = "Please ring the crisis line now. Exercise waits until this card is closed.";
  }
  add_own(s, FlagId::Ps1, QuestionClass::LesserItem, std::move(finding), out);
}

// ---- C25
std::optional<std::string> inflammatory_text(const ScreenView& s) {
  if (!s.input().inflammatory) {
    if (!s.positive(FlagId::Ib1)) return std::nullopt;
    return "Ask at your next visit about inflammatory back pain. You can go on.";
  }
  switch (inflammatory_advice(*s.input().inflammatory)) {
    case InflammatoryAdvice::Refer:
      return "Ask at your next visit for a referral about inflammatory back pain. You can go on.";
    case InflammatoryAdvice::HlaB27:
      return "Ask at your next visit about a blood test called HLA-B27. You can go on.";
    default:
      return std::nullopt;
  }
}

void screen_inflammatory(const ScreenView& s, Findings& out) {
  const std::optional<std::string> text = inflammatory_text(s);
  if (!text) return;
  Finding finding{"C25", {FlagId::Ib1}, kSeeClinician, SuspectedCondition::AxialSpa, *text};
  if (const auto& history = s.input().inflammatory) {
    finding.facts = {{"inflammatory.onset_age", std::int64_t{history->onset_age}},
                     {"inflammatory.months", history->months},
                     {"inflammatory.count", std::int64_t{count_criteria(*history)}}};
    out.push_back(std::move(finding));
  } else {
    add_own(s, FlagId::Ib1, QuestionClass::LesserItem, std::move(finding), out);
  }
}

// ---- C27
void screen_young(const ScreenView& s, Findings& out) {
  const std::vector<RationaleInput> age{{"age", std::int64_t{s.age()}}};
  if (s.age() < kAgeChildBelow) {
    out.push_back({"C27",
                   {FlagId::Ma4},
                   {Urgency::SeeClinician, Within::Routine, Lock::All},
                   SuspectedCondition::Spondylolysis,
                   "Below 16 a clinician should look first; there is no plan without one.",
                   age});
    return;
  }
  const bool lasting = s.onset_at_least(kYoungLongerThanDays + 1);
  if (s.age() > kAgeYoungTo || (!s.yes(FlagId::Ma3) && !lasting)) return;
  Finding finding{
      "C27",
      {},
      kSeeClinician,
      SuspectedCondition::Spondylolysis,
      "From 16 to 19, night pain or pain for more than four weeks should be mentioned to "
      "a clinician.",
      age};
  if (lasting) {
    finding.flags.insert(FlagId::Fx5);
    finding.facts.push_back({"onset_days_ago", std::int64_t{*s.input().onset_days_ago}});
  }
  if (s.yes(FlagId::Ma3)) finding.flags.insert(FlagId::Ma3);
  out.push_back(std::move(finding));
}

/// @source rules 2.1: RF-FX5 filters `spondylolisthesis`; rules 2.2, bare `true`: see a clinician
void screen_stress_fracture(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Fx5)) return;
  Finding finding{"C27",
                  {FlagId::Fx5},
                  kSeeClinician,
                  SuspectedCondition::Spondylolysis,
                  "Pain on arching in a young athlete: see a clinician; arching work is left out."};
  finding.filters = {Condition::Spondylolisthesis};
  add_own(s, FlagId::Fx5, QuestionClass::LesserItem, std::move(finding), out);
}

// ---- RF-PG1
void screen_pregnancy(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Pg1)) return;
  Finding finding{"2.1/RF-PG1",
                  {FlagId::Pg1},
                  kModifier,
                  SuspectedCondition::Modifier,
                  "Exercises are chosen for pregnancy and the months after birth."};
  finding.filters = {Condition::Pregnancy};
  finding.unsure = s.unsure(FlagId::Pg1);
  out.push_back(std::move(finding));
}

// ---- C28

/// C12 and C26 drawn from "not improving" alone are one observation, not two.
bool adds_to(const Finding& a, const Finding& b) {
  return a.row != b.row && a.condition == b.condition && !(a.from_course && b.from_course);
}

}  // namespace

void screen_other(const ScreenView& s, Findings& out) {
  screen_visceral(s, out);
  screen_mood(s, out);
  screen_inflammatory(s, out);
  screen_young(s, out);
  screen_stress_fracture(s, out);
  screen_pregnancy(s, out);
}

void screen_sums(Findings& out) {
  FlagSet flags;
  for (std::size_t i = 0; i < out.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool both = out[i].verdict.urgency == Urgency::SeeClinician &&
                        out[j].verdict.urgency == Urgency::SeeClinician;
      if (both && adds_to(out[i], out[j])) {
        flags = flags.united(out[i].flags).united(out[j].flags);
      }
    }
  }
  if (flags.empty()) return;
  out.push_back({"C28", flags, kUrgentTwoWeeks, SuspectedCondition::Modifier,
                 "Two different signs point the same way: see a clinician within two weeks."});
}

}  // namespace plumbline::clinical::screen
