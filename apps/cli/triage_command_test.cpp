// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "triage_command.hpp"

#include <gtest/gtest.h>

#include "plumbline/json/parse.hpp"

namespace plumbline::cli {
namespace {

std::string part(std::string_view input, std::string_view name) {
  const json::Value output = json::parse(triage_command(input).value()).value();
  const json::Value* found = output.find(name);
  return found == nullptr || found->as_string() == nullptr ? "-" : *found->as_string();
}

// Oracle: rows of rules 2.2 by hand, words of the format of `plumbline triage`.
TEST(TriageCommand, Rows_ComeOutInTheirWords) {
  constexpr std::string_view kEmergency = R"({"age":40,"answers":{"RF-CE1":true}})";
  EXPECT_EQ(part(kEmergency, "urgency"), "emergency");
  EXPECT_EQ(part(kEmergency, "within"), "now");
  EXPECT_EQ(part(kEmergency, "lock"), "ALL");
  constexpr std::string_view kOlder =
      R"({"age":40,"answers":{"RF-CE1":{"answer":true,"since_days":15,"worsening":false,"assessed":true}}})";
  EXPECT_EQ(part(kOlder, "within"), "today");
  EXPECT_EQ(part(kOlder, "lock"), "REST");
  constexpr std::string_view kModifier = R"({"age":40,"answers":{"RF-MA3":true}})";
  EXPECT_EQ(part(kModifier, "urgency"), "none");
  EXPECT_EQ(part(kModifier, "within"), "-") << "null";
  EXPECT_EQ(part(kModifier, "lock"), "NONE");
  EXPECT_NE(triage_command(kModifier)->find(R"("flags":[{"id":"RF-MA3","rule":"C11"}])"),
            std::string::npos);
  EXPECT_EQ(part(R"({"age":40,"answers":{"RF-MA2":"unsure"}})", "urgency"), "see_clinician");
  EXPECT_EQ(part(R"({"age":40,"answers":{"RF-MA2":true}})", "within"), "2_weeks");
}

TEST(TriageCommand, Faults_NameThePlace) {
  const auto where = [](std::string_view input) { return triage_command(input).error().where; };
  EXPECT_EQ(where(R"({"age":121,"answers":{}})"), "/age");
  EXPECT_EQ(where(R"({"age":-1,"answers":{}})"), "/age");
  EXPECT_EQ(where(R"({"age":40})"), "/answers");
  EXPECT_EQ(where(R"({"answers":{}})"), "/age");
  EXPECT_EQ(where(R"({"age":40,"answers":{"RF-XX1":true}})"), "/answers/RF-XX1");
  EXPECT_EQ(where(R"({"age":40,"answers":{"RF-CE1":"maybe"}})"), "/answers/RF-CE1");
  EXPECT_EQ(where(R"({"age":40,"answers":{"RF-CE1":1}})"), "/answers/RF-CE1");
  EXPECT_EQ(where(R"({"age":40,"answers":{"RF-CE1":{"since_days":3}}})"), "/answers/RF-CE1/answer");
  EXPECT_EQ(where(R"({"age":40,"answers":{"RF-CE1":{"answer":true,"rigors":true}}})"),
            "/answers/RF-CE1/rigors");
  EXPECT_EQ(where(R"({"age":40,"answers":{"RF-MC1":{"answer":true,"features":6}}})"),
            "/answers/RF-MC1/features");
  EXPECT_EQ(where(R"({"age":40,"answers":{"RF-CE1":{"answer":true,"since_days":-1}}})"),
            "/answers/RF-CE1/since_days");
  EXPECT_EQ(where(R"({"age":40,"answers":{"RF-CE5":{"answer":true,"pattern":"odd"}}})"),
            "/answers/RF-CE5/pattern");
  EXPECT_EQ(where(R"({"age":40,"answers":{},"region":"elbow"})"), "/region");
  EXPECT_EQ(where(R"({"age":40,"answers":{},"conditions":["gout"]})"), "/conditions/0");
  EXPECT_EQ(where(R"({"age":40,"answers":{},"shoe_size":43})"), "/shoe_size");
  EXPECT_EQ(
      where(
          R"({"age":40,"answers":{},"inflammatory":{"onset_age":30,"months":6,"criteria":[true]}})"),
      "/inflammatory/criteria");
  EXPECT_EQ(triage_command("{").error().code, ErrorCode::SyntaxError);
}

TEST(TriageCommand, Text_SaysWhatToDoFirst) {
  const std::string text = triage_text_command(R"({"age":40,"answers":{"RF-AA2":true}})").value();
  EXPECT_TRUE(text.starts_with("EMERGENCY"));
  EXPECT_NE(text.find("no exercise plan"), std::string::npos);
  EXPECT_NE(text.find("[Rules: C20: emergency now ALL"), std::string::npos);
}

}  // namespace
}  // namespace plumbline::cli
