// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/foundation/time.hpp"

#include <gtest/gtest.h>

namespace plumbline {
namespace {

// Oracle: hand, 2000-03-01 is day 11017 (30 years of 365, 7 leap days, January, February).
TEST(LocalDate_Parse, KnownDay_DayNumber) {
  EXPECT_EQ(parse_date("2000-03-01")->days(), 30 * 365 + 7 + 31 + 29);
  EXPECT_EQ(parse_date("1969-12-31")->days(), -1);
}

TEST(LocalDate_Parse, DaysThatDoNotExist_AreRefused) {
  for (const char* text : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "1900-02-29",
                           "2026-1-01", "2026-01-01 ", "", "0000-01-01", "2026/01/01"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
  EXPECT_TRUE(parse_date("2000-02-29"));
}

TEST(LocalDate_Format, EveryDayOfEightCenturies_RoundTrips) {
  for (int day = -146097; day < 146097; day += 1) {
    const auto date = LocalDate::from_days(day);
    ASSERT_EQ(parse_date(format_date(date)).value(), date);
  }
}

// Oracle: hand. 00:30 on 2 March at +01:00 is 23:30 on 1 March UTC.
TEST(Instant_LocalDate, OwnOffsetDecidesTheDay) {
  const auto late = parse_instant("2026-03-02T00:30:00+01:00").value();
  EXPECT_EQ(format_date(local_date(late)), "2026-03-02");
  EXPECT_EQ(late, parse_instant("2026-03-01T23:30:00Z").value());
}

TEST(Instant_Format, RoundTrips) {
  for (const char* text : {"2026-03-02T00:30:00.250+01:00", "1969-07-20T20:17:40.000-04:30",
                           "2026-12-31T23:59:59.999+00:00"}) {
    EXPECT_EQ(format_instant(parse_instant(text).value()), text);
  }
}

TEST(Instant_Parse, BadTexts_AreRefused) {
  for (const char* text :
       {"2026-03-02", "2026-03-02T00:30:00", "2026-03-02T24:00:00Z", "2026-03-02T00:30:00+25:00",
        "2026-03-02T00:30:00.Z", "2026-02-30T00:30:00Z", "2026-03-02T00:30:00+1:00"}) {
    EXPECT_FALSE(parse_instant(text)) << text;
  }
}

}  // namespace
}  // namespace plumbline
