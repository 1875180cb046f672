// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/flare.hpp"

#include <algorithm>
#include <map>

namespace plumbline::care {
namespace {

using record::PersonState;

/// @source rules 3.6
constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kLeastApart = 20 * kHourMs;
constexpr std::int64_t kMostApart = 48 * kHourMs;
constexpr std::int32_t kLeastFlarePain = 4;
constexpr std::int32_t kFirstDays = 3;

struct Report {
  Instant at;
  LocalDate day;
  std::int32_t pain;
};

std::vector<Report> reports_until(const PersonState& state, LocalDate day) {
  std::vector<Report> out;
  for (const auto& session : state.sessions) {
    if (session.day <= day && session.pain) {
      out.push_back({session.started, session.day, *session.pain});
    }
  }
  for (const auto& morning : state.mornings) {
    if (morning.day <= day) out.push_back({morning.at, morning.day, morning.body.pain});
  }
  std::ranges::stable_sort(out, {}, &Report::at);
  return out;
}

/// Days on which a flare opened or began again.
std::vector<LocalDate> openings(const PersonState& state, const ProfileAt& at,
                                const std::vector<Report>& reports, LocalDate day) {
  std::vector<LocalDate> out;
  for (const auto& flare : state.flares) {
    if (flare.day <= day) out.push_back(flare.day);
  }
  const std::int32_t threshold = std::max(at.usual_pain + 2, kLeastFlarePain);
  for (std::size_t j = 0; j < reports.size(); ++j) {
    if (reports[j].pain < threshold) continue;
    for (std::size_t i = j; i-- > 0;) {
      const std::int64_t apart = reports[j].at.unix_ms - reports[i].at.unix_ms;
      if (apart > kMostApart) break;
      if (apart >= kLeastApart && reports[i].pain >= threshold) {
        out.push_back(reports[j].day);
        break;
      }
    }
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

/// The highest pain told on each day behind an opening.
std::map<LocalDate, std::int32_t> worst_by_day(const std::vector<Report>& reports,
                                               LocalDate behind) {
  std::map<LocalDate, std::int32_t> out;
  for (const Report& report : reports) {
    if (report.day <= behind) continue;
    auto& worst = out[report.day];
    worst = std::max(worst, report.pain);
  }
  return out;
}

bool told_over(const PersonState& state, LocalDate opened, LocalDate day) {
  return std::ranges::any_of(state.flare_ends,
                             [&](const auto& end) { return end.day >= opened && end.day <= day; });
}

}  // namespace

std::optional<Flare> open_flare(const PersonState& state, const ProfileAt& at, LocalDate day) {
  const std::vector<Report> reports = reports_until(state, day);
  const std::vector<LocalDate> opened = openings(state, at, reports, day);
  if (opened.empty()) return std::nullopt;
  if (told_over(state, opened.back(), day)) return std::nullopt;
  Flare out{opened.back(), 2, day.since(opened.back()) < kFirstDays};
  // One step for each green morning; an answer that is not green spoils its morning.
  std::map<LocalDate, bool> green;
  for (const auto& morning : state.mornings) {
    if (morning.day > day || morning.day.since(out.opened) < kFirstDays) continue;
    const bool calm = morning.body.pain <= at.usual_pain + 1 && !morning.body.woken_more;
    const auto known = green.emplace(morning.day, calm).first;
    known->second = known->second && calm;
  }
  for (const auto& [when, calm] : green) {
    if (calm) out.quarters = std::min(4, out.quarters + 1);
  }
  // Two calm days from day 3 on, and the flare is over.
  std::int32_t calm_days = 0;
  for (const auto& [when, pain] : worst_by_day(reports, opened.back())) {
    if (pain <= at.usual_pain + 1 && when.since(out.opened) >= kFirstDays) ++calm_days;
  }
  if (calm_days >= 2) return std::nullopt;
  return out;
}

std::int32_t flares_opened(const PersonState& state, const ProfileAt& at, LocalDate day,
                           std::int32_t days) {
  const std::vector<Report> reports = reports_until(state, day);
  std::int32_t count = 0;
  std::optional<LocalDate> before;
  for (const LocalDate opened : openings(state, at, reports, day)) {
    // Signs on neighbouring days belong to one flare.
    const bool again = before && opened.since(*before) <= 2;
    before = opened;
    if (!again && day.since(opened) < days) ++count;
  }
  return count;
}

}  // namespace plumbline::care
