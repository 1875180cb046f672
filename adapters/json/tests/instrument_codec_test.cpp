// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/instrument_codec.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "plumbline/json/parse.hpp"
#include "plumbline/json/score_codec.hpp"
#include "plumbline/json/write.hpp"

namespace plumbline::json {
namespace {

using clinical::InstrumentId;

std::string file_of(InstrumentId id) {
  const std::string path =
      std::string(PLUMBLINE_SOURCE_DIR) + "/catalog/instruments/" + std::string(word(id)) + ".json";
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// Law: every instrument has a sound file, which survives writing and reading again.
TEST(InstrumentFile, EveryInstrument_HasOneThatFitsItsScoring) {
  for (std::size_t i = 0; i < kWordCount<InstrumentId>; ++i) {
    const auto id = static_cast<InstrumentId>(i);
    const auto document = parse_instrument(file_of(id));
    ASSERT_TRUE(document) << word(id) << " " << describe(document.error());
    EXPECT_EQ(document->id, id);
    EXPECT_FALSE(document->owner.empty());
    EXPECT_FALSE(document->source.empty());
    EXPECT_EQ(parse_instrument(write(write_value(*document))), *document);
  }
}

TEST(InstrumentFile, OwnWording_IsOnlyOurs) {
  for (std::size_t i = 0; i < kWordCount<InstrumentId>; ++i) {
    const auto document = parse_instrument(file_of(static_cast<InstrumentId>(i)));
    const bool ours = document->owner == "The Plumbline contributors";
    EXPECT_EQ(document->licence == clinical::Licence::Own, ours) << word(document->id);
  }
}

TEST(InstrumentFile, Faults_NameThePlace) {
  EXPECT_EQ(parse_instrument("{").error().code, ErrorCode::SyntaxError);
  std::string text = file_of(InstrumentId::Odi);
  text.replace(text.find("\"high\": 5"), 9, "\"high\": 6");
  EXPECT_EQ(parse_instrument(text).error().where, "/items/0/high");
}

/// A pack of four items; `nested` stands where the second one does.
std::string promis_pack(const std::string& second) {
  return R"({"resourceType":"Questionnaire","status":"active","language":"de","item":[
    {"linkId":"head","type":"display","text":"heading"},
    {"linkId":"g","type":"group","text":"group","item":[
      {"linkId":"promis-pi4a-1","type":"integer","text":"eins"},)" +
         second + R"(]},
    {"linkId":"promis-pi4a-3","type":"integer","text":"drei"},
    {"linkId":"promis-pi4a-4","type":"choice","text":"vier","answerOption":[
      {"valueCoding":{"code":"1","display":"a"}},{"valueString":"b"},
      {"valueCoding":{"display":"c"}},{"valueString":"d"},{"valueString":"e"}]}]})";
}

// Oracle: HL7 FHIR R4 Questionnaire, by hand.
TEST(TextPackImport, GroupsAndDisplays_AreOpened) {
  const auto pack =
      parse_text_pack(InstrumentId::PromisPi4a,
                      promis_pack(R"({"linkId":"promis-pi4a-2","type":"choice","text":"zwei",
                      "answerOption":[{"valueInteger":1},{"valueInteger":2}]})"));
  ASSERT_TRUE(pack) << describe(pack.error());
  EXPECT_EQ(pack->language, "de");
  ASSERT_EQ(pack->items.size(), 4U);
  EXPECT_EQ(pack->items[1].text, "zwei");
  EXPECT_TRUE(pack->items[1].options.empty());
  EXPECT_EQ(pack->items[3].options.size(), 5U);
}

TEST(TextPackImport, Faults_NameThePlace) {
  const auto error = [](const std::string& text) {
    return parse_text_pack(InstrumentId::PromisPi4a, text).error();
  };
  EXPECT_EQ(error("[]").code, ErrorCode::WrongType);
  EXPECT_EQ(error(R"({"resourceType":"Patient"})").where, "/resourceType");
  EXPECT_EQ(error(R"({"resourceType":"Questionnaire"})").where, "/language");
  EXPECT_EQ(error(promis_pack(R"({"linkId":"x","type":"integer","text":"zwei"})")).where,
            "/item/1/linkId");
  EXPECT_EQ(error(promis_pack(R"({"linkId":"promis-pi4a-2","type":"integer"})")).where,
            "/item/1/item/1/text");
  EXPECT_EQ(error(promis_pack(R"({"linkId":"promis-pi4a-2","type":"integer","text":"t",
                                  "modifierExtension":[]})"))
                .where,
            "/item/1/item/1/modifierExtension");
}

// Oracle: the format of `plumbline score`.
TEST(ScoreCodec, Request_IsReadStrictly) {
  const auto request = [](const char* text) {
    return read_score_request(parse(text).value(), Pointer());
  };
  EXPECT_EQ(request(R"({"answers":[1,2.5,null,true,"slightly"]})")->size(), 5U);
  EXPECT_EQ(request(R"({"answers":[1,[2]]})").error().where, "/answers/1");
  EXPECT_EQ(request(R"({})").error().code, ErrorCode::MissingField);
  EXPECT_EQ(request(R"({"answers":[],"x":1})").error().where, "/x");
}

TEST(ScoreCodec, AbsentParts_AreLeftOut) {
  clinical::Score score;
  score.unit = "points";
  score.reason = "why";
  EXPECT_EQ(write(write_value(score)),
            R"({"instrument":"nprs","score":null,"unit":"points","answered":0,"valid":false,)"
            R"("reason":"why"})");
}

}  // namespace
}  // namespace plumbline::json
