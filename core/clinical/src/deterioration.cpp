// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "plumbline/clinical/change.hpp"

namespace plumbline::clinical {
namespace {

/// @source rules 3.6: two assessments at least seven days apart
constexpr std::int32_t kConfirmDays = 7;
/// @source engineering choice: a worse level that has lasted as long as usual pain is valid (28
/// days, rules 3.2) is the latest stable one
constexpr std::int32_t kNewLevelDays = 28;

/// @source facts 5.2 (deterioration alert); usual pain is a pain rating like `nprs` (rules 3.2)
std::optional<double> worsening_threshold(InstrumentId id) {
  switch (id) {
    case InstrumentId::Odi:
      return 10;
    case InstrumentId::Rmdq24:
      return 5;
    case InstrumentId::Nprs:
    case InstrumentId::UsualPain:
      return 2;
    default:
      return std::nullopt;
  }
}

/// The latest assessment, from `start` on, that is at least a week older than `index`.
std::optional<std::size_t> week_before(std::span<const Assessment> all, std::size_t start,
                                       std::size_t index) {
  for (std::size_t i = index; i > start; --i) {
    if (all[index].on.since(all[i - 1].on) >= kConfirmDays) return i - 1;
  }
  return std::nullopt;
}

/// The highest score from `first` to `last`, both included.
double highest(std::span<const Assessment> all, std::size_t first, std::size_t last) {
  double most = all[first].score;
  for (std::size_t i = first; i <= last; ++i) most = std::max(most, all[i].score);
  return most;
}

double lowest(std::span<const Assessment> all, std::size_t first, std::size_t last) {
  double least = all[first].score;
  for (std::size_t i = first; i <= last; ++i) least = std::min(least, all[i].score);
  return least;
}

/// The best of the first score and of the levels held for a week between `start` and `end`.
double baseline_before(std::span<const Assessment> all, std::size_t start, std::size_t end) {
  double best = all[0].score;
  for (std::size_t i = start; i < end; ++i) {
    const auto from = week_before(all, start, i);
    if (from) best = std::min(best, highest(all, *from, i));
  }
  return best;
}

struct Confirmed {
  std::size_t from;
  double baseline;
};

/// Whether the assessment at `index` confirms a worsening, with levels counted from `start`.
std::optional<Confirmed> confirm(std::span<const Assessment> all, std::size_t start,
                                 std::size_t index, double threshold) {
  const auto from = week_before(all, 0, index);
  if (!from || *from == 0) return std::nullopt;
  const double baseline = baseline_before(all, start, *from);
  if (lowest(all, *from, index) < baseline + threshold) return std::nullopt;
  return Confirmed{*from, baseline};
}

Deterioration describe(InstrumentId id, std::span<const Assessment> all, const Confirmed& found,
                       double threshold) {
  Deterioration result;
  result.baseline = found.baseline;
  result.threshold = threshold;
  result.from = all[found.from].on;
  result.confirmed_on = all.back().on;
  result.reason = {"3.6/deterioration",
                   {{"instrument", std::string(word(id))},
                    {"baseline", found.baseline},
                    {"threshold", threshold},
                    {"lowest_since", lowest(all, found.from, all.size() - 1)},
                    {"from", format_date(result.from)},
                    {"confirmed_on", format_date(result.confirmed_on)}},
                   "deteriorated",
                   "Your scores have been clearly worse than your best level for at least a week."};
  return result;
}

}  // namespace

std::optional<Deterioration> find_deterioration(InstrumentId id,
                                                std::span<const Assessment> assessments) {
  const std::optional<double> threshold = worsening_threshold(id);
  if (!threshold || assessments.empty()) return std::nullopt;
  std::vector<Assessment> all(assessments.begin(), assessments.end());
  std::ranges::stable_sort(all, {}, &Assessment::on);
  std::size_t start = 0;
  std::optional<Confirmed> open;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::optional<Confirmed> found = confirm(all, start, i, *threshold);
    if (!found) open.reset();
    if (found && !open) open = found;
    // The lost level no longer counts: later scores are held against the new one.
    if (open && all[i].on.since(all[open->from].on) >= kNewLevelDays) start = open->from;
  }
  if (!open) return std::nullopt;
  return describe(id, all, *open, *threshold);
}

}  // namespace plumbline::clinical
