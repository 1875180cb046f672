// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/flare.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace plumbline::care {
namespace {

using record::PersonState;

/// @source rules 3.6
constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kLeastApart = 20 * kHourMs;
constexpr std::int64_t kMostApart = 48 * kHourMs;
constexpr std::int32_t kLeastFlarePain = 4;
constexpr std::int32_t kFirstDays = 3;
/// @source rules 1.1: what was not done for 28 days begins anew anyway
constexpr std::int32_t kComesBack = 28;
/// @source rules 3.6 and 2.4: pain of 8 or more, on two days, closes at two days of usual + 1
constexpr std::int32_t kSeverePain = 8;
constexpr std::int32_t kTwoDays = 2;
/// @source engineering choice: an answer of the day before yesterday says nothing about today
constexpr std::int32_t kStillDays = 1;

/// Usual pain as it was told, in order of time. What was told later never changes what a day was
/// (rules 3.2): a flare is measured by the usual pain of its own days.
class UsualPain {
 public:
  explicit UsualPain(const PersonState& state) {
    for (const auto& profile : state.profiles) {
      told_.emplace_back(profile.at, clinical::usual_pain(profile.body));
    }
    for (const auto& set : state.usual_pains) told_.emplace_back(set.at, set.body.usual);
    std::ranges::stable_sort(told_, {}, [](const auto& told) { return told.first; });
  }
  std::int32_t at(const Instant& when) const {
    if (told_.empty()) return 0;
    const auto behind =
        std::ranges::upper_bound(told_, when, {}, [](const auto& t) { return t.first; });
    return behind == told_.begin() ? told_.front().second : std::prev(behind)->second;
  }

 private:
  std::vector<std::pair<Instant, std::int32_t>> told_;
};

struct Report {
  Instant at;
  LocalDate day;
  std::int32_t pain;
  /// Usual pain at that time.
  std::int32_t usual;

  bool calm() const { return pain <= usual + 1; }
  bool high() const { return pain >= std::max(usual + 2, kLeastFlarePain); }
  bool severe() const { return pain >= std::max(usual + 2, kSeverePain); }
};

/// When a sign of a flare was told.
struct Told {
  Instant at;
  LocalDate day;
};

std::vector<Report> reports_until(const PersonState& state, LocalDate day) {
  const UsualPain usual(state);
  std::vector<Report> out;
  out.reserve(state.sessions.size() + state.mornings.size());
  for (const auto& session : state.sessions) {
    if (session.day <= day && session.pain) {
      out.push_back({session.started, session.day, *session.pain, usual.at(session.started)});
    }
  }
  const auto sessions = static_cast<std::ptrdiff_t>(out.size());
  for (const auto& morning : state.mornings) {
    if (morning.day > day) continue;
    out.push_back({morning.at, morning.day, morning.body.pain, usual.at(morning.at)});
  }
  // Both parts nearly always come in order.
  const auto middle = out.begin() + sessions;
  if (!std::ranges::is_sorted(out.begin(), middle, {}, &Report::at)) {
    std::ranges::stable_sort(out.begin(), middle, {}, &Report::at);
  }
  std::ranges::inplace_merge(out, middle, {}, &Report::at);
  return out;
}

/// Signs of a flare in order of time: the person's word, or the second of two high reports.
std::vector<Told> signs_until(const PersonState& state, const std::vector<Report>& reports,
                              LocalDate day) {
  std::vector<Told> out;
  for (const auto& flare : state.flares) {
    if (flare.day <= day) out.push_back({flare.at, flare.day});
  }
  for (std::size_t j = 0; j < reports.size(); ++j) {
    if (!reports[j].high()) continue;
    for (std::size_t i = j; i-- > 0;) {
      const std::int64_t apart = reports[j].at.unix_ms - reports[i].at.unix_ms;
      if (apart > kMostApart) break;
      if (apart >= kLeastApart && reports[i].high()) {
        out.push_back({reports[j].at, reports[j].day});
        break;
      }
    }
  }
  std::ranges::stable_sort(out, {}, &Told::at);
  return out;
}

/// What was told on each day, in order of days.
struct DayPain {
  LocalDate day;
  /// Every report was at usual + 1 or less.
  bool calm;
  /// Some report was at 8 or more and at usual + 2.
  bool severe;
};
using PainByDay = std::vector<DayPain>;

PainByDay pain_by_day(const std::vector<Report>& reports) {
  PainByDay out;
  out.reserve(reports.size());
  for (const Report& report : reports) {
    // Local days follow the clock but for a change of zone, so the place is at or near the end.
    auto place = out.end();
    while (place != out.begin() && report.day < std::prev(place)->day) --place;
    if (place != out.begin() && std::prev(place)->day == report.day) {
      DayPain& day = *std::prev(place);
      day.calm = day.calm && report.calm();
      day.severe = day.severe || report.severe();
    } else {
      out.insert(place, {report.day, report.calm(), report.severe()});
    }
  }
  return out;
}

bool told_over(const PersonState& state, LocalDate opened, LocalDate day) {
  return std::ranges::any_of(state.flare_ends,
                             [&](const auto& end) { return end.day >= opened && end.day <= day; });
}

/// Whether a flare with its latest sign on a day is over by the end of another one: the person says
/// so, or two days with a report running stay at usual + 1 or less.
bool is_over(const PersonState& state, const PainByDay& pains, LocalDate sign, LocalDate day) {
  if (told_over(state, sign, day)) return true;
  std::int32_t calm_days = 0;
  auto it = std::ranges::upper_bound(pains, sign, {}, &DayPain::day);
  for (; it != pains.end() && it->day <= day; ++it) {
    calm_days = it->calm ? calm_days + 1 : 0;
    if (calm_days >= kTwoDays) return true;
  }
  return false;
}

/// The first signs of the flares so far; a sign while one is open belongs to it.
std::vector<Told> beginnings(const PersonState& state, const PainByDay& pains,
                             const std::vector<Told>& signs) {
  std::vector<Told> out;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const bool first = i == 0 || (signs[i - 1].day < signs[i].day &&
                                  is_over(state, pains, signs[i - 1].day, signs[i].day.plus(-1)));
    if (first) out.push_back(signs[i]);
  }
  return out;
}

/// Mornings from the third day behind a sign on, and whether each was green; an answer that is not
/// green spoils its morning.
std::map<LocalDate, bool> mornings_behind(const PersonState& state, LocalDate sign, LocalDate day) {
  const UsualPain usual(state);
  std::map<LocalDate, bool> green;
  for (const auto& morning : state.mornings) {
    if (morning.day > day || morning.day.since(sign) < kFirstDays) continue;
    const bool calm = morning.body.pain <= usual.at(morning.at) + 1 && !morning.body.woken_more;
    const auto known = green.emplace(morning.day, calm).first;
    known->second = known->second && calm;
  }
  return green;
}

/// A flare as the pain-contingent mode sees it. It is as old as its first sign, but every further
/// sign asks for what a flare that begins on that day would ask for: somebody whose pain was lower
/// before may have just that flare, and more pain must not allow more (docs/decisions/0014).
std::optional<Flare> contingent_flare(const PersonState& state, LocalDate day) {
  const std::vector<Report> reports = reports_until(state, day);
  const std::vector<Told> signs = signs_until(state, reports, day);
  if (signs.empty()) return std::nullopt;
  const PainByDay pains = pain_by_day(reports);
  const LocalDate latest = signs.back().day;
  if (is_over(state, pains, latest, day)) return std::nullopt;
  Flare out{beginnings(state, pains, signs).back().day, 2, day.since(latest) < kFirstDays};
  for (const auto& [when, calm] : mornings_behind(state, latest, day)) {
    if (calm) out.quarters = std::min(4, out.quarters + 1);
  }
  return out;
}

/// The day on which the latest flare that the person told of began; telling it again within a week
/// belongs to the same one unless it was said to be over.
std::optional<LocalDate> told_beginning(const PersonState& state, LocalDate day) {
  /// @source engineering choice: at most one minimum version a week
  constexpr std::int32_t kSameFlare = 7;
  std::optional<LocalDate> begin;
  for (const auto& told : state.flares) {
    if (told.day > day) continue;
    const bool same =
        begin && told.day.since(*begin) < kSameFlare && !told_over(state, *begin, told.day);
    if (!same) begin = told.day;
  }
  return begin;
}

/// Graded activity (rules 3.4): the minimum version for at most three days, because the person says
/// so; a number never changes an agreed amount. Afterwards the flare only keeps it from growing.
std::optional<Flare> graded_flare(const PersonState& state, const std::optional<Flare>& open,
                                  LocalDate day) {
  const std::optional<LocalDate> begin = told_beginning(state, day);
  if (begin && day.since(*begin) < kFirstDays && !told_over(state, *begin, day)) {
    return Flare{*begin, 2, false};
  }
  return open ? std::optional(Flare{open->opened, 4, false}) : std::nullopt;
}

}  // namespace

std::optional<Flare> open_flare(const PersonState& state, const ProfileAt& at, LocalDate day) {
  const std::optional<Flare> open = contingent_flare(state, day);
  if (at.mode != clinical::CourseMode::GradedActivity) return open;
  return graded_flare(state, open, day);
}

std::optional<LocalDate> three_quarters_since(const PersonState& state, const ProfileAt& at,
                                              LocalDate day) {
  if (at.mode == clinical::CourseMode::GradedActivity) return std::nullopt;
  const std::vector<Report> reports = reports_until(state, day);
  const std::vector<Told> signs = signs_until(state, reports, day);
  if (signs.empty()) return std::nullopt;
  const LocalDate latest = signs.back().day;
  std::optional<LocalDate> since;
  for (const auto& [when, calm] : mornings_behind(state, latest, day)) {
    if (calm && !since) since = when;
  }
  const PainByDay pains = pain_by_day(reports);
  for (LocalDate d = latest; d <= day && (!since || d < *since); d = d.plus(1)) {
    if (is_over(state, pains, latest, d)) since = d;
  }
  return since && day.since(*since) < kComesBack ? since : std::nullopt;
}

bool severe_flare(const PersonState& state, LocalDate day) {
  const std::vector<Report> reports = reports_until(state, day);
  if (reports.empty()) return false;
  const Report& last = reports.back();
  if (day.since(last.day) > kStillDays) return false;
  for (std::size_t i = reports.size(); i-- > 0;) {
    if (!reports[i].severe()) return false;
    if (last.at.unix_ms - reports[i].at.unix_ms >= kMostApart) return true;
  }
  return false;
}

bool high_pain_message(const PersonState& state, LocalDate day) {
  std::int32_t high_days = 0;
  std::int32_t low_days = 0;
  for (const DayPain& told : pain_by_day(reports_until(state, day))) {
    if (told.severe) ++high_days;
    low_days = told.calm ? low_days + 1 : 0;
    if (low_days >= kTwoDays) high_days = 0;
  }
  return high_days >= kTwoDays;
}

std::int32_t flares_opened(const PersonState& state, LocalDate day, std::int32_t days) {
  const std::vector<Report> reports = reports_until(state, day);
  const std::vector<Told> signs = signs_until(state, reports, day);
  const PainByDay pains = pain_by_day(reports);
  return static_cast<std::int32_t>(
      std::ranges::count_if(beginnings(state, pains, signs),
                            [&](const Told& begin) { return day.since(begin.day) < days; }));
}

std::int32_t told_flare_days(const PersonState& state, LocalDate from, LocalDate until) {
  /// @source rules 3.6: ten days, then somebody should look at it
  constexpr std::int32_t kLongest = 10;
  std::int32_t count = 0;
  for (LocalDate day = from.plus(1); day <= until; day = day.plus(1)) {
    count += std::ranges::any_of(state.flares, [&](const auto& told) {
      return told.day <= day && day.since(told.day) < kLongest && !told_over(state, told.day, day);
    });
  }
  return count;
}

std::vector<FlareSign> flare_signs(const PersonState& state, LocalDate day) {
  const std::vector<Report> reports = reports_until(state, day);
  const std::vector<Told> signs = signs_until(state, reports, day);
  const PainByDay pains = pain_by_day(reports);
  const std::vector<Told> begun = beginnings(state, pains, signs);
  std::vector<FlareSign> out;
  for (const Told& sign : signs) {
    const bool opens =
        std::ranges::any_of(begun, [&](const Told& begin) { return begin.day == sign.day; });
    out.push_back({sign.at, sign.day, opens});
  }
  return out;
}

}  // namespace plumbline::care
