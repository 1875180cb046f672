// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/step_permits.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace plumbline::care {
namespace {

using exercise::Need;
using Names = std::set<std::string, std::less<>>;

LocalDate day(std::int32_t d) { return LocalDate::from_days(20'000 + d); }

PermitRequest of(const char* ladder, Need need = Need::Glutes) {
  return {ladder, {need}, false, false};
}

// Oracle of this file: decision 0006 by hand: two sessions before a step, one step a ladder and
// plan week, two ladders a session, two ladders a need and plan week.

TEST(StepPermits, FirstSession_HasNoneSecondHasOne) {
  StepPermits permits;
  EXPECT_TRUE(permits.grant({of("a")}, day(0), 0).empty());
  EXPECT_FALSE(permits.holds("a", day(0), false));
  EXPECT_EQ(permits.grant({of("a")}, day(2), 0), Names{"a"});
  EXPECT_TRUE(permits.holds("a", day(2), false));
}

TEST(StepPermits, OneLadder_HasOneAPlanWeek) {
  StepPermits permits;
  permits.grant({of("a")}, day(0), 0);
  permits.grant({of("a")}, day(1), 0);
  permits.use("a", day(1));
  for (std::int32_t d = 2; d < 7; ++d) EXPECT_TRUE(permits.grant({of("a")}, day(d), 0).empty());
  EXPECT_EQ(permits.grant({of("a")}, day(7), 1), Names{"a"});
}

// Decision 0006: a permit that is not used lapses.
TEST(StepPermits, Permit_EndsWithTheNextSession) {
  StepPermits permits;
  permits.grant({of("a")}, day(0), 0);
  permits.grant({of("a")}, day(2), 0);
  EXPECT_TRUE(permits.holds("a", day(2), false));
  permits.grant({of("b")}, day(3), 0);
  EXPECT_FALSE(permits.holds("a", day(3), false));
  // Nobody new waits for the places of this session, so it is given again; not in a new week.
  EXPECT_TRUE(permits.grant({of("a")}, day(4), 0).empty());
  EXPECT_TRUE(permits.holds("a", day(4), false));
  permits.grant({of("a")}, day(7), 1);
  EXPECT_FALSE(permits.holds("b", day(7), false));
}

// Rules 3.2: at most two exercises a session, however many waited from before.
TEST(StepPermits, OneSession_NeverHoldsMoreThanTwo) {
  StepPermits permits;
  const std::vector<PermitRequest> four = {of("a", Need::Glutes), of("b", Need::Legs),
                                           of("c", Need::Balance), of("d", Need::Function)};
  for (std::int32_t d = 0; d < 30; ++d) {
    permits.grant(four, day(d), d / 7);
    std::int32_t held = 0;
    for (const PermitRequest& request : four) held += permits.holds(request.ladder, day(d), false);
    EXPECT_LE(held, 2) << d;
  }
}

// Rules 3.2: at most one step a week from 65 on, in any seven days.
TEST(StepPermits, Slowly_SevenDaysBetweenTwoSteps) {
  StepPermits permits;
  permits.grant({of("a")}, day(4), 0);
  permits.grant({of("a")}, day(6), 0);
  permits.use("a", day(6));
  permits.grant({of("a")}, day(7), 1);
  permits.grant({of("a")}, day(8), 1);
  EXPECT_TRUE(permits.holds("a", day(8), false));
  EXPECT_FALSE(permits.holds("a", day(8), true));
  permits.grant({of("a")}, day(13), 1);
  EXPECT_TRUE(permits.holds("a", day(13), true));
}

// Rules 3.2: places are for those who can step.
TEST(StepPermits, AtTheTop_WaitsBehindWhoCanStep) {
  const std::vector<PermitRequest> three = {
      {"a", {Need::Glutes}, true, false}, {"b", {Need::Legs}, true, false}, of("c", Need::Balance)};
  StepPermits permits;
  permits.grant(three, day(0), 0);
  EXPECT_EQ(permits.grant(three, day(2), 0), (Names{"a", "c"}));
}

TEST(StepPermits, SevenDaysNotOver_LeavesThePlaceToOthers) {
  const PermitRequest walk{"a", {Need::Aerobic}, false, true};
  StepPermits permits;
  permits.grant({walk}, day(4), 0);
  EXPECT_EQ(permits.grant({walk}, day(6), 0), Names{"a"});
  permits.use("a", day(6));
  EXPECT_TRUE(permits.grant({walk}, day(7), 1).empty());
  EXPECT_TRUE(permits.grant({walk}, day(12), 1).empty());
  EXPECT_EQ(permits.grant({walk}, day(13), 1), Names{"a"});
}

// Decision 0026: what is done once a week waits by days, not behind what is done five times.
TEST(StepPermits, OnceAWeek_IsNotPushedBackByWhatIsDoneDaily) {
  StepPermits permits;
  const PermitRequest rare = of("z", Need::DeepAbdominal);
  const std::vector<PermitRequest> often = {of("a", Need::Glutes), of("b", Need::Legs)};
  std::int32_t given = 0;
  for (std::int32_t d = 0; d < 42; ++d) {
    std::vector<PermitRequest> done = often;
    if (d % 7 == 0) done.push_back(rare);
    given += permits.grant(done, day(d), d / 7).contains("z") ? 1 : 0;
  }
  EXPECT_GE(given, 2);
}

// Walking and relaxation take no place from the exercises of a session.
TEST(StepPermits, DailyLine_StandsBesideTheTwoPlaces) {
  StepPermits permits;
  const std::vector<PermitRequest> done = {
      of("a", Need::Glutes), of("b", Need::Legs), {"walking", {Need::Aerobic}, false, false, true}};
  permits.grant(done, day(0), 0);
  EXPECT_EQ(permits.grant(done, day(2), 0), (Names{"a", "b", "walking"}));
}

TEST(StepPermits, UsedOrRevoked_IsGone) {
  for (const bool revoke : {false, true}) {
    StepPermits permits;
    permits.grant({of("a")}, day(0), 0);
    permits.grant({of("a")}, day(2), 0);
    revoke ? permits.revoke("a") : permits.use("a", day(2));
    EXPECT_FALSE(permits.holds("a", day(2), false));
    permits.grant({of("a")}, day(4), 0);
    EXPECT_FALSE(permits.holds("a", day(4), false));
  }
}

TEST(StepPermits, OneSession_HasTwoAndTheThirdComesFirstNextTime) {
  StepPermits permits;
  const std::vector<PermitRequest> three = {of("a", Need::Glutes), of("b", Need::Legs),
                                            of("c", Need::Balance)};
  permits.grant(three, day(0), 0);
  EXPECT_EQ(permits.grant(three, day(2), 0), (Names{"a", "b"}));
  EXPECT_EQ(permits.grant(three, day(4), 0), Names{"c"});
  // A new week: c had its permit last and waited least.
  EXPECT_EQ(permits.grant(three, day(7), 1), (Names{"a", "b"}));
}

TEST(StepPermits, OneNeed_HasTwoAPlanWeek) {
  StepPermits permits;
  const std::vector<PermitRequest> three = {of("a"), of("b"), of("c")};
  permits.grant(three, day(0), 0);
  EXPECT_EQ(permits.grant(three, day(2), 0), (Names{"a", "b"}));
  EXPECT_TRUE(permits.grant(three, day(4), 0).empty());
  EXPECT_TRUE(permits.grant({of("c")}, day(6), 0).empty());
  EXPECT_EQ(permits.grant({of("c")}, day(7), 1), Names{"c"});
}

// Law: what became of a permit changes no later permit, so pain moves none to another exercise.
RC_GTEST_PROP(StepPermitsLaw, UseAndRevoke_ChangeNoLaterPermit, ()) {
  StepPermits kept;
  StepPermits touched;
  const std::vector<PermitRequest> all = {of("a"), of("b"), of("c", Need::Legs),
                                          of("d", Need::Balance)};
  for (std::int32_t d = 0; d < 30; ++d) {
    std::vector<PermitRequest> done;
    for (const PermitRequest& request : all) {
      if (*rc::gen::arbitrary<bool>()) done.push_back(request);
    }
    RC_ASSERT(kept.grant(done, day(d), d / 7) == touched.grant(done, day(d), d / 7));
    for (const PermitRequest& request : done) {
      if (*rc::gen::arbitrary<bool>()) touched.revoke(request.ladder);
    }
  }
}

}  // namespace
}  // namespace plumbline::care
