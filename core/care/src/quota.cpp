// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/quota.hpp"

#include <algorithm>

#include "plumbline/care/flare.hpp"

namespace plumbline::care {
namespace {

/// @source rules 3.4: 80 % of the planned sessions; two exercises of a week (rules 1.1)
constexpr std::int32_t kFourFifths = 4;
constexpr std::size_t kStepsAWeek = 2;
/// @source rules 3.4: the smaller of two doses in the first 14 days, so no growth
constexpr std::int32_t kFirstDays = 14;

bool in_week(LocalDate day, LocalDate begin) { return day >= begin && day.since(begin) < 7; }

std::int32_t sessions_in(const record::PersonState& state, LocalDate begin) {
  return static_cast<std::int32_t>(std::ranges::count_if(
      state.sessions, [&](const auto& s) { return !s.done.empty() && in_week(s.day, begin); }));
}

}  // namespace

void Quota::note(const std::string& ladder, LocalDate day, bool red) {
  Kept& kept = kept_[ladder];
  kept.days.push_back(day);
  if (red) kept.reds.push_back(day);
}

std::vector<QuotaStep> Quota::due(const record::PersonState& state, const ProfileAt& at,
                                  LocalDate day) {
  const std::int32_t now = day.since(at.plan_start) / 7;
  const std::int32_t from = week_ ? *week_ : now;
  week_ = now;
  std::vector<QuotaStep> out;
  if (at.mode != clinical::CourseMode::GradedActivity) return out;
  const LocalDate mode_since = at.mode_set_on ? *at.mode_set_on : at.profile_day;
  for (std::int32_t week = from; week < now; ++week) {
    const LocalDate begin = at.plan_start.plus(week * 7);
    const LocalDate fixed_day = begin.plus(7);
    const std::int32_t held = sessions_in(state, begin);
    const bool kept_up = held * 5 >= at.profile.days_per_week * kFourFifths;
    if (!kept_up || fixed_day.since(mode_since) < kFirstDays) continue;
    if (open_flare(state, at, fixed_day) || at.usual_set_on == fixed_day) continue;
    // Those that waited longest come first: rotate by the week's number.
    std::vector<std::string> able;
    for (const auto& [ladder, kept] : kept_) {
      const auto here = [&](LocalDate d) { return in_week(d, begin); };
      if (std::ranges::any_of(kept.days, here)) able.push_back(ladder);
    }
    for (std::size_t k = 0; k < std::min(kStepsAWeek, able.size()); ++k) {
      const std::size_t i = (static_cast<std::size_t>(week) * kStepsAWeek + k) % able.size();
      // A frozen quota waits; its turn goes to nobody else, so that pain raises nothing.
      const auto here = [&](LocalDate d) { return in_week(d, begin); };
      if (std::ranges::count_if(kept_.find(able[i])->second.reds, here) >= 2) continue;
      out.push_back({able[i],
                     fixed_day,
                     {"3.4/quota",
                      {{"sessions_held", std::int64_t{held}},
                       {"sessions_planned", std::int64_t{at.profile.days_per_week}}},
                      "step up",
                      "You kept to the plan last week, so the agreed amount grows a little."}});
    }
  }
  return out;
}

}  // namespace plumbline::care
