// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/instrument_document.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace plumbline::clinical {
namespace {

TextPack pack_of(InstrumentId id) {
  TextPack pack{id, "en", {}};
  for (std::size_t i = 0; i < most_items(structure(id)); ++i) {
    pack.items.push_back({item_id(id, i), "Question " + std::to_string(i + 1), {}});
  }
  return pack;
}

LocalizedText words(const std::string& text) { return {text, text, text}; }

// Oracle: the file format of the catalogue; the structures are those of facts 2.1.
TEST(InstrumentDocument, WithoutText_IsSoundForImportedWordingOnly) {
  InstrumentDocument document = make_document(InstrumentId::Odi);
  EXPECT_TRUE(check_document(document));
  document.licence = Licence::Own;
  EXPECT_EQ(check_document(document).error().where, "/items/0/text");
}

TEST(InstrumentDocument, TextOfImportedWording_IsRefused) {
  InstrumentDocument document = make_document(InstrumentId::Odi);
  document.items[3].text.en = "some text";
  const auto result = check_document(document);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::Refused);
  EXPECT_EQ(result.error().where, "/items/3/text");
}

TEST(InstrumentDocument, OwnWording_NeedsTextAndBothEnds) {
  InstrumentDocument document = make_document(InstrumentId::Sleep);
  document.licence = Licence::Own;
  document.items[0].text = words("How did you sleep?");
  EXPECT_EQ(check_document(document).error().where, "/items/0/levels");
  document.items[0].levels = {{0, words("badly")}, {10, words("well")}};
  EXPECT_TRUE(check_document(document));
  document.items[0].levels[1].text.es.clear();
  EXPECT_FALSE(check_document(document));
}

TEST(InstrumentDocument, OtherStructure_IsNamedByPointer) {
  InstrumentDocument document = make_document(InstrumentId::Ompsq10);
  document.items[5].reversed = false;
  EXPECT_EQ(check_document(document).error().where, "/items/5/reversed");
  document = make_document(InstrumentId::Ompsq10);
  document.items[0].low = 0;
  EXPECT_EQ(check_document(document).error().where, "/items/0/low");
  document = make_document(InstrumentId::Ompsq10);
  document.items.pop_back();
  EXPECT_EQ(check_document(document).error().where, "/items");
  document = make_document(InstrumentId::Ompsq10);
  document.missing = MissingRule::LeftOut;
  EXPECT_EQ(check_document(document).error().where, "/missing");
}

TEST(TextPack, EveryItemWithItsLinkId_Fits) {
  EXPECT_TRUE(check_text_pack(pack_of(InstrumentId::Odi)));
  EXPECT_TRUE(check_text_pack(pack_of(InstrumentId::Tsk17)));
}

TEST(TextPack, Faults_NameThePlace) {
  TextPack pack = pack_of(InstrumentId::Odi);
  pack.items.pop_back();
  EXPECT_EQ(check_text_pack(pack).error().where, "/item");
  pack = pack_of(InstrumentId::Odi);
  std::swap(pack.items[2], pack.items[3]);
  EXPECT_EQ(check_text_pack(pack).error().where, "/item/2/linkId");
  pack = pack_of(InstrumentId::Odi);
  pack.items[4].text.clear();
  EXPECT_EQ(check_text_pack(pack).error().where, "/item/4/text");
  pack = pack_of(InstrumentId::Odi);
  pack.items[4].options = {"a", "b"};
  EXPECT_EQ(check_text_pack(pack).error().code, ErrorCode::WrongLength);
  pack = pack_of(InstrumentId::Odi);
  pack.language.clear();
  EXPECT_EQ(check_text_pack(pack).error().where, "/language");
}

TEST(TextPack, AnswersInWords_NeedTheirWords) {
  TextPack pack = pack_of(InstrumentId::StartBack9);
  EXPECT_EQ(check_text_pack(pack).error().where, "/item/8/answerOption");
  pack.items[8].options = {"1", "2", "3", "4", "5"};
  EXPECT_TRUE(check_text_pack(pack));
}

}  // namespace
}  // namespace plumbline::clinical
