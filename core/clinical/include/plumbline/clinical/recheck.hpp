// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "plumbline/clinical/screen_answers.hpp"
#include "plumbline/foundation/rationale.hpp"
#include "plumbline/foundation/time.hpp"

namespace plumbline::clinical {

/// @source rules 2.6: weekly
inline constexpr std::int32_t kWeekly = 7;
/// @source rules 2.6: 4-weekly
inline constexpr std::int32_t kFourWeekly = 28;
/// @source rules 2.6: 12-weekly
inline constexpr std::int32_t kTwelveWeekly = 84;
/// @source rules 2.6: day 42 where not improved by 30 %
inline constexpr std::int32_t kReviewDay = 42;
/// @source rules 2.6: weekly for 6 weeks with leg symptoms
inline constexpr std::int32_t kRadicularWeeklyDays = 42;
/// @source rules 2.6: once at 90 days or more
inline constexpr std::int32_t kInflammatoryFromDay = 90;
/// @source rules 2.5: re-screen weekly, four times
inline constexpr std::int32_t kRescreens = 4;
/// @source rules 2.6: after 7 days without an answer, no step-ups
inline constexpr std::int32_t kNoStepUpsAfterDays = 7;
/// @source rules 2.6: after 14 days, level 2 at the current dose
inline constexpr std::int32_t kLevelTwoAfterDays = 14;

/// Checks that are due together.
enum class RecheckGroup : std::uint8_t {
  CaudaEquinaAndNerves,
  CordAndChest,
  MalignancyInfectionFracture,
  FractureInOsteoporosis,
  Inflammatory,
};

/// Something that makes a check due at once.
enum class RecheckCause : std::uint8_t {
  FlareOpened,
  LegPainSpread,
  RedWithLegSymptoms,
  GapOfFourWeeks,
  NewSteroid,
  NewCancer,
  NewInfection,
  NewProcedure,
  Fall,
  PregnancyBegan,
  HeightLoss,
  InflammatorySign,
};

/// A cause with its moment.
struct RecheckEvent {
  RecheckCause cause = RecheckCause::FlareOpened;
  Instant at;
};

/// What the schedule looks at.
struct RecheckInput {
  /// The day of the first screen.
  LocalDate start;
  /// The day on which the episode began.
  LocalDate onset;
  /// Leg symptoms of the rules 1.4, and since when they are known; absent: none.
  std::optional<LocalDate> radicular_since;
  bool thoracic = false;
  bool osteoporosis = false;
  /// At least 30 % better than at the start; absent: not known, read as not improved.
  std::optional<bool> improved;
  /// When each group was last answered as a whole; absent: never.
  std::array<std::optional<Instant>, 5> last_answered;
  std::vector<RecheckEvent> events;
  /// Days on which a plan was reopened after an assessment (rules 2.5): four weekly screens.
  std::vector<LocalDate> reopened_on;
};

/// One check with the day from which it is due.
struct Recheck {
  RecheckGroup group = RecheckGroup::CaudaEquinaAndNerves;
  FlagSet flags;
  LocalDate due;
  Reason why;
};

/// The questions of a group.
FlagSet flags_of(RecheckGroup group);

/// What the questions of a group are about, in a few words that follow "about".
std::string_view topic_of(RecheckGroup group);

/// The next check of every group that applies, past or future, in the order of the groups.
/// @source rules 2.6
std::vector<Recheck> compute_rechecks(const RecheckInput& input);

/// What an unanswered check does to the plan.
enum class OverdueConsequence : std::uint8_t { None, NoStepUps, LevelTwoAtCurrentDose };

/// The consequence of the check that has waited longest; the limits themselves are still free.
/// @source rules 2.6, last line
OverdueConsequence overdue_consequence(std::int32_t days_waited);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::RecheckGroup> {
  static constexpr std::string_view kWhat = "group of checks";
  static constexpr std::array<std::string_view, 5> kWords = {"redflag_cauda_equina", "redflag_cord",
                                                             "redflag_systemic", "redflag_fracture",
                                                             "redflag_inflammatory"};
};

template <>
struct WordsOf<clinical::RecheckCause> {
  static constexpr std::string_view kWhat = "cause of a check";
  static constexpr std::array<std::string_view, 12> kWords = {
      "flare",       "leg_pain_spreading", "red_with_leg_symptoms", "gap_28_days",
      "new_steroid", "new_cancer",         "new_infection",         "new_procedure",
      "fall",        "pregnancy",          "height_loss",           "inflammatory_sign"};
};

template <>
struct WordsOf<clinical::OverdueConsequence> {
  static constexpr std::string_view kWhat = "consequence of an overdue check";
  static constexpr std::array<std::string_view, 3> kWords = {"none", "no_step_ups",
                                                             "level_2_at_current_dose"};
};

}  // namespace plumbline
