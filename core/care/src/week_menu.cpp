// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "week_menu.hpp"

#include <algorithm>
#include <bit>
#include <set>
#include <string>
#include <utility>

#include "plumbline/care/painful_side.hpp"
#include "plumbline/exercise/needs.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::DayMask;
using exercise::ExerciseClass;
using exercise::Ladder;
using exercise::Need;
using exercise::NeedTarget;
using exercise::WeekItem;

/// @source engineering choice: what is known and worked is kept
constexpr std::int32_t kContinuityBonus = 900;
/// @source plan-engine, continuity; engineering choice: what was trained in the last week stays,
/// unless something else serves a need that nothing serves yet: a first day of the least of them is
/// worth more
constexpr std::int32_t kTrainedBonus = 9'000;
/// @source engineering choice: no exercise keeps more than three minutes for doses that somebody
/// might have come to, else the needs that matter most find no room on short days; longer doses
/// wait for a day with room
constexpr std::int32_t kMostKept = 180;
/// @source engineering choice: what somebody asked for outweighs all needs together
constexpr std::int32_t kAskedForBonus = 4'000'000;
/// @source engineering choice: what is new begins on two days a week
constexpr std::int32_t kFreshDays = 2;

/// @source rules 1.6: balance in every session; engineering choice: before everything else, since
/// others grow and it would be pushed out
constexpr std::int32_t kBalanceWeight = 20;

/// @source engineering choice: between equals, the one nearer to what the person can do
constexpr std::int32_t kLevelBonus = 150;

constexpr WordSet<Need> kDailyLine{Need::Aerobic, Need::Relax};
constexpr WordSet<Need> kStrength{Need::Extensors, Need::Glutes, Need::Legs, Need::Function,
                                  Need::Scapular};
constexpr WordSet<Need> kUpperBack{Need::Scapular, Need::ThoracicMobility, Need::Neck};

/// The longest time of any first dose up to where the ladder may have come: who stands on a rung is
/// never laid another one for want of minutes.
std::int32_t longest_start(const Catalogue& catalogue, const Ladder& ladder, std::size_t reach) {
  std::int32_t most = 0;
  for (std::size_t i = 0; i <= reach && i < ladder.steps.size(); ++i) {
    const exercise::Step& step = ladder.steps[i];
    if (i > 0 && ladder.steps[i - 1].exercise == step.exercise) continue;
    most = std::max(most, catalogue.row(step.exercise).seconds[step.dose]);
  }
  return most;
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

/// Two ladders that would begin with the same exercise are one.
void drop_shared_rungs(std::vector<Candidate>& list) {
  std::set<Catalogue::Index> seen;
  std::erase_if(list, [&](const Candidate& c) { return !seen.insert(c.exercise).second; });
}

NeedTarget prescribed_need(WordSet<Need> serves) {
  NeedTarget out;
  bool first = true;
  serves.for_each([&](Need need) {
    if (first) out.need = need;
    first = false;
  });
  out.days = kFreshDays;
  out.why = {"override/set",
             {{"need", std::string(word(out.need))}},
             "need",
             "Your clinician asked for this."};
  return out;
}

}  // namespace

WeekMenu::WeekMenu(const Catalogue& catalogue, const Situation& situation,
                   const SelectionInputs& inputs)
    : catalogue_(catalogue), s_(situation), in_(inputs) {
  needs_ = compute_needs(s_.at.profile, care::need_inputs(s_, in_.plan_week));
  add_prescribed_needs();
}

/// What a clinician asks for is a need of its own where nothing else asks for it.
void WeekMenu::add_prescribed_needs() {
  for (const Wish& wish : s_.wishes) {
    if (wish.refused || !wish.by_clinician) continue;
    const WordSet<Need> serves = counted_needs(catalogue_.exercise(wish.exercise).serves);
    const bool known = std::ranges::any_of(
        needs_, [&](const NeedTarget& target) { return serves.contains(target.need); });
    if (!known) needs_.push_back(prescribed_need(serves));
  }
  std::ranges::stable_sort(needs_, {}, &NeedTarget::need);
}

bool WeekMenu::wanted(Need need) const {
  return std::ranges::find(needs_, need, &NeedTarget::need) != needs_.end();
}

std::vector<Candidate> WeekMenu::candidates(std::int32_t level) const {
  std::vector<Candidate> out;
  for (const Ladder& ladder : s_.ladders) {
    const auto start = start_at_level(catalogue_, s_, ladder, level);
    if (!start) continue;
    const auto index = ladder.steps[*start].exercise;
    if (never_planned(catalogue_.exercise(index).id)) continue;
    if (stirs_up(ladder, index)) continue;
    WordSet<Need> needs;
    const auto reached = reached_rung(ladder, index);
    counted_needs(catalogue_.exercise(reached).serves).for_each([&](Need need) {
      if (!kDailyLine.contains(need) && wanted(need)) needs.insert(need);
    });
    if (!needs.empty()) out.push_back({&ladder, *start, index, reached, needs});
  }
  std::ranges::stable_sort(out, {}, [&](const Candidate& c) { return c.ladder->id; });
  drop_shared_rungs(out);
  return out;
}

/// The rung that anybody could have come to: which one somebody stands on is an answer about pain,
/// and the choice knows none.
Catalogue::Index WeekMenu::reached_rung(const Ladder& ladder, Catalogue::Index start) const {
  const auto found = in_.reach.find(ladder.id);
  if (in_.plan_week == 0 || found == in_.reach.end()) return start;
  return ladder.steps[std::min(found->second, ladder.steps.size() - 1)].exercise;
}

/// What would stir up somebody's pain does not begin, unless it was asked for: sitting on the floor
/// where sitting hurts, rounding stretches of a leg nerve's first weeks where bending hurts.
/// @source rules 1.4, 2.6: no answer for two weeks is no leave to bend
bool WeekMenu::stirs_up(const Ladder& ladder, Catalogue::Index index) const {
  using clinical::PainActivity;
  const exercise::Exercise& e = catalogue_.exercise(index);
  if (ladder.asked || in_.known.contains(ladder.id)) return false;
  const auto& worse = s_.at.profile.worse_with;
  const bool on_floor = std::ranges::all_of(e.positions, [](exercise::PositionChoice c) {
    return c.contains(clinical::Position::FloorSitting);
  });
  if (on_floor && !e.positions.empty() && worse.contains(PainActivity::Sitting)) return true;
  const bool nerve = s_.derived.flags.contains(clinical::DerivedFlag::AcuteRadicular);
  const bool rounds = std::ranges::any_of(e.contraindications, [](const auto& word) {
    return word.word == exercise::FilterWord::FlexionIntolerant;
  });
  return nerve && rounds && e.kind == ExerciseClass::Flexibility &&
         worse.contains(PainActivity::Bending);
}

/// The first plan keeps time for the start dose, later ones for the best that could be reached.
std::int32_t WeekMenu::seconds_of(const Candidate& c) const {
  const exercise::CatalogueRow& row = catalogue_.row(c.exercise);
  if (in_.plan_week == 0) {
    return exercise::seconds_of(row.path.front(),
                                {row.exercise.dose.tempo_s, sides_done(row.exercise, s_.at.profile),
                                 rest_seconds(row.exercise)});
  }
  const auto found = in_.reach.find(c.ladder->id);
  const std::size_t reach = found != in_.reach.end() ? found->second : *c.ladder->start;
  const std::int32_t longest = seconds_to_keep(catalogue_, *c.ladder, reach);
  const std::int32_t least =
      std::max(row.seconds.front(), longest_start(catalogue_, *c.ladder, reach));
  const std::int32_t seconds = std::min(longest, std::max(least, kMostKept));
  const auto daily = in_.daily_seconds.find(c.ladder->id);
  return daily == in_.daily_seconds.end() ? seconds : std::min(seconds, daily->second);
}

WeekItem WeekMenu::item_of(const Candidate& c, const std::vector<exercise::WeekNeed>& needs) const {
  const exercise::CatalogueRow& row = catalogue_.row(c.exercise);
  WeekItem item;
  item.id = c.ladder->id;
  item.seconds = seconds_of(c);
  item.every_day = every_day(row.exercise);
  // Balance stands in every session (rules 1.6): it needs no day of rest between.
  item.loaded = row.loaded && !row.exercise.serves.contains(Need::Balance);
  item.kind = row.exercise.kind;
  item.load_thirds = row.load_thirds.front();
  const auto before = in_.known.find(c.ladder->id);
  const bool known = before != in_.known.end();
  const bool asked = c.ladder->asked.has_value();
  item.fresh = in_.plan_week > 0 && !known && !asked;
  if (item.loaded && in_.plan_week > 0 && !asked) {
    item.most_days = known ? before->second : kFreshDays;
  }
  item.bonus = (known ? kContinuityBonus : 0) +
               (in_.trained_lately.contains(item.id) ? kTrainedBonus : 0) +
               (calm() ? -1 : 1) * kLevelBonus * row.exercise.level + (asked ? kAskedForBonus : 0);
  item.other = !c.needs.intersects(kUpperBack);
  for (std::size_t n = 0; n < needs.size(); ++n) {
    if (!c.needs.contains(needs[n].need)) continue;
    item.covers.push_back({n, quarters(catalogue_.exercise(c.reached), needs[n].need)});
  }
  return item;
}

/// Level-1 work counts a quarter for strength after the second week (rules 1.1), for those who may
/// have more.
std::int32_t WeekMenu::quarters(const exercise::Exercise& e, Need need) const {
  const bool light = in_.plan_week >= 2 && e.level == 1 && s_.start.level > 1;
  return light && kStrength.contains(need) ? 1 : 4;
}

std::vector<exercise::WeekNeed> WeekMenu::solver_needs(DayMask sessions) const {
  std::vector<exercise::WeekNeed> out;
  const std::int32_t days = std::popcount(static_cast<unsigned>(sessions));
  for (const NeedTarget& target : needs_) {
    if (kDailyLine.contains(target.need)) continue;
    const bool daily = target.need == Need::DirectionExtension ||
                       target.need == Need::DirectionFlexion || target.need == Need::NerveSciatic;
    const bool balance = target.need == Need::Balance && in_.plan_week > 0;
    out.push_back({target.need, balance ? kBalanceWeight : target.weight,
                   daily ? target.days : std::clamp(days, 1, target.days)});
  }
  return out;
}

/// New or easily stirred up: between equals, the gentler one.
bool WeekMenu::calm() const {
  /// @source rules 1.7, calm: onset within 42 days or irritability high
  constexpr std::int32_t kNewPain = 42;
  return s_.at.onset_days <= kNewPain ||
         exercise::irritability_of(s_.at.profile) == clinical::Irritability::High;
}

std::int32_t WeekMenu::most_bouts(const Candidate& c) const {
  std::int32_t most = 1;
  for (const exercise::Step& step : c.ladder->steps) {
    const exercise::Exercise& e = catalogue_.exercise(step.exercise);
    if (e.kind == ExerciseClass::Direction) most = std::max(most, e.dose.most_bouts);
  }
  return most;
}

}  // namespace plumbline::care
