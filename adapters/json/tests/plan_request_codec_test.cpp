// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/plan_request_codec.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "plumbline/json/parse.hpp"
#include "plumbline/json/profile_codec.hpp"

namespace plumbline::json {
namespace {

using clinical::Condition;
using clinical::PainActivity;

/// Oracle: the example of formats.md.
constexpr std::string_view kExample = R"(
{"person": {"age": 46, "sex": "female", "height_cm": 168, "weight_kg": 70},
 "onset_days_ago": 400, "episodes_before": 2,
 "pain": [{"region": "lumbar", "side": "left", "intensity": 6, "quality": ["aching"]}],
 "usual_pain": 5, "usual_leg_pain": 0, "radiates": "none", "neuro_symptoms": false, "improving": true,
 "worse_with": ["sitting", "bending"], "better_with": ["walking"],
 "irritability": "moderate", "mode": "pain_contingent",
 "conditions": ["osteoporosis"], "excluded_positions": ["prone"], "equipment": ["chair", "band"],
 "minutes_per_day": 20, "days_per_week": 4,
 "instruments": {"startback9": {"answers": [0,0,0,0,0,0,0,0,"slightly"]}},
 "tests": {"chair_stand_30s": 11, "side_bridge_s": {"left": 20, "right": 35}},
 "screen": {"RF-CE1": false},
 "goals": [{"activity": "pick up my child", "score": 4}]})";

Result<PlanRequest> read_text(std::string_view text) {
  const Result<Value> value = parse(text);
  if (!value) return std::unexpected(value.error());
  return read<PlanRequest>(*value, Pointer());
}

TEST(PlanRequest, ExampleOfTheFormats_IsReadWhole) {
  const auto request = read_text(kExample);
  ASSERT_TRUE(request) << describe(request.error());
  const clinical::Profile& p = request->profile;
  EXPECT_EQ(p.person.age, 46);
  EXPECT_EQ(p.person.sex, clinical::Sex::Female);
  EXPECT_EQ(p.person.height_cm, 168);
  EXPECT_EQ(p.onset_days_ago, 400);
  EXPECT_EQ(p.usual_pain, 5);
  EXPECT_EQ(p.usual_leg_pain, 0);
  EXPECT_EQ(p.worse_with, (WordSet{PainActivity::Sitting, PainActivity::Bending}));
  EXPECT_EQ(p.conditions, WordSet{Condition::Osteoporosis});
  EXPECT_EQ(p.minutes_per_day, 20);
  EXPECT_EQ(p.days_per_week, 4);
  EXPECT_EQ(p.goals.at(0).activity, "pick up my child");
  ASSERT_EQ(request->instruments.size(), 1U);
  EXPECT_EQ(request->instruments[0].instrument, clinical::InstrumentId::StartBack9);
  ASSERT_EQ(request->tests.size(), 3U);
  EXPECT_TRUE(request->screen.answers[clinical::FlagId::Ce1].has_value());
  EXPECT_FALSE(request->screen.answers[clinical::FlagId::Ce2].has_value());
  EXPECT_EQ(request->screen.age, 46);
}

/// The least that is accepted, with one more field.
std::string with(const std::string& field = "") {
  return R"({"person":{"age":46},"pain":[],"onset_days_ago":10,"screen":{})" +
         (field.empty() ? "" : "," + field) + "}";
}

// Oracle: formats.md, Defaults.
TEST(PlanRequest, RequiredFieldsAlone_TakeTheDefaults) {
  const auto request = read_text(with());
  ASSERT_TRUE(request) << describe(request.error());
  const clinical::Profile& p = request->profile;
  EXPECT_EQ(p.minutes_per_day, 15);
  EXPECT_EQ(p.days_per_week, 3);
  EXPECT_EQ(p.radiates, clinical::Radiation::None);
  EXPECT_TRUE(p.worse_with.empty());
  EXPECT_TRUE(p.equipment.empty());
  EXPECT_FALSE(p.conditions.has_value());
  EXPECT_EQ(clinical::usual_pain(p), 0);
}

TEST(PlanRequest, EmptyConditions_AreNotTheSameAsNotAsked) {
  EXPECT_TRUE(read_text(with(R"("conditions":[])"))->profile.conditions.has_value());
}

TEST(PlanRequest, EachRequiredField_IsNamedWhenMissing) {
  const std::pair<const char*, const char*> without[] = {
      {R"({"pain":[],"onset_days_ago":1,"screen":{}})", "/person"},
      {R"({"person":{},"pain":[],"onset_days_ago":1,"screen":{}})", "/person/age"},
      {R"({"person":{"age":4},"onset_days_ago":1,"screen":{}})", "/pain"},
      {R"({"person":{"age":4},"pain":[],"screen":{}})", "/onset_days_ago"},
      {R"({"person":{"age":4},"pain":[],"onset_days_ago":1})", "/screen"}};
  for (const auto& [text, where] : without) {
    const auto request = read_text(text);
    ASSERT_FALSE(request) << where;
    EXPECT_EQ(request.error().code, ErrorCode::MissingField);
    EXPECT_EQ(request.error().where, where);
  }
}

// Oracle: formats.md, ranges of the profile table; both ends are inside.
TEST(PlanRequest, EachRange_TakesItsEndsAndNothingBeyond) {
  const std::tuple<const char*, int, int> ranges[] = {{"usual_pain", 0, 10},
                                                      {"usual_leg_pain", 0, 10},
                                                      {"minutes_per_day", 5, 120},
                                                      {"days_per_week", 1, 7}};
  for (const auto& [name, least, most] : ranges) {
    const auto field = [&](int value) {
      return with('"' + std::string(name) + "\":" + std::to_string(value));
    };
    EXPECT_TRUE(read_text(field(least))) << name;
    EXPECT_TRUE(read_text(field(most))) << name;
    for (const int outside : {least - 1, most + 1}) {
      const auto request = read_text(field(outside));
      ASSERT_FALSE(request) << name << " " << outside;
      EXPECT_EQ(request.error().code, ErrorCode::OutOfRange) << name;
      EXPECT_EQ(request.error().where, "/" + std::string(name));
    }
  }
}

TEST(PlanRequest, AgeAndIntensity_HaveTheirRanges) {
  const auto age = [](int years) {
    return read_text(R"({"person":{"age":)" + std::to_string(years) +
                     R"(},"pain":[],"onset_days_ago":0,"screen":{}})");
  };
  EXPECT_TRUE(age(0));
  EXPECT_TRUE(age(17));
  EXPECT_TRUE(age(120));
  EXPECT_EQ(age(121).error().where, "/person/age");
  EXPECT_EQ(age(-1).error().code, ErrorCode::OutOfRange);
  const auto intensity = [](int pain) {
    return read_text(
        R"({"person":{"age":40},"onset_days_ago":0,"screen":{},"pain":[{"region":"lumbar",)"
        R"("side":"left","intensity":)" +
        std::to_string(pain) + "}]}");
  };
  EXPECT_TRUE(intensity(0));
  EXPECT_TRUE(intensity(10));
  EXPECT_EQ(intensity(11).error().where, "/pain/0/intensity");
}

TEST(PlanRequest, UnknownWords_AreNamedWithTheirPlace) {
  const std::pair<const char*, const char*> faults[] = {
      {R"("radiates":"toe")", "/radiates"},
      {R"("worse_with":["sitting","flying"])", "/worse_with/1"},
      {R"("better_with":["beer"])", "/better_with/0"},
      {R"("irritability":"extreme")", "/irritability"},
      {R"("mode":"brave")", "/mode"},
      {R"("conditions":["osteoporotic_fracture"])", "/conditions/0"},
      {R"("excluded_positions":["water"])", "/excluded_positions/0"},
      {R"("equipment":["towel"])", "/equipment/0"},
      {R"("instruments":{"odi2":{"answers":[]}})", "/instruments/odi2"},
      {R"("tests":{"push_up":1})", "/tests/push_up"}};
  for (const auto& [field, where] : faults) {
    const auto request = read_text(with(field));
    ASSERT_FALSE(request) << field;
    EXPECT_EQ(request.error().code, ErrorCode::UnknownWord) << describe(request.error());
    EXPECT_EQ(request.error().where, where);
  }
}

TEST(PlanRequest, UnknownFieldsAndQuestions_AreErrors) {
  EXPECT_EQ(read_text(with(R"("shoe_size":42)")).error().where, "/shoe_size");
  EXPECT_EQ(read_text(with(R"("shoe_size":42)")).error().code, ErrorCode::UnknownField);
  const auto question =
      read_text(R"({"person":{"age":46},"pain":[],"onset_days_ago":10,"screen":{"RF-ZZ9":true}})");
  ASSERT_FALSE(question);
  EXPECT_EQ(question.error().where, "/screen/RF-ZZ9");
}

TEST(PlanRequest, WrongTypes_AreErrors) {
  for (const char* field : {R"("usual_pain":"5")", R"("usual_pain":4.5)", R"("improving":1)",
                            R"("equipment":"chair")", R"("conditions":{})"}) {
    const auto request = read_text(with(field));
    ASSERT_FALSE(request) << field;
    EXPECT_EQ(request.error().code, ErrorCode::WrongType) << field;
  }
}

// Oracle: formats.md, further optional fields.
TEST(PlanRequest, OptionalFields_AreRead) {
  const auto request = read_text(
      with(R"("pregnancy_weeks":20,"fall_12_months":true,"blood_pressure":{"systolic":165,)"
           R"("diastolic":88},"hip_replacement_on":"2026-01-31")"));
  ASSERT_TRUE(request) << describe(request.error());
  EXPECT_EQ(request->profile.pregnancy_weeks, 20);
  EXPECT_EQ(request->profile.fall_12_months, true);
  EXPECT_EQ(request->profile.blood_pressure, (clinical::BloodPressure{165, 88}));
  EXPECT_EQ(format_date(*request->profile.hip_replacement_on), "2026-01-31");
  EXPECT_EQ(read_text(with(R"("hip_replacement_on":"2026-02-30")")).error().code,
            ErrorCode::BadDate);
}

// Formats, score: wrong length or an item out of range names the item.
TEST(PlanRequest, InstrumentFaults_NameTheItem) {
  EXPECT_EQ(read_text(with(R"("instruments":{"phq2":{"answers":[1]}})")).error().code,
            ErrorCode::WrongLength);
  const auto item = read_text(with(R"("instruments":{"phq2":{"answers":[1,7]}})"));
  EXPECT_EQ(item.error().code, ErrorCode::OutOfRange);
  EXPECT_EQ(item.error().where, "/instruments/phq2/answers/1");
}

// The painted calf counts where the answers say nothing of it (rules 2.3).
TEST(PlanRequest, PaintedCalf_ReachesTheScreen) {
  const auto request =
      read_text(R"({"person":{"age":40},"onset_days_ago":0,"screen":{},"radiates":"none",)"
                R"("pain":[{"region":"calf","side":"left","intensity":4}]})");
  EXPECT_EQ(request->screen.radiates, clinical::Radiation::BelowKnee);
}

TEST(PlanRequest, AsEntries_StandBeforeEverythingLater) {
  const auto request = read_text(kExample);
  const auto entries = entries_of(*request, PersonId("p"), {1000, 0});
  // Profile, screen, one instrument, three results of tests.
  ASSERT_EQ(entries.size(), 6U);
  for (std::size_t i = 1; i < entries.size(); ++i) EXPECT_LT(entries[i - 1].id, entries[i].id);
}

}  // namespace
}  // namespace plumbline::json
