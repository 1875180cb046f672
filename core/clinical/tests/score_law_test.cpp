// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

#include "plumbline/clinical/score.hpp"

namespace plumbline::clinical {
namespace {

using Answers = std::vector<ItemAnswer>;

InstrumentId any_instrument() {
  return static_cast<InstrumentId>(*rc::gen::inRange<int>(0, kWordCount<InstrumentId>));
}

ItemAnswer any_answer(const ItemGroup& form) {
  if (form.kind == ItemKind::Word) {
    return std::string(
        word(static_cast<Bothersomeness>(*rc::gen::inRange<int>(0, kWordCount<Bothersomeness>))));
  }
  return std::int64_t{*rc::gen::inRange<std::int32_t>(form.low, form.high + 1)};
}

Answers any_answers(InstrumentId id) {
  const InstrumentStructure& s = structure(id);
  Answers answers;
  const std::size_t count = *rc::gen::elementOf(std::vector(s.lengths.begin(), s.lengths.end()));
  for (std::size_t i = 0; i < count; ++i) answers.push_back(any_answer(item_form(s, i)));
  return answers;
}

// Law: every complete set of answers inside the ranges is read, and everything is answered.
RC_GTEST_PROP(ScoreLaw, CompleteAnswers_AreAlwaysRead, ()) {
  const InstrumentId id = any_instrument();
  const Answers answers = any_answers(id);
  const Result<Score> result = score(id, answers);
  RC_ASSERT(result.has_value());
  RC_ASSERT(result->answered == answers.size());
  RC_ASSERT(result->valid != (id == InstrumentId::Ompsq21 || id == InstrumentId::ComiBack));
}

// Law: raising an item that is not reversed never lowers the score, and a reversed one never
// raises it. The utility of EQ-5D falls with its levels instead.
RC_GTEST_PROP(ScoreLaw, OneStepMore_MovesTheScoreTheRightWay, ()) {
  const InstrumentId id = any_instrument();
  Answers answers = any_answers(id);
  const auto index = *rc::gen::inRange<std::size_t>(0, answers.size());
  const ItemGroup form = item_form(structure(id), index);
  RC_PRE(form.kind != ItemKind::Word);
  const auto before = std::get<std::int64_t>(answers[index]);
  RC_PRE(before < form.high);
  const Result<Score> low = score(id, answers);
  answers[index] = before + 1;
  const Result<Score> high = score(id, answers);
  if (!low->score) return;
  const bool falls = is_reversed(structure(id), index) || id == InstrumentId::Eq5d5lPl;
  RC_ASSERT((falls ? *high->score <= *low->score : *high->score >= *low->score));
}

// Law: leaving an answer out never makes an instrument that requires all items give a score, and
// never raises the count of answered items.
RC_GTEST_PROP(ScoreLaw, LeavingOut_NeverInvents, ()) {
  const InstrumentId id = any_instrument();
  Answers answers = any_answers(id);
  const auto index = *rc::gen::inRange<std::size_t>(0, answers.size());
  answers[index] = std::monostate{};
  const Result<Score> result = score(id, answers);
  RC_ASSERT(result.has_value());
  RC_ASSERT(result->answered == answers.size() - 1);
  if (structure(id).missing == MissingRule::AllRequired) RC_ASSERT(!result->score);
}

// Law: leaving out what the rule allows stays between the scores with the best and the worst
// answer in its place.
RC_GTEST_PROP(ScoreLaw, AllowedGap_StaysBetweenBestAndWorst, ()) {
  const InstrumentId id =
      *rc::gen::element(InstrumentId::Odi, InstrumentId::Tsk17, InstrumentId::Phq9,
                        InstrumentId::Rmdq24, InstrumentId::Psfs);
  Answers answers = any_answers(id);
  const auto index = *rc::gen::inRange<std::size_t>(0, answers.size());
  const ItemGroup form = item_form(structure(id), index);
  answers[index] = std::int64_t{form.low};
  const double a = *score(id, answers)->score;
  answers[index] = std::int64_t{form.high};
  const double b = *score(id, answers)->score;
  answers[index] = std::monostate{};
  const double gap = *score(id, answers)->score;
  RC_ASSERT(gap >= std::min(a, b) - 1e-9);
  RC_ASSERT(gap <= std::max(a, b) + 1e-9);
}

// Law: where all items have one form and none is reversed, their order does not matter.
RC_GTEST_PROP(ScoreLaw, Permutation_LeavesPlainSumsAlone, ()) {
  const InstrumentId id = *rc::gen::element(
      InstrumentId::Odi, InstrumentId::Rmdq24, InstrumentId::Tsk11, InstrumentId::Phq9,
      InstrumentId::Gad7, InstrumentId::Qbpds, InstrumentId::PromisPi4a, InstrumentId::Pcs);
  Answers answers = any_answers(id);
  Answers turned = answers;
  std::ranges::reverse(turned);
  RC_ASSERT(score(id, answers)->score == score(id, turned)->score);
  RC_ASSERT(score(id, answers)->band == score(id, turned)->band);
}

// Law: a value just outside its range is refused at its own place, whatever the others are.
RC_GTEST_PROP(ScoreLaw, OutOfRange_IsRefusedInPlace, ()) {
  const InstrumentId id = any_instrument();
  Answers answers = any_answers(id);
  const auto index = *rc::gen::inRange<std::size_t>(0, answers.size());
  const ItemGroup form = item_form(structure(id), index);
  RC_PRE(form.kind != ItemKind::Word);
  answers[index] = std::int64_t{*rc::gen::element(form.low - 1, form.high + 1)};
  const Result<Score> result = score(id, answers);
  RC_ASSERT(!result.has_value());
  RC_ASSERT(result.error().where == "/answers/" + std::to_string(index));
}

}  // namespace
}  // namespace plumbline::clinical
