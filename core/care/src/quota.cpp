// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/quota.hpp"

#include <algorithm>
#include <iterator>

#include "plumbline/care/flare.hpp"
#include "plumbline/care/reaction.hpp"
#include "step_gate.hpp"

namespace plumbline::care {
namespace {

/// @source rules 3.4: 80 % of the planned sessions; two exercises of a week (rules 1.1)
constexpr std::int32_t kFourFifths = 4;
constexpr std::size_t kStepsAWeek = 2;
/// @source rules 3.4: the smaller of two doses in the first 14 days, so no growth
constexpr std::int32_t kFirstDays = 14;
/// @source rules 3.4: second red in 7 days, frozen one week
constexpr std::int32_t kRedWindow = 7;
constexpr std::int32_t kFrozenDays = 7;

bool in_week(LocalDate day, LocalDate begin) { return day >= begin && day.since(begin) < 7; }

/// No growth in a week with a flare on any of its days, the fixed day included.
bool flare_between(const record::PersonState& state, const ProfileAt& at, LocalDate begin,
                   LocalDate end) {
  for (LocalDate day = begin; day <= end; day = day.plus(1)) {
    if (open_flare(state, at, day)) return true;
  }
  return false;
}

std::int64_t sessions_in(const std::vector<LocalDate>& days, LocalDate begin) {
  return std::ranges::count_if(days, [&](LocalDate d) { return in_week(d, begin); });
}

}  // namespace

void Quota::note(const std::string& ladder, LocalDate day, bool red) {
  Kept& kept = kept_[ladder];
  kept.days.push_back(day);
  if (!red) return;
  const std::vector<LocalDate>& reds = kept.reds;
  const auto close = [](LocalDate a, LocalDate b) { return b.since(a) < kRedWindow; };
  const std::size_t n = reds.size();
  if (n >= 2 && close(reds[n - 1], day) && close(reds[n - 2], reds[n - 1])) {
    review_days_.push_back(day);
  }
  kept.reds.push_back(day);
}

bool Quota::kept_up(const QuotaInputs& in, LocalDate begin) const {
  const LocalDate fixed_day = begin.plus(7);
  if (fixed_day.since(in.at.mode_since) < kFirstDays) return false;
  if (in.at.usual_pain >= kHoldFrom || steps_are_held(in.state, in.at, in.training_days, fixed_day))
    return false;
  return sessions_in(in.training_days, begin) * 5 >=
         std::int64_t{in.at.profile.days_per_week} * kFourFifths;
}

/// Ladders that were worked on in a week and have a first quota.
std::vector<std::string> Quota::able(const QuotaInputs& in, LocalDate begin) const {
  std::vector<std::string> out;
  for (const auto& [ladder, kept] : kept_) {
    const auto here = [&](LocalDate d) { return in_week(d, begin); };
    if (!in.waiting.contains(ladder) && std::ranges::any_of(kept.days, here)) out.push_back(ladder);
  }
  return out;
}

bool Quota::frozen_by_red(const std::string& ladder, LocalDate fixed_day) const {
  const Kept& kept = kept_.find(ladder)->second;
  const std::vector<LocalDate>& reds = kept.reds;
  /// @source rules 3.4: after red pain, next time the same quota: that time has to come first
  const auto behind = std::ranges::lower_bound(kept.days, fixed_day);
  if (behind != kept.days.begin() && std::ranges::binary_search(reds, *std::prev(behind))) {
    return true;
  }
  for (std::size_t i = 1; i < reds.size(); ++i) {
    const bool second = reds[i].since(reds[i - 1]) < kRedWindow;
    if (second && reds[i] < fixed_day && fixed_day.since(reds[i]) <= kFrozenDays) return true;
  }
  return false;
}

std::vector<QuotaStep> Quota::due(const QuotaInputs& in, LocalDate day) {
  const std::int32_t now = day.since(in.at.plan_start) / 7;
  const std::int32_t from = week_ ? *week_ : now;
  week_ = now;
  std::vector<QuotaStep> out;
  if (in.at.mode != clinical::CourseMode::GradedActivity) return out;
  for (std::int32_t week = from; week < now; ++week) {
    const LocalDate begin = in.at.plan_start.plus(week * 7);
    const LocalDate fixed_day = begin.plus(7);
    if (!kept_up(in, begin)) continue;
    const bool flare = flare_between(in.state, in.at, begin, fixed_day);
    const std::int64_t held = sessions_in(in.training_days, begin);
    const std::vector<std::string> ladders = able(in, begin);
    for (std::size_t k = 0; k < std::min(kStepsAWeek, ladders.size()); ++k) {
      // In turn, by the week's number.
      const std::string& ladder =
          ladders[(static_cast<std::size_t>(week) * kStepsAWeek + k) % ladders.size()];
      out.push_back(
          {ladder, fixed_day, flare || frozen_by_red(ladder, fixed_day),
           Reason{"3.4/quota",
                  {{"sessions_held", held},
                   {"sessions_planned", std::int64_t{in.at.profile.days_per_week}}},
                  "step up",
                  "You kept to the plan last week, so the agreed amount grows a little."}});
    }
  }
  return out;
}

}  // namespace plumbline::care
