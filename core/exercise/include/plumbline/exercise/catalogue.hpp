// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "plumbline/clinical/vocabulary.hpp"
#include "plumbline/exercise/dose.hpp"
#include "plumbline/exercise/vocabulary.hpp"
#include "plumbline/foundation/error.hpp"

namespace plumbline::exercise {

/// One word that keeps an exercise from somebody, and how strictly.
struct Contraindication {
  FilterWord word;
  ExclusionStrength strength;
  bool operator==(const Contraindication&) const = default;
};

/// Positions that must all be possible; an exercise lists one or more such choices.
using PositionChoice = WordSet<clinical::Position>;

/// What the engine knows of an exercise. Texts and movement travel beside it.
struct Exercise {
  std::string id;
  std::string name;
  ExerciseClass kind = ExerciseClass::MotorControl;
  ExerciseRegion region = ExerciseRegion::Lumbar;
  WordSet<Need> serves;
  /// Any one of these choices will do.
  std::vector<PositionChoice> positions;
  WordSet<clinical::Equipment> equipment;
  Laterality laterality = Laterality::Bilateral;
  Bias bias = Bias::Neutral;
  /// Difficulty, 1–5.
  std::int32_t level = 1;
  DoseRange dose;
  std::vector<Contraindication> contraindications;
  Gate gate = Gate::None;
  /// Easier and harder neighbours; empty where there is none.
  std::string regress;
  std::string progress;
};

/// An exercise with everything that follows from its data.
struct CatalogueRow {
  Exercise exercise;
  /// From start to ceiling (`make_dose_path`).
  std::vector<Dose> path;
  /// Load of each dose of the path in thirds; all 0 where the exercise is not loaded.
  std::vector<std::int64_t> load_thirds;
  /// Seconds of each dose of the path with all its sides.
  std::vector<std::int32_t> seconds;
  bool loaded = false;
};

/// Exercises that lead from one to the next by `progress`.
struct Chain {
  /// Easiest first; the first is one that no `progress` leads to.
  std::vector<std::size_t> rungs;
  /// Exercises of other chains to step back onto, easiest first.
  std::vector<std::size_t> below;
};

/// Rest between sets: 90 s for work with weights, 30 s otherwise (rules 1.8).
std::int32_t rest_seconds(const Exercise& exercise);

/// The exercises in the order of their ids, with checked neighbours.
class Catalogue {
 public:
  using Index = std::size_t;

  /// Checks what must hold between exercises: ids unique, neighbours exist, every `progress` has
  /// its inverse, no cycle, at most one level up, dose paths consistent.
  /// @error Inconsistent  with the exercise's id as the place
  static Result<Catalogue> make(std::vector<Exercise> exercises);

  const std::vector<CatalogueRow>& rows() const { return rows_; }
  const CatalogueRow& row(Index index) const { return rows_.at(index); }
  const Exercise& exercise(Index index) const { return rows_.at(index).exercise; }
  std::optional<Index> find(std::string_view id) const;
  /// In the order of their easiest exercises; every exercise is a rung of one.
  const std::vector<Chain>& chains() const { return chains_; }

 private:
  std::vector<CatalogueRow> rows_;
  std::vector<Chain> chains_;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>{}(id); }
  };
  std::unordered_map<std::string, Index, Hash, std::equal_to<>> by_id_;
};

}  // namespace plumbline::exercise
