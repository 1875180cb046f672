// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plumbline/exercise/admission.hpp"
#include "plumbline/exercise/catalogue.hpp"

namespace plumbline::exercise {

/// One place on a ladder: an exercise with one dose of its path.
struct Step {
  Catalogue::Index exercise = 0;
  /// Index into the exercise's dose path.
  std::size_t dose = 0;
  /// Steps of weight above the one that the person began with; 0 below the last dose
  /// (docs/decisions/0015).
  std::int32_t heavier = 0;
  /// How many places of its exercise lie below.
  std::size_t rank() const { return dose + static_cast<std::size_t>(heavier); }
  bool operator==(const Step&) const = default;
};

/// A person's own ladder: the admitted exercises of one chain from easy to hard, with every dose
/// between, and below it the rungs to step back onto.
///
/// The last rung goes on in weight where it has one, at its last dose.
///
/// Along the steps the load never falls. A rung hands over to the next one as soon as a further
/// dose would be at least as heavy as the next rung's start
/// (docs/decisions/0005-load-never-falls.md).
struct Ladder {
  /// Id of the chain's easiest exercise in the catalogue; names the ladder.
  std::string id;
  std::vector<Step> steps;
  /// Index into `steps` of the first step of the chain itself; below lie the rungs to fall back on.
  std::size_t chain_begin = 0;
  /// Where this person starts; absent where no rung of the chain is allowed at the start level.
  std::optional<std::size_t> start;
  /// The exercise of this ladder that somebody asked for: then `start` is its start dose.
  std::optional<Catalogue::Index> asked;
  /// What it takes the place of.
  std::optional<Catalogue::Index> asked_instead_of;
  /// A clinician asked: the place is taken also by somebody who stood lower.
  bool prescribed = false;
  /// Index of the first step that waits, with all behind it: too hard for a calm phase, or of use
  /// for nothing that this person needs. The rung below has its whole dose path instead
  /// (docs/decisions/0026-which-rung.md).
  std::optional<std::size_t> closed_from;
  /// Whether a step may be stepped onto from below.
  bool open(std::size_t step) const {
    return step < steps.size() && (!closed_from || step < *closed_from);
  }
  bool operator==(const Ladder&) const = default;
};

/// An exercise that somebody asked for and that may be given.
struct Asked {
  Catalogue::Index exercise = 0;
  std::optional<Catalogue::Index> instead_of;
  bool by_clinician = false;
};

/// Everything that shapes ladders besides the catalogue.
struct LadderRules {
  /// Highest level to start on (rules 1.2), 1–5.
  std::int32_t start_level = 1;
  /// Nerve ladders start on their lowest rung, aerobic ones at walking (rules 1.2, 1.6).
  bool walking_fits = true;
  /// In the order of asking; of two on one ladder the later counts.
  std::vector<Asked> asked;
  /// Highest level to step onto for now.
  std::int32_t most_level = 5;
  /// What this person needs; a ladder stops before a rung that serves none of it. Empty: not known.
  WordSet<Need> wanted;
};

/// Whether an exercise is done with a weight or a band, so that it can grow in it (rules 1.8).
bool grows_in_weight(const Exercise& e);

/// Makes every ladder that this person can stand on. `admissions` has one entry for each row.
std::vector<Ladder> make_ladders(const Catalogue& catalogue,
                                 const std::vector<Admission>& admissions,
                                 const Circumstances& person, const LadderRules& rules);

}  // namespace plumbline::exercise
