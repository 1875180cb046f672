// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/week_plan.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <variant>

#include "item_maker.hpp"
#include "known_rungs.hpp"
#include "plumbline/care/day_room.hpp"
#include "plumbline/care/painful_side.hpp"
#include "plumbline/clinical/recheck.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::ItemRole;
using exercise::kDaysOfWeek;
using exercise::Ladder;
using exercise::Step;

/// @source rules 3.6: loaded work above level 2 is out in the first days of a flare
constexpr std::int32_t kFlareLevel = 2;
/// @source rules 3.6: and of what carries no load only level 1
constexpr std::int32_t kFlareMobilityLevel = 1;
/// @source rules 2.6: after 14 days the plan falls to level 2
constexpr std::int32_t kOverdueLevel = 2;

bool on_day(exercise::DayMask days, std::int32_t offset) {
  return (static_cast<unsigned>(days) >> static_cast<unsigned>(offset) & 1U) != 0;
}

/// Lays out days one after the other.
class Layout {
 public:
  explicit Layout(const WeekPlanInputs& in)
      : in_(in), catalogue_(in.catalogue), s_(in.situation), make_(in) {}

  std::vector<Day> run() {
    std::vector<Day> week;
    week.reserve(kDaysOfWeek);
    for (std::int32_t k = 0; k < static_cast<std::int32_t>(kDaysOfWeek); ++k) {
      week.push_back(day(s_.day.plus(k)));
    }
    return week;
  }

 private:
  /// A step that is laid on a day.
  struct Laid {
    const Ladder* ladder;
    Step step;
    /// Less than where the person stands, since the day is full.
    bool shortened;
  };

  const Selection& selection_for(LocalDate date) const {
    const std::int32_t now = s_.day.since(s_.at.plan_start) / 7;
    return date.since(s_.at.plan_start) / 7 == now ? in_.this_week : in_.next_week;
  }

  Day day(LocalDate date) {
    Day out{date, {}};
    const Selection& selection = selection_for(date);
    const std::int32_t offset = date.since(s_.at.plan_start) % 7;
    const DayFrame& frame = selection.frame;
    const bool session = on_day(frame.sessions, offset);
    std::vector<Item> main = main_items(selection, offset, session);
    const bool working = session && !main.empty();
    if (working && frame.warm_up)
      out.items.push_back(make_.edge(*frame.warm_up, frame.edge_minutes, ItemRole::Warmup));
    for (Item& item : main) out.items.push_back(std::move(item));
    if (frame.walking && on_day(frame.walking_days, offset)) {
      out.items.push_back(daily_item(
          *frame.walking, session ? frame.session_walking_minutes : frame.walking_minutes,
          frame.least_walk));
    }
    if (frame.relax && (on_day(frame.relax_days, offset) || (in_.flare && session && !working))) {
      // A session of which a flare leaves nothing has no calm end: relaxation stands for it.
      Item calm = daily_item(*frame.relax, frame.relax_minutes, 0);
      const std::int32_t budget = s_.at.profile.minutes_per_day * 60;
      if (care::seconds_of(out) + calm.seconds <= budget) out.items.push_back(std::move(calm));
    }
    if (!session) add_micro_doses(selection, offset, out);
    if (working && frame.ease)
      out.items.push_back(make_.edge(*frame.ease, frame.edge_minutes, ItemRole::Ease));
    repeat_bouts(selection, offset, out);
    return out;
  }

  /// In the order of plan-engine, Week: mobility, control, strength, function; few position
  /// changes.
  std::vector<Item> main_items(const Selection& selection, std::int32_t offset, bool session) {
    struct Sorted {
      std::array<std::int32_t, 3> order;
      Item item;
    };
    std::vector<Sorted> placed;
    for (const Chosen& chosen : selection.chosen) {
      if (!on_day(chosen.days, offset) || (!session && !chosen.every_day)) continue;
      const std::optional<Laid> laid = present_step(chosen, offset);
      if (!laid || waits_for_calm(chosen, laid->step)) continue;
      const Catalogue::Index index = laid->step.exercise;
      // Loaded work waits until the questions about a fracture are answered.
      if (s_.safety.bones_first && catalogue_.row(index).loaded) continue;
      Item item = make_.from_ladder({chosen, *laid->ladder, laid->step, laid->shortened});
      // Two ladders that stand on the same exercise are one item, at the larger dose.
      const auto same = std::ranges::find_if(
          placed, [&](const Sorted& p) { return p.item.exercise == item.exercise; });
      if (same != placed.end()) {
        if (same->item.load_thirds < item.load_thirds) same->item = std::move(item);
        continue;
      }
      placed.push_back({{group_of(index), floor_order(index), static_cast<std::int32_t>(index)},
                        std::move(item)});
    }
    std::ranges::stable_sort(placed, {}, &Sorted::order);
    std::vector<Item> out;
    out.reserve(placed.size());
    for (Sorted& p : placed) out.push_back(std::move(p.item));
    return out;
  }

  std::int32_t group_of(Catalogue::Index i) const {
    switch (catalogue_.exercise(i).kind) {
      case exercise::ExerciseClass::Direction:
      case exercise::ExerciseClass::Nerve:
      case exercise::ExerciseClass::Flexibility:
        return 0;
      case exercise::ExerciseClass::MotorControl:
      case exercise::ExerciseClass::Abdominal:
        return 1;
      case exercise::ExerciseClass::Functional:
        return 3;
      case exercise::ExerciseClass::Yoga:
        return 4;
      default:
        return 2;
    }
  }

  /// Floor work before standing work within a group, so that people get up once.
  std::int32_t floor_order(Catalogue::Index i) const {
    const auto& positions = catalogue_.exercise(i).positions;
    const bool upright = std::ranges::any_of(positions, [](exercise::PositionChoice c) {
      return c.intersects({clinical::Position::Standing, clinical::Position::Sitting});
    });
    return upright ? 1 : 0;
  }

  const Ladder* ladder_of(const std::string& id) const {
    const auto found = std::ranges::find(s_.ladders, id, &Ladder::id);
    return found == s_.ladders.end() ? nullptr : &*found;
  }

  /// Where the person stands, lowered by what flares, unanswered checks and a full day allow; empty
  /// where the ladder has nothing to offer today.
  std::optional<Laid> present_step(const Chosen& chosen, std::int32_t offset) const {
    const Ladder* ladder = ladder_of(chosen.ladder);
    const auto standing = in_.course.standings.find(chosen.ladder);
    if (ladder == nullptr || standing == in_.course.standings.end()) return std::nullopt;
    const std::int32_t room = chosen.room[static_cast<std::size_t>(offset)];
    std::size_t position = calm_place(*ladder, standing->second.position);
    while (too_hard(*ladder, ladder->steps[position])) {
      if (position-- == 0) return std::nullopt;
    }
    for (std::size_t place = position + 1; place-- > 0;) {
      const auto step = fitting_step({catalogue_, s_.at.profile, *ladder, room}, place);
      if (!step) return std::nullopt;
      if (!too_hard(*ladder, *step)) return Laid{ladder, *step, *step != ladder->steps[position]};
    }
    return std::nullopt;
  }

  bool too_hard(const Ladder& ladder, const Step& step) const {
    const exercise::CatalogueRow& row = catalogue_.row(step.exercise);
    // Loaded work of level 3 and above and any other of level 2 is out in the first days of a
    // flare; the easier rung takes its place, so that somebody who had come further never does
    // less than somebody who had not.
    const bool flare = in_.flare && in_.flare->first_days;
    const std::int32_t most = row.loaded ? kFlareLevel : kFlareMobilityLevel;
    return row.exercise.level > level_cap() ||
           (flare && (row.exercise.level > most || !is_known(ladder, step)));
  }

  /// Nothing begins in the first days of a flare, the easier version of something included: it was
  /// done before, or it is what the ladder begins with.
  bool is_known(const Ladder& ladder, const Step& step) const {
    const auto start = start_at_level(catalogue_, s_, ladder, s_.start.level);
    return (start && ladder.steps[*start].exercise == step.exercise) ||
           done_before(in_.state, catalogue_.exercise(step.exercise).id, in_.flare->opened);
  }

  /// In a flare nobody stands on a harder rung that they had never done before it: the rung below
  /// takes its place. An agreed amount is lowered only by the person's word (rules 3.4).
  /// @source rules 3.6: never above the dose before the flare
  std::size_t calm_place(const Ladder& ladder, std::size_t position) const {
    const bool agreed = s_.at.mode == clinical::CourseMode::GradedActivity;
    if (!in_.flare || (agreed && in_.flare->quarters == 4)) return position;
    return std::min(position, known_place(in_.state, catalogue_, s_, ladder, in_.flare->opened));
  }

  /// Nothing begins in a flare-up; and in its first days only what goes the way that helps is left
  /// of mobility (rules 3.6, docs/decisions/0022).
  bool waits_for_calm(const Chosen& chosen, const Step& step) const {
    using enum exercise::Need;
    if (!in_.flare || chosen.needs.intersects({DirectionExtension, DirectionFlexion})) return false;
    const auto standing = in_.course.standings.find(chosen.ladder);
    const auto& first = standing->second.first_done;
    if (chosen.fresh && !(first && *first < in_.flare->opened)) return true;
    return !catalogue_.row(step.exercise).loaded && provokes(step.exercise);
  }

  /// Mobility of the sort that was told to hurt, whether or not that answer has lapsed since: in
  /// the first days of a flare none of it, later on only the gentler version.
  bool provokes(Catalogue::Index index) const {
    return std::ranges::any_of(catalogue_.exercise(index).contraindications, [&](const auto& c) {
      const bool gentler = c.strength == exercise::ExclusionStrength::Modified;
      return s_.derived.told_intolerances.contains(c.word) && (in_.flare->first_days || !gentler);
    });
  }

  std::int32_t level_cap() const {
    using clinical::OverdueConsequence;
    const auto consequence = clinical::overdue_consequence(s_.safety.overdue_days);
    return consequence == OverdueConsequence::LevelTwoAtCurrentDose ? kOverdueLevel : 5;
  }

  /// Walking or relaxation at the minutes that the person stands at, within those kept for it; less
  /// than `least` minutes are done on an easier rung that is as short.
  Item daily_item(const DailyStep& kept, std::int32_t minutes, std::int32_t least) const {
    const Ladder* ladder = ladder_of(kept.ladder);
    const auto standing = in_.course.standings.find(kept.ladder);
    if (ladder == nullptr || standing == in_.course.standings.end()) {
      return make_.minutes_item(kept.step.exercise, minutes, ItemRole::Daily);
    }
    std::size_t position = calm_place(*ladder, standing->second.position);
    const auto too_long = [&](const Step& step) {
      const auto& shortest = catalogue_.row(step.exercise).path.front().minutes;
      return minutes < std::min(least, shortest.value_or(0));
    };
    while (position > 0 && too_long(ladder->steps[position])) --position;
    const Step& step = ladder->steps[position];
    const auto own = catalogue_.row(step.exercise).path[step.dose].minutes;
    Item item =
        make_.minutes_item(step.exercise, own ? std::min(*own, minutes) : minutes, ItemRole::Daily);
    if (own && minutes < *own) item.why.push_back(make_.full_day());
    if (in_.flare && in_.flare->quarters < 4) make_.into_bouts(item);
    return item;
  }

  /// Direction exercises in the bouts that were found room for, as long as the day fits.
  void repeat_bouts(const Selection& selection, std::int32_t offset, Day& day) const {
    if (!s_.derived.flags.contains(clinical::DerivedFlag::Centralises)) return;
    const std::int32_t budget = s_.at.profile.minutes_per_day * 60;
    for (const Chosen& chosen : selection.chosen) {
      const std::int32_t planned = chosen.bouts[static_cast<std::size_t>(offset)];
      const auto laid = present_step(chosen, offset);
      if (planned <= 1 || !laid) continue;
      const exercise::Exercise& e = catalogue_.exercise(laid->step.exercise);
      const auto item = std::ranges::find(day.items, e.id, &Item::exercise);
      if (item == day.items.end() || item->role != ItemRole::Daily) continue;
      const std::int32_t room = std::max(0, budget - care::seconds_of(day));
      make_.repeat(*item, std::min({planned, e.dose.most_bouts, 1 + room / item->seconds}));
    }
  }

  /// Mobility may stand on days without a session too.
  void add_micro_doses(const Selection& selection, std::int32_t offset, Day& out) const {
    for (const Chosen& chosen : selection.chosen) {
      if (!on_day(chosen.micro_days, offset)) continue;
      const std::optional<Laid> laid = present_step(chosen, offset);
      if (!laid || catalogue_.row(laid->step.exercise).loaded) continue;
      if (waits_for_calm(chosen, laid->step)) continue;
      const std::string& id = catalogue_.exercise(laid->step.exercise).id;
      if (std::ranges::find(out.items, id, &Item::exercise) != out.items.end()) continue;
      Item item = make_.from_ladder({chosen, *laid->ladder, laid->step, laid->shortened});
      item.role = ItemRole::Daily;
      const std::int32_t rest = s_.at.profile.minutes_per_day * 60 - care::seconds_of(out);
      if (item.seconds > rest) continue;
      out.items.insert(out.items.begin(), std::move(item));
    }
  }

  const WeekPlanInputs& in_;
  const Catalogue& catalogue_;
  const Situation& s_;
  ItemMaker make_;
};

}  // namespace

std::vector<Day> lay_out_week(const WeekPlanInputs& inputs) { return Layout(inputs).run(); }

}  // namespace plumbline::care
