// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "item_maker.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "plumbline/care/painful_side.hpp"
#include "plumbline/exercise/needs.hpp"

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::Dose;
using exercise::ItemRole;
using exercise::Need;

constexpr WordSet<Need> kNerve{Need::NerveSciatic, Need::NerveFemoral};

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

Reason edge_reason(ItemRole role) {
  const bool warm = role == ItemRole::Warmup;
  return {"1.1/warm_up_and_end",
          {{"role", std::string(word(role))}},
          "include",
          warm ? "A short warm-up makes the first movements easier."
               : "A calm end lets the back settle."};
}

}  // namespace

Item make_item(const Catalogue& catalogue, const Situation& s, Catalogue::Index index, Dose dose,
               ItemRole role) {
  const exercise::Exercise& e = catalogue.exercise(index);
  Item item;
  item.exercise = e.id;
  item.dose = std::move(dose);
  item.rest_s = rest_seconds(e);
  item.level = e.level;
  item.role = role;
  if (repetitions(item.dose)) item.tempo_s = e.dose.tempo_s;
  if (e.laterality == exercise::Laterality::Unilateral) item.side = ItemSide::Each;
  const auto* admitted = std::get_if<exercise::Admitted>(&s.admissions[index]);
  if (admitted != nullptr) item.modified = admitted->modified;
  return item;
}

void settle(Item& item, const exercise::CatalogueRow& row) {
  const std::int32_t sides = item.side == ItemSide::Each ? 2 : 1;
  item.seconds = item.per_day *
                 exercise::seconds_of(item.dose, {row.exercise.dose.tempo_s, sides, item.rest_s});
  item.load_thirds =
      row.loaded ? item.per_day * exercise::load_in_thirds(item.dose, item.level) : 0;
}

/// What a flare leaves of a dose. An exercise that was not done since three quarters are laid stays
/// at three quarters for that one session (docs/decisions/0029).
/// @source rules 3.6: 50 → 75 → 100 % of the dose before the flare
std::int32_t ItemMaker::quarters_of(const Standing& standing) const {
  const std::int32_t open = in_.flare ? in_.flare->quarters : 4;
  const auto& since = in_.three_quarters_since;
  const bool done = since && standing.last_done && *standing.last_done >= *since;
  return since && !done ? std::min(open, 3) : open;
}

/// A part of the dose before the flare. What pain has taken since then is not halved once more: the
/// smaller of both is laid.
Dose ItemMaker::flare_dose(const Placed& placed) const {
  const exercise::Step& step = placed.step;
  const exercise::CatalogueRow& row = catalogue_.row(step.exercise);
  const Standing& standing = in_.course.standings.find(placed.ladder.id)->second;
  const Dose& now = row.path[step.dose];
  const std::int32_t quarters = quarters_of(standing);
  if (!row.loaded || quarters >= 4) return now;
  const bool stepped = standing.before_flare && *standing.before_flare > standing.position &&
                       *standing.before_flare < placed.ladder.steps.size();
  const exercise::Step& before =
      stepped ? placed.ladder.steps[*standing.before_flare] : placed.step;
  if (before.exercise != step.exercise) return scaled(now, quarters);
  Dose part = scaled(row.path[before.dose], quarters);
  const auto load = [&](const Dose& dose) {
    return exercise::load_in_thirds(dose, row.exercise.level);
  };
  return load(now) < load(part) ? now : part;
}

Item ItemMaker::from_ladder(const Placed& placed) const {
  const exercise::Step& step = placed.step;
  const exercise::CatalogueRow& row = catalogue_.row(step.exercise);
  Item item = make_item(catalogue_, s_, step.exercise, flare_dose(placed),
                        placed.chosen.every_day ? ItemRole::Daily : ItemRole::Main);
  if (item.side && row.exercise.serves.intersects(kNerve)) item.side = painful_side(s_.at.profile);
  const Standing& standing = in_.course.standings.find(placed.ladder.id)->second;
  if (const WeightLog* log = in_.course.weights.of(step.exercise)) {
    item.resistance = log->named(step.heavier);
  }
  /// @source rules 3.4: trials at level 2 or below, until three of them set the first quota
  item.to_tolerance = standing.awaits_trials && row.loaded && row.exercise.level <= 2;
  settle(item, row);
  explain(item, placed, row);
  explain_weight(item, step);
  return item;
}

void ItemMaker::explain(Item& item, const Placed& placed, const exercise::CatalogueRow& row) const {
  const Standing& standing = in_.course.standings.find(placed.ladder.id)->second;
  const Selection& selection = in_.this_week;
  std::vector<const exercise::NeedTarget*> served;
  for (const exercise::NeedTarget& target : selection.needs) {
    if (placed.chosen.needs.contains(target.need)) served.push_back(&target);
  }
  // What the exercise is for above all is said first; balance, where the rest is even.
  std::ranges::stable_sort(served, [](const auto* a, const auto* b) {
    return a->weight != b->weight ? a->weight > b->weight
                                  : a->need == Need::Balance && b->need != Need::Balance;
  });
  for (const exercise::NeedTarget* target : served) item.why.push_back(target->why);
  if (placed.shortened) {
    item.why.push_back(full_day());
  } else if (!standing.moves.empty()) {
    item.why.push_back(standing.moves.back().why);
  } else {
    item.why.push_back({"1.2/start_level",
                        {{"start_level", std::int64_t{s_.start.level}},
                         {"level", std::int64_t{row.exercise.level}}},
                        "start dose",
                        "We start gently and build up from there."});
  }
  explain_top(item, placed);
  explain_changes(item, row);
  explain_flare(item, quarters_of(standing), row);
}

/// @source rules 1.3: at the ceiling, stay and say so
void ItemMaker::explain_top(Item& item, const Placed& placed) const {
  const exercise::Ladder& ladder = placed.ladder;
  const std::size_t place = in_.course.standings.find(ladder.id)->second.position;
  if (ladder.open(place + 1) || ladder.steps[place] != placed.step) return;
  const bool waits = place + 1 < ladder.steps.size();
  item.why.push_back(
      {waits ? "1.7/calm" : "1.3/ceiling",
       {{"place", static_cast<std::int64_t>(place)},
        {"places", static_cast<std::int64_t>(ladder.steps.size())}},
       "stays",
       waits ? "This is as far as it goes while your back settles or for what you need. Stay here."
             : "You have come to the top of this one. Stay here: keeping it up is worth a lot."});
}

Reason ItemMaker::full_day() const {
  return {"1.8/full_day",
          {{"minutes_per_day", std::int64_t{s_.at.profile.minutes_per_day}}},
          "shorter",
          "Shorter today: the day is full."};
}

void ItemMaker::explain_weight(Item& item, const exercise::Step& step) const {
  const WeightLog* log = in_.course.weights.of(step.exercise);
  if (log == nullptr || !item.resistance || !log->first()) return;
  const std::string now = weight_text(*item.resistance);
  const bool band = !item.resistance->kg;
  if (step.heavier > 0) {
    item.why.push_back(
        {"1.8/next_weight",
         {{"first", weight_text(*log->first())},
          {"heaviest_28_days", weight_text(*log->heaviest())},
          {"steps", std::int64_t{step.heavier}}},
         now,
         band ? "Take " + now +
                    ". If your bands are ordered otherwise, take the next stronger one; "
                    "if there is none, stay with the one you have."
              : "Take " + now + ". If you have no such weight, stay with the one you have."});
  } else if (log->last() != item.resistance) {
    item.why.push_back(
        {"1.8/weight",
         {{"first", weight_text(*log->first())}, {"last", weight_text(*log->last())}},
         now,
         "Use " + now + " for now."});
  }
}

void ItemMaker::explain_flare(Item& item, std::int32_t quarters,
                              const exercise::CatalogueRow& row) const {
  if (quarters >= 4 || !row.loaded) return;
  const RationaleInput part{"quarters", std::int64_t{quarters}};
  if (in_.flare) {
    item.why.push_back(
        {"3.6/flare",
         {{"opened", format_date(in_.flare->opened)}, part},
         "less",
         "In a flare-up this is less than before; the amount is the one written here."});
    return;
  }
  item.why.push_back(
      {"3.6/flare",
       {{"over", format_date(*in_.three_quarters_since)}, part},
       "less",
       "After a flare-up: once at three quarters, the amount written here; then all of it again."});
}

void ItemMaker::explain_changes(Item& item, const exercise::CatalogueRow& row) const {
  if (item.to_tolerance) {
    item.why.push_back({"3.4/trials",
                        {{"trials_needed", std::int64_t{3}}},
                        "trial",
                        "Do this until you would like to stop. Three trials set your amount."});
  }
  const bool walk = row.exercise.kind == exercise::ExerciseClass::Aerobic;
  item.modified.for_each([&](exercise::FilterWord w) {
    // Rules 1.3: with narrowing, walking is walk, sit, walk.
    const bool pauses = walk && w == exercise::FilterWord::StenosisLike;
    item.why.push_back({"contra/modified",
                        {{"condition", std::string(word(w))}},
                        "modified version",
                        pauses ? "Walk, sit down until the leg eases, then walk on."
                               : "Use the gentler version because of what you told us."});
  });
  if (row.exercise.serves.contains(Need::Balance)) {
    item.why.push_back({"1.6/balance",
                        {{"support", true}},
                        "with support",
                        "Stand beside something firm and keep a hand on it."});
  }
}

Item ItemMaker::minutes_item(Catalogue::Index index, std::int32_t minutes, ItemRole role) const {
  Dose dose;
  dose.minutes = minutes;
  Item item = make_item(catalogue_, s_, index, std::move(dose), role);
  settle(item, catalogue_.row(index));
  const WordSet<Need> serves = catalogue_.exercise(index).serves;
  for (const exercise::NeedTarget& target : in_.this_week.needs) {
    if (serves.contains(target.need)) item.why.push_back(target.why);
  }
  explain_changes(item, catalogue_.row(index));
  if (item.why.empty()) item.why.push_back(edge_reason(role));
  return item;
}

/// A warm-up or easy end: minutes where the exercise has them, else its start dose in one set.
Item ItemMaker::edge(Catalogue::Index index, std::int32_t minutes, ItemRole role) const {
  const exercise::CatalogueRow& row = catalogue_.row(index);
  Dose dose = row.path.front();
  if (dose.minutes) dose.minutes = minutes;
  Item item = make_item(catalogue_, s_, index, std::move(dose), role);
  settle(item, catalogue_.row(index));
  item.why.push_back(edge_reason(role));
  explain_changes(item, row);
  return item;
}

void ItemMaker::into_bouts(Item& item) const {
  /// @source rules 3.6: walking in short bouts as comfortable; how short is an engineering choice,
  /// never less in all than the least walk of rules 1.6
  constexpr std::int32_t kLeastToPart = 5;
  constexpr std::int32_t kChange = 30;
  const exercise::CatalogueRow& row = catalogue_.row(*catalogue_.find(item.exercise));
  if (row.exercise.kind != exercise::ExerciseClass::Aerobic || !item.dose.minutes) return;
  const std::int32_t minutes = *item.dose.minutes;
  if (minutes < kLeastToPart) return;
  std::int32_t bouts = 1;
  std::int32_t most = kLeastToPart - 1;
  for (const std::int32_t n : {2, 3}) {
    const std::int32_t sum = n * (((minutes * 60 + kChange) / n - kChange) / 60);
    if (sum > most || (bouts > 1 && sum == most)) {
      bouts = n;
      most = sum;
    }
  }
  const bool parted = bouts > 1;
  if (parted) {
    item.dose.minutes = most / bouts;
    item.per_day = bouts;
    settle(item, row);
  }
  const std::string later = std::to_string(minutes / 2);
  item.why.push_back(
      {"3.6/bouts",
       {{"minutes", std::int64_t{minutes}}, {"bouts", std::int64_t{bouts}}},
       parted ? "several bouts" : "as comfortable",
       parted ? "In a flare-up, walk a little several times, as far as it is comfortable."
              : "In a flare-up, part this as you like: " + std::to_string(minutes - minutes / 2) +
                    " minutes now and " + later + " later."});
}

void ItemMaker::repeat(Item& item, std::int32_t bouts) const {
  if (bouts <= 1) return;
  item.per_day = bouts;
  settle(item, catalogue_.row(*catalogue_.find(item.exercise)));
  item.why.push_back({"1.6/bouts",
                      {{"centralises", true}, {"bouts", std::int64_t{bouts}}},
                      "several bouts",
                      "This movement eases your leg, so do it a little several times a day."});
}

}  // namespace plumbline::care
