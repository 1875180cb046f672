// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/unserved.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace plumbline::care {
namespace {

using exercise::Catalogue;
using exercise::Need;

/// On how many days of the week each need is served; warm-ups do not count, easy ends do.
std::map<Need, std::int32_t> served_days(const Agenda& agenda, const Catalogue& catalogue) {
  std::map<Need, std::int32_t> out;
  for (const Day& day : agenda.week) {
    WordSet<Need> today;
    for (const Item& item : day.items) {
      if (item.role == exercise::ItemRole::Warmup) continue;
      const auto index = catalogue.find(item.exercise);
      today = today.united(counted_needs(catalogue.exercise(*index).serves));
    }
    today.for_each([&](Need need) { ++out[need]; });
  }
  return out;
}

/// What keeps a need below its target.
enum class Shortage : std::uint8_t { NoExercise, NoRoom, Growth, Sessions };

Reason unserved_reason(const exercise::NeedTarget& target, std::int32_t days, Shortage shortage,
                       std::int32_t level) {
  Reason why{"1.6/unserved",
             {{"need", std::string(word(target.need))},
              {"days", std::int64_t{days}},
              {"target_days", std::int64_t{target.days}},
              {"start_level", std::int64_t{level}},
              {"allowed_exercise", shortage != Shortage::NoExercise},
              {"minutes_lack", shortage == Shortage::NoRoom}},
             {},
             {}};
  const std::string on = std::to_string(days) + " of " + std::to_string(target.days) + " days";
  if (shortage == Shortage::NoExercise) {
    why.verdict = "no allowed exercise";
    why.text = "No exercise for this fits what you told us and where you start.";
  } else if (shortage == Shortage::Growth) {
    why.verdict = days == 0 ? "joins later" : "kept to fewer days";
    why.text = days == 0 ? "This joins later: the plan grows by a little each week."
                         : "This is kept to " + on + " for now; more may come later.";
  } else if (shortage == Shortage::Sessions) {
    why.verdict = "on session days";
    why.text = "This is on your session days: " + on + ".";
  } else if (days == 0) {
    why.verdict = "no room this week";
    why.text = "There is no room for this yet; it joins when the plan grows.";
  } else {
    why.verdict = "partly served";
    why.text = "There is room for this on " + on + ".";
  }
  return why;
}

bool serves(const Catalogue& catalogue, const Item& item, Need need) {
  const auto index = catalogue.find(item.exercise);
  return item.role != exercise::ItemRole::Warmup &&
         counted_needs(catalogue.exercise(*index).serves).contains(need);
}

/// Whether a day of the wanted sort that does not serve a need would still hold `seconds` more.
bool has_spare_day(const Agenda& agenda, const Catalogue& catalogue, Need need,
                   std::int32_t most_seconds, bool on_session) {
  return std::ranges::any_of(agenda.week, [&](const Day& day) {
    const bool served = std::ranges::any_of(
        day.items, [&](const Item& item) { return serves(catalogue, item, need); });
    const bool session = std::ranges::any_of(
        day.items, [](const Item& item) { return item.role == exercise::ItemRole::Main; });
    return !served && session == on_session && seconds_of(day) <= most_seconds;
  });
}

Shortage shortage_of(const Agenda& agenda, const Catalogue& catalogue, const Situation& s,
                     Need need, std::optional<std::int32_t> seconds) {
  const std::int32_t most = s.at.profile.minutes_per_day * 60 - seconds.value_or(0);
  const bool daily = need == Need::Aerobic || need == Need::Relax;
  if (has_spare_day(agenda, catalogue, need, most, true)) return Shortage::Growth;
  if (!has_spare_day(agenda, catalogue, need, most, false)) return Shortage::NoRoom;
  return daily ? Shortage::Growth : Shortage::Sessions;
}

/// Seconds of the shortest exercise for a need, of those that the ladders start on or that somebody
/// has come to; or none.
std::optional<std::int32_t> shortest_for(const Catalogue& catalogue, const Situation& s,
                                         const Course& course, Need need) {
  std::optional<std::int32_t> least;
  for (const exercise::Ladder& ladder : s.ladders) {
    const auto start = start_at_level(catalogue, s, ladder, s.start.level);
    if (!start) continue;
    const auto standing = course.standings.find(ladder.id);
    const bool placed = standing != course.standings.end();
    for (const std::size_t place : {*start, placed ? standing->second.position : *start}) {
      const exercise::Step& step = ladder.steps[place];
      const exercise::CatalogueRow& row = catalogue.row(step.exercise);
      if (!counted_needs(row.exercise.serves).contains(need)) continue;
      least = std::min(least.value_or(row.seconds[step.dose]), row.seconds[step.dose]);
    }
  }
  return least;
}

}  // namespace

void list_unserved(Agenda& out, const Catalogue& catalogue,
                   const std::vector<exercise::NeedTarget>& needs, const Situation& s,
                   const Course& course) {
  const auto served = served_days(out, catalogue);
  const std::int32_t sessions = s.at.profile.days_per_week;
  for (const exercise::NeedTarget& target : needs) {
    const auto found = served.find(target.need);
    const std::int32_t days = found == served.end() ? 0 : found->second;
    const bool on_sessions = target.days <= 3 || target.need == Need::Balance;
    if (days >= (on_sessions ? std::min(target.days, sessions) : target.days)) continue;
    const auto seconds = shortest_for(catalogue, s, course, target.need);
    const bool possible = seconds || days > 0;
    const Shortage shortage =
        possible ? shortage_of(out, catalogue, s, target.need, seconds) : Shortage::NoExercise;
    out.unserved.push_back({target.need, unserved_reason(target, days, shortage, s.start.level)});
  }
}

}  // namespace plumbline::care
