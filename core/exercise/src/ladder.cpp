// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/ladder.hpp"

#include <algorithm>
#include <utility>

#include "plumbline/exercise/needs.hpp"

namespace plumbline::exercise {
namespace {

using Index = Catalogue::Index;

bool is_admitted(const std::vector<Admission>& admissions, Index i) {
  return std::holds_alternative<Admitted>(admissions.at(i));
}

std::int64_t start_load(const CatalogueRow& row) { return row.load_thirds.front(); }

/// Rungs upward from `from`: admitted, within one level of the rung below, not lighter than it.
void climb(const Catalogue& catalogue, const std::vector<Index>& candidates,
           std::vector<Index>& rungs) {
  for (const Index next : candidates) {
    if (rungs.empty()) {
      rungs.push_back(next);
      continue;
    }
    const CatalogueRow& below = catalogue.row(rungs.back());
    const CatalogueRow& above = catalogue.row(next);
    if (above.exercise.level > below.exercise.level + 1) continue;
    if (start_load(above) >= start_load(below)) rungs.push_back(next);
  }
}

/// Doses of a rung that this person may reach: no longer hold than allowed, no heavier than the
/// start of the next rung.
std::size_t usable_doses(const CatalogueRow& row, std::optional<std::int32_t> hold_limit,
                         std::optional<std::int64_t> next_start_load) {
  std::size_t count = 0;
  while (count < row.path.size()) {
    const Dose& dose = row.path[count];
    if (hold_limit && dose.hold_s && *dose.hold_s > *hold_limit) break;
    const bool no_relief = count > 0 && next_start_load && *next_start_load > 0 &&
                           row.load_thirds[count] >= *next_start_load;
    if (no_relief) break;
    ++count;
  }
  return count;
}

struct Rungs {
  std::vector<Index> rungs;
  std::size_t below = 0;
  std::optional<std::size_t> start;
};

bool may_start_on(const Exercise& e, const LadderRules& rules) {
  if (e.level > rules.start_level) return false;
  if (e.gate == Gate::Centralises || e.gate == Gate::NerveTensioner) return false;
  if (e.kind != ExerciseClass::Aerobic) return true;
  return e.level == 1 && (rules.walking_fits || e.id != "walking");
}

/// Index within `chain` of the rung to start on: nerve ladders lowest, others highest.
std::optional<std::size_t> start_rung(const Catalogue& catalogue, const std::vector<Index>& chain,
                                      const LadderRules& rules) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const Exercise& e = catalogue.exercise(chain[i]);
    if (!may_start_on(e, rules)) continue;
    if (e.kind == ExerciseClass::Nerve) return i;
    best = i;
  }
  return best;
}

/// What was asked for last on this chain.
const Asked* asked_on(const std::vector<Index>& chain, const LadderRules& rules) {
  const Asked* found = nullptr;
  for (const Asked& asked : rules.asked) {
    if (std::ranges::find(chain, asked.exercise) != chain.end()) found = &asked;
  }
  return found;
}

std::vector<Index> admitted_only(const std::vector<Admission>& admissions,
                                 const std::vector<Index>& from) {
  std::vector<Index> out;
  std::ranges::copy_if(from, std::back_inserter(out),
                       [&](Index i) { return is_admitted(admissions, i); });
  return out;
}

/// Downward from the start: easier rungs that are not heavier, without a gap of two levels, which
/// nobody could climb again; then upward from it.
Rungs choose_rungs(const Catalogue& catalogue, const std::vector<Index>& below,
                   const std::vector<Index>& chain, std::optional<std::size_t> start) {
  Rungs out;
  const std::size_t anchor = start ? *start : 0;
  std::vector<Index> easier(below);
  easier.insert(easier.end(), chain.begin(),
                chain.begin() + static_cast<std::ptrdiff_t>(std::min(anchor, chain.size())));
  if (chain.empty()) return out;
  std::vector<Index> kept;
  std::int64_t ceiling = start_load(catalogue.row(chain[anchor]));
  std::int32_t level = catalogue.exercise(chain[anchor]).level;
  for (std::size_t i = easier.size(); i-- > 0;) {
    const std::int64_t load = start_load(catalogue.row(easier[i]));
    if (load > ceiling || catalogue.exercise(easier[i]).level + 1 < level) continue;
    ceiling = load;
    level = catalogue.exercise(easier[i]).level;
    kept.insert(kept.begin(), easier[i]);
    if (i < below.size()) ++out.below;
  }
  out.rungs = kept;
  if (start) out.start = kept.size();
  climb(catalogue, {chain.begin() + static_cast<std::ptrdiff_t>(anchor), chain.end()}, out.rungs);
  return out;
}

/// The first rung that waits: too hard for now, or of no use for this person where the rung below
/// is of some. What was asked for stays open.
std::size_t closed_rung(const Catalogue& catalogue, const Rungs& rungs, const LadderRules& rules,
                        bool asked) {
  const auto useful = [&](std::size_t r) {
    return counted_needs(catalogue.exercise(rungs.rungs[r]).serves).intersects(rules.wanted);
  };
  const std::size_t lowest = asked && rungs.start ? *rungs.start : rungs.below;
  for (std::size_t r = lowest + 1; r < rungs.rungs.size(); ++r) {
    if (catalogue.exercise(rungs.rungs[r]).level > rules.most_level) return r;
    if (!rules.wanted.empty() && useful(r - 1) && !useful(r)) return r;
  }
  return rungs.rungs.size();
}

/// Nerve glides hand over once the first set is at its top: more sets of the easiest one are no way
/// on (docs/decisions/0026-which-rung.md).
std::size_t doses_of_first_set(const CatalogueRow& row) {
  const auto more = std::ranges::find_if(
      row.path, [&](const Dose& dose) { return dose.sets > row.path.front().sets; });
  return static_cast<std::size_t>(more - row.path.begin());
}

/// Heavier places at the last dose (docs/decisions/0015).
void add_weights(Ladder& ladder) {
  /// @source engineering choice: eight months of steps, then somebody should look at it
  constexpr std::int32_t kMost = 12;
  for (std::int32_t i = 1; i <= kMost; ++i) {
    Step next = ladder.steps.back();
    next.heavier = i;
    ladder.steps.push_back(next);
  }
}

void add_steps(Ladder& ladder, const Catalogue& catalogue, const Rungs& rungs,
               std::optional<std::int32_t> hold_limit, std::size_t closed) {
  for (std::size_t r = 0; r < rungs.rungs.size(); ++r) {
    if (r == closed) ladder.closed_from = ladder.steps.size();
    if (r == rungs.below) ladder.chain_begin = ladder.steps.size();
    if (rungs.start == r) ladder.start = ladder.steps.size();
    const CatalogueRow& row = catalogue.row(rungs.rungs[r]);
    const bool last = r + 1 == rungs.rungs.size();
    std::optional<std::int64_t> next;
    if (!last && r + 1 != closed) next = start_load(catalogue.row(rungs.rungs[r + 1]));
    // Rungs of another chain are only to fall back on: their start dose is enough.
    const bool fallback = r < rungs.below;
    std::size_t usable = usable_doses(row, hold_limit, next);
    if (next && row.exercise.kind == ExerciseClass::Nerve) {
      usable = std::min(usable, doses_of_first_set(row));
    }
    const std::size_t count = fallback ? std::min<std::size_t>(usable, 1) : usable;
    for (std::size_t dose = 0; dose < count; ++dose) {
      ladder.steps.push_back({rungs.rungs[r], dose});
    }
    const bool all_doses = count == row.path.size() && !fallback;
    if (all_doses && last && grows_in_weight(row.exercise)) add_weights(ladder);
  }
}

}  // namespace

bool grows_in_weight(const Exercise& e) {
  return e.equipment.contains(clinical::Equipment::Weight) ||
         e.equipment.contains(clinical::Equipment::Band);
}

std::vector<Ladder> make_ladders(const Catalogue& catalogue,
                                 const std::vector<Admission>& admissions,
                                 const Circumstances& person, const LadderRules& rules) {
  std::vector<Ladder> ladders;
  for (const Chain& whole : catalogue.chains()) {
    const auto chain = admitted_only(admissions, whole.rungs);
    if (chain.empty()) continue;
    const auto below = admitted_only(admissions, whole.below);
    Ladder ladder;
    ladder.id = catalogue.exercise(whole.rungs.front()).id;
    auto start = start_rung(catalogue, chain, rules);
    if (const Asked* asked = asked_on(chain, rules)) {
      start = static_cast<std::size_t>(std::ranges::find(chain, asked->exercise) - chain.begin());
      ladder.asked = asked->exercise;
      ladder.asked_instead_of = asked->instead_of;
      ladder.prescribed = asked->by_clinician;
    }
    const Rungs rungs = choose_rungs(catalogue, below, chain, start);
    const std::size_t closed = closed_rung(catalogue, rungs, rules, ladder.asked.has_value());
    add_steps(ladder, catalogue, rungs, longest_hold(person.filters), closed);
    ladders.push_back(std::move(ladder));
  }
  return ladders;
}

}  // namespace plumbline::exercise
