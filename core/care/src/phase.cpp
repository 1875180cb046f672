// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/phase.hpp"

#include <algorithm>

#include "progress.hpp"

namespace plumbline::care {
namespace {

/// @source rules 1.7: calm up to day 42 or from usual pain 7; three steps up or six weeks; usual
/// pain up to 4, 14 days without red, level 2 on two ladders
constexpr std::int32_t kNewPainDays = 42;
constexpr std::int32_t kHighUsual = 7;
constexpr std::int32_t kSixWeeks = 42;
constexpr std::int64_t kStepsUp = 3;
constexpr std::int32_t kCalmUsual = 4;
constexpr std::int32_t kCalmDays = 14;
constexpr std::int32_t kLevel = 2;
constexpr std::int32_t kLaddersAtLevel = 2;

/// How far the loaded ladders that were worked on have come.
struct MainLadders {
  std::int32_t count = 0;
  std::int32_t stepped = 0;
  std::int32_t at_level = 0;
};

MainLadders count_main(const exercise::Catalogue& catalogue, const Situation& s,
                       const Course& course) {
  MainLadders out;
  for (const auto& [id, standing] : course.standings) {
    const auto ladder = std::ranges::find(s.ladders, id, &exercise::Ladder::id);
    if (!standing.done_before || ladder == s.ladders.end()) continue;
    const auto& row = catalogue.row(ladder->steps[standing.position].exercise);
    if (!row.loaded) continue;
    ++out.count;
    const auto ups = std::ranges::count_if(
        standing.moves, [](const Move& m) { return m.why.verdict == "step up"; });
    if (ups >= kStepsUp) ++out.stepped;
    if (row.exercise.level >= kLevel) ++out.at_level;
  }
  return out;
}

bool is_calm(const Situation& s, const std::optional<Flare>& flare) {
  return s.at.onset_days <= kNewPainDays || s.at.usual_pain >= kHighUsual || flare ||
         exercise::irritability_of(s.at.profile) == clinical::Irritability::High;
}

}  // namespace

Phase compute_phase(const record::PersonState& state, const exercise::Catalogue& catalogue,
                    const Situation& s, const Course& course, const std::optional<Flare>& flare) {
  if (is_calm(s, flare)) return Phase::Calm;
  if (find_worsening(state, s.day)) return Phase::Build;
  if (s.at.keeps_going) return Phase::KeepGoing;
  const MainLadders ladders = count_main(catalogue, s, course);
  const bool six_weeks = s.day.since(s.at.plan_start) >= kSixWeeks && course.last_session;
  const bool built = (ladders.count > 0 && ladders.stepped == ladders.count) || six_weeks;
  const bool red =
      std::ranges::any_of(course.red_days, [&](LocalDate d) { return s.day.since(d) < kCalmDays; });
  const bool strong = ladders.at_level >= kLaddersAtLevel;
  return built && s.at.usual_pain <= kCalmUsual && !red && strong ? Phase::Strengthen
                                                                  : Phase::Build;
}

}  // namespace plumbline::care
