// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/fhir/bundle.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "plumbline/json/journal_codec.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/record/fold.hpp"

namespace plumbline::fhir {
namespace {

/// Oracle: the resource tables of hl7.org/fhir/R4, elements with a least count of 1, by hand; and
/// what the elements that we write need inside.
const std::map<std::string, std::vector<std::string>> kRequired{
    {"Patient", {}},
    {"Observation", {"status", "code"}},
    {"QuestionnaireResponse", {"status"}},
    {"Condition", {"subject"}},
    {"Goal", {"lifecycleStatus", "description", "subject"}},
    {"CarePlan", {"status", "intent", "subject"}},
};

std::string line(int number, const std::string& kind, const std::string& body) {
  const std::string two = (number < 10 ? "0" : "") + std::to_string(number);
  return R"({"id":"01970000-0000-7000-8000-0000000000)" + two +
         R"(","person":"anna","made_at":"2026-03-02T07:)" + two +
         R"(:00.000+01:00","author":{"role":"person"},"device":"d","kind":")" + kind +
         R"(","version":1,"body":)" + body + "}\n";
}

const std::string kProfile = line(1, "profile.set", R"({"person":{"age":46,"sex":"female"},
  "onset_days_ago":400,"pain":[{"region":"lumbar","side":"left","intensity":6,"quality":["aching"]}],
  "usual_pain":5,"conditions":["osteoporosis","hip_replacement"],
  "goals":[{"activity":"pick up my child","score":4}]})");

record::PersonState state_of(std::string lines) {
  // Line ends inside of an entry are for readers of this file only.
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool within = lines[i] == '\n' && i + 1 < lines.size() && lines[i + 1] == ' ';
    if (!within) text += lines[i];
  }
  const auto entries = json::read_journal(text);
  EXPECT_TRUE(entries) << describe(entries.error());
  return entries ? record::fold(*entries) : record::PersonState{};
}

care::Agenda one_day() {
  care::Agenda agenda;
  agenda.date = *parse_date("2026-03-02");
  care::Item item;
  item.exercise = "side_bridge";
  item.side = care::ItemSide::Each;
  item.dose = {.sets = 2, .reps = 5, .reps_by_set = {}, .hold_s = 10, .minutes = std::nullopt};
  agenda.week.push_back({agenda.date, {item}});
  return agenda;
}

/// The resources of a kind, in their order.
std::vector<json::Value> all(const json::Value& bundle, std::string_view kind) {
  std::vector<json::Value> out;
  for (const json::Value& entry : *bundle.find("entry")->as_array()) {
    const json::Value& resource = *entry.find("resource");
    if (*resource.find("resourceType")->as_string() == kind) out.push_back(resource);
  }
  return out;
}

const std::string& text_of(const json::Value& value, std::string_view key) {
  return *value.find(key)->find("text")->as_string();
}

void collect_references(const json::Value& value, std::set<std::string>& out) {
  if (const json::Object* object = value.as_object()) {
    for (const auto& [key, member] : *object) {
      if (key == "reference") out.insert(*member.as_string());
      collect_references(member, out);
    }
  }
  if (const json::Array* list = value.as_array()) {
    for (const json::Value& item : *list) collect_references(item, out);
  }
}

class FhirBundle : public testing::Test {
 protected:
  json::Value bundle(const std::string& lines, const care::Agenda* agenda = nullptr) {
    state_ = state_of(lines);
    return make_bundle({"anna", "Anna", state_, catalogue_, agenda});
  }
  record::PersonState state_;
  exercise::Catalogue catalogue_;
};

const std::string kEverything =
    kProfile + line(2, "instrument.answered", R"({"instrument":"phq2","answers":[1,2]})") +
    line(3, "instrument.answered",
         R"({"instrument":"fabq","answers":[1,2,3,4,5,6,0,1,2,3,4,5,6,0,1,null]})") +
    line(4, "movement_test.done",
         R"({"test":"side_bridge_s","side":"left","value":20.5,"method":"self"})") +
    line(5, "check.morning", R"({"pain":3,"leg_pain":2,"woken_more":false})") +
    line(6, "session.started", R"({"session":"s1","pain":4})");

TEST_F(FhirBundle, EveryResource_HasWhatR4Requires) {
  const care::Agenda agenda = one_day();
  const json::Value value = bundle(kEverything, &agenda);
  EXPECT_EQ(*value.find("type")->as_string(), "collection");
  std::set<std::string> seen;
  for (const json::Value& entry : *value.find("entry")->as_array()) {
    const json::Value& resource = *entry.find("resource");
    const std::string kind = *resource.find("resourceType")->as_string();
    seen.insert(kind);
    ASSERT_TRUE(kRequired.contains(kind)) << kind;
    for (const std::string& element : kRequired.at(kind)) {
      EXPECT_NE(resource.find(element), nullptr) << kind << "." << element;
    }
    EXPECT_EQ(*entry.find("fullUrl")->as_string(), "urn:uuid:" + *resource.find("id")->as_string());
  }
  EXPECT_EQ(seen.size(), kRequired.size());
}

TEST_F(FhirBundle, EveryReference_LeadsToAnEntryOfTheBundle) {
  const care::Agenda agenda = one_day();
  const json::Value value = bundle(kEverything, &agenda);
  std::set<std::string> urls;
  for (const json::Value& entry : *value.find("entry")->as_array()) {
    EXPECT_TRUE(urls.insert(*entry.find("fullUrl")->as_string()).second);
  }
  std::set<std::string> references;
  collect_references(value, references);
  EXPECT_GE(references.size(), 4U);
  for (const std::string& reference : references) EXPECT_TRUE(urls.contains(reference));
}

TEST_F(FhirBundle, Pain_IsTheNumericRatingOfLoinc) {
  const auto observations = all(bundle(kEverything), "Observation");
  int ratings = 0;
  for (const json::Value& observation : observations) {
    const json::Value* coding = observation.find("code")->find("coding");
    if (coding == nullptr) continue;
    ++ratings;
    EXPECT_EQ(*(*coding->as_array())[0].find("code")->as_string(), "72514-3");
    EXPECT_NE(observation.find("valueInteger"), nullptr);
  }
  // One painted area, two of the morning, one before exercising.
  EXPECT_EQ(ratings, 4);
}

TEST_F(FhirBundle, Usual_IsNoRatingOfTheMoment) {
  for (const json::Value& observation : all(bundle(kProfile), "Observation")) {
    if (text_of(observation, "code").starts_with("Usual")) {
      EXPECT_EQ(observation.find("code")->find("coding"), nullptr);
      EXPECT_EQ(*observation.find("valueInteger")->as_integer(), 5);
    }
  }
}

TEST_F(FhirBundle, Answers_KeepTheirPlaces_AndMissingOnesStayMissing) {
  const auto responses = all(bundle(kEverything), "QuestionnaireResponse");
  ASSERT_EQ(responses.size(), 2U);
  const json::Array& items = *responses[1].find("item")->as_array();
  ASSERT_EQ(items.size(), 16U);
  EXPECT_EQ(*items[0].find("linkId")->as_string(), "fabq-1");
  EXPECT_EQ(items[15].find("answer"), nullptr);
}

TEST_F(FhirBundle, Score_NamesItsAnswers_OrWhyThereIsNone) {
  const json::Value value = bundle(kEverything);
  const auto responses = all(value, "QuestionnaireResponse");
  for (const json::Value& observation : all(value, "Observation")) {
    if (!text_of(observation, "code").starts_with("Score of phq2")) continue;
    EXPECT_EQ(json::write(*observation.find("valueQuantity")->find("value")), "3");
    EXPECT_EQ(json::write(*observation.find("derivedFrom")),
              "[{\"reference\":\"urn:uuid:" + *responses[0].find("id")->as_string() + "\"}]");
    return;
  }
  FAIL() << "no score of phq2";
}

TEST_F(FhirBundle, Conditions_AreWhatThePersonTold_UnconfirmedAndInWords) {
  const auto conditions = all(bundle(kProfile), "Condition");
  ASSERT_EQ(conditions.size(), 2U);
  EXPECT_EQ(text_of(conditions[0], "code"), "osteoporosis");
  EXPECT_EQ(text_of(conditions[1], "code"), "hip replacement");
  EXPECT_NE(json::write(conditions[0]).find("unconfirmed"), std::string::npos);
}

TEST_F(FhirBundle, NothingTold_GivesNoCondition) {
  EXPECT_TRUE(all(bundle(line(5, "check.morning", R"({"pain":3,"woken_more":false})")), "Condition")
                  .empty());
}

TEST_F(FhirBundle, Goals_AreThoseToldLast) {
  const auto before = all(bundle(kProfile), "Goal");
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(text_of(before[0], "description"), "pick up my child");
  const auto after =
      all(bundle(kProfile +
                 line(9, "goal.set", R"({"goals":[{"activity":"swim"},{"activity":"sit"}]})")),
          "Goal");
  ASSERT_EQ(after.size(), 2U);
  EXPECT_EQ(text_of(after[0], "description"), "swim");
}

TEST_F(FhirBundle, CarePlan_HasItsItemsAndDays) {
  const care::Agenda agenda = one_day();
  const auto plans = all(bundle(kProfile, &agenda), "CarePlan");
  ASSERT_EQ(plans.size(), 1U);
  const json::Value& detail = *(*plans[0].find("activity")->as_array())[0].find("detail");
  EXPECT_EQ(*detail.find("status")->as_string(), "scheduled");
  EXPECT_EQ(*detail.find("description")->as_string(),
            "2 sets, 5 repetitions, hold 10 s, each side");
  EXPECT_EQ(*plans[0].find("period")->find("end")->as_string(), "2026-03-08");
  EXPECT_EQ(*plans[0].find("status")->as_string(), "active");
}

TEST_F(FhirBundle, LockedPlan_IsOnHoldAndSaysWhy) {
  care::Agenda agenda = one_day();
  agenda.week.clear();
  care::Locked locked;
  locked.why.push_back({"C1", {}, "lock", "Please be seen today."});
  agenda.locked = locked;
  const auto plans = all(bundle(kProfile, &agenda), "CarePlan");
  EXPECT_EQ(*plans[0].find("status")->as_string(), "on-hold");
  EXPECT_EQ(plans[0].find("activity"), nullptr);
  EXPECT_EQ(*(*plans[0].find("note")->as_array())[0].find("text")->as_string(),
            "Please be seen today.");
}

TEST_F(FhirBundle, SameChart_GivesTheSameBytes_AndOtherPeopleOtherIds) {
  const std::string first = json::write(bundle(kEverything));
  EXPECT_EQ(json::write(bundle(kEverything)), first);
  const json::Value ben = make_bundle({"ben", "Ben", state_, catalogue_, nullptr});
  EXPECT_NE(*all(ben, "Patient")[0].find("id")->as_string(),
            *all(bundle(kEverything), "Patient")[0].find("id")->as_string());
}

}  // namespace
}  // namespace plumbline::fhir
