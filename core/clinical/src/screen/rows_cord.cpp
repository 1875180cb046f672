// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// C5 weak leg, C6 spinal cord, C21 upper back.
#include "screen/finding.hpp"
#include "screen/thresholds.hpp"

namespace plumbline::clinical::screen {
namespace {

bool is_true(const std::optional<bool>& told) { return told && *told; }

// ---- C5

/// Getting worse, or a foot that does not lift or a knee that gives way within 14 days. The limit
/// of 14 days binds the two signs; a mild weakness said to be stable is the second half of the row.
bool is_severe_weakness(const ScreenView& s) {
  if (s.may_be_worsening(FlagId::Nd1)) return true;
  const FlagAnswer& told = s.told(FlagId::Nd1);
  const bool sign = is_true(told.cannot_lift_foot) || is_true(told.giving_way);
  return sign && s.began_within(FlagId::Nd1, kFootDropNewDays);
}

Finding weak_leg(const ScreenView& s) {
  Finding finding{"C5",
                  {FlagId::Nd1},
                  kUrgentTwoDays,
                  SuspectedCondition::NerveDeficit,
                  "A weak leg needs a clinician within two days."};
  if (is_severe_weakness(s)) {
    finding.verdict = kEmergency;
    finding.text =
        "A leg that is getting weaker, or a foot that you cannot lift, needs a hospital "
        "now: the nerve may be under pressure.";
  } else if (s.assessed(FlagId::Nd1)) {
    finding.verdict = kModifier;
    finding.filters = {Condition::NeuroDeficit};
    finding.text =
        "A clinician knows about this weakness and it has not changed. Exercises that "
        "do not suit it are left out.";
  }
  return finding;
}

// ---- C6

/// Answers that make any cord sign an emergency.
FlagSet cord_companions(const ScreenView& s) {
  FlagSet out;
  for (const FlagId id : {FlagId::Ma1, FlagId::In1, FlagId::Fx1, FlagId::Fx2, FlagId::Fx3,
                          FlagId::Fx4, FlagId::Fx5}) {
    if (s.yes(id)) out.insert(id);
  }
  return out;
}

Finding cord_signs(const ScreenView& s) {
  const FlagSet companions = cord_companions(s);
  const std::optional<std::int32_t>& features = s.told(FlagId::Mc1).features;
  // How many was not asked reads as several: a plain "yes" is an emergency.
  const bool several = !features || *features >= kCordFeatures;
  const bool recent = s.began_within(FlagId::Mc1, kCordNewDays) || s.may_be_worsening(FlagId::Mc1);
  Finding finding{"C6", companions, kUrgentTwoDays, SuspectedCondition::Cord,
                  "Unsteady walking or clumsy hands can come from the spinal cord. A clinician "
                  "should look within two days."};
  finding.flags.insert(FlagId::Mc1);
  if (!companions.empty() || (several && recent)) {
    finding.verdict = kEmergency;
    finding.text =
        "Several new signs, or one beside another warning sign, can mean pressure on the "
        "spinal cord. This needs a hospital now.";
  }
  return finding;
}

// ---- C21

/// Answers that turn upper back pain into an urgent matter; "not sure" about a modifier counts only
/// beside a clear "yes" (rules 2.3).
FlagSet upper_back_companions(const ScreenView& s) {
  FlagSet out;
  for (const FlagId id : {FlagId::Ma1, FlagId::Ma2, FlagId::In1, FlagId::Fx2, FlagId::Fx4,
                          FlagId::Ma3, FlagId::Fx3}) {
    const bool modifier = id == FlagId::Ma3 || id == FlagId::Fx3;
    const bool counts = modifier && s.yes(FlagId::Th1) ? s.positive(id) : s.yes(id);
    if (counts) out.insert(id);
  }
  return out;
}

void screen_upper_back(const ScreenView& s, Findings& out) {
  Finding finding{"C21",
                  {FlagId::Th1},
                  kModifier,
                  SuspectedCondition::Modifier,
                  "Pain between the shoulder blades alone changes nothing; it counts beside other "
                  "answers."};
  if (s.yes(FlagId::Th1) && s.yes(FlagId::Mc1)) {
    finding.flags.insert(FlagId::Mc1);
    finding.verdict = kEmergency;
    finding.condition = SuspectedCondition::Cord;
    finding.text =
        "Upper back pain with unsteadiness or clumsiness can mean pressure on the spinal "
        "cord. This needs a hospital now.";
  } else if (const FlagSet companions = upper_back_companions(s); !companions.empty()) {
    finding.flags = finding.flags.united(companions);
    finding.verdict = kUrgentTwoDays;
    finding.condition = SuspectedCondition::Malignancy;
    finding.text =
        "Upper back pain together with your other answers needs a clinician within two "
        "days.";
  }
  finding.unsure = s.unsure(FlagId::Th1) && finding.verdict == kModifier;
  out.push_back(std::move(finding));
}

}  // namespace

void screen_cord(const ScreenView& s, Findings& out) {
  if (s.positive(FlagId::Nd1)) {
    add_own(s, FlagId::Nd1, QuestionClass::EmergencyItem, weak_leg(s), out);
  }
  if (s.positive(FlagId::Mc1)) {
    add_own(s, FlagId::Mc1, QuestionClass::EmergencyItem, cord_signs(s), out);
  }
  if (s.positive(FlagId::Th1)) screen_upper_back(s, out);
}

}  // namespace plumbline::clinical::screen
