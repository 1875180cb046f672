// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// How long a week's plan takes and how far its choice is proven from the best one, over many random
// people on one core. Usage: plan_spread [PEOPLE]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "catalogue_bundle.hpp"
#include "plumbline/care/agenda.hpp"
#include "plumbline/record/fold.hpp"
#include "random_person.hpp"

namespace {

/// @source engineering choice: two hundredths of what is attainable
constexpr double kMostGap = 0.02;

using Clock = std::chrono::steady_clock;

double percentile(const std::vector<double>& sorted, double part) {
  return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

}  // namespace

int main(int argc, char** argv) {
  const int people = argc > 1 ? std::atoi(argv[1]) : 10'000;
  const auto catalogue = plumbline::load_bundled_catalogue();
  const auto day = plumbline::parse_date("2026-03-02").value();
  std::vector<double> milliseconds;
  std::vector<double> gaps;
  for (int i = 0; i < people; ++i) {
    const auto person = plumbline::simulation::random_safe_person(static_cast<std::uint64_t>(i));
    const auto entries = plumbline::json::entries_of(
        person, plumbline::PersonId("p"), {static_cast<std::int64_t>(day.days()) * 86'400'000, 0});
    const auto begin = Clock::now();
    const auto state = plumbline::record::fold(entries);
    const auto agenda = plumbline::care::compute_agenda(state, *catalogue, day);
    const std::chrono::duration<double, std::milli> took = Clock::now() - begin;
    milliseconds.push_back(took.count());
    if (agenda && agenda->attainable > 0) {
      gaps.push_back(static_cast<double>(agenda->gap) / static_cast<double>(agenda->attainable));
      if (gaps.back() > kMostGap) std::printf("person %d: gap %.4f\n", i, gaps.back());
    }
  }
  std::ranges::sort(milliseconds);
  std::ranges::sort(gaps);
  std::printf("people %d\nplan ms: median %.3f, 95%% %.3f, 99%% %.3f, most %.3f\n", people,
              percentile(milliseconds, 0.5), percentile(milliseconds, 0.95),
              percentile(milliseconds, 0.99), milliseconds.back());
  std::printf("proven gap: median %.5f, 99%% %.5f, most %.5f of attainable satisfaction\n",
              percentile(gaps, 0.5), percentile(gaps, 0.99), gaps.back());
  return gaps.back() > kMostGap ? 1 : 0;
}
