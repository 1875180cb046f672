// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/recheck.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace plumbline::clinical {
namespace {

using enum RecheckGroup;

constexpr std::int64_t kMsPerDay = 86'400'000;
Instant noon(std::int32_t day) { return {day * kMsPerDay + kMsPerDay / 2, 0}; }

/// A person who answered everything on day 1000, with an old episode.
RecheckInput answered(std::int32_t day) {
  RecheckInput input;
  input.start = LocalDate::from_days(1000);
  input.onset = LocalDate::from_days(600);
  input.last_answered.fill(noon(day));
  return input;
}

std::optional<std::int32_t> due(const RecheckInput& input, RecheckGroup group) {
  for (const Recheck& recheck : compute_rechecks(input)) {
    if (recheck.group == group) return recheck.due.days();
  }
  return std::nullopt;
}

// Oracle: the table of rules 2.6, with day counts by hand.
TEST(Recheck, CaudaEquina_FourWeeklyOrWeeklyForSixWeeks) {
  RecheckInput input = answered(1000);
  EXPECT_EQ(due(input, CaudaEquinaAndNerves), 1028);
  input.radicular_since = LocalDate::from_days(1000);
  EXPECT_EQ(due(input, CaudaEquinaAndNerves), 1007);
  input.last_answered.fill(noon(1041));
  EXPECT_EQ(due(input, CaudaEquinaAndNerves), 1048);
  input.last_answered.fill(noon(1042));
  EXPECT_EQ(due(input, CaudaEquinaAndNerves), 1070);
}

TEST(Recheck, NeverAnswered_DueFromTheStart) {
  RecheckInput input = answered(1000);
  input.last_answered = {};
  EXPECT_EQ(due(input, CaudaEquinaAndNerves), 1000);
  EXPECT_EQ(due(input, MalignancyInfectionFracture), 1000);
}

TEST(Recheck, Flare_DueThatDayUntilAnsweredAfterIt) {
  RecheckInput input = answered(1010);
  input.events.push_back({RecheckCause::FlareOpened, noon(1012)});
  EXPECT_EQ(due(input, CaudaEquinaAndNerves), 1012);
  input.last_answered.fill(noon(1013));
  EXPECT_EQ(due(input, CaudaEquinaAndNerves), 1041);
}

TEST(Recheck, CordAndChest_FourWeeklyOnlyForTheUpperBack) {
  RecheckInput input = answered(1000);
  EXPECT_EQ(due(input, CordAndChest), 1042) << "with the full screen";
  input.thoracic = true;
  EXPECT_EQ(due(input, CordAndChest), 1028);
}

TEST(Recheck, SlowGroups_Day42ThenTwelveWeekly) {
  RecheckInput input = answered(1000);
  EXPECT_EQ(due(input, MalignancyInfectionFracture), 1042);
  input.improved = true;
  EXPECT_EQ(due(input, MalignancyInfectionFracture), 1084);
  input.improved = false;
  input.last_answered.fill(noon(1042));
  EXPECT_EQ(due(input, MalignancyInfectionFracture), 1126);
  input.onset = LocalDate::from_days(990);
  input.last_answered.fill(noon(1000));
  EXPECT_EQ(due(input, MalignancyInfectionFracture), 1032) << "day 42 of a fresh episode";
  input.events.push_back({RecheckCause::Fall, noon(1005)});
  EXPECT_EQ(due(input, MalignancyInfectionFracture), 1005);
}

TEST(Recheck, Osteoporosis_FractureFourWeekly) {
  RecheckInput input = answered(1000);
  EXPECT_EQ(due(input, FractureInOsteoporosis), std::nullopt);
  input.osteoporosis = true;
  EXPECT_EQ(due(input, FractureInOsteoporosis), 1028);
}

TEST(Recheck, Inflammatory_OnceAt90DaysAndAgainWithASign) {
  RecheckInput input = answered(1000);
  EXPECT_EQ(due(input, Inflammatory), std::nullopt);
  input.events.push_back({RecheckCause::InflammatorySign, noon(1030)});
  EXPECT_EQ(due(input, Inflammatory), 1030);
  input = answered(1000);
  input.last_answered[4].reset();
  input.onset = LocalDate::from_days(980);
  EXPECT_EQ(due(input, Inflammatory), 1070);
}

// Rules 2.5: after an accepted assessment, weekly, four times.
TEST(Recheck, Reopened_WeeklyFourTimes) {
  RecheckInput input = answered(1000);
  input.improved = true;
  input.reopened_on.push_back(LocalDate::from_days(1000));
  EXPECT_EQ(due(input, MalignancyInfectionFracture), 1007);
  input.last_answered.fill(noon(1007));
  EXPECT_EQ(due(input, MalignancyInfectionFracture), 1014);
  input.last_answered.fill(noon(1028));
  EXPECT_EQ(due(input, MalignancyInfectionFracture), 1112);
}

// Rules 2.6: not answered after 7 days: no step-ups; after 14 days: level 2 at the current dose.
TEST(Recheck, Overdue_BothSidesOfEachLimit) {
  EXPECT_EQ(overdue_consequence(-10), OverdueConsequence::None);
  EXPECT_EQ(overdue_consequence(7), OverdueConsequence::None);
  EXPECT_EQ(overdue_consequence(8), OverdueConsequence::NoStepUps);
  EXPECT_EQ(overdue_consequence(14), OverdueConsequence::NoStepUps);
  EXPECT_EQ(overdue_consequence(15), OverdueConsequence::LevelTwoAtCurrentDose);
}

}  // namespace
}  // namespace plumbline::clinical
