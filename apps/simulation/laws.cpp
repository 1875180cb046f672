// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Holds the laws of the plan engine over many random people.
// Usage: plumbline_laws [PEOPLE [FIRST_SEED]]
#include "laws.hpp"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "catalogue_bundle.hpp"

namespace {

using plumbline::simulation::Law;
using plumbline::simulation::LawCase;

/// How one law fared.
struct Tally {
  std::uint64_t looked_at = 0;
  int broken = 0;
};

/// Holds one law over one person; prints the first few breaches.
void hold(const Law& law, const LawCase& person, Tally& tally) {
  constexpr int kShown = 3;
  ++tally.looked_at;
  const std::string fault = law.broken(person);
  if (fault.empty() || ++tally.broken > kShown) return;
  std::printf("  %s, person %llu: %s\n", law.name.c_str(),
              static_cast<unsigned long long>(person.seed), fault.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t people = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000;
  const std::uint64_t first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  const auto catalogue = plumbline::load_bundled_catalogue();
  if (!catalogue) return 1;
  std::vector<Law> laws = plumbline::simulation::plan_laws();
  for (Law& law : plumbline::simulation::journal_laws()) laws.push_back(std::move(law));
  for (Law& law : plumbline::simulation::growth_laws()) laws.push_back(std::move(law));
  std::vector<Tally> tallies(laws.size());
  for (std::uint64_t i = 0; i < people; ++i) {
    const LawCase person(first + i, *catalogue);
    for (std::size_t k = 0; k < laws.size(); ++k) {
      if (i % static_cast<std::uint64_t>(laws[k].every) == 0) hold(laws[k], person, tallies[k]);
    }
  }
  int broken = 0;
  for (std::size_t k = 0; k < laws.size(); ++k) {
    broken += tallies[k].broken;
    std::printf("%-50s %8llu people, %d broken\n", laws[k].name.c_str(),
                static_cast<unsigned long long>(tallies[k].looked_at), tallies[k].broken);
  }
  return broken == 0 ? 0 : 1;
}
