// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/test_gate.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plumbline::clinical {
namespace {

using enum MovementTest;

TestGateInputs healthy() {
  TestGateInputs in;
  in.age = 40;
  in.sex = Sex::Female;
  in.conditions = WordSet<Condition>{};
  in.irritability = Irritability::Low;
  in.usual_pain = 3;
  return in;
}

TestGateInputs with_condition(Condition condition) {
  TestGateInputs in = healthy();
  in.conditions->insert(condition);
  return in;
}

GateVerdict verdict(MovementTest test, const TestGateInputs& in) { return gate(test, in).verdict; }

const std::vector<MovementTest> kAll = {ChairStand30s,    ChairStand5xS, ForwardReachCm,
                                        SingleLegStanceS, SideBridgeS,   TrunkExtensorS};

// Oracle for all: rules 1.5, sentence by sentence.
TEST(TestGate, HealthyPerson_MayDoEverythingAndStopsAtUsualPlusTwo) {
  for (MovementTest test : kAll) {
    const TestGate found = gate(test, healthy());
    EXPECT_EQ(found.verdict, GateVerdict::Allowed) << word(test);
    EXPECT_TRUE(found.reasons.empty());
    EXPECT_EQ(found.stop_at_pain, 5);
  }
}

TEST(TestGate, OpenFlagOrUsualPainOfSeven_RefusesEverything) {
  TestGateInputs flagged = healthy();
  flagged.urgent_flag_open = true;
  TestGateInputs sore = healthy();
  sore.usual_pain = 7;
  for (MovementTest test : kAll) {
    EXPECT_EQ(verdict(test, flagged), GateVerdict::Refused) << word(test);
    EXPECT_EQ(verdict(test, sore), GateVerdict::Refused) << word(test);
    EXPECT_EQ(gate(test, sore).reasons.at(0).rule, "1.5");
  }
  sore.usual_pain = 6;
  EXPECT_EQ(verdict(ForwardReachCm, sore), GateVerdict::Allowed);
}

TEST(TestGate, ForwardBend_ExcludedWithBonesNerveOrIrritability) {
  EXPECT_EQ(verdict(ForwardReachCm, with_condition(Condition::Osteoporosis)), GateVerdict::Refused);
  EXPECT_EQ(verdict(ForwardReachCm, with_condition(Condition::VertebralFracture)),
            GateVerdict::Refused);
  TestGateInputs in = healthy();
  in.derived.insert(DerivedFlag::AcuteRadicular);
  EXPECT_EQ(verdict(ForwardReachCm, in), GateVerdict::Refused);
  in = healthy();
  in.irritability = Irritability::High;
  EXPECT_EQ(verdict(ForwardReachCm, in), GateVerdict::Refused);
  in.irritability.reset();
  EXPECT_EQ(verdict(ForwardReachCm, in), GateVerdict::Allowed);
}

TEST(TestGate, SideBridge_ExcludedWithItsFiveWords) {
  for (Condition condition : {Condition::UncontrolledHypertension, Condition::ShoulderPain,
                              Condition::PregnancyLate, Condition::Osteoporosis}) {
    EXPECT_EQ(verdict(SideBridgeS, with_condition(condition)), GateVerdict::Refused);
  }
  TestGateInputs in = healthy();
  in.irritability = Irritability::High;
  EXPECT_EQ(verdict(SideBridgeS, in), GateVerdict::Refused);
  EXPECT_EQ(verdict(SideBridgeS, with_condition(Condition::KneePain)), GateVerdict::Allowed);
}

TEST(TestGate, OneLegStand_NeedsSupportFromSixtyFiveOrWithFallsRisk) {
  TestGateInputs in = healthy();
  in.age = 65;
  EXPECT_EQ(verdict(SingleLegStanceS, in), GateVerdict::AllowedWithSupport);
  in.age = 64;
  EXPECT_EQ(verdict(SingleLegStanceS, in), GateVerdict::Allowed);
  in.derived.insert(DerivedFlag::FallsRisk);
  EXPECT_EQ(verdict(SingleLegStanceS, in), GateVerdict::AllowedWithSupport);
  EXPECT_EQ(gate(SingleLegStanceS, in).reasons.size(), 1U);
}

TEST(TestGate, ChairStand_ExcludedWithKneePainOfSevenOrHeartSymptoms) {
  TestGateInputs in = with_condition(Condition::KneePain);
  EXPECT_EQ(verdict(ChairStand30s, in), GateVerdict::Refused);  // not rated
  in.knee_pain = 6;
  EXPECT_EQ(verdict(ChairStand30s, in), GateVerdict::Allowed);
  in.knee_pain = 7;
  EXPECT_EQ(verdict(ChairStand5xS, in), GateVerdict::Refused);
  in = healthy();
  in.heart_symptoms = true;
  EXPECT_EQ(verdict(ChairStand30s, in), GateVerdict::Refused);
  EXPECT_EQ(verdict(SingleLegStanceS, in), GateVerdict::Allowed);
}

// Oracle: rules 1.1, conditions not asked: from 65, women from 50.
TEST(TestGate, ConditionsNotAsked_CountAsWeakBonesFromAnAge) {
  TestGateInputs in = healthy();
  in.conditions.reset();
  EXPECT_EQ(verdict(ForwardReachCm, in), GateVerdict::Allowed);
  in.age = 50;
  EXPECT_EQ(verdict(ForwardReachCm, in), GateVerdict::Refused);
  in.sex = Sex::Male;
  EXPECT_EQ(verdict(ForwardReachCm, in), GateVerdict::Allowed);
  in.age = 65;
  EXPECT_EQ(verdict(SideBridgeS, in), GateVerdict::Refused);
}

}  // namespace
}  // namespace plumbline::clinical
