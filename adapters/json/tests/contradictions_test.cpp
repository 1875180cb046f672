// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "plumbline/clinical/triage.hpp"
#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/profile_codec.hpp"
#include "plumbline/json/triage_codec.hpp"

namespace plumbline::json {
namespace {

// Oracle of this file: what can be true of one person, by hand; both sides of each limit.

std::string profile_fault(const std::string& fields, std::int32_t age = 40) {
  const auto value =
      parse(R"({"person":{"age":)" + std::to_string(age) + R"(},"pain":[],)" + fields + "}");
  const auto profile = read<clinical::Profile>(*value, Pointer());
  return profile ? "" : profile.error().where;
}

std::string screen_fault(const std::string& fields) {
  const auto value = parse(R"({"age":40,"answers":{},)" + fields + "}");
  const auto screen = read<clinical::TriageInput>(*value, Pointer());
  return screen ? "" : screen.error().where;
}

/// An entry of 2 March 2026.
Result<std::vector<record::Entry>> told(const std::string& kind, const std::string& body) {
  const bool clinical = kind.starts_with("clinician.");
  return read_journal(R"({"id":"0190a5b0-1234-7abc-8def-000000000001","person":"p",)"
                      R"("made_at":"2026-03-02T23:30:00-05:00","author":{"role":")" +
                      std::string(clinical ? "clinician" : "person") +
                      R"("},"device":"d","kind":")" + kind + R"(","version":1,"body":)" + body +
                      "}\n");
}

TEST(Contradictions, BloodPressure_FallsBetweenBeats) {
  const auto with = [](const char* diastolic) {
    return profile_fault(R"("onset_days_ago":9,"blood_pressure":{"systolic":80,"diastolic":)" +
                         std::string(diastolic) + "}");
  };
  EXPECT_EQ(with("79"), "");
  EXPECT_EQ(with("80"), "/blood_pressure/diastolic");
  EXPECT_EQ(with("120"), "/blood_pressure/diastolic");
}

// 22 times 366 days are more than anybody has lived who is 20.
TEST(Contradictions, Episode_IsNoLongerThanALife) {
  EXPECT_EQ(profile_fault(R"("onset_days_ago":8052)", 20), "");
  EXPECT_EQ(profile_fault(R"("onset_days_ago":8053)", 20), "/onset_days_ago");
  EXPECT_EQ(profile_fault(R"("onset_days_ago":400)", 0), "");
  EXPECT_EQ(screen_fault(R"("onset_days_ago":15372)"), "");
  EXPECT_EQ(screen_fault(R"("onset_days_ago":15373)"), "/onset_days_ago");
}

// A slip in this one number must not stand between somebody and the urgent rows.
TEST(Contradictions, StiffnessLaterThanTheAge_IsStillTriaged) {
  EXPECT_EQ(screen_fault(R"("inflammatory":{"months":3,"criteria":[true,true,true,true,true,true,)"
                         R"(true,true,true],"onset_age":41})"),
            "");
}

// The day is that of the entry's own offset: half past eleven at night is still 2 March.
TEST(Contradictions, DaysToCome_AreNotTold) {
  const auto event = [](const char* day) {
    return told("adverse_event.reported", R"({"what":"fall","on":")" + std::string(day) + "\"}");
  };
  EXPECT_TRUE(event("2026-03-02"));
  ASSERT_FALSE(event("2026-03-03"));
  EXPECT_EQ(event("2026-03-03").error().where, "line 1 /body/on");
  const auto operated = [](const char* day) {
    return told("profile.set", R"({"person":{"age":60},"pain":[],"onset_days_ago":9,)"
                               R"("hip_replacement_on":")" +
                                   std::string(day) + "\"}");
  };
  EXPECT_TRUE(operated("2026-03-02"));
  EXPECT_FALSE(operated("2026-03-03"));
}

TEST(Contradictions, Permissions_DoNotEndBeforeTheyBegin) {
  const auto unlocked = [](const char* day) {
    return told("clinician.unlocked",
                R"({"exercise":"bridge","why":"w","until":")" + std::string(day) + "\"}");
  };
  EXPECT_TRUE(unlocked("2026-03-02"));
  EXPECT_FALSE(unlocked("2026-03-01"));
}

// A plan prints "each", and null for what has no sides; both may be told back.
TEST(SideDone, WordsOfThePlan_AreRead) {
  const auto done = [](const char* side) {
    return told("exercise.done", R"({"session":"s","exercise":"bridge","sets":1,"pain_before":1,)"
                                 R"("pain_during":1,"leg_symptoms":"none","side":)" +
                                     std::string(side) + "}");
  };
  const auto side_of = [&](const char* side) {
    return std::get<record::ExerciseDone>(done(side)->front().body).side;
  };
  EXPECT_EQ(side_of("\"each\""), clinical::Side::Both);
  EXPECT_EQ(side_of("\"both\""), clinical::Side::Both);
  EXPECT_EQ(side_of("\"left\""), clinical::Side::Left);
  EXPECT_EQ(side_of("null"), std::nullopt);
  EXPECT_FALSE(done("\"top\""));
  EXPECT_FALSE(done("1"));
}

// A word twice is a slip of whoever wrote it; an exercise without a set was not done.
TEST(Slips, WordsTwiceAndNoSets_AreRefused) {
  EXPECT_EQ(profile_fault(R"("onset_days_ago":9,"worse_with":["sitting","bending"])"), "");
  EXPECT_EQ(profile_fault(R"("onset_days_ago":9,"worse_with":["sitting","sitting"])"),
            "/worse_with/1");
  const auto done = [](int sets) {
    return told("exercise.done", R"({"session":"s","exercise":"bridge","sets":)" +
                                     std::to_string(sets) +
                                     R"(,"pain_before":1,"pain_during":1,"leg_symptoms":"none"})");
  };
  EXPECT_TRUE(done(1));
  ASSERT_FALSE(done(0));
  EXPECT_EQ(done(0).error().where, "line 1 /body/sets");
}

TEST(Slips, ClearingNothing_IsRefused) {
  const auto cleared = told("clinician.cleared", R"({"clears":[],"finding":"fine"})");
  ASSERT_FALSE(cleared);
  EXPECT_EQ(cleared.error().where, "line 1 /body/clears");
}

// NG65 is told with the age at onset; the age beside it may be another person's default.
TEST(Contradictions, OnsetAgeAboveTheAge_IsLeftToTheRules) {
  EXPECT_EQ(screen_fault(R"("inflammatory":{"onset_age":46,"months":6,"criteria":)"
                         R"([true,false,false,false,false,false,false,false,false]})"),
            "");
}

}  // namespace
}  // namespace plumbline::json
