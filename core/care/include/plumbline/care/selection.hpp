// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "plumbline/care/course.hpp"
#include "plumbline/care/day_frame.hpp"
#include "plumbline/care/situation.hpp"
#include "plumbline/exercise/needs.hpp"
#include "plumbline/exercise/week.hpp"
#include "plumbline/exercise/week_memo.hpp"

namespace plumbline::care {

/// One ladder that was chosen for a plan week.
struct Chosen {
  std::string ladder;
  exercise::DayMask days = 0;
  /// Stands on all seven days.
  bool every_day = false;
  /// Days without a session on which it stands as a micro-dose, up to the target of its need.
  exercise::DayMask micro_days = 0;
  /// Bouts of a direction exercise on each day that fit after everything else. They are given once
  /// leg symptoms centralise, which may be in the middle of a week.
  std::array<std::int32_t, exercise::kDaysOfWeek> bouts{};
  /// Seconds that the plan keeps free for it on a day.
  std::int32_t kept_seconds = 0;
  /// Seconds that it may take on each of its days: what is kept, and its share of what the day has
  /// left.
  std::array<std::int32_t, exercise::kDaysOfWeek> room{};
  /// The needs it was chosen for.
  WordSet<exercise::Need> needs;
  bool fresh = false;
};

/// What a plan week consists of, before doses: exercises, days, the frame around them.
struct Selection {
  DayFrame frame;
  std::vector<Chosen> chosen;
  std::vector<exercise::NeedTarget> needs;
  /// Proven distance from the best choice, as parts of the attainable satisfaction.
  std::int64_t gap = 0;
  std::int64_t attainable = 0;
};

/// What the choice for one week starts from. Nothing of it follows from answers about pain in
/// sessions, mornings and flares, so that more pain can only take away (rules 3.3).
struct SelectionInputs {
  std::int32_t plan_week = 0;
  /// Ladders that are part of the plan already, with the most days a week that loaded work on them
  /// may have (rules 1.1: more days are growth too); empty for the first plan.
  std::map<std::string, std::int32_t, std::less<>> known;
  /// Ladders that were worked on in the last seven days: what goes on is learned.
  std::set<std::string, std::less<>> trained_lately;
  /// Exercises swapped away this week without naming another: as many new ones may join, since a
  /// swap is no growth (rules 1.8).
  std::int32_t swapped_away = 0;
  /// New ladders that were begun in this plan week already, before it was planned anew.
  std::int32_t begun_this_week = 0;
  /// How far each ladder may have come: time is kept for the longest dose up to there.
  std::map<std::string, std::size_t, std::less<>> reach;
  /// Most seconds a day that are kept for what the first plan has on every day.
  std::map<std::string, std::int32_t, std::less<>> daily_seconds;
  /// Where a daily ladder stands (walking and relaxation).
  DailyAmounts daily;
};

/// Chooses exercises and days for a plan week (rules 1.6, plan-engine "Week").
Selection select_week(const exercise::Catalogue& catalogue, const Situation& situation,
                      const SelectionInputs& inputs, exercise::WeekMemo& memo);

}  // namespace plumbline::care
