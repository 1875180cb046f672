// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "plumbline/care/week_plan.hpp"

namespace plumbline::care {

using exercise::Catalogue;
using exercise::ItemRole;
using exercise::kDaysOfWeek;

std::vector<Day> lay_out_rest(const Catalogue& catalogue, const Situation& situation) {
  /// @source rules 2.1: what REST allows
  constexpr std::array<std::string_view, 3> kRestful = {"diaphragm_breathing", "ankle_pump",
                                                        "progressive_relaxation"};
  std::vector<Day> week;
  for (std::int32_t k = 0; k < static_cast<std::int32_t>(kDaysOfWeek); ++k) {
    Day day{situation.day.plus(k), {}};
    for (const std::string_view id : kRestful) {
      const auto index = catalogue.find(id);
      if (!index || !std::holds_alternative<exercise::Admitted>(situation.admissions[*index])) {
        continue;
      }
      const exercise::CatalogueRow& row = catalogue.row(*index);
      Item item;
      item.exercise = row.exercise.id;
      item.dose = row.path.front();
      item.level = row.exercise.level;
      item.role = ItemRole::Daily;
      item.seconds = row.seconds.front();
      if (row.exercise.laterality == exercise::Laterality::Unilateral) item.side = ItemSide::Each;
      if (repetitions(item.dose)) item.tempo_s = row.exercise.dose.tempo_s;
      item.why.push_back({"2.1/rest",
                          {{"lock", "REST"}},
                          "allow",
                          "Until you have been seen, only rest, breathing and easy movement."});
      const std::int32_t rest = situation.at.profile.minutes_per_day * 60 - seconds_of(day);
      if (item.seconds <= rest) day.items.push_back(std::move(item));
    }
    week.push_back(std::move(day));
  }
  return week;
}

}  // namespace plumbline::care
