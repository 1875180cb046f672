// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "trials.hpp"

#include <algorithm>
#include <set>

#include "plumbline/care/reaction.hpp"

namespace plumbline::care {
namespace {

/// @source rules 3.4: three trial sessions, 70–80 % of the lowest of mean and last trial
constexpr std::int64_t kTenths = 8;
constexpr std::size_t kTrials = 3;
/// @source rules 1.5: at most the ceiling dose, level 2 or below
constexpr std::int32_t kMostLevel = 2;

/// How much a dose is, in the unit that trials of its exercise are told in.
std::int64_t amount_of(const exercise::Dose& dose) {
  if (const auto reps = exercise::repetitions(dose)) {
    return std::int64_t{*reps} * (dose.hold_s ? *dose.hold_s : 1);
  }
  if (dose.hold_s) return std::int64_t{dose.sets} * *dose.hold_s;
  return dose.minutes ? std::int64_t{dose.sets} * *dose.minutes * 60 : 0;
}

/// How much was done; empty where it was not told.
std::optional<std::int64_t> amount_of(const DoneTogether& done, const exercise::Dose& asked) {
  if (exercise::repetitions(asked)) {
    if (!done.repetitions) return std::nullopt;
    const std::int64_t hold = !asked.hold_s ? 1 : done.hold_s ? *done.hold_s : *asked.hold_s;
    return *done.repetitions * hold;
  }
  if (asked.hold_s) {
    if (!done.hold_s) return std::nullopt;
    return std::int64_t{done.sets} * *done.hold_s;
  }
  if (!done.minutes) return std::nullopt;
  return static_cast<std::int64_t>(*done.minutes * 60);
}

}  // namespace

Trials::Trials(const record::PersonState& state, const exercise::Catalogue& catalogue)
    : catalogue_(catalogue) {
  for (const record::Session& session : state.sessions) {
    std::set<exercise::Catalogue::Index> seen;
    for (const auto& done : session.done) {
      const auto index = catalogue.find(done.body.exercise.text());
      if (!done.body.trial || !index || !seen.insert(*index).second) continue;
      const auto amount =
          amount_of(join(session, done.body.exercise, true), catalogue.row(*index).path.front());
      if (amount) trials_.push_back({*index, session.day, *amount});
    }
  }
}

std::optional<FirstQuota> Trials::first_quota(const exercise::Ladder& ladder, std::size_t start,
                                              LocalDate from, LocalDate until) const {
  for (std::size_t i = start + 1; !trials_.empty() && i-- > ladder.chain_begin;) {
    const exercise::Step& step = ladder.steps[i];
    if (step.dose != 0 || catalogue_.exercise(step.exercise).level > kMostLevel) continue;
    if (const auto quota = quota_of(ladder, i, from, until)) return quota;
  }
  return std::nullopt;
}

std::optional<FirstQuota> Trials::quota_of(const exercise::Ladder& ladder, std::size_t first,
                                           LocalDate from, LocalDate until) const {
  const exercise::Catalogue::Index exercise = ladder.steps[first].exercise;
  std::vector<Trial> own;
  for (const Trial& trial : trials_) {
    const bool counts = trial.exercise == exercise && trial.day >= from && trial.day <= until;
    if (counts && own.size() < kTrials) own.push_back(trial);
  }
  if (own.size() < kTrials) return std::nullopt;
  constexpr auto kCount = static_cast<std::int64_t>(kTrials);
  std::int64_t sum = 0;
  for (const Trial& trial : own) sum += trial.amount;
  // In thirds, so that the mean stays an integer.
  const std::int64_t lowest = std::min(sum, kCount * own.back().amount);
  FirstQuota out{first, static_cast<double>(lowest) / static_cast<double>(kCount), own.back().day};
  for (std::size_t i = first; i < ladder.steps.size(); ++i) {
    const exercise::Step& step = ladder.steps[i];
    if (step.exercise != exercise || step.heavier > 0) break;
    const std::int64_t amount = amount_of(catalogue_.row(exercise).path[step.dose]);
    if (amount * kCount * 10 <= lowest * kTenths) out.place = i;
  }
  return out;
}

}  // namespace plumbline::care
