// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "catalogue_bundle.hpp"
#include "life.hpp"
#include "plumbline/care/agenda.hpp"
#include "plumbline/record/fold.hpp"
#include "random_person.hpp"

namespace {

using namespace plumbline;

/// A journal of at least 5,000 entries: years of one person's weeks.
const std::vector<record::Entry>& long_journal() {
  static const std::vector<record::Entry> journal = [] {
    const auto catalogue = load_bundled_catalogue();
    auto person = simulation::random_safe_person(7);
    person.profile.days_per_week = 7;
    person.profile.minutes_per_day = 60;
    auto life = simulation::live(
        person, *catalogue, {.seed = 7, .weeks = 130, .start = parse_date("2026-03-02").value()});
    if (life.entries.size() > 5000) life.entries.resize(5000);
    return life.entries;
  }();
  return journal;
}

void fold_journal(benchmark::State& state) {
  const auto& journal = long_journal();
  for (auto _ : state) benchmark::DoNotOptimize(record::fold(journal));
  state.counters["entries"] = static_cast<double>(journal.size());
}
BENCHMARK(fold_journal)->Unit(benchmark::kMillisecond);

void agenda_after_a_long_journal(benchmark::State& state) {
  const auto catalogue = load_bundled_catalogue();
  const auto folded = record::fold(long_journal());
  for (auto _ : state) {
    benchmark::DoNotOptimize(care::compute_agenda(folded, *catalogue, *folded.last_day));
  }
}
BENCHMARK(agenda_after_a_long_journal)->Unit(benchmark::kMillisecond);

void agenda_with_solved_weeks(benchmark::State& state) {
  const auto catalogue = load_bundled_catalogue();
  const auto folded = record::fold(long_journal());
  exercise::WeekMemo memo;
  benchmark::DoNotOptimize(care::compute_agenda(folded, *catalogue, *folded.last_day, memo));
  for (auto _ : state) {
    benchmark::DoNotOptimize(care::compute_agenda(folded, *catalogue, *folded.last_day, memo));
  }
  state.counters["weeks"] = static_cast<double>(memo.size());
}
BENCHMARK(agenda_with_solved_weeks)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
