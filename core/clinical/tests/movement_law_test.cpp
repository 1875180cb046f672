// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

#include "plumbline/clinical/change.hpp"
#include "plumbline/clinical/test_gate.hpp"

namespace plumbline::clinical {
namespace {

template <class E>
E any_word() {
  return static_cast<E>(*rc::gen::inRange<int>(0, kWordCount<E>));
}

TestGateInputs any_inputs() {
  TestGateInputs in;
  in.age = *rc::gen::inRange(18, 100);
  in.sex = any_word<Sex>();
  in.usual_pain = *rc::gen::inRange(0, 11);
  in.conditions = WordSet<Condition>{any_word<Condition>()};
  in.derived.insert(any_word<DerivedFlag>());
  in.irritability = any_word<Irritability>();
  in.urgent_flag_open = *rc::gen::inRange(0, 10) == 0;
  return in;
}

bool at_least_as_strict(const TestGate& a, const TestGate& b) { return a.verdict >= b.verdict; }

// Law: telling one more condition or flag, opening a warning sign, or more pain never loosens the
// gate, except that a rating of knee pain may answer the question that closed it.
RC_GTEST_PROP(TestGateLaw, MoreTrouble_NeverLoosens, ()) {
  const TestGateInputs before = any_inputs();
  const auto test = any_word<MovementTest>();
  TestGateInputs after = before;
  after.conditions->insert(any_word<Condition>());
  after.derived.insert(any_word<DerivedFlag>());
  after.usual_pain = std::min(10, before.usual_pain + *rc::gen::inRange(0, 4));
  after.age = before.age + *rc::gen::inRange(0, 20);
  after.urgent_flag_open = before.urgent_flag_open || *rc::gen::arbitrary<bool>();
  RC_ASSERT(at_least_as_strict(gate(test, after), gate(test, before)));
}

// Law: a refusal and a need for support are always explained, and nothing else is.
RC_GTEST_PROP(TestGateLaw, Reasons_StandWhereTheyAreNeeded, ()) {
  const TestGate found = gate(any_word<MovementTest>(), any_inputs());
  RC_ASSERT(found.reasons.empty() == (found.verdict == GateVerdict::Allowed));
  RC_ASSERT(found.stop_at_pain <= 10);
}

SidedSeconds swapped(const SidedSeconds& s) { return {s.right, s.left, s.either}; }

std::optional<Side> swapped(std::optional<Side> side) {
  if (side == Side::Left) return Side::Right;
  if (side == Side::Right) return Side::Left;
  return side;
}

// Law: swapping left and right swaps the sides of the findings and nothing else.
RC_GTEST_PROP(MovementTestLaw, MirrorImage_MirrorsFindings, ()) {
  MovementTests tests;
  tests.single_leg_stance_s = {*rc::gen::inRange(0, 40), *rc::gen::inRange(0, 40), {}};
  tests.side_bridge_s = {*rc::gen::inRange(0, 60), *rc::gen::inRange(0, 60), {}};
  MovementTests mirrored = tests;
  mirrored.single_leg_stance_s = swapped(tests.single_leg_stance_s);
  mirrored.side_bridge_s = swapped(tests.side_bridge_s);
  const auto a = movement_test_findings(tests, 40, Sex::Other);
  const auto b = movement_test_findings(mirrored, 40, Sex::Other);
  RC_ASSERT(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    RC_ASSERT(a[i].flag == b[i].flag);
    RC_ASSERT(swapped(a[i].side) == b[i].side);
  }
}

// Law: a better result never adds a finding.
RC_GTEST_PROP(MovementTestLaw, MoreStands_NeverAddAFinding, ()) {
  const std::int32_t age = *rc::gen::inRange(50, 100);
  MovementTests tests;
  tests.chair_stand_30s = *rc::gen::inRange(0, 25);
  const auto fewer = movement_test_findings(tests, age, Sex::Male);
  *tests.chair_stand_30s += 1;
  RC_ASSERT(movement_test_findings(tests, age, Sex::Male).size() <= fewer.size());
}

std::vector<Assessment> any_assessments() {
  std::vector<Assessment> out;
  std::int32_t day = *rc::gen::inRange(0, 1000);
  const int count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    out.push_back({LocalDate::from_days(day), static_cast<double>(*rc::gen::inRange(0, 11))});
    day += *rc::gen::inRange(1, 10);
  }
  return out;
}

// Law: shifting all days by whole weeks changes nothing, nor does the order of the list.
RC_GTEST_PROP(DeteriorationLaw, ShiftAndOrder_ChangeNothing, ()) {
  const std::vector<Assessment> all = any_assessments();
  std::vector<Assessment> shifted = all;
  for (Assessment& a : shifted) a.on = a.on.plus(7);
  std::ranges::reverse(shifted);
  const auto a = find_deterioration(InstrumentId::Nprs, all);
  const auto b = find_deterioration(InstrumentId::Nprs, shifted);
  RC_ASSERT(a.has_value() == b.has_value());
  if (a) RC_ASSERT(a->baseline == b->baseline);
  if (a) RC_ASSERT(a->from.plus(7) == b->from);
}

// Law: a worse latest score never closes an alert, and an alert is never about improvement.
RC_GTEST_PROP(DeteriorationLaw, WorseLatestScore_NeverClosesAnAlert, ()) {
  std::vector<Assessment> all = any_assessments();
  const auto found = find_deterioration(InstrumentId::Nprs, all);
  if (!found) return;
  RC_ASSERT(all.back().score >= found->baseline + found->threshold);
  all.back().score += 1;
  RC_ASSERT(find_deterioration(InstrumentId::Nprs, all).has_value());
}

}  // namespace
}  // namespace plumbline::clinical
