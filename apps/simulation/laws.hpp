// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "life.hpp"
#include "plumbline/care/agenda.hpp"
#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/json/plan_request_codec.hpp"

namespace plumbline::simulation {

/// What a law looks at: one random person, and what that person lives through.
class LawCase {
 public:
  LawCase(std::uint64_t seed_of_person, const exercise::Catalogue& c)
      : seed(seed_of_person), catalogue(c) {}

  /// Every tenth person is looked at for longer and on more days.
  bool thorough() const { return seed % 10 == 0; }
  /// Weeks of sessions and mornings, three or five, lived once for all laws.
  const Life& life() const;
  LocalDate first_day() const;
  LocalDate last_day() const;
  /// The agenda of the last day.
  const care::Agenda& last_agenda() const;
  /// Weeks solved for this person so far; the laws ask for hundreds.
  exercise::WeekMemo& memo() const { return memo_; }

  const std::uint64_t seed;
  const exercise::Catalogue& catalogue;

 private:
  mutable std::optional<Life> life_;
  mutable std::optional<care::Agenda> last_;
  mutable exercise::WeekMemo memo_;
};

/// One law of the plan engine. `broken` returns what is wrong for one random person, or nothing.
struct Law {
  std::string name;
  /// Looks only at every n-th person, because it plans many weeks for each.
  int every = 1;
  std::function<std::string(const LawCase&)> broken;
};

/// Laws that look at first plans.
std::vector<Law> plan_laws();
/// Laws that look at weeks of sessions and mornings.
std::vector<Law> journal_laws();
/// Laws about how a plan grows over such weeks.
std::vector<Law> growth_laws();

/// What a journal leads to on a day.
care::Agenda agenda_of(const std::vector<record::Entry>& entries, const LawCase& c, LocalDate day);

/// The first plan of somebody, at a fixed day.
care::Agenda first_plan(const json::PlanRequest& person, const LawCase& c);

/// How far up its chain an item stands: rungs below it, then doses below it on its path,
/// then the weight.
struct Height {
  std::string chain;
  std::int64_t rung = 0;
  std::int64_t dose = 0;
  /// Grams, or the place of a band in its order; 0 where nothing is named.
  std::int64_t weight = 0;
  auto operator<=>(const Height&) const = default;
};
Height height_of(const care::Item& item, const exercise::Catalogue& catalogue);

}  // namespace plumbline::simulation
