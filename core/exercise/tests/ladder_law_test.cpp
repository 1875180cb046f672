// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "hand_made.hpp"
#include "plumbline/exercise/ladder.hpp"

namespace plumbline::exercise {
namespace {

/// Any number from `least` to `most`, both included.
std::int32_t any(std::int32_t least, std::int32_t most) {
  return *rc::gen::inRange<std::int32_t>(least, most + 1);
}

Dose any_ceiling(const Dose& start) {
  Dose ceiling = start;
  ceiling.sets += any(0, 2);
  if (ceiling.reps) *ceiling.reps += any(0, 9);
  if (ceiling.hold_s) *ceiling.hold_s += any(0, 12);
  return ceiling;
}

Exercise any_exercise(std::size_t number, std::int32_t level) {
  Exercise e = plain(std::string("row") + static_cast<char>('a' + number), level);
  Dose start{.sets = any(1, 2)};
  if (any(0, 2) > 0) start.reps = any(2, 10);
  if (!start.reps || any(0, 2) == 0) start.hold_s = any(2, 20);
  e.dose = {.start = start, .ceiling = any_ceiling(start)};
  if (any(0, 3) == 0) e.equipment = {clinical::Equipment::Band};
  if (any(0, 3) == 0) e.contraindications = {{FilterWord::KneePain, ExclusionStrength::Never}};
  if (any(0, 4) == 0) e.gate = Gate::Centralises;
  return e;
}

/// A chain of up to six exercises, at most one level up from one to the next.
Catalogue any_catalogue() {
  std::vector<Exercise> chain;
  std::int32_t level = any(1, 2);
  const auto count = static_cast<std::size_t>(any(1, 6));
  for (std::size_t i = 0; i < count; ++i) {
    chain.push_back(any_exercise(i, level));
    if (i > 0) join(chain[i - 1], chain[i]);
    level = std::min(5, level + any(0, 1));
  }
  return *Catalogue::make(std::move(chain));
}

Circumstances any_person() {
  Circumstances person;
  if (any(0, 1) == 1) person.equipment = {clinical::Equipment::Band};
  if (any(0, 1) == 1) person.filters.insert(FilterWord::KneePain);
  if (any(0, 3) == 0) person.filters.insert(FilterWord::Hernia);
  person.direction_extension = true;
  person.centralises = any(0, 1) == 1;
  return person;
}

struct Case {
  Catalogue catalogue;
  Circumstances person;
  std::int32_t start_level;
  std::vector<Admission> admissions;
  std::vector<Ladder> ladders;
};

Case any_case() {
  Case c{any_catalogue(), any_person(), any(1, 3), {}, {}};
  for (const CatalogueRow& row : c.catalogue.rows()) {
    c.admissions.push_back(admit(row.exercise, c.person));
  }
  c.ladders = make_ladders(c.catalogue, c.admissions, c.person, {.start_level = c.start_level});
  return c;
}

// Law: along every ladder the load never falls, so a step back is never heavier.
RC_GTEST_PROP(LadderLaw, Upward_TheLoadNeverFalls, ()) {
  const Case c = any_case();
  for (const Ladder& ladder : c.ladders) {
    std::int64_t before = 0;
    for (const Step& step : ladder.steps) {
      const std::int64_t load = c.catalogue.row(step.exercise).load_thirds.at(step.dose);
      RC_ASSERT(load >= before);
      before = load;
    }
  }
}

// Law: no rung that is excluded, and every rung begins at its start dose without gaps.
RC_GTEST_PROP(LadderLaw, EveryRung_IsAdmittedAndComplete, ()) {
  const Case c = any_case();
  for (const Ladder& ladder : c.ladders) {
    for (std::size_t i = 0; i < ladder.steps.size(); ++i) {
      const Step& step = ladder.steps[i];
      RC_ASSERT(std::holds_alternative<Admitted>(c.admissions[step.exercise]));
      const bool new_rung = i == 0 || ladder.steps[i - 1].exercise != step.exercise;
      RC_ASSERT(step.rank() == (new_rung ? 0 : ladder.steps[i - 1].rank() + 1));
      const auto limit = longest_hold(c.person.filters);
      const auto hold = c.catalogue.row(step.exercise).path[step.dose].hold_s;
      if (limit && hold) {
        RC_ASSERT(*hold <= *limit);
      }
    }
  }
}

// Law (decision 0015): weight grows at the last dose of the last rung only, and where there is one.
RC_GTEST_PROP(LadderLaw, Weight_GrowsAtTheLastDoseOfTheLastRung, ()) {
  const Case c = any_case();
  for (const Ladder& ladder : c.ladders) {
    for (const Step& step : ladder.steps) {
      if (step.heavier == 0) continue;
      const CatalogueRow& row = c.catalogue.row(step.exercise);
      RC_ASSERT(step.dose + 1 == row.path.size());
      RC_ASSERT(step.exercise == ladder.steps.back().exercise);
      RC_ASSERT(row.exercise.equipment.contains(clinical::Equipment::Band));
    }
  }
}

// Law: the start is a start dose, within the start level, and never behind a gate.
RC_GTEST_PROP(LadderLaw, Start_IsWithinTheLevelAndNotGated, ()) {
  const Case c = any_case();
  for (const Ladder& ladder : c.ladders) {
    if (!ladder.start) continue;
    const Step& start = ladder.steps.at(*ladder.start);
    const Exercise& e = c.catalogue.exercise(start.exercise);
    RC_ASSERT(start.dose == 0U);
    RC_ASSERT(e.level <= c.start_level);
    RC_ASSERT(e.gate == Gate::None);
    // No allowed, ungated rung between it and the start level is passed over.
    for (std::size_t i = 0; i < c.catalogue.rows().size(); ++i) {
      const Exercise& other = c.catalogue.exercise(i);
      const bool allowed = std::holds_alternative<Admitted>(c.admissions[i]) &&
                           other.gate == Gate::None && other.level <= c.start_level;
      if (allowed) {
        RC_ASSERT(other.level <= e.level);
      }
    }
  }
}

// Law: one step up is at most one level up.
RC_GTEST_PROP(LadderLaw, OneStep_IsAtMostOneLevel, ()) {
  const Case c = any_case();
  for (const Ladder& ladder : c.ladders) {
    for (std::size_t i = 1; i < ladder.steps.size(); ++i) {
      const auto below = c.catalogue.exercise(ladder.steps[i - 1].exercise).level;
      const auto above = c.catalogue.exercise(ladder.steps[i].exercise).level;
      RC_ASSERT(above <= below + 1);
    }
  }
}

}  // namespace
}  // namespace plumbline::exercise
