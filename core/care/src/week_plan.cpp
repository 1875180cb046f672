// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/week_plan.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "plumbline/care/painful_side.hpp"
#include "plumbline/exercise/needs.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::Dose;
using exercise::ItemRole;
using exercise::kDaysOfWeek;
using exercise::Ladder;
using exercise::Need;
using exercise::Step;

constexpr WordSet<Need> kNerve{Need::NerveSciatic, Need::NerveFemoral};
/// @source rules 3.6: loaded work above level 2 is out in the first days of a flare
constexpr std::int32_t kFlareLevel = 2;
/// @source rules 2.6: after 14 days the plan falls to level 2
constexpr std::int32_t kOverdueDays = 14;
constexpr std::int32_t kOverdueLevel = 2;

bool on_day(exercise::DayMask days, std::int32_t offset) {
  return (static_cast<unsigned>(days) >> static_cast<unsigned>(offset) & 1U) != 0;
}

/// A part of a dose in quarters, never zero: whole sets where they divide, else less in each set.
Dose scaled(Dose dose, std::int32_t quarters) {
  if (quarters >= 4) return dose;
  if (quarters == 2 && dose.sets % 2 == 0) {
    dose.sets /= 2;
    return dose;
  }
  const auto part = [&](std::int32_t n) { return std::max(1, n * quarters / 4); };
  if (dose.reps) dose.reps = part(*dose.reps);
  for (std::int32_t& reps : dose.reps_by_set) reps = part(reps);
  if (!dose.reps && dose.reps_by_set.empty()) {
    if (dose.hold_s) dose.hold_s = part(*dose.hold_s);
    if (dose.minutes) dose.minutes = part(*dose.minutes);
  }
  return dose;
}

/// Lays out days one after the other.
class Layout {
 public:
  explicit Layout(const WeekPlanInputs& in) : in_(in), catalogue_(in.catalogue), s_(in.situation) {}

  std::vector<Day> run() {
    std::vector<Day> week;
    for (std::int32_t k = 0; k < static_cast<std::int32_t>(kDaysOfWeek); ++k) {
      week.push_back(day(s_.day.plus(k)));
    }
    return week;
  }

 private:
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
    crowded_ = is_crowded(selection, offset);
    std::vector<Item> main = main_items(selection, offset, session);
    const bool working = session && !main.empty();
    if (working && frame.warm_up)
      out.items.push_back(edge(*frame.warm_up, frame, ItemRole::Warmup));
    for (Item& item : main) out.items.push_back(std::move(item));
    if (frame.walking && on_day(frame.walking_days, offset)) {
      out.items.push_back(daily_item(kWalkingLadder, *frame.walking, frame.walking_minutes));
    }
    if (frame.relax && on_day(frame.relax_days, offset)) {
      out.items.push_back(daily_item(kBreathingLadder, *frame.relax, frame.relax_minutes));
    }
    if (!session) add_micro_doses(selection, offset, out);
    if (working && frame.ease) out.items.push_back(edge(*frame.ease, frame, ItemRole::Ease));
    return out;
  }

  /// In the order of plan-engine, Week: mobility, control, strength, function; few position
  /// changes.
  std::vector<Item> main_items(const Selection& selection, std::int32_t offset, bool session) {
    struct Placed {
      std::array<std::int32_t, 3> order;
      Item item;
    };
    std::vector<Placed> placed;
    for (const Chosen& chosen : selection.chosen) {
      if (!on_day(chosen.days, offset) || (!session && !chosen.every_day)) continue;
      const Ladder* ladder = ladder_of(chosen.ladder);
      const std::optional<Step> step =
          ladder == nullptr ? std::nullopt : present_step(*ladder, chosen);
      if (!step) continue;
      Item item = ladder_item(chosen, *ladder, *step);
      // Two ladders that stand on the same exercise are one item, at the larger dose.
      const auto same = std::ranges::find_if(
          placed, [&](const Placed& p) { return p.item.exercise == item.exercise; });
      if (same != placed.end()) {
        if (same->item.load_thirds < item.load_thirds) same->item = std::move(item);
        continue;
      }
      placed.push_back({{group_of(step->exercise), floor_order(step->exercise),
                         static_cast<std::int32_t>(step->exercise)},
                        std::move(item)});
    }
    std::ranges::stable_sort(placed, {}, &Placed::order);
    std::vector<Item> out;
    for (Placed& p : placed) out.push_back(std::move(p.item));
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
  std::optional<Step> present_step(const Ladder& ladder, const Chosen& chosen) const {
    const auto standing = in_.course.standings.find(ladder.id);
    if (standing == in_.course.standings.end()) return std::nullopt;
    std::size_t position = standing->second.position;
    const std::int32_t cap = level_cap();
    const auto too_much = [&](const Step& step) {
      const exercise::CatalogueRow& row = catalogue_.row(step.exercise);
      // Level 3 and above is out in the first days of a flare; the easier rung takes its place, so
      // that somebody who had come further never does less than somebody who had not.
      const bool flare = in_.flare && in_.flare->first_days && row.loaded;
      if (flare && row.exercise.level > kFlareLevel) return true;
      return row.exercise.level > cap || (crowded_ && row.seconds[step.dose] > chosen.kept_seconds);
    };
    while (too_much(ladder.steps[position])) {
      if (position == 0) return std::nullopt;
      --position;
    }
    return ladder.steps[position];
  }

  /// Had every answer been the best, the doses of this day would no longer fit its minutes: then
  /// each exercise keeps to the time that was kept for it.
  bool is_crowded(const Selection& selection, std::int32_t offset) const {
    std::int32_t sum = selection.frame.seconds[static_cast<std::size_t>(offset)];
    for (const Chosen& chosen : selection.chosen) {
      const bool here = on_day(chosen.days, offset) || on_day(chosen.micro_days, offset);
      const Ladder* ladder = ladder_of(chosen.ladder);
      const auto standing = in_.course.standings.find(chosen.ladder);
      if (!here || ladder == nullptr || standing == in_.course.standings.end()) continue;
      std::int32_t most = chosen.kept_seconds;
      const std::size_t top = std::min(standing->second.reach + 1, ladder->steps.size());
      for (std::size_t i = 0; i < top; ++i) {
        const Step& step = ladder->steps[i];
        most = std::max(most, catalogue_.row(step.exercise).seconds[step.dose]);
      }
      sum += most;
    }
    return sum > s_.at.profile.minutes_per_day * 60;
  }

  std::int32_t level_cap() const {
    return s_.safety.overdue_days > kOverdueDays ? kOverdueLevel : 5;
  }

  Item base_item(Catalogue::Index index, Dose dose, ItemRole role) const {
    const exercise::Exercise& e = catalogue_.exercise(index);
    Item item;
    item.exercise = e.id;
    item.dose = std::move(dose);
    item.rest_s = rest_seconds(e);
    item.level = e.level;
    item.role = role;
    if (repetitions(item.dose)) item.tempo_s = e.dose.tempo_s;
    if (e.laterality == exercise::Laterality::Unilateral) item.side = ItemSide::Each;
    const auto* admitted = std::get_if<exercise::Admitted>(&s_.admissions[index]);
    if (admitted != nullptr) item.modified = admitted->modified;
    return item;
  }

  void settle(Item& item, Catalogue::Index index) const {
    const exercise::CatalogueRow& row = catalogue_.row(index);
    const std::int32_t sides = item.side == ItemSide::Each ? 2 : 1;
    item.seconds = item.per_day *
                   exercise::seconds_of(item.dose, {row.exercise.dose.tempo_s, sides, item.rest_s});
    item.load_thirds =
        row.loaded ? item.per_day * exercise::load_in_thirds(item.dose, item.level) : 0;
  }

  Item ladder_item(const Chosen& chosen, const Ladder& ladder, const Step& step) const {
    const exercise::CatalogueRow& row = catalogue_.row(step.exercise);
    Dose dose = row.path[step.dose];
    if (in_.flare && row.loaded) dose = scaled(std::move(dose), in_.flare->quarters);
    Item item = base_item(step.exercise, std::move(dose),
                          chosen.every_day ? ItemRole::Daily : ItemRole::Main);
    if (item.side && row.exercise.serves.intersects(kNerve))
      item.side = painful_side(s_.at.profile);
    const Standing& standing = in_.course.standings.find(ladder.id)->second;
    if (row.exercise.equipment.contains(clinical::Equipment::Weight) ||
        row.exercise.equipment.contains(clinical::Equipment::Band)) {
      item.resistance = standing.resistance;
    }
    /// @source rules 3.4: trials at level 2 or below, until three of them set the first quota
    item.to_tolerance = standing.awaits_trials && row.loaded && row.exercise.level <= 2;
    settle(item, step.exercise);
    explain(item, chosen, standing, row);
    return item;
  }

  void explain(Item& item, const Chosen& chosen, const Standing& standing,
               const exercise::CatalogueRow& row) const {
    const Selection& selection = in_.this_week;
    chosen.needs.for_each([&](Need need) {
      const auto target = std::ranges::find(selection.needs, need, &exercise::NeedTarget::need);
      if (target != selection.needs.end()) item.why.push_back(target->why);
    });
    if (!standing.moves.empty()) {
      item.why.push_back(standing.moves.back().why);
    } else {
      item.why.push_back({"1.2/start_level",
                          {{"start_level", std::int64_t{s_.start.level}},
                           {"level", std::int64_t{row.exercise.level}}},
                          "start dose",
                          "We start gently and build up from there."});
    }
    explain_changes(item, row);
  }

  void explain_changes(Item& item, const exercise::CatalogueRow& row) const {
    if (item.to_tolerance) {
      item.why.push_back({"3.4/trials",
                          {{"trials_needed", std::int64_t{3}}},
                          "trial",
                          "Do this until you would like to stop. Three trials set your amount."});
    }
    if (in_.flare && in_.flare->quarters < 4 && row.loaded) {
      item.why.push_back({"3.6/flare",
                          {{"opened", format_date(in_.flare->opened)},
                           {"quarters", std::int64_t{in_.flare->quarters}}},
                          "less",
                          "During a flare-up you do less of this."});
    }
    item.modified.for_each([&](exercise::FilterWord w) {
      item.why.push_back({"contra/modified",
                          {{"condition", std::string(word(w))}},
                          "modified version",
                          "Use the gentler version because of what you told us."});
    });
  }

  /// Walking or relaxation at the minutes that the person stands at, within those kept for it.
  Item daily_item(std::string_view ladder_id, Catalogue::Index kept, std::int32_t minutes) const {
    const Ladder* ladder = ladder_of(std::string(ladder_id));
    const auto standing = in_.course.standings.find(ladder_id);
    if (ladder == nullptr || standing == in_.course.standings.end()) {
      return minutes_item(kept, minutes, ItemRole::Daily);
    }
    const Step& step = ladder->steps[standing->second.position];
    const auto own = catalogue_.row(step.exercise).path[step.dose].minutes;
    return minutes_item(step.exercise, own ? std::min(*own, minutes) : minutes, ItemRole::Daily);
  }

  Item minutes_item(Catalogue::Index index, std::int32_t minutes, ItemRole role) const {
    Dose dose;
    dose.minutes = minutes;
    Item item = base_item(index, std::move(dose), role);
    settle(item, index);
    const WordSet<Need> serves = catalogue_.exercise(index).serves;
    for (const exercise::NeedTarget& target : in_.this_week.needs) {
      if (serves.contains(target.need)) item.why.push_back(target.why);
    }
    explain_changes(item, catalogue_.row(index));
    if (item.why.empty()) item.why.push_back(edge_reason(role));
    return item;
  }

  static Reason edge_reason(ItemRole role) {
    const bool warm = role == ItemRole::Warmup;
    return {"1.1/warm_up_and_end",
            {{"role", std::string(word(role))}},
            "include",
            warm ? "A short warm-up makes the first movements easier."
                 : "A calm end lets the back settle."};
  }

  /// A warm-up or easy end: minutes where the exercise has them, else its start dose in one set.
  Item edge(Catalogue::Index index, const DayFrame& frame, ItemRole role) const {
    const exercise::CatalogueRow& row = catalogue_.row(index);
    Dose dose = row.path.front();
    if (dose.minutes) dose.minutes = frame.edge_minutes;
    Item item = base_item(index, std::move(dose), role);
    settle(item, index);
    item.why.push_back(edge_reason(role));
    explain_changes(item, row);
    return item;
  }

  /// Mobility may stand on days without a session too.
  void add_micro_doses(const Selection& selection, std::int32_t offset, Day& out) const {
    for (const Chosen& chosen : selection.chosen) {
      if (!on_day(chosen.micro_days, offset)) continue;
      const Ladder* ladder = ladder_of(chosen.ladder);
      const std::optional<Step> step =
          ladder == nullptr ? std::nullopt : present_step(*ladder, chosen);
      if (!step || catalogue_.row(step->exercise).loaded) continue;
      const std::string& id = catalogue_.exercise(step->exercise).id;
      if (std::ranges::find(out.items, id, &Item::exercise) != out.items.end()) continue;
      Item item = ladder_item(chosen, *ladder, *step);
      item.role = ItemRole::Daily;
      const std::int32_t rest = s_.at.profile.minutes_per_day * 60 - care::seconds_of(out);
      if (item.seconds > rest) continue;
      out.items.insert(out.items.begin(), std::move(item));
    }
  }

  const WeekPlanInputs& in_;
  const Catalogue& catalogue_;
  const Situation& s_;
  /// The day being laid out would be too long at the best doses.
  bool crowded_ = false;
};

}  // namespace

std::vector<Day> lay_out_week(const WeekPlanInputs& inputs) { return Layout(inputs).run(); }

}  // namespace plumbline::care
