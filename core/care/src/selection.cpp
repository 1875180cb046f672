// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/selection.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "plumbline/care/day_room.hpp"
#include "week_menu.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::DayMask;
using exercise::ExerciseClass;
using exercise::kDaysOfWeek;
using exercise::Ladder;
using exercise::Need;
using exercise::NeedTarget;
using exercise::WeekItem;
using exercise::WeekProblem;
using exercise::WeekSolution;

/// @source engineering choice: leaves at most a hundredth open for each of 10,000 random people
constexpr std::int32_t kMostNodes = 60000;
/// @source plan-engine, Week: at most six exercises a session; three or four in the first fortnight
constexpr std::int32_t kMostItems = 6;
constexpr std::int32_t kMostMainAtFirst = 4;
/// @source rules 1.6: 4–5 different exercises in the first fortnight, 4 in graded mode
constexpr std::int32_t kDifferentAtFirst = 5;
constexpr std::int32_t kDifferentGraded = 4;
/// @source engineering choice: enough variety later on without a wall of exercises
constexpr std::int32_t kDifferentLater = 8;
/// @source rules 1.6: with pain in the upper back, at least 60 % of the items of the first plan
constexpr std::int32_t kUpperBackShare = 60;
constexpr WordSet<Need> kMobility{Need::LumbarMobility, Need::ThoracicMobility, Need::HipMobility};
/// @source formats.md: micro-doses of up to 3 minutes may stand on every day
constexpr std::int32_t kMicroDose = 180;
/// Builds and solves the problem of one week at a start level.
class Selecting {
 public:
  Selecting(const Catalogue& catalogue, const Situation& situation, const SelectionInputs& inputs,
            exercise::WeekMemo& memo)
      : catalogue_(catalogue),
        s_(situation),
        in_(inputs),
        memo_(memo),
        menu_(catalogue, situation, inputs) {}

  Selection run() {
    // Levels from gentle to gentler: what more usual pain leaves may not weigh more (rules 3.3,
    // 2b). Minutes from many to few: fewer minutes may not lengthen a day (plan-engine, law 3).
    std::vector<std::int32_t> levels;
    for (std::int32_t l = s_.start.level_without_pain; l >= s_.start.level; --l)
      levels.push_back(l);
    if (in_.plan_week > 0) levels = {s_.start.level};
    std::vector<Layer> layers(levels.size());
    for (std::size_t i = 0; i < levels.size(); ++i)
      layers[i].candidates = menu_.candidates(levels[i]);
    std::optional<DayFrame> above;
    const std::int32_t own = s_.at.profile.minutes_per_day;
    const std::int32_t most = in_.plan_week > 0 ? (own + 4) / 5 * 5 : kMostMinutes;
    for (std::int32_t minutes = most; minutes >= s_.at.profile.minutes_per_day; --minutes) {
      const DayFrame frame =
          make_frame(catalogue_, s_, in_.daily, minutes, above ? &*above : nullptr);
      above = frame;
      bool changed = false;
      for (std::size_t i = 0; i < layers.size(); ++i) {
        changed = changed || !still_holds(layers[i], frame, minutes);
        if (changed) solve(layers[i], i == 0 ? nullptr : &layers[i - 1], frame, minutes);
      }
      lay_bouts(layers.back(), minutes);
    }
    return take(layers.back());
  }

 private:
  /// @source formats.md: minutes_per_day 5–120
  static constexpr std::int32_t kMostMinutes = 120;

  /// The solution at one level for the minutes looked at last.
  struct Layer {
    std::vector<Candidate> candidates;
    DayFrame frame;
    WeekProblem problem;
    WeekSolution solution;
    std::array<std::int32_t, kDaysOfWeek> length{};
    /// Days with a micro-dose of each item.
    std::vector<DayMask> micro;
    /// Bouts of each item on each day, and the days' lengths with them.
    std::vector<std::array<std::int32_t, kDaysOfWeek>> bouts;
    std::array<std::int32_t, kDaysOfWeek> full_length{};
    std::int64_t load = 0;
    bool solved = false;
  };

  /// The solution for one more minute is the best for these minutes too.
  static bool still_holds(const Layer& layer, const DayFrame& frame, std::int32_t minutes) {
    return layer.solved && layer.frame == frame &&
           std::ranges::all_of(layer.length,
                               [&](std::int32_t length) { return length <= minutes * 60; });
  }

  static bool is_empty(const WeekSolution& solution) {
    return std::ranges::all_of(solution.days, [](DayMask days) { return days == 0; });
  }

  bool first_fortnight() const { return in_.plan_week < 2; }

  std::int32_t most_different() const {
    if (s_.at.mode == clinical::CourseMode::GradedActivity) return kDifferentGraded;
    if (first_fortnight()) return kDifferentAtFirst;
    return s_.at.high_psychological_risk ? kDifferentAtFirst : kDifferentLater;
  }

  /// At most one new exercise a week (rules 1.1); a swap is no growth (rules 1.8).
  std::int32_t most_fresh() const {
    if (in_.plan_week == 0) return std::numeric_limits<std::int32_t>::max();
    return std::max(0, 1 + in_.swapped_away - in_.begun_this_week);
  }

  void solve(Layer& layer, const Layer* above, const DayFrame& frame, std::int32_t minutes) {
    layer.frame = frame;
    WeekProblem p;
    p.needs = menu_.solver_needs(layer.frame.sessions);
    p.sessions = layer.frame.sessions;
    p.most_different = most_different();
    p.welcome_different = first_fortnight() ? 4 : 6;
    p.most_fresh = most_fresh();
    if (above != nullptr) p.most_load_thirds = above->load;
    for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
      std::int32_t length = minutes * 60;
      if (layer.solved) length = std::min(length, layer.length[d]);
      p.capacity[d] = length - layer.frame.seconds[d];
      p.most_items[d] = std::min(kMostItems - layer.frame.items[d],
                                 first_fortnight() ? kMostMainAtFirst : kMostItems);
    }
    for (const Candidate& c : layer.candidates) p.items.push_back(menu_.item_of(c, p.needs));
    if (exercise::upper_back_first(s_.at.profile)) {
      p.most_others = first_fortnight() ? 1 : 2;
      if (in_.plan_week == 0) p.least_share_percent = kUpperBackShare;
    }
    layer.solution = memo_.solve(p, kMostNodes);
    if (p.least_share_percent > 0 && is_empty(layer.solution)) {
      // Nothing for the upper back is allowed or fits: something else is better than nothing.
      p.least_share_percent = 0;
      layer.solution = memo_.solve(p, kMostNodes);
    }
    layer.problem = std::move(p);
    measure(layer, minutes);
    layer.solved = true;
  }

  /// Lengths of the days and load of the week; micro-doses fill days without a session.
  void measure(Layer& layer, std::int32_t minutes) const {
    std::array<std::int32_t, kDaysOfWeek> most{};
    most.fill(minutes * 60);
    for (std::size_t d = 0; layer.solved && d < kDaysOfWeek; ++d) {
      most[d] = std::min(most[d], layer.length[d]);
    }
    layer.length = layer.frame.seconds;
    layer.load = 0;
    for (std::size_t i = 0; i < layer.problem.items.size(); ++i) {
      const WeekItem& item = layer.problem.items[i];
      const auto days = static_cast<unsigned>(layer.solution.days[i]);
      layer.load += item.load_thirds * __builtin_popcount(days);
      for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
        if ((days >> d & 1U) != 0) layer.length[d] += item.seconds;
      }
    }
    // A session day with nothing on it has no warm-up and no easy end either.
    for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
      const bool used = std::ranges::any_of(layer.solution.days, [&](DayMask days) {
        return (static_cast<unsigned>(days) >> d & 1U) != 0;
      });
      if (!used) layer.length[d] -= layer.frame.edge_seconds[d];
    }
    layer.micro.assign(layer.problem.items.size(), 0);
    for (std::size_t i = 0; i < layer.micro.size(); ++i) {
      layer.micro[i] = micro_days(layer, i, most);
    }
  }

  /// Days without a session on which a mobility item still fits, as far as its need wants more
  /// days.
  DayMask micro_days(Layer& layer, std::size_t i,
                     const std::array<std::int32_t, kDaysOfWeek>& most) const {
    const WeekItem& item = layer.problem.items[i];
    const DayMask days = layer.solution.days[i];
    if (days == 0 || item.every_day || item.loaded || item.seconds > kMicroDose) return 0;
    std::int32_t left = 0;
    for (const exercise::Coverage& c : item.covers) {
      const Need need = layer.problem.needs[c.need].need;
      if (!kMobility.contains(need)) continue;
      const auto target = std::ranges::find(menu_.needs(), need, &NeedTarget::need);
      left = std::max(left, target->days - __builtin_popcount(static_cast<unsigned>(days)));
    }
    unsigned out = 0;
    for (std::size_t d = 0; d < kDaysOfWeek && left > 0; ++d) {
      const bool session = (static_cast<unsigned>(layer.frame.sessions) >> d & 1U) != 0;
      if (session || layer.length[d] + item.seconds > most[d]) continue;
      layer.length[d] += item.seconds;
      out |= 1U << d;
      --left;
    }
    return static_cast<DayMask>(out);
  }

  /// Direction exercises again and again through the day, into the minutes that everything else
  /// leaves; with fewer minutes no day with its bouts gets longer.
  void lay_bouts(Layer& layer, std::int32_t minutes) const {
    std::array<std::int32_t, kDaysOfWeek> most{};
    most.fill(minutes * 60);
    for (std::size_t d = 0; !layer.bouts.empty() && d < kDaysOfWeek; ++d) {
      most[d] = std::min(most[d], layer.full_length[d]);
    }
    layer.full_length = layer.length;
    layer.bouts.assign(layer.problem.items.size(), {});
    for (std::size_t i = 0; i < layer.bouts.size(); ++i) {
      const WeekItem& item = layer.problem.items[i];
      const std::int32_t bouts = menu_.most_bouts(layer.candidates[i]);
      for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
        if ((static_cast<unsigned>(layer.solution.days[i]) >> d & 1U) == 0) continue;
        const std::int32_t room = std::max(0, most[d] - layer.full_length[d]);
        const std::int32_t extra = std::min(bouts - 1, room / std::max(1, item.seconds));
        layer.bouts[i][d] = 1 + extra;
        layer.full_length[d] += extra * item.seconds;
      }
    }
  }

  Selection take(const Layer& layer) const {
    Selection out;
    out.frame = layer.frame;
    out.needs = menu_.needs();
    out.gap = layer.solution.bound - layer.solution.value;
    out.attainable = layer.solution.attainable;
    std::vector<Wanted> wanted;
    for (std::size_t i = 0; i < layer.problem.items.size(); ++i) {
      if (layer.solution.days[i] == 0) continue;
      const WeekItem& item = layer.problem.items[i];
      const auto same = std::ranges::find(layer.candidates, item.id,
                                          [](const Candidate& c) { return c.ladder->id; });
      out.chosen.push_back({item.id,
                            layer.solution.days[i],
                            item.every_day,
                            layer.micro[i],
                            layer.bouts[i],
                            item.seconds,
                            {},
                            same->needs,
                            item.fresh});
      wanted.push_back(wanted_times(catalogue_, s_, *same->ladder, reach_of(*same), item.seconds));
    }
    std::array<std::int32_t, kDaysOfWeek> spare{};
    for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
      spare[d] = s_.at.profile.minutes_per_day * 60 - layer.length[d];
    }
    share_room(out.chosen, wanted, spare);
    return out;
  }

  /// How far anybody could have come on a ladder.
  std::size_t reach_of(const Candidate& c) const {
    const auto found = in_.reach.find(c.ladder->id);
    return found == in_.reach.end() ? c.start : std::max(found->second, c.start);
  }

  const Catalogue& catalogue_;
  const Situation& s_;
  const SelectionInputs& in_;
  exercise::WeekMemo& memo_;
  WeekMenu menu_;
};

}  // namespace

Selection select_week(const Catalogue& catalogue, const Situation& situation,
                      const SelectionInputs& inputs, exercise::WeekMemo& memo) {
  return Selecting(catalogue, situation, inputs, memo).run();
}

}  // namespace plumbline::care
