// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "screen/notices.hpp"

#include <algorithm>

#include "plumbline/clinical/recheck.hpp"
#include "plumbline/clinical/screen_completeness.hpp"
#include "screen/thresholds.hpp"

namespace plumbline::clinical::screen {
namespace {

/// Questions that an absent fact leaves open.
FlagSet open_questions(const ScreenView& s) {
  FlagSet out;
  const bool course_matters = s.age() >= kAgeOlder || s.onset_within(kNoImprovementToDays);
  if (!s.input().improving && s.onset_at_least(kPersistentDays) && course_matters) {
    out.insert(FlagId::Ma5);
  }
  if (s.yes(FlagId::Ma3) && s.age() >= kAgeOlder && !s.input().episodes_before) {
    out.insert(FlagId::Ma3);
  }
  const bool young = s.age() >= kAgeChildBelow && s.age() <= kAgeYoungTo;
  if (young && !s.input().answers[FlagId::Fx5]) out.insert(FlagId::Fx5);
  for (std::size_t i = 0; i < kWordCount<FlagId>; ++i) {
    const auto id = static_cast<FlagId>(i);
    if (s.contradicts_itself(id)) out.insert(id);
  }
  return out;
}

/// Days until a check that is due when the episode is so many days old; at once where that is past.
std::int32_t until_episode_day(const ScreenView& s, std::int32_t day) {
  if (!s.input().onset_days_ago) return day;
  return std::max(0, day - *s.input().onset_days_ago);
}

void add(std::vector<RecheckNotice>& out, FlagSet flags, std::int32_t in_days) {
  if (!flags.empty()) out.push_back({flags, in_days});
}

FlagSet slow_groups() {
  return flags_of(ScreenGroup::Malignancy)
      .united(flags_of(ScreenGroup::Infection))
      .united(flags_of(ScreenGroup::Fracture));
}

}  // namespace

std::vector<RecheckNotice> recheck_notices(const ScreenView& s) {
  const Completeness completeness = screen_completeness(s.input().answers, s.input().region);
  const bool radicular = s.below_knee() || s.neuro_symptoms();
  const bool thoracic = s.input().region == std::optional(Region::Thoracic);
  const bool early = s.onset_within(kReviewDay - 1) || !s.input().onset_days_ago;
  std::vector<RecheckNotice> out;
  add(out, completeness.missing, 0);
  add(out, open_questions(s), 0);
  add(out, flags_of(ScreenGroup::CaudaEquina), radicular ? kWeekly : kFourWeekly);
  add(out, {FlagId::Mc1, FlagId::Aa2}, thoracic ? kFourWeekly : kTwelveWeekly);
  add(out, slow_groups(), early ? until_episode_day(s, kReviewDay) : kTwelveWeekly);
  if (s.osteoporosis()) add(out, flags_of(ScreenGroup::Fracture), kFourWeekly);
  if (!s.input().inflammatory) {
    add(out, flags_of(ScreenGroup::Inflammatory), until_episode_day(s, kInflammatoryFromDay));
  }
  std::ranges::stable_sort(out, {}, &RecheckNotice::in_days);
  return out;
}

}  // namespace plumbline::clinical::screen
