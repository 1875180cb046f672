// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/flare.hpp"

#include <gtest/gtest.h>

namespace plumbline::care {
namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int32_t kDay0 = 20'000;

LocalDate day(std::int32_t d) { return LocalDate::from_days(kDay0 + d); }

/// Reports of pain in order of time; usual pain is given.
struct Told {
  record::PersonState state;
  ProfileAt at;
  explicit Told(std::int32_t usual) { this->usual(-1, usual); }

  /// Usual pain told at six on a day.
  Told& usual(std::int32_t d, std::int32_t pain) {
    at.usual_pain = pain;
    const Instant when{(kDay0 + d) * kDay + 6 * kHour, 0};
    state.usual_pains.push_back({EntryId("u"), when, day(d), {pain, std::nullopt}});
    return *this;
  }

  /// A morning answer `ms` after midnight of day 0.
  Told& morning(std::int64_t ms, std::int32_t pain, bool woken = false) {
    const Instant when{kDay0 * kDay + ms, 0};
    state.mornings.push_back({EntryId("m"), when, local_date(when), {pain, std::nullopt, woken}});
    return *this;
  }
  Told& session(std::int64_t ms, std::int32_t pain) {
    const Instant when{kDay0 * kDay + ms, 0};
    state.sessions.push_back({SessionId("s"), when, local_date(when), pain, std::nullopt, {}});
    return *this;
  }
  Told& flare(std::int32_t d) {
    state.flares.push_back({EntryId("f"), {(kDay0 + d) * kDay + 8 * kHour, 0}, day(d), {}});
    return *this;
  }
  Told& ended(std::int32_t d) {
    state.flare_ends.push_back({EntryId("e"), {(kDay0 + d) * kDay + 9 * kHour, 0}, day(d), {}});
    return *this;
  }
  std::optional<Flare> on(std::int32_t d) const { return open_flare(state, at, day(d)); }
};

// Oracle of this file: rules 3.6, by hand.

TEST(Flare, PersonSaysSo_OpensWithoutANumber) {
  EXPECT_FALSE(Told(3).on(0).has_value());
  const auto flare = Told(3).flare(1).on(1);
  ASSERT_TRUE(flare.has_value());
  EXPECT_EQ(flare->opened, day(1));
  EXPECT_FALSE(Told(3).flare(1).on(0).has_value());
}

TEST(Flare, TwoReports_OpenFrom20To48HoursApart) {
  const auto opens = [](std::int64_t apart) {
    return Told(3).morning(0, 5).morning(apart, 5).on(3).has_value();
  };
  EXPECT_FALSE(opens(20 * kHour - 1));
  EXPECT_TRUE(opens(20 * kHour));
  EXPECT_TRUE(opens(48 * kHour));
  EXPECT_FALSE(opens(48 * kHour + 1));
}

TEST(Flare, CheckInAndMorning_CountAsReports) {
  EXPECT_TRUE(Told(3).session(0, 5).morning(24 * kHour, 5).on(1).has_value());
}

TEST(Flare, Threshold_IsTwoAboveUsualAndAtLeastFour) {
  const auto opens = [](std::int32_t usual, std::int32_t pain) {
    return Told(usual).morning(0, pain).morning(24 * kHour, pain).on(1).has_value();
  };
  EXPECT_FALSE(opens(0, 3));
  EXPECT_TRUE(opens(0, 4));
  EXPECT_FALSE(opens(1, 3));
  EXPECT_TRUE(opens(2, 4));
  EXPECT_FALSE(opens(3, 4));
  EXPECT_TRUE(opens(3, 5));
  EXPECT_FALSE(opens(6, 7));
  EXPECT_TRUE(opens(6, 8));
}

TEST(Flare, OneHighReport_DoesNotOpen) {
  EXPECT_FALSE(Told(3).morning(0, 5).morning(24 * kHour, 4).on(1).has_value());
}

TEST(Flare, TwoCalmDaysAfterTheFirstThree_Close) {
  Told t = Told(3).flare(0).morning(3 * kDay + 7 * kHour, 4);
  EXPECT_TRUE(t.on(3).has_value());
  t.morning(4 * kDay + 7 * kHour, 4);
  EXPECT_FALSE(t.on(4).has_value());
}

// Rules 3.6: two days at usual + 1 or less, read as two days with a report running (decision 0014).
TEST(Flare, TwoCalmDaysAtOnce_Close) {
  Told t = Told(3).flare(0).morning(kDay, 4);
  EXPECT_TRUE(t.on(1).has_value());
  t.morning(2 * kDay, 4);
  EXPECT_FALSE(t.on(2).has_value());
}

TEST(Flare, CalmDaysWithABadOneBetween_StayOpen) {
  Told t = Told(3).flare(0).morning(3 * kDay, 3).morning(4 * kDay, 6).morning(5 * kDay, 3);
  EXPECT_TRUE(t.on(5).has_value());
  // A day without a report neither counts nor breaks the row.
  t.morning(7 * kDay, 3);
  EXPECT_FALSE(t.on(7).has_value());
}

// Rules 3.6: open for ten days is counted from the first sign, however long pain stays high.
TEST(Flare, PainStaysHigh_IsOneFlareSinceItsFirstSign) {
  Told t(3);
  for (std::int32_t d = 5; d <= 20; ++d) t.morning(d * kDay + 7 * kHour, 6);
  ASSERT_TRUE(t.on(20).has_value());
  EXPECT_EQ(t.on(20)->opened, day(6));
  EXPECT_EQ(flares_opened(t.state, day(20), 56), 1);
  // Somebody calm until day 18 is on the second day of a flare: no more than that is allowed here.
  EXPECT_EQ(t.on(20)->quarters, 2);
  EXPECT_TRUE(t.on(20)->first_days);
}

// Rules 3.2: usual pain is a stored entry. Good news of today makes no flare of days that were
// none.
TEST(Flare, UsualPainLoweredLater_MakesNoFlareOfThePast) {
  Told t = Told(4).morning(7 * kHour, 5).morning(kDay + 7 * kHour, 5).morning(9 * kDay, 5);
  EXPECT_EQ(flares_opened(t.state, day(10), 56), 0);
  t.usual(10, 3);
  EXPECT_EQ(flares_opened(t.state, day(10), 56), 0);
  EXPECT_FALSE(t.on(10).has_value());
  // From then on 5 is a flare.
  t.morning(11 * kDay + 7 * kHour, 5).morning(12 * kDay + 7 * kHour, 5);
  EXPECT_EQ(flares_opened(t.state, day(12), 56), 1);
}

// Rules 3.6: raising usual pain does not end a flare; two calm days do, measured from then on.
TEST(Flare, UsualPainRaised_LeavesItOpenUntilTwoCalmDays) {
  Told t = Told(4).morning(7 * kHour, 7).morning(kDay + 7 * kHour, 7).usual(2, 7);
  ASSERT_TRUE(t.on(2).has_value());
  EXPECT_EQ(t.on(2)->quarters, 2);
  t.morning(4 * kDay + 7 * kHour, 7);
  ASSERT_TRUE(t.on(4).has_value());
  EXPECT_EQ(t.on(4)->quarters, 3);
  t.morning(5 * kDay + 7 * kHour, 7);
  EXPECT_FALSE(t.on(5).has_value());
  EXPECT_EQ(flares_opened(t.state, day(5), 56), 1);
}

TEST(Flare, SignAfterItClosed_IsANewFlare) {
  Told t = Told(3).flare(0).morning(kDay, 3).morning(2 * kDay, 3).flare(9);
  EXPECT_EQ(t.on(9)->opened, day(9));
  EXPECT_EQ(flares_opened(t.state, day(9), 56), 2);
}

TEST(Flare, CalmDayThenABadOne_StaysOpen) {
  const Told t = Told(3).flare(0).morning(kDay, 4).morning(2 * kDay, 5).morning(3 * kDay, 4);
  EXPECT_TRUE(t.on(3).has_value());
}

TEST(Flare, PersonSaysItIsOver_Closes) {
  EXPECT_FALSE(Told(3).flare(0).ended(1).on(1).has_value());
  EXPECT_TRUE(Told(3).flare(0).ended(1).on(0).has_value());
}

TEST(Flare, FirstThreeDays_AreTheFirstDays) {
  const Told t = Told(3).flare(0);
  EXPECT_TRUE(t.on(2)->first_days);
  EXPECT_FALSE(t.on(3)->first_days);
}

TEST(Flare, Quarters_RiseByOneForEachGreenMorningFromDayThree) {
  Told t = Told(3).flare(0);
  t.morning(2 * kDay + 7 * kHour, 4);
  t.session(2 * kDay + 18 * kHour, 5);  // keeps the flare open
  EXPECT_EQ(t.on(2)->quarters, 2);
  EXPECT_EQ(t.on(3)->quarters, 2);
  t.morning(3 * kDay + 7 * kHour, 4);
  t.session(3 * kDay + 18 * kHour, 5);
  t.morning(4 * kDay + 7 * kHour, 4);
  t.session(4 * kDay + 18 * kHour, 4);
  EXPECT_TRUE(t.on(4).has_value());
  // The high check-ins of days 2 and 3 lie 24 hours apart: day 3 asks for its own first days.
  EXPECT_EQ(t.on(4)->opened, day(0));
  EXPECT_TRUE(t.on(4)->first_days);
  EXPECT_EQ(t.on(4)->quarters, 2);
}

TEST(Flare, Quarters_ReachTheFullDoseAndNoMore) {
  Told t = Told(3).flare(0);
  t.morning(3 * kDay + 7 * kHour, 4);
  t.session(3 * kDay + 18 * kHour, 5);
  EXPECT_EQ(t.on(3)->quarters, 3);
  t.morning(5 * kDay + 7 * kHour, 4);
  EXPECT_EQ(t.on(5)->quarters, 4);
}

// Rules 3.2: woken more than usual is AMBER, so that morning is not green.
TEST(Flare, MorningWokenMore_IsNotGreenAndRaisesNothing) {
  const Told t = Told(3).flare(0).morning(3 * kDay + 7 * kHour, 4, true);
  EXPECT_EQ(t.on(3)->quarters, 2);
}

// Rules 3.6: one step for each green morning, not for each answer.
TEST(Flare, TwoAnswersOnOneMorning_RaiseOnce) {
  const Told t = Told(3).flare(0).morning(3 * kDay + 7 * kHour, 4).morning(3 * kDay + 8 * kHour, 4);
  EXPECT_EQ(t.on(3)->quarters, 3);
}

// Rules 3.4: graded activity, half the sets for at most three days, then the amount before at once.
TEST(GradedFlare, ToldByThePerson_HalvesForThreeDaysOnly) {
  Told t = Told(3).flare(0);
  t.at.mode = clinical::CourseMode::GradedActivity;
  for (const std::int32_t d : {0, 1, 2}) {
    EXPECT_EQ(t.on(d)->quarters, 2);
    EXPECT_FALSE(t.on(d)->first_days);
  }
  EXPECT_EQ(t.on(3)->quarters, 4);
  t.flare(2).flare(3);
  EXPECT_EQ(t.on(3)->quarters, 4);
  EXPECT_EQ(t.on(6)->quarters, 4);
  t.flare(7);
  EXPECT_EQ(t.on(7)->quarters, 2);
}

// Decision 0012: numbers keep an agreed amount from growing and never lower it.
TEST(GradedFlare, OpenedByNumbers_LowersNothing) {
  Told t = Told(3).morning(7 * kHour, 6).morning(kDay + 7 * kHour, 6);
  EXPECT_EQ(t.on(1)->quarters, 2);
  t.at.mode = clinical::CourseMode::GradedActivity;
  EXPECT_EQ(t.on(1)->quarters, 4);
}

TEST(GradedFlare, SaidToBeOver_EndsTheMinimumVersion) {
  Told t = Told(3).flare(0).ended(1);
  t.at.mode = clinical::CourseMode::GradedActivity;
  EXPECT_EQ(t.on(0)->quarters, 2);
  EXPECT_FALSE(t.on(1).has_value());
}

TEST(Flare, Opened_AreCountedWithinTheWindow) {
  const Told t = Told(3).flare(0).ended(3).flare(20).ended(24).flare(40);
  EXPECT_EQ(flares_opened(t.state, day(40), 56), 3);
  EXPECT_EQ(flares_opened(t.state, day(40), 30), 2);
}

}  // namespace
}  // namespace plumbline::care
