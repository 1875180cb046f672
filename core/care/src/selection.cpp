// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/selection.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "plumbline/care/painful_side.hpp"

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

/// @source engineering choice: cut off so that the slowest of 10,000 people stays below 50 ms
constexpr std::int32_t kMostNodes = 20000;
/// @source plan-engine, Week: at most six exercises a session; three or four in the first fortnight
constexpr std::int32_t kMostItems = 6;
constexpr std::int32_t kMostMainAtFirst = 4;
/// @source rules 1.6: 4–5 different exercises in the first fortnight, 4 in graded mode
constexpr std::int32_t kDifferentAtFirst = 5;
constexpr std::int32_t kDifferentGraded = 4;
/// @source engineering choice: enough variety later on without a wall of exercises
constexpr std::int32_t kDifferentLater = 8;
/// @source engineering choice: what is known and worked is kept
constexpr std::int32_t kContinuityBonus = 900;
/// @source engineering choice: a swap counts like a need of weight 1
constexpr std::int32_t kAskedForBonus = 21000;
/// @source engineering choice: what is new begins on two days a week
constexpr std::int32_t kFreshDays = 2;

/// @source engineering choice: between equals, the one nearer to what the person can do
constexpr std::int32_t kLevelBonus = 150;

/// @source rules 1.3: partial_crunch is library only, superman is never chosen
constexpr std::array<std::string_view, 2> kLibraryOnly = {"partial_crunch", "superman"};

constexpr WordSet<Need> kDailyLine{Need::Aerobic, Need::Relax};
constexpr WordSet<Need> kStrength{Need::Extensors, Need::Glutes, Need::Legs, Need::Function,
                                  Need::Scapular};
constexpr WordSet<Need> kMobility{Need::LumbarMobility, Need::ThoracicMobility, Need::HipMobility};
/// @source formats.md: micro-doses of up to 3 minutes may stand on every day
constexpr std::int32_t kMicroDose = 180;
constexpr WordSet<Need> kUpperBack{Need::Scapular, Need::ThoracicMobility, Need::Neck};

/// A ladder that may be chosen, with the rung it would start or stand on.
struct Candidate {
  const Ladder* ladder;
  /// Index into the ladder's steps.
  std::size_t start;
  Catalogue::Index exercise;
  WordSet<Need> needs;
};

exercise::NeedInputs need_inputs(const Situation& s, std::int32_t plan_week) {
  exercise::NeedInputs in;
  in.derived = s.derived.flags;
  in.mode = s.at.mode;
  in.onset_days = s.at.onset_days;
  in.plan_week = plan_week;
  in.days_per_week = s.at.profile.days_per_week;
  in.high_psychological_risk = s.at.high_psychological_risk;
  in.chair_stand_below_norm = has_finding(s.at.findings, clinical::TestFlag::ChairStandBelowNorm);
  in.weak_trunk_extensors = has_finding(s.at.findings, clinical::TestFlag::TrunkExtensorLow);
  in.uneven_side_bridge = has_finding(s.at.findings, clinical::TestFlag::SideBridgeAsymmetric);
  in.poor_sleep = s.at.poor_sleep;
  return in;
}

/// The longest time of any dose up to where the ladder may have come.
std::int32_t seconds_to_keep(const Catalogue& catalogue, const Ladder& ladder, std::size_t reach) {
  std::int32_t most = 0;
  for (std::size_t i = 0; i <= reach && i < ladder.steps.size(); ++i) {
    const exercise::Step& step = ladder.steps[i];
    most = std::max(most, catalogue.row(step.exercise).seconds[step.dose]);
  }
  return most;
}

bool every_day(const exercise::Exercise& e) {
  return e.kind == ExerciseClass::Direction || e.kind == ExerciseClass::Nerve ||
         e.serves.intersects({Need::DirectionExtension, Need::DirectionFlexion});
}

/// Builds and solves the problem of one week at a start level.
class Selecting {
 public:
  Selecting(const Catalogue& catalogue, const Situation& situation, const SelectionInputs& inputs)
      : catalogue_(catalogue), s_(situation), in_(inputs) {
    needs_ = compute_needs(s_.at.profile, need_inputs(s_, in_.plan_week));
  }

  Selection run() {
    // Levels from gentle to gentler: what more usual pain leaves may not weigh more (rules 3.3,
    // 2b). Minutes from many to few: fewer minutes may not lengthen a day (plan-engine, law 3).
    std::vector<std::int32_t> levels;
    for (std::int32_t l = s_.start.level_without_pain; l >= s_.start.level; --l)
      levels.push_back(l);
    if (in_.plan_week > 0) levels = {s_.start.level};
    std::vector<Layer> layers(levels.size());
    for (std::size_t i = 0; i < levels.size(); ++i) layers[i].candidates = candidates(levels[i]);
    for (std::int32_t minutes = kMostMinutes; minutes >= s_.at.profile.minutes_per_day; --minutes) {
      const DayFrame frame = make_frame(catalogue_, s_, in_.daily, minutes);
      bool changed = false;
      for (std::size_t i = 0; i < layers.size(); ++i) {
        changed = changed || !still_holds(layers[i], frame, minutes);
        if (changed) solve(layers[i], i == 0 ? nullptr : &layers[i - 1], frame, minutes);
      }
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
    std::int64_t load = 0;
    bool solved = false;
  };

  /// The solution for one more minute is the best for these minutes too.
  static bool still_holds(const Layer& layer, const DayFrame& frame, std::int32_t minutes) {
    return layer.solved && layer.frame == frame &&
           std::ranges::all_of(layer.length,
                               [&](std::int32_t length) { return length <= minutes * 60; });
  }

  bool wanted(Need need) const {
    return std::ranges::find(needs_, need, &NeedTarget::need) != needs_.end();
  }

  std::vector<Candidate> candidates(std::int32_t level) const {
    std::vector<Candidate> out;
    for (const Ladder& ladder : s_.ladders) {
      const auto start = start_at_level(catalogue_, ladder, level);
      if (!start) continue;
      const auto index = ladder.steps[*start].exercise;
      if (std::ranges::find(kLibraryOnly, catalogue_.exercise(index).id) != kLibraryOnly.end()) {
        continue;
      }
      WordSet<Need> needs;
      counted_needs(catalogue_.exercise(index).serves).for_each([&](Need need) {
        if (!kDailyLine.contains(need) && wanted(need)) needs.insert(need);
      });
      if (!needs.empty()) out.push_back({&ladder, *start, index, needs});
    }
    std::ranges::stable_sort(out, {}, [&](const Candidate& c) { return c.ladder->id; });
    drop_shared_rungs(out);
    return out;
  }

  /// Two ladders that would begin with the same exercise are one.
  static void drop_shared_rungs(std::vector<Candidate>& list) {
    std::set<Catalogue::Index> seen;
    std::erase_if(list, [&](const Candidate& c) { return !seen.insert(c.exercise).second; });
  }

  /// The first plan keeps time for the start dose, later ones for the best that could be reached.
  std::int32_t seconds_of(const Candidate& c) const {
    const exercise::CatalogueRow& row = catalogue_.row(c.exercise);
    if (in_.plan_week == 0) {
      return exercise::seconds_of(
          row.path.front(), {row.exercise.dose.tempo_s, sides_done(row.exercise, s_.at.profile),
                             rest_seconds(row.exercise)});
    }
    const auto found = in_.reach.find(c.ladder->id);
    const std::size_t reach = found != in_.reach.end() ? found->second : *c.ladder->start;
    return seconds_to_keep(catalogue_, *c.ladder, reach);
  }

  WeekItem item_of(const Candidate& c) const {
    const exercise::CatalogueRow& row = catalogue_.row(c.exercise);
    WeekItem item;
    item.id = c.ladder->id;
    item.seconds = seconds_of(c);
    item.every_day = every_day(row.exercise);
    item.loaded = row.loaded;
    item.kind = row.exercise.kind;
    item.load_thirds = row.load_thirds.front();
    const auto before = in_.known.find(c.ladder->id);
    const bool known = before != in_.known.end();
    item.fresh = in_.plan_week > 0 && !known;
    if (item.loaded && in_.plan_week > 0) item.most_days = known ? before->second : kFreshDays;
    item.bonus = (known ? kContinuityBonus : 0) +
                 (calm() ? -1 : 1) * kLevelBonus * row.exercise.level +
                 (in_.asked_for.contains(c.ladder->id) ? kAskedForBonus : 0);
    item.other = !c.needs.intersects(kUpperBack);
    for (std::size_t n = 0; n < solver_needs_.size(); ++n) {
      if (!c.needs.contains(solver_needs_[n].need)) continue;
      item.covers.push_back({n, quarters(row.exercise, solver_needs_[n].need)});
    }
    return item;
  }

  /// Level-1 work counts a quarter for strength after the second week (rules 1.1).
  std::int32_t quarters(const exercise::Exercise& e, Need need) const {
    const bool light = in_.plan_week >= 2 && e.level == 1 && s_.start.level_without_pain > 1;
    return light && kStrength.contains(need) ? 1 : 4;
  }

  void list_needs(DayMask sessions) {
    solver_needs_.clear();
    const std::int32_t days = __builtin_popcount(sessions);
    for (const NeedTarget& target : needs_) {
      if (kDailyLine.contains(target.need)) continue;
      const bool daily = target.need == Need::DirectionExtension ||
                         target.need == Need::DirectionFlexion || target.need == Need::NerveSciatic;
      solver_needs_.push_back(
          {target.need, target.weight, daily ? target.days : std::clamp(days, 1, target.days)});
    }
  }

  /// New or easily stirred up: between equals, the gentler one.
  bool calm() const {
    /// @source rules 1.7, calm: onset within 42 days or irritability high
    constexpr std::int32_t kNewPain = 42;
    return s_.at.onset_days <= kNewPain ||
           exercise::irritability_of(s_.at.profile) == clinical::Irritability::High;
  }

  bool first_fortnight() const { return in_.plan_week < 2; }

  std::int32_t most_different() const {
    if (s_.at.mode == clinical::CourseMode::GradedActivity) return kDifferentGraded;
    if (first_fortnight()) return kDifferentAtFirst;
    return s_.at.high_psychological_risk ? kDifferentAtFirst : kDifferentLater;
  }

  void solve(Layer& layer, const Layer* above, const DayFrame& frame, std::int32_t minutes) {
    layer.frame = frame;
    list_needs(layer.frame.sessions);
    WeekProblem p;
    p.needs = solver_needs_;
    p.sessions = layer.frame.sessions;
    p.most_different = most_different();
    p.welcome_different = first_fortnight() ? 4 : 6;
    p.most_fresh = in_.plan_week > 0 ? 1 : std::numeric_limits<std::int32_t>::max();
    if (above != nullptr) p.most_load_thirds = above->load;
    for (std::size_t d = 0; d < kDaysOfWeek; ++d) {
      std::int32_t length = minutes * 60;
      if (layer.solved) length = std::min(length, layer.length[d]);
      p.capacity[d] = length - layer.frame.seconds[d];
      p.most_items[d] = std::min(kMostItems - layer.frame.items[d],
                                 first_fortnight() ? kMostMainAtFirst : kMostItems);
    }
    for (const Candidate& c : layer.candidates) p.items.push_back(item_of(c));
    if (exercise::upper_back_first(s_.at.profile)) p.most_others = first_fortnight() ? 1 : 2;
    layer.solution = solve_week(p, kMostNodes);
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
      const auto target = std::ranges::find(needs_, need, &NeedTarget::need);
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

  Selection take(Layer& layer) {
    Selection out;
    out.frame = layer.frame;
    out.needs = needs_;
    out.gap = layer.solution.bound - layer.solution.value;
    out.attainable = layer.solution.attainable;
    for (std::size_t i = 0; i < layer.problem.items.size(); ++i) {
      if (layer.solution.days[i] == 0) continue;
      const WeekItem& item = layer.problem.items[i];
      const auto same = std::ranges::find(layer.candidates, item.id,
                                          [](const Candidate& c) { return c.ladder->id; });
      out.chosen.push_back({item.id, layer.solution.days[i], item.every_day, layer.micro[i],
                            item.seconds, same->needs, item.fresh});
    }
    return out;
  }

  const Catalogue& catalogue_;
  const Situation& s_;
  const SelectionInputs& in_;
  std::vector<NeedTarget> needs_;
  std::vector<exercise::WeekNeed> solver_needs_;
};

}  // namespace

Selection select_week(const Catalogue& catalogue, const Situation& situation,
                      const SelectionInputs& inputs) {
  return Selecting(catalogue, situation, inputs).run();
}

}  // namespace plumbline::care
