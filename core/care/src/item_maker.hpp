// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "plumbline/care/week_plan.hpp"

namespace plumbline::care {

/// Works out time and load of an item from its dose, sides and bouts (rules 1.8).
void settle(Item& item, const exercise::CatalogueRow& row);

/// A ladder of the week at the step where the person stands.
struct Placed {
  const Chosen& chosen;
  const exercise::Ladder& ladder;
  exercise::Step step;
  /// Less than where the person stands, since the day is full.
  bool shortened = false;
};

/// An exercise at a dose, both sides where it has sides; without time, load and reasons.
Item make_item(const exercise::Catalogue& catalogue, const Situation& situation,
               exercise::Catalogue::Index index, exercise::Dose dose, exercise::ItemRole role);

/// Works out time and load from the rest of the item.
void settle(Item& item, const exercise::CatalogueRow& row);

/// Makes the items of a day: dose, sides, time, load and reasons. Which items there are is decided
/// elsewhere.
class ItemMaker {
 public:
  explicit ItemMaker(const WeekPlanInputs& in)
      : in_(in), catalogue_(in.catalogue), s_(in.situation) {}

  /// An exercise of the week, lowered by an open flare.
  Item from_ladder(const Placed& placed) const;
  /// Walking or relaxation for some minutes.
  Item minutes_item(exercise::Catalogue::Index index, std::int32_t minutes,
                    exercise::ItemRole role) const;
  /// A warm-up or easy end: minutes where the exercise has them, else its start dose.
  Item edge(exercise::Catalogue::Index index, std::int32_t minutes, exercise::ItemRole role) const;
  /// Why an item is shorter than where the person stands.
  Reason full_day() const;
  /// Parts a walk into short bouts that take no longer together (rules 3.6).
  void into_bouts(Item& item) const;
  /// Does a direction exercise several times a day (rules 1.3, 1.6).
  void repeat(Item& item, std::int32_t bouts) const;

 private:
  std::int32_t quarters_of(const Standing& standing) const;
  exercise::Dose flare_dose(const Placed& placed) const;
  void explain(Item& item, const Placed& placed, const exercise::CatalogueRow& row) const;
  void explain_weight(Item& item, const exercise::Step& step) const;
  void explain_flare(Item& item, std::int32_t quarters, const exercise::CatalogueRow& row) const;
  void explain_top(Item& item, const Placed& placed) const;
  void explain_changes(Item& item, const exercise::CatalogueRow& row) const;

  const WeekPlanInputs& in_;
  const exercise::Catalogue& catalogue_;
  const Situation& s_;
};

}  // namespace plumbline::care
