// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// C7 to C12 and C26.
#include <algorithm>

#include "plumbline/clinical/profile.hpp"
#include "screen/finding.hpp"
#include "screen/thresholds.hpp"

namespace plumbline::clinical::screen {
namespace {

/// The same pain for more than twelve weeks, unchanged, and a clinician knows. Both the answer and
/// the episode must be that old where both are told.
bool is_long_standing(const ScreenView& s) {
  const std::optional<std::int32_t>& since = s.told(FlagId::Ma1).since_days;
  const std::optional<std::int32_t>& onset = s.input().onset_days_ago;
  if (!since && !onset) return false;
  const bool old = (!since || *since > kLongStandingDays) && (!onset || *onset > kLongStandingDays);
  return old && s.assessed(FlagId::Ma1) && !s.may_be_worsening(FlagId::Ma1);
}

FlagSet cancer_flags(const ScreenView& s) {
  FlagSet out;
  for (const FlagId id : {FlagId::Ma1, FlagId::Ms1}) {
    if (s.positive(id)) out.insert(id);
  }
  return out;
}

std::vector<RationaleInput> leg_facts(const ScreenView& s) {
  std::vector<RationaleInput> out;
  if (s.input().radiates) out.push_back({"radiates", std::string(word(*s.input().radiates))});
  if (s.input().neuro_symptoms) out.push_back({"neuro_symptoms", *s.input().neuro_symptoms});
  return out;
}

// ---- C7
void screen_cancer_with_nerves(const ScreenView& s, Findings& out) {
  const FlagSet cancer = cancer_flags(s);
  if (cancer.empty()) return;
  const bool sure = s.yes(FlagId::Ma1) || s.yes(FlagId::Ms1);
  const FlagSet nerves = s.new_neurology();
  if (!nerves.empty()) {
    Finding finding{"C7",
                    cancer.united(nerves),
                    sure ? kEmergency : kUrgentToday,
                    SuspectedCondition::Malignancy,
                    "Weakness, unsteadiness, numbness or a bladder or bowel change after a cancer "
                    "needs help at once.",
                    leg_facts(s)};
    finding.unsure = !sure;
    out.push_back(std::move(finding));
    return;
  }
  // "Not sure" about the cancer is left to C8 and C9: one doubtful answer must not count twice.
  const bool new_pain = s.yes(FlagId::Ms1) || !is_long_standing(s);
  if (sure && new_pain && (s.below_knee() || s.neuro_symptoms())) {
    out.push_back({"C7", cancer, kUrgentToday, SuspectedCondition::Malignancy,
                   "Leg pain below the knee or tingling after a cancer needs a call today.",
                   leg_facts(s)});
  }
}

// ---- C8, C9
void screen_cancer(const ScreenView& s, Findings& out) {
  if (s.positive(FlagId::Ms1)) {
    Finding finding{"C8", cancer_flags(s), kUrgentToday, SuspectedCondition::Malignancy,
                    "Growing, severe or night-time spine pain after a cancer needs a call today."};
    add_own(s, FlagId::Ms1, QuestionClass::UrgentItem, std::move(finding), out);
  }
  if (!s.positive(FlagId::Ma1) || s.yes(FlagId::Ms1)) return;
  Finding finding{"C9",
                  {FlagId::Ma1},
                  kUrgentTwoWeeks,
                  SuspectedCondition::Malignancy,
                  "New or changed back pain after a cancer should be looked at within two weeks."};
  if (s.input().onset_days_ago) {
    finding.facts.push_back({"onset_days_ago", std::int64_t{*s.input().onset_days_ago}});
  }
  if (is_long_standing(s)) {
    finding.verdict = kSeeClinician;
    finding.text =
        "Mention your earlier cancer at your next visit; this pain is old, unchanged and "
        "known to a clinician.";
  }
  add_own(s, FlagId::Ma1, QuestionClass::UrgentItem, std::move(finding), out);
}

// ---- C10
void screen_weight_loss(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Ma2)) return;
  Finding finding{"C10",
                  {FlagId::Ma2},
                  kUrgentTwoWeeks,
                  SuspectedCondition::Malignancy,
                  "Losing weight without trying should be looked at within two weeks.",
                  {{"age", std::int64_t{s.age()}}}};
  if (s.yes(FlagId::Ma1)) finding.flags.insert(FlagId::Ma1);
  if (s.positive(FlagId::Ma3)) finding.flags.insert(FlagId::Ma3);
  if (finding.flags.size() > 1 || s.age() >= kAgeOlder) {
    finding.verdict = kUrgentTwoDays;
    finding.text =
        "Losing weight without trying, together with your age or other answers, should "
        "be looked at within two days.";
  }
  add_own(s, FlagId::Ma2, QuestionClass::UrgentItem, std::move(finding), out);
}

// ---- C11
void screen_night_pain(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Ma3)) return;
  Finding finding{"C11",
                  {FlagId::Ma3},
                  kModifier,
                  SuspectedCondition::Modifier,
                  "Night pain alone changes nothing; it counts beside other answers."};
  for (const FlagId id : {FlagId::Ma1, FlagId::Ma2, FlagId::In1, FlagId::Th1}) {
    const bool modifier = id == FlagId::Th1 && s.yes(FlagId::Ma3);
    if (modifier ? s.positive(id) : s.yes(id)) finding.flags.insert(id);
  }
  const bool first_ever = s.input().episodes_before == std::optional<std::int32_t>(0);
  if (finding.flags.size() > 1) {
    finding.verdict = kUrgentTwoDays;
    finding.condition = SuspectedCondition::Malignancy;
    finding.text = "Night pain together with your other answers needs a clinician within two days.";
  } else if (s.yes(FlagId::Ma3) && s.age() >= kAgeOlder && first_ever) {
    finding.verdict = kSeeClinician;
    finding.condition = SuspectedCondition::Malignancy;
    finding.facts = {{"age", std::int64_t{s.age()}}, {"episodes_before", std::int64_t{0}}};
    finding.text = "Night pain in a first back pain from 60 on: mention it to a clinician.";
  }
  finding.unsure = s.unsure(FlagId::Ma3) && finding.verdict == kModifier;
  out.push_back(std::move(finding));
}

// ---- C12
void screen_persistent_older(const ScreenView& s, Findings& out) {
  if (s.age() < kAgeOlder || !s.onset_at_least(kPersistentDays) || !s.not_improving()) return;
  Finding finding{"C12",
                  {FlagId::Ma5},
                  kSeeClinician,
                  SuspectedCondition::Malignancy,
                  "Back pain from 60 on that lasts six weeks without getting better: ask at your "
                  "next visit about a blood test.",
                  {{"age", std::int64_t{s.age()}},
                   {"onset_days_ago", std::int64_t{*s.input().onset_days_ago}},
                   {"improving", false}}};
  finding.from_course = true;
  out.push_back(std::move(finding));
}

// ---- C26

/// A "yes" to "no better after some weeks": from 84 days on only where it got worse.
Verdict answered_no_better(const ScreenView& s) {
  const bool late = s.onset_at_least(kNoImprovementToDays + 1);
  return late && !s.may_be_worsening(FlagId::Ma5) ? kModifier : kSeeClinician;
}

void screen_no_improvement(const ScreenView& s, Findings& out) {
  Finding finding{"C26",
                  {FlagId::Ma5},
                  kSeeClinician,
                  SuspectedCondition::Malignancy,
                  "No better after six weeks: mention it at your next visit. You can go on."};
  if (s.input().onset_days_ago) {
    finding.facts.push_back({"onset_days_ago", std::int64_t{*s.input().onset_days_ago}});
  }
  if (s.input().improving) finding.facts.push_back({"improving", *s.input().improving});
  const bool in_window =
      s.onset_at_least(kNoImprovementFromDays) && s.onset_within(kNoImprovementToDays);
  if (s.not_improving() && in_window && !s.yes(FlagId::Ma5)) {
    finding.from_course = true;
    out.push_back(std::move(finding));
  } else if (s.positive(FlagId::Ma5)) {
    finding.verdict = answered_no_better(s);
    if (finding.verdict == kModifier) finding.condition = SuspectedCondition::Modifier;
    add_own(s, FlagId::Ma5, QuestionClass::LesserItem, std::move(finding), out);
  }
}

void screen_first_onset_age(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Ma4)) return;
  Finding finding{"1.1/RF-MA4",
                  {FlagId::Ma4},
                  kModifier,
                  SuspectedCondition::Modifier,
                  "The age at the first back pain alone changes nothing."};
  finding.unsure = s.unsure(FlagId::Ma4);
  out.push_back(std::move(finding));
}

}  // namespace

void screen_malignancy(const ScreenView& s, Findings& out) {
  screen_cancer_with_nerves(s, out);
  screen_cancer(s, out);
  screen_weight_loss(s, out);
  screen_night_pain(s, out);
  screen_persistent_older(s, out);
  screen_no_improvement(s, out);
  screen_first_onset_age(s, out);
}

}  // namespace plumbline::clinical::screen
