// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// C13 to C16, and a fall on blood thinners (rules 1.9).
#include "screen/finding.hpp"
#include "screen/thresholds.hpp"

namespace plumbline::clinical::screen {
namespace {

std::vector<RationaleInput> bone_facts(const ScreenView& s) {
  return {{"age", std::int64_t{s.age()}},
          {"osteoporosis", s.osteoporosis()},
          {"neuro_symptoms", s.neuro_symptoms()}};
}

// ---- C13
void screen_major_trauma(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Fx1)) return;
  const std::optional<bool>& cannot_walk = s.told(FlagId::Fx1).cannot_walk;
  const FlagSet nerves = s.new_neurology();
  Finding finding{"C13",
                  nerves,
                  kUrgentToday,
                  SuspectedCondition::Fracture,
                  "Back pain after a heavy fall or crash needs a clinician today.",
                  bone_facts(s)};
  finding.flags.insert(FlagId::Fx1);
  if (s.yes(FlagId::Fx3)) finding.flags.insert(FlagId::Fx3);
  if (!nerves.empty() || s.neuro_symptoms() || (cannot_walk && *cannot_walk) ||
      s.age() >= kAgeTrauma || s.osteoporosis() || s.yes(FlagId::Fx3)) {
    finding.verdict = kEmergency;
    finding.text =
        "A heavy fall or crash, together with your age, bones or other signs, can mean a "
        "broken spine. This needs a hospital now.";
  }
  add_own(s, FlagId::Fx1, QuestionClass::UrgentItem, std::move(finding), out);
}

// ---- C14
void screen_minor_trauma(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Fx2)) return;
  Finding finding{"C14",
                  {FlagId::Fx2},
                  kUrgentTwoDays,
                  SuspectedCondition::Fracture,
                  "A small fall or lift can break a weak bone. See a clinician within two days."};
  if (s.positive(FlagId::Fx3)) finding.flags.insert(FlagId::Fx3);
  add_own(s, FlagId::Fx2, QuestionClass::UrgentItem, std::move(finding), out);
}

/// @source rules 1.9: anticoagulant with a fall, urgent today. The two trauma questions name falls.
void screen_fall_on_anticoagulant(const ScreenView& s, Findings& out) {
  if (!s.has(Condition::Anticoagulant)) return;
  FlagSet falls;
  for (const FlagId id : {FlagId::Fx1, FlagId::Fx2}) {
    if (s.yes(id)) falls.insert(id);
  }
  if (falls.empty()) return;
  out.push_back({"1.9/anticoagulant_fall",
                 falls,
                 kUrgentToday,
                 SuspectedCondition::Fracture,
                 "A fall while taking blood thinners needs a call today.",
                 {{"anticoagulant", true}}});
}

// ---- C15

/// Sudden pain as far as the screen asks: either question about sudden severe pain.
bool is_sudden(const ScreenView& s) { return s.positive(FlagId::Fx4) || s.positive(FlagId::Aa1); }

void screen_new_pain_in_weak_bone(const ScreenView& s, Findings& out) {
  const bool weak = s.osteoporosis() || s.yes(FlagId::Fx3);
  const bool trauma = s.yes(FlagId::Fx1) || s.yes(FlagId::Fx2);
  if (!weak || trauma || !s.spinal_pain() || !s.onset_within(kNewPainDays)) return;
  Finding finding{
      "C15",
      {},
      kUrgentTwoWeeks,
      SuspectedCondition::Fracture,
      "New back pain with weak bones can be a small fracture, even without a fall. See a "
      "clinician within two weeks.",
      bone_facts(s)};
  finding.facts.push_back({"onset_days_ago", std::int64_t{*s.input().onset_days_ago}});
  // Without an answer of its own the row stands under the question about weak bones.
  finding.flags.insert(s.yes(FlagId::Fx3) ? FlagId::Fx3 : FlagId::Fx2);
  if (is_sudden(s)) {
    finding.verdict = kUrgentTwoDays;
    finding.text =
        "Sudden new back pain with weak bones can be a fracture, even without a fall. See "
        "a clinician within two days.";
  }
  out.push_back(std::move(finding));
}

void screen_steroids(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Fx3)) return;
  Finding finding{"C15",
                  {FlagId::Fx3},
                  kModifier,
                  SuspectedCondition::Modifier,
                  "Steroid tablets alone change nothing; they count beside other answers."};
  finding.unsure = s.unsure(FlagId::Fx3);
  out.push_back(std::move(finding));
}

// ---- C16
void screen_sudden_central_pain(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Fx4)) return;
  const FlagSet nerves = s.new_neurology();
  Finding finding{
      "C16",
      nerves,
      kUrgentTwoDays,
      SuspectedCondition::Fracture,
      "Sudden severe pain in the middle of the back, or loss of height, needs a clinician "
      "within two days.",
      bone_facts(s)};
  finding.flags.insert(FlagId::Fx4);
  if (s.positive(FlagId::Fx3)) finding.flags.insert(FlagId::Fx3);
  if (!nerves.empty() || s.neuro_symptoms()) {
    finding.verdict = kEmergency;
    finding.text = "Sudden severe back pain with numbness or weakness needs a hospital now.";
  } else if (s.positive(FlagId::Fx3) || s.osteoporosis() || s.age() >= kAgeFragile) {
    finding.verdict = kUrgentToday;
    finding.text = "Sudden severe back pain, with your age or bones, needs a call today.";
  }
  add_own(s, FlagId::Fx4, QuestionClass::UrgentItem, std::move(finding), out);
}

}  // namespace

void screen_fracture(const ScreenView& s, Findings& out) {
  screen_major_trauma(s, out);
  screen_minor_trauma(s, out);
  screen_fall_on_anticoagulant(s, out);
  screen_new_pain_in_weak_bone(s, out);
  screen_steroids(s, out);
  screen_sudden_central_pain(s, out);
}

}  // namespace plumbline::clinical::screen
