// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/catalogue.hpp"

#include <algorithm>
#include <utility>

namespace plumbline::exercise {
namespace {

/// @source formats.md, Load: items whose needs are only these count 0
constexpr WordSet<Need> kUnloadedNeeds{
    Need::DirectionExtension, Need::DirectionFlexion, Need::LumbarMobility, Need::HipMobility,
    Need::ThoracicMobility,   Need::NerveSciatic,     Need::NerveFemoral,   Need::Relax};

bool is_loaded(const Exercise& e) {
  if (kUnloadedNeeds.includes(e.serves)) return false;
  return !(e.serves == WordSet<Need>{Need::Aerobic} && e.level <= 1);
}

std::unexpected<Error> wrong(const Exercise& e, std::string message) {
  return fail(ErrorCode::Inconsistent, e.id, std::move(message));
}

Result<CatalogueRow> make_row(Exercise exercise) {
  Result<std::vector<Dose>> path = make_dose_path(exercise.dose);
  if (!path) return wrong(exercise, path.error().message);
  CatalogueRow row;
  row.loaded = is_loaded(exercise);
  const TimeOfItem time{exercise.dose.tempo_s,
                        exercise.laterality == Laterality::Unilateral ? 2 : 1,
                        rest_seconds(exercise)};
  for (const Dose& dose : *path) {
    row.load_thirds.push_back(row.loaded ? load_in_thirds(dose, exercise.level) : 0);
    row.seconds.push_back(seconds_of(dose, time));
  }
  row.path = std::move(*path);
  row.exercise = std::move(exercise);
  return row;
}

}  // namespace

std::int32_t rest_seconds(const Exercise& exercise) {
  /// @source rules 1.8
  constexpr std::int32_t kWithWeight = 90;
  constexpr std::int32_t kOtherwise = 30;
  return exercise.equipment.contains(clinical::Equipment::Weight) ? kWithWeight : kOtherwise;
}

std::optional<Catalogue::Index> Catalogue::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

namespace {

Result<void> check_neighbours(const Catalogue& catalogue, const Exercise& e) {
  if (!e.regress.empty() && !catalogue.find(e.regress)) {
    return wrong(e, "expected the id of an exercise in regress, found " + e.regress);
  }
  if (e.progress.empty()) return {};
  const auto up = catalogue.find(e.progress);
  if (!up) return wrong(e, "expected the id of an exercise in progress, found " + e.progress);
  const Exercise& harder = catalogue.exercise(*up);
  if (harder.regress != e.id) {
    return wrong(e, "expected " + harder.id + " to step back onto this exercise, it steps onto \"" +
                        harder.regress + "\"");
  }
  if (harder.level < e.level || harder.level > e.level + 1) {
    return wrong(e, "expected progress to lie at most one level up, not down");
  }
  return {};
}

/// Follows `regress` from every exercise; a chain longer than the catalogue is a cycle.
Result<void> check_acyclic(const Catalogue& catalogue) {
  for (const CatalogueRow& row : catalogue.rows()) {
    std::string_view at = row.exercise.regress;
    for (std::size_t steps = 0; !at.empty(); ++steps) {
      if (steps > catalogue.rows().size()) return wrong(row.exercise, "its ladder is a cycle");
      at = catalogue.exercise(*catalogue.find(at)).regress;
    }
  }
  return {};
}

/// The easiest exercise of a chain is one that no `progress` leads to.
bool begins_chain(const Catalogue& catalogue, const Exercise& e) {
  return e.regress.empty() || catalogue.exercise(*catalogue.find(e.regress)).progress != e.id;
}

Chain chain_from(const Catalogue& catalogue, Catalogue::Index begin) {
  Chain chain{{begin}, {}};
  for (auto at = begin; !catalogue.exercise(at).progress.empty();) {
    at = *catalogue.find(catalogue.exercise(at).progress);
    chain.rungs.push_back(at);
  }
  for (auto at = begin; !catalogue.exercise(at).regress.empty();) {
    at = *catalogue.find(catalogue.exercise(at).regress);
    chain.below.insert(chain.below.begin(), at);
  }
  return chain;
}

}  // namespace

Result<Catalogue> Catalogue::make(std::vector<Exercise> exercises) {
  std::ranges::sort(exercises, {}, &Exercise::id);
  Catalogue catalogue;
  for (Exercise& exercise : exercises) {
    if (!catalogue.by_id_.emplace(exercise.id, catalogue.rows_.size()).second) {
      return wrong(exercise, "this id stands twice in the catalogue");
    }
    Result<CatalogueRow> row = make_row(std::move(exercise));
    if (!row) return std::unexpected(std::move(row.error()));
    catalogue.rows_.push_back(std::move(*row));
  }
  for (const CatalogueRow& row : catalogue.rows_) {
    if (auto checked = check_neighbours(catalogue, row.exercise); !checked) {
      return std::unexpected(std::move(checked.error()));
    }
  }
  if (auto checked = check_acyclic(catalogue); !checked) {
    return std::unexpected(std::move(checked.error()));
  }
  for (Index i = 0; i < catalogue.rows_.size(); ++i) {
    if (!begins_chain(catalogue, catalogue.exercise(i))) continue;
    catalogue.chains_.push_back(chain_from(catalogue, i));
  }
  return catalogue;
}

}  // namespace plumbline::exercise
