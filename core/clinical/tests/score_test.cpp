// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/score.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <ostream>
#include <string>
#include <vector>

namespace plumbline::clinical {
namespace {

using enum InstrumentId;
using Answers = std::vector<ItemAnswer>;

const ItemAnswer kNull = std::monostate{};

Answers whole(std::initializer_list<int> values) {
  Answers answers;
  for (int v : values) answers.emplace_back(std::int64_t{v});
  return answers;
}

Answers same(std::size_t count, int value) { return Answers(count, std::int64_t{value}); }

Answers start_back(std::initializer_list<int> ticks, const std::string& bother) {
  Answers answers = whole(ticks);
  answers.emplace_back(bother);
  return answers;
}

Answers with(Answers answers, std::size_t index, ItemAnswer value) {
  answers.at(index) = std::move(value);
  return answers;
}

Answers then(Answers answers, const Answers& more) {
  answers.insert(answers.end(), more.begin(), more.end());
  return answers;
}

struct Case {
  std::string name;
  InstrumentId id;
  Answers answers;
  std::optional<double> score;
  double tolerance;
  std::string band;
};

std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }

class ReferenceCase : public testing::TestWithParam<Case> {};

TEST_P(ReferenceCase, Scored_GivesPublishedResult) {
  const Case& c = GetParam();
  const Result<Score> result = score(c.id, c.answers);
  ASSERT_TRUE(result) << describe(result.error());
  ASSERT_EQ(result->score.has_value(), c.score.has_value()) << result->reason;
  if (c.score) {
    EXPECT_NEAR(*result->score, *c.score, c.tolerance);
  } else {
    EXPECT_FALSE(result->reason.empty());
    EXPECT_FALSE(result->valid);
  }
  if (!c.band.empty()) {
    EXPECT_EQ(result->band, c.band);
  }
}

// Oracle: reference cases of the named ids, taken over by value (another implementation's unit
// tests, the Keele scoring rule, the PROMIS table, the Polish value set).
INSTANTIATE_TEST_SUITE_P(
    Paper, ReferenceCase,
    testing::Values(
        Case{"ODI-1", Odi, whole({1, 5, 4, 4, 3, 0, 1, 5, 3, 4}), 60, 0, "severe"},
        Case{"ODI-2", Odi, with(whole({5, 5, 3, 3, 0, 0, 0, 0, 0, 0}), 9, kNull), 35.5556, 0.001,
             "moderate"},
        Case{"ODI-3", Odi, whole({2, 2, 2, 2, 2, 3, 3, 3, 3, 3}), 50, 0, "severe"},
        Case{"ODI-4", Odi, Answers(10, kNull), std::nullopt, 0, ""},
        Case{"SBT-1", StartBack9, start_back({1, 0, 1, 0, 0, 1, 0, 0}, "very much"), 4, 0,
             "medium"},
        Case{"SBT-1b", StartBack9, start_back({1, 0, 1, 0, 0, 1, 0, 0}, "extremely"), 4, 0,
             "medium"},
        Case{"SBT-2", StartBack9, start_back({1, 1, 1, 1, 0, 0, 0, 0}, "not at all"), 4, 0,
             "medium"},
        Case{"SBT-3", StartBack9, start_back({0, 0, 0, 0, 1, 1, 1, 1}, "slightly"), 4, 0, "high"},
        Case{"SBT-4", StartBack9, start_back({1, 1, 1, 0, 0, 0, 0, 0}, "moderately"), 3, 0, "low"},
        Case{"OMPSQ10-1", Ompsq10, whole({1, 0, 4, 3, 1, 5, 0, 2, 6, 9}), 21, 0, "low"},
        Case{"OMPSQ10-2", Ompsq10, same(10, 5), 50, 0, "high"},
        Case{"OMPSQ10-3", Ompsq10, whole({10, 10, 10, 10, 10, 0, 10, 10, 0, 0}), 100, 0, "high"},
        Case{"OMPSQ10-4", Ompsq10, whole({1, 0, 0, 0, 0, 10, 0, 0, 10, 10}), 1, 0, "low"},
        Case{"TSK17-1", Tsk17, whole({2, 2, 2, 3, 2, 2, 2, 3, 3, 3, 3, 2, 3, 3, 3, 2, 3}), 43, 0,
             "high"},
        Case{"TSK17-2min", Tsk17, whole({1, 1, 1, 4, 1, 1, 1, 4, 1, 1, 1, 4, 1, 1, 1, 4, 1}), 17, 0,
             "low"},
        Case{"TSK17-2max", Tsk17, whole({4, 4, 4, 1, 4, 4, 4, 1, 4, 4, 4, 1, 4, 4, 4, 1, 4}), 68, 0,
             "high"},
        Case{"PROMISPI4a-4", PromisPi4a, same(4, 1), 41.6, 0, "within_normal"},
        Case{"PROMISPI4a-8", PromisPi4a, same(4, 2), 55.6, 0, "mild"},
        Case{"PROMISPI4a-12", PromisPi4a, whole({5, 1, 2, 4}), 61.2, 0, "moderate"},
        Case{"PROMISPI4a-20", PromisPi4a, same(4, 5), 75.6, 0, "severe"},
        Case{"EQ5D-PL-11111", Eq5d5lPl, whole({1, 1, 1, 1, 1}), 1, 1e-9, ""},
        Case{"EQ5D-PL-11112", Eq5d5lPl, whole({1, 1, 1, 1, 2}), 0.982, 1e-9, ""},
        Case{"EQ5D-PL-22222", Eq5d5lPl, whole({2, 2, 2, 2, 2}), 0.873, 1e-9, ""},
        Case{"EQ5D-PL-33333", Eq5d5lPl, whole({3, 3, 3, 3, 3}), 0.8, 1e-9, ""},
        Case{"EQ5D-PL-55555", Eq5d5lPl, whole({5, 5, 5, 5, 5}), -0.59, 1e-9, ""},
        Case{"EQ5D-PL-54321", Eq5d5lPl, whole({5, 4, 3, 2, 1}), 0.505, 1e-9, ""},
        Case{"EQ5D-PL-15421", Eq5d5lPl, whole({1, 5, 4, 2, 1}), 0.609, 1e-9, ""},
        Case{"EQ5D-PL-21342", Eq5d5lPl, whole({2, 1, 3, 4, 2}), 0.656, 1e-9, ""}));

// Oracle: by hand from the scoring table of the facts; workings beside each row.
INSTANTIATE_TEST_SUITE_P(
    Hand, ReferenceCase,
    testing::Values(
        Case{"nprs one item", Nprs, whole({7}), 7, 0, "severe"},
        Case{"nprs (7 + 3 + 4) / 3", Nprs, whole({7, 3, 4}), 14.0 / 3.0, 1e-12, "moderate"},
        Case{"nprs unanswered", Nprs, {kNull}, std::nullopt, 0, ""},
        Case{"nprs two of three", Nprs, with(whole({7, 3, 4}), 1, kNull), std::nullopt, 0, ""},
        Case{"psfs (2 + 5) / 2", Psfs, with(whole({2, 5, 0}), 2, kNull), 3.5, 0, ""},
        Case{"psfs all unanswered", Psfs, Answers(4, kNull), std::nullopt, 0, ""},
        Case{"odi 20 is still minimal", Odi, whole({1, 1, 1, 1, 1, 1, 1, 1, 1, 1}), 20, 0,
             "minimal"},
        Case{"odi 22 is moderate", Odi, whole({2, 1, 1, 1, 1, 1, 1, 1, 1, 1}), 22, 0, "moderate"},
        Case{"odi 9 of 45, 20 percent", Odi, with(same(10, 1), 3, kNull), 20, 1e-12, "minimal"},
        Case{"odi all fives", Odi, same(10, 5), 100, 0, "extreme"},
        Case{"odi two missing", Odi, with(with(same(10, 1), 3, kNull), 4, kNull), std::nullopt, 0,
             ""},
        Case{"rmdq24 three ticks", Rmdq24,
             then(whole({1, 1}), with(Answers(22, kNull), 4, ItemAnswer{true})), 3, 0, ""},
        Case{"rmdq23 all", Rmdq23, same(23, 1), 23, 0, ""},
        Case{"rmdq18 all", Rmdq18, same(18, 1), 18, 0, ""},
        Case{"rmdq11 all", Rmdq11, same(11, 1), 11, 0, ""},
        Case{"startback9 without item 3", StartBack9,
             with(start_back({1, 0, 1, 0, 0, 1, 0, 0}, "very much"), 2, kNull), std::nullopt, 0,
             ""},
        Case{"ompsq10 without one", Ompsq10, with(same(10, 5), 0, kNull), std::nullopt, 0, ""},
        Case{"ompsq21 is not verified", Ompsq21, same(21, 5), std::nullopt, 0, ""},
        Case{"comi-back is not verified", ComiBack, same(7, 3), std::nullopt, 0, ""},
        // Sixteen twos after reversal are 32 with item 4 = 3; one missing takes 2: 34.
        Case{"tsk17 one missing", Tsk17,
             with(whole({2, 2, 2, 3, 2, 2, 2, 3, 2, 2, 2, 3, 2, 2, 2, 3, 2}), 16, kNull), 34, 1e-12,
             "low"},
        // Item 4 is reversed: missing it, the others (after reversal 15 × 2 + 1 × 1 = 31) give
        // 31 + 31 / 16 = 32.9375.
        Case{"tsk17 a reversed one missing", Tsk17,
             with(whole({1, 2, 2, 3, 2, 2, 2, 3, 2, 2, 2, 3, 2, 2, 2, 3, 2}), 3, kNull), 32.9375,
             1e-12, "low"},
        Case{"tsk17 three missing", Tsk17, then(Answers(3, kNull), same(14, 2)), std::nullopt, 0,
             ""},
        Case{"tsk11 no reversal", Tsk11, same(11, 4), 44, 0, ""},
        Case{"fabq has no total", Fabq, with(same(16, 1), 1, kNull), std::nullopt, 0, ""},
        Case{"pseq10 all fours", Pseq10, same(10, 4), 40, 0, "good"},
        Case{"pseq10 all twos", Pseq10, same(10, 2), 20, 0, "low"},
        Case{"pcs 13 × 2", Pcs, same(13, 2), 26, 0, "low"},
        Case{"pcs 30", Pcs, whole({4, 4, 4, 4, 4, 4, 4, 2, 0, 0, 0, 0, 0}), 30, 0, "high"},
        Case{"phq2", Phq2, whole({1, 2}), 3, 0, "positive"},
        // 7 answered with sum 9: 9 + 2 × 9 / 7.
        Case{"phq9 two missing", Phq9, then(Answers(2, kNull), whole({1, 2, 0, 3, 1, 1, 1})),
             9 + 18.0 / 7.0, 1e-12, "moderate"},
        Case{"phq9 three missing", Phq9, then(Answers(3, kNull), same(6, 1)), std::nullopt, 0, ""},
        Case{"phq9 nine", Phq9, same(9, 1), 9, 0, "mild"},
        Case{"phq9 twenty", Phq9, whole({3, 3, 3, 3, 3, 3, 2, 0, 0}), 20, 0, "severe"},
        Case{"phq9 nineteen", Phq9, whole({3, 3, 3, 3, 3, 3, 1, 0, 0}), 19, 0, "moderately_severe"},
        Case{"gad2", Gad2, whole({1, 1}), 2, 0, "negative"},
        Case{"gad7", Gad7, same(7, 2), 14, 0, "moderate"},
        Case{"pgic", Pgic, whole({2}), 2, 0, "responder"},
        Case{"promis one missing", PromisPi4a, with(same(4, 2), 1, kNull), std::nullopt, 0, ""},
        Case{"eq5d one missing", Eq5d5lPl, with(same(5, 1), 4, kNull), std::nullopt, 0, ""},
        Case{"qbpds 20 × 5", Qbpds, same(20, 5), 100, 0, ""},
        // (2 + 3 + 4 + 5 + (6 + 8) / 2) / 5 = 21 / 5
        Case{"basdai", Basdai, whole({2, 3, 4, 5, 6, 8}), 4.2, 1e-12, "active"},
        Case{"basdai with halves", Basdai, Answers(6, 3.5), 3.5, 1e-12, "inactive"},
        Case{"own usual pain", UsualPain, whole({5}), 5, 0, ""},
        Case{"own sleep", Sleep, whole({0}), 0, 0, ""},
        Case{"own mood", Mood, whole({10}), 10, 0, ""},
        Case{"own fear of movement", FearOfMovement, whole({3}), 3, 0, ""},
        Case{"own confidence", Confidence, {kNull}, std::nullopt, 0, ""}));

std::optional<double> part(const Score& score, const std::string& name) {
  for (const Subscale& subscale : score.subscales) {
    if (subscale.name == name) return subscale.value;
  }
  return std::nullopt;
}

// Oracle: by hand. Items 6–9 are positive: 1, and item 9 at the second highest level.
TEST(StartBack, Psychosocial_CountsItemsFiveToNine) {
  const auto result = score(StartBack9, start_back({1, 0, 1, 0, 0, 1, 0, 0}, "very much"));
  EXPECT_EQ(part(*result, "psychosocial"), 2.0);  // SBT-1: psych 2
  EXPECT_EQ(
      part(*score(StartBack9, start_back({1, 1, 1, 1, 0, 0, 0, 0}, "slightly")), "psychosocial"),
      0.0);  // SBT-2: psych 0
}

TEST(StartBack, BooleansAndNumbers_AgreeAndMissingPartIsNull) {
  Answers ticks{true, false, true, false, false, true, false, false, std::string("moderately")};
  EXPECT_EQ(score(StartBack9, ticks)->score, 3.0);
  EXPECT_FALSE(part(*score(StartBack9, with(ticks, 5, kNull)), "psychosocial"));
}

// Oracle: by hand. ItemAnswer = item number modulo 7: PA = 2+3+4+5 = 14, W = 6+0+2+3+4+5+1 = 21.
TEST(Fabq, Subscales_LeaveOutUnscoredItems) {
  Answers answers;
  for (std::int64_t i = 1; i <= 16; ++i) answers.emplace_back(i % 7);
  const auto result = score(Fabq, with(answers, 12, kNull));
  EXPECT_TRUE(result->valid);
  EXPECT_FALSE(result->score);
  EXPECT_TRUE(result->reason.empty());
  EXPECT_EQ(part(*result, "physical_activity"), 14.0);
  EXPECT_EQ(part(*result, "work"), 21.0);
  EXPECT_EQ(high_psychological_load(*result), false);
}

TEST(Fabq, ScoredItemMissing_GivesTheOtherSubscaleOnly) {
  const auto result = score(Fabq, with(same(16, 4), 5, kNull));
  EXPECT_FALSE(result->valid);
  EXPECT_EQ(part(*result, "physical_activity"), 16.0);
  EXPECT_FALSE(part(*result, "work"));
  EXPECT_EQ(high_psychological_load(*result), true);  // 16 is above 15
}

// Oracle: by hand. Item number modulo 5: 8–11 = 3+4+0+1 = 8; 6, 7, 13 = 1+2+3 = 6;
// 1–5, 12 = 1+2+3+4+0+2 = 12.
TEST(Pcs, Subscales_SumTheirItems) {
  Answers answers;
  for (std::int64_t i = 1; i <= 13; ++i) answers.emplace_back(i % 5);
  const auto result = score(Pcs, answers);
  EXPECT_EQ(result->score, 26.0);
  EXPECT_EQ(part(*result, "rumination"), 8.0);
  EXPECT_EQ(part(*result, "magnification"), 6.0);
  EXPECT_EQ(part(*result, "helplessness"), 12.0);
}

// Oracle: table of facts 2.3, raw 4 and 20.
TEST(Promis, StandardError_ComesFromTheTable) {
  EXPECT_EQ(part(*score(PromisPi4a, same(4, 1)), "standard_error"), 6.1);
  EXPECT_EQ(part(*score(PromisPi4a, same(4, 5)), "standard_error"), 3.7);
}

TEST(Rmdq, NothingAnswered_CountsAsNotTickedAndSaysSo) {
  const auto result = score(Rmdq24, Answers(24, kNull));
  EXPECT_EQ(result->score, 0.0);
  EXPECT_EQ(result->answered, 0U);
  EXPECT_FALSE(result->reason.empty());
}

TEST(Tsk, HighLoad_StartsAtThirtySeven) {
  // Fifteen twos after reversal, one 3 and one 4: 37; with a 3 instead of the 4: 36.
  Answers answers = whole({4, 3, 2, 3, 2, 2, 2, 3, 2, 2, 2, 3, 2, 2, 2, 3, 2});
  EXPECT_EQ(score(Tsk17, answers)->score, 37.0);
  EXPECT_EQ(high_psychological_load(*score(Tsk17, answers)), true);
  EXPECT_EQ(high_psychological_load(*score(Tsk17, with(answers, 0, std::int64_t{3}))), false);
  EXPECT_FALSE(high_psychological_load(*score(Odi, same(10, 5))));
}

TEST(Phq9, LastItem_OpensTheCrisisPath) {
  EXPECT_TRUE(reports_self_harm(Phq9, with(same(9, 0), 8, std::int64_t{1})));
  EXPECT_FALSE(reports_self_harm(Phq9, same(9, 0)));
  EXPECT_FALSE(reports_self_harm(Pseq10, same(10, 3)));
}

struct BadCase {
  InstrumentId id;
  Answers answers;
  ErrorCode code;
  std::string where;
};

// Oracle: the format of `plumbline score`: the error names the item.
TEST(Score, BadAnswers_NameThePlace) {
  const std::vector<BadCase> cases = {
      {Odi, same(9, 1), ErrorCode::WrongLength, "/answers"},
      {Odi, with(same(10, 1), 2, std::int64_t{6}), ErrorCode::OutOfRange, "/answers/2"},
      {Odi, with(same(10, 1), 2, std::int64_t{-1}), ErrorCode::OutOfRange, "/answers/2"},
      {Odi, with(same(10, 1), 9, 1.5), ErrorCode::WrongType, "/answers/9"},
      {Odi, with(same(10, 1), 0, 6.5), ErrorCode::OutOfRange, "/answers/0"},
      {Odi, with(same(10, 1), 0, true), ErrorCode::WrongType, "/answers/0"},
      {Odi, with(same(10, 1), 0, std::string("slightly")), ErrorCode::WrongType, "/answers/0"},
      {Rmdq24, with(same(24, 0), 23, std::int64_t{2}), ErrorCode::OutOfRange, "/answers/23"},
      {StartBack9, start_back({1, 0, 1, 0, 0, 1, 0, 0}, "a lot"), ErrorCode::UnknownWord,
       "/answers/8"},
      {StartBack9, same(9, 0), ErrorCode::WrongType, "/answers/8"},
      {Ompsq10, with(same(10, 5), 0, std::int64_t{0}), ErrorCode::OutOfRange, "/answers/0"},
      {Ompsq21, with(same(21, 5), 20, std::int64_t{11}), ErrorCode::OutOfRange, "/answers/20"},
      {ComiBack, same(6, 1), ErrorCode::WrongLength, "/answers"},
      {Psfs, same(2, 1), ErrorCode::WrongLength, "/answers"},
      {Nprs, same(2, 1), ErrorCode::WrongLength, "/answers"},
      {Eq5d5lPl, with(same(5, 1), 3, std::int64_t{0}), ErrorCode::OutOfRange, "/answers/3"},
      {Basdai, Answers(6, 10.5), ErrorCode::OutOfRange, "/answers/0"},
  };
  for (const BadCase& c : cases) {
    const auto result = score(c.id, c.answers);
    ASSERT_FALSE(result) << word(c.id) << c.where;
    EXPECT_EQ(result.error().code, c.code) << word(c.id) << c.where;
    EXPECT_EQ(result.error().where, c.where);
    EXPECT_FALSE(result.error().message.empty());
  }
}

TEST(Score, WholeNumberWrittenAsDouble_IsAccepted) {
  EXPECT_EQ(score(Odi, Answers(10, 2.0))->score, 40.0);
}

}  // namespace
}  // namespace plumbline::clinical
