// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/unserved.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

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
enum class Shortage : std::uint8_t { NoExercise, NoRoom, Growth, Rest, Others, Sessions, FewDays };

struct Words {
  std::string verdict;
  std::string text;
};

/// @param on  so many of so many days
Words words_of(Shortage shortage, std::int32_t days, const std::string& on) {
  switch (shortage) {
    case Shortage::NoExercise:
      return {"no allowed exercise",
              "No exercise for this fits what you told us and where you start."};
    case Shortage::Growth:
      if (days == 0)
        return {"joins later", "This joins later: the plan grows by a little each week."};
      return {"kept to fewer days", "This is kept to " + on + " for now; more may come later."};
    case Shortage::Rest:
      return {"rest between", "This is on " + on + ": such work rests a day in between."};
    case Shortage::Others:
      if (days == 0) {
        return {"others come first", "What matters more for you has the time of this week."};
      }
      return {"others come first",
              "This is on " + on + "; the rest of the time is kept for others."};
    case Shortage::Sessions:
      return {"on session days", "This is on your session days: " + on + "."};
    case Shortage::FewDays:
      return {"few days a week", "This is on " + on + ", on every session day that you chose."};
    case Shortage::NoRoom:
      break;
  }
  if (days == 0) {
    return {"no room this week", "There is no room for this yet; it joins when the plan grows."};
  }
  return {"partly served", "There is room for this on " + on + "."};
}

Reason unserved_reason(const exercise::NeedTarget& target, std::int32_t days, Shortage shortage,
                       std::int32_t level) {
  const std::string on = std::to_string(days) + " of " + std::to_string(target.days) + " days";
  Words words = words_of(shortage, days, on);
  return {"1.6/unserved",
          {{"need", std::string(word(target.need))},
           {"days", std::int64_t{days}},
           {"target_days", std::int64_t{target.days}},
           {"start_level", std::int64_t{level}},
           {"allowed_exercise", shortage != Shortage::NoExercise},
           {"minutes_lack", shortage == Shortage::NoRoom}},
          std::move(words.verdict),
          std::move(words.text)};
}

bool serves(const Catalogue& catalogue, const Item& item, Need need) {
  const auto index = catalogue.find(item.exercise);
  return item.role != exercise::ItemRole::Warmup &&
         counted_needs(catalogue.exercise(*index).serves).contains(need);
}

/// What could serve a need: ladders' first exercises, and those that somebody has come to.
struct Options {
  /// Seconds of the shortest; empty where there is none.
  std::optional<std::int32_t> least;
  /// All of them are loaded and need a day of rest before the next of their class.
  bool all_rest = true;
  std::set<exercise::ExerciseClass> classes;
  /// One of them joined in the last weeks.
  bool recent = false;
};

Options options_for(const Catalogue& catalogue, const Situation& s, const Course& course,
                    Need need) {
  /// @source rules 1.1: what is known for 28 days is part of the plan
  constexpr std::int32_t kKnownDays = 28;
  Options out;
  for (const exercise::Ladder& ladder : s.ladders) {
    const auto start = start_at_level(catalogue, s, ladder, s.start.level);
    if (!start) continue;
    const auto standing = course.standings.find(ladder.id);
    const bool placed = standing != course.standings.end();
    for (const std::size_t place : {*start, placed ? standing->second.position : *start}) {
      const exercise::Step& step = ladder.steps[place];
      const exercise::CatalogueRow& row = catalogue.row(step.exercise);
      if (!counted_needs(row.exercise.serves).contains(need)) continue;
      const std::int32_t seconds = row.seconds[step.dose];
      out.least = std::min(out.least.value_or(seconds), seconds);
      out.all_rest = out.all_rest && row.loaded && need != Need::Balance;
      out.classes.insert(row.exercise.kind);
      const auto& first = placed ? standing->second.first_done : std::nullopt;
      out.recent = out.recent || (first && s.day.since(*first) < kKnownDays);
    }
  }
  return out;
}

/// Looks at the printed days for room that a need could still have.
class Spare {
 public:
  Spare(const Agenda& agenda, const Catalogue& catalogue, Need need, std::int32_t most_seconds)
      : agenda_(agenda), catalogue_(catalogue), need_(need), most_(most_seconds) {}

  /// Days of the wanted sort that do not serve the need and would hold it.
  std::vector<std::size_t> days(bool on_session) const {
    std::vector<std::size_t> out;
    for (std::size_t d = 0; d < agenda_.week.size(); ++d) {
      const Day& day = agenda_.week[d];
      const bool served = std::ranges::any_of(
          day.items, [&](const Item& item) { return serves(catalogue_, item, need_); });
      const bool session = std::ranges::any_of(
          day.items, [](const Item& item) { return item.role == exercise::ItemRole::Main; });
      if (!served && session == on_session && seconds_of(day) <= most_) out.push_back(d);
    }
    return out;
  }

  /// Whether loaded work of these classes stands on the day before or after one.
  bool rests(std::size_t d, const std::set<exercise::ExerciseClass>& classes) const {
    const std::size_t count = agenda_.week.size();
    return works(agenda_.week[(d + 1) % count], classes) ||
           works(agenda_.week[(d + count - 1) % count], classes);
  }

 private:
  bool works(const Day& day, const std::set<exercise::ExerciseClass>& classes) const {
    return std::ranges::any_of(day.items, [&](const Item& item) {
      const exercise::CatalogueRow& row = catalogue_.row(*catalogue_.find(item.exercise));
      return row.loaded && classes.contains(row.exercise.kind);
    });
  }

  const Agenda& agenda_;
  const Catalogue& catalogue_;
  Need need_;
  std::int32_t most_;
};

/// @param on_sessions  the need is one of session days alone
Shortage shortage_of(const Spare& spare, const Options& options, const Situation& s, Need need,
                     bool on_sessions) {
  /// @source engineering choice: after six weeks (rules 1.7) nobody waits for growth any more
  constexpr std::int32_t kGrowthDays = 42;
  const bool daily = need == Need::Aerobic || need == Need::Relax;
  const bool grows = daily || options.recent || s.day.since(s.at.plan_start) < kGrowthDays;
  const std::vector<std::size_t> sessions = spare.days(true);
  if (!sessions.empty()) {
    const bool resting = options.all_rest && std::ranges::all_of(sessions, [&](std::size_t d) {
                           return spare.rests(d, options.classes);
                         });
    if (resting) return Shortage::Rest;
    return grows ? Shortage::Growth : Shortage::Others;
  }
  if (on_sessions || spare.days(false).empty()) return Shortage::NoRoom;
  return daily ? Shortage::Growth : Shortage::Sessions;
}

/// The fewest days that rules 1.6 ask for: hips, back, legs and daily movements are content with
/// two.
std::int32_t least_days(const exercise::NeedTarget& target) {
  /// @source rules 1.6: 2–3 days
  constexpr std::int32_t kTwo = 2;
  return target.need == Need::Glutes ? std::min(target.days, kTwo) : target.days;
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
    if (days >= target.days) continue;
    const bool few = on_sessions && days >= std::min(target.days, sessions);
    if (few && days >= least_days(target)) continue;
    const Options options = options_for(catalogue, s, course, target.need);
    Shortage shortage = Shortage::NoExercise;
    if (few) {
      shortage = Shortage::FewDays;
    } else if (options.least || days > 0) {
      const std::int32_t most = s.at.profile.minutes_per_day * 60 - options.least.value_or(0);
      shortage =
          shortage_of({out, catalogue, target.need, most}, options, s, target.need, on_sessions);
    }
    out.unserved.push_back({target.need, unserved_reason(target, days, shortage, s.start.level)});
  }
}

}  // namespace plumbline::care
