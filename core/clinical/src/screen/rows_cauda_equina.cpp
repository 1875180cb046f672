// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// C1 to C4, and what two doubtful answers of this group mean (rules 2.3).
#include <algorithm>
#include <array>

#include "screen/finding.hpp"
#include "screen/thresholds.hpp"

namespace plumbline::clinical::screen {
namespace {

constexpr std::array kAll{FlagId::Ce1, FlagId::Ce2, FlagId::Ce3,
                          FlagId::Ce4, FlagId::Ce5, FlagId::Ce6};

Verdict bladder_bowel_saddle(const ScreenView& s, FlagId id) {
  if (s.old_and_known(id)) return kModifier;
  const bool older = !s.began_within(id, kBladderNewDays);
  if (id == FlagId::Ce1 && older && !s.may_be_worsening(id) && s.assessed(id)) return kUrgentToday;
  return kEmergency;
}

Verdict sexual_function(const ScreenView& s) {
  const bool recent = s.began_within(FlagId::Ce4, kSexualNewDays);
  return recent || s.may_be_worsening(FlagId::Ce4) ? kEmergency : kUrgentToday;
}

bool has_pattern(const ScreenView& s, BothLegsPattern pattern) {
  return s.told(FlagId::Ce5).pattern == std::optional(pattern);
}

/// Only on walking or standing, eased by sitting, longer than 3 months, assessed.
bool is_known_claudication(const ScreenView& s) {
  return has_pattern(s, BothLegsPattern::WalkingOnly) &&
         !s.began_within(FlagId::Ce5, kThreeMonthsDays) && s.assessed(FlagId::Ce5) &&
         !s.said_worsening(FlagId::Ce5);
}

Verdict both_legs(const ScreenView& s) {
  if (has_pattern(s, BothLegsPattern::Sudden) || has_pattern(s, BothLegsPattern::Spread) ||
      s.began_within(FlagId::Ce5, kBothLegsNewDays)) {
    return kEmergency;
  }
  if (is_known_claudication(s)) return kModifier;
  if (has_pattern(s, BothLegsPattern::WalkingOnly)) return kUrgentTwoDays;
  if (has_pattern(s, BothLegsPattern::Stable) && !s.said_worsening(FlagId::Ce5)) {
    return kUrgentTwoDays;
  }
  return s.may_be_worsening(FlagId::Ce5) ? kEmergency : kUrgentTwoDays;
}

/// What a "yes" to one question of the group means on its own.
Verdict alone(const ScreenView& s, FlagId id) {
  if (id == FlagId::Ce4) return sexual_function(s);
  if (id == FlagId::Ce5) return both_legs(s);
  if (id == FlagId::Ce6) return kEmergency;
  return bladder_bowel_saddle(s, id);
}

std::string_view row_of(FlagId id) {
  if (id == FlagId::Ce4) return "C2";
  if (id == FlagId::Ce5) return "C3";
  if (id == FlagId::Ce6) return "C4";
  return "C1";
}

std::string text_of(FlagId id, const Verdict& verdict) {
  if (verdict == kModifier) {
    return "This has been the same for a long time and a clinician knows about it.";
  }
  const std::string what = id == FlagId::Ce5 || id == FlagId::Ce6 ? "Signs in both legs"
                           : id == FlagId::Ce4                    ? "A change in sexual feeling"
                           : id == FlagId::Ce2                    ? "Numbness between the legs"
                                               : "A change in bladder or bowel control";
  if (verdict == kEmergency) {
    return what +
           " with back pain can mean pressure on the nerves to the bladder, bowel and legs. "
           "This needs a hospital now.";
  }
  return what + " needs a clinician soon, before any exercise.";
}

/// A positive answer that means something alone; old and known ones do not.
bool is_active(const ScreenView& s, FlagId id) {
  return s.positive(id) && alone(s, id) != kModifier;
}

/// Two doubtful answers, or one beside a weak leg or signs in both legs, are an emergency. A clear
/// "yes" counts at least as much as a "not sure", else raising an answer could lower the result.
void add_pairs(const ScreenView& s, Findings& out) {
  FlagSet active;
  for (const FlagId id : kAll) {
    if (is_active(s, id)) active.insert(id);
  }
  FlagSet flags = active;
  if (s.yes(FlagId::Ce5)) flags.insert(FlagId::Ce5);
  if (s.yes(FlagId::Nd1)) flags.insert(FlagId::Nd1);
  const bool clear_already =
      std::ranges::any_of(kAll, [&](FlagId id) { return s.yes(id) && alone(s, id) == kEmergency; });
  if (active.empty() || flags.size() < 2 || clear_already) return;
  const bool doubt =
      std::ranges::any_of(kAll, [&](FlagId id) { return flags.contains(id) && s.unsure(id); });
  const std::string_view row = doubt                         ? "2.3/two_signs"
                               : flags.contains(FlagId::Ce5) ? "C3"
                               : flags.contains(FlagId::Ce4) ? "C2"
                                                             : "2.3/two_signs";
  out.push_back({row, flags, kEmergency, SuspectedCondition::CaudaEquina,
                 "Two signs of this group together can mean pressure on the nerves to the bladder, "
                 "bowel and legs. This needs a hospital now."});
}

void add_alone(const ScreenView& s, FlagId id, Findings& out) {
  const Verdict verdict = alone(s, id);
  Finding finding{row_of(id), {id}, verdict, SuspectedCondition::CaudaEquina, text_of(id, verdict)};
  if (id == FlagId::Ce5 && verdict == kModifier) finding.filters = {Condition::StenosisLike};
  add_own(s, id, QuestionClass::EmergencyItem, std::move(finding), out);
}

}  // namespace

void screen_cauda_equina(const ScreenView& s, Findings& out) {
  for (const FlagId id : kAll) {
    if (s.positive(id)) add_alone(s, id, out);
  }
  add_pairs(s, out);
}

}  // namespace plumbline::clinical::screen
