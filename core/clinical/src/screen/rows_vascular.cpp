// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// C19, C20 and C23.
#include "screen/finding.hpp"
#include "screen/thresholds.hpp"

namespace plumbline::clinical::screen {
namespace {

bool is_told(const std::optional<bool>& told, bool value) { return told && *told == value; }

// ---- C19

/// Collapse, a pulsating belly or a known aneurysm: an emergency at any age.
bool has_aneurysm_sign(const ScreenView& s) {
  const FlagAnswer& told = s.told(FlagId::Aa1);
  return is_told(told.collapse, true) || is_told(told.pulsating, true) ||
         is_told(told.known_aneurysm, true) || s.has(Condition::Aneurysm);
}

/// All three signs were asked and denied.
bool denied_every_sign(const ScreenView& s) {
  const FlagAnswer& told = s.told(FlagId::Aa1);
  return is_told(told.collapse, false) && is_told(told.pulsating, false) &&
         is_told(told.known_aneurysm, false);
}

Verdict aneurysm(const ScreenView& s) {
  if (has_aneurysm_sign(s)) return kEmergency;
  if (is_told(s.told(FlagId::Aa1).varies_with_movement, true)) return kModifier;
  // The row speaks of 60 and over; below that, with every sign denied, somebody looks today.
  return s.age() < kAgeOlder && denied_every_sign(s) ? kUrgentToday : kEmergency;
}

void screen_aneurysm(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Aa1)) return;
  Finding finding{"C19",
                  {FlagId::Aa1},
                  aneurysm(s),
                  SuspectedCondition::Aneurysm,
                  "Sudden severe belly or back pain, fainting or a throbbing belly can be a burst "
                  "blood vessel. This needs an ambulance now.",
                  {{"age", std::int64_t{s.age()}}, {"aneurysm", s.has(Condition::Aneurysm)}}};
  if (finding.verdict == kModifier) {
    finding.condition = SuspectedCondition::Modifier;
    finding.text =
        "Sudden back pain that comes and goes with movement is not the sign this "
        "question looks for.";
  } else if (finding.verdict == kUrgentToday) {
    finding.text =
        "Sudden severe belly or back pain that movement does not change needs a call "
        "today.";
  }
  add_own(s, FlagId::Aa1, QuestionClass::EmergencyItem, std::move(finding), out);
}

// ---- C20
void screen_chest(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Aa2)) return;
  add_own(s, FlagId::Aa2, QuestionClass::EmergencyItem,
          {"C20",
           {FlagId::Aa2},
           kEmergency,
           SuspectedCondition::Chest,
           "Sudden tearing pain between the shoulders, chest pain or breathlessness needs an "
           "ambulance now."},
          out);
}

// ---- C23
void screen_calf(const ScreenView& s, Findings& out) {
  if (!s.positive(FlagId::Dv1)) return;
  Finding finding{"C23",
                  {FlagId::Dv1},
                  kUrgentToday,
                  SuspectedCondition::Thrombosis,
                  "A newly swollen or painful calf can be a clot. Ring a clinician today."};
  if (is_told(s.told(FlagId::Dv1).breathless, true) || s.yes(FlagId::Aa2)) {
    if (s.yes(FlagId::Aa2)) finding.flags.insert(FlagId::Aa2);
    finding.verdict = kEmergency;
    finding.text =
        "A swollen calf with breathlessness or chest pain can be a clot in the lung. "
        "This needs an ambulance now.";
  }
  add_own(s, FlagId::Dv1, QuestionClass::UrgentItem, std::move(finding), out);
}

}  // namespace

void screen_vascular(const ScreenView& s, Findings& out) {
  screen_aneurysm(s, out);
  screen_chest(s, out);
  screen_calf(s, out);
}

}  // namespace plumbline::clinical::screen
