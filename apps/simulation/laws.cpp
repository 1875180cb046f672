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

/// Looks at people one after the other; prints the first few breaches.
int hold(const Law& law, const plumbline::exercise::Catalogue& catalogue, std::uint64_t first,
         std::uint64_t people) {
  constexpr int kShown = 3;
  int broken = 0;
  std::uint64_t looked_at = 0;
  for (std::uint64_t i = 0; i < people; i += static_cast<std::uint64_t>(law.every)) {
    ++looked_at;
    const std::string fault = law.broken({first + i, catalogue});
    if (fault.empty()) continue;
    if (++broken <= kShown) {
      std::printf("  person %llu: %s\n", static_cast<unsigned long long>(first + i), fault.c_str());
    }
  }
  std::printf("%-50s %8llu people, %d broken\n", law.name.c_str(),
              static_cast<unsigned long long>(looked_at), broken);
  return broken;
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t people = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000;
  const std::uint64_t first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  const auto catalogue = plumbline::load_bundled_catalogue();
  if (!catalogue) return 1;
  std::vector<Law> laws = plumbline::simulation::plan_laws();
  for (Law& law : plumbline::simulation::journal_laws()) laws.push_back(std::move(law));
  int broken = 0;
  for (const Law& law : laws) broken += hold(law, *catalogue, first, people);
  return broken == 0 ? 0 : 1;
}
