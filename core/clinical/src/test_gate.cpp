// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/test_gate.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace plumbline::clinical {
namespace {

/// @source rules 1.5: no test at a usual pain of 7 or more
constexpr std::int32_t kTooMuchPain = 7;
/// @source rules 1.5: chair stand refused with knee pain of 7 or more
constexpr std::int32_t kTooMuchKneePain = 7;
/// @source rules 1.5: a test stops at usual pain + 2
constexpr std::int32_t kStopAbove = 2;
constexpr std::int32_t kMostPain = 10;
/// @source rules 1.5: one-leg stand only with a support from 65
constexpr std::int32_t kSupportAge = 65;
/// @source rules 1.1: conditions not asked count as osteoporosis from these ages
constexpr std::int32_t kBoneAge = 65;
constexpr std::int32_t kBoneAgeWomen = 50;

/// The tests that load or hold in the same way.
enum class TestFamily : unsigned char { Bend, SideBridge, ExtensorHold, OneLeg, Chair };

TestFamily family(MovementTest test) {
  switch (test) {
    case MovementTest::ForwardReachCm:
      return TestFamily::Bend;
    case MovementTest::SideBridgeS:
      return TestFamily::SideBridge;
    case MovementTest::TrunkExtensorS:
      return TestFamily::ExtensorHold;
    case MovementTest::SingleLegStanceS:
      return TestFamily::OneLeg;
    case MovementTest::ChairStand30s:
    case MovementTest::ChairStand5xS:
      break;
  }
  return TestFamily::Chair;
}

bool states(const TestGateInputs& in, Condition condition) {
  return in.conditions && in.conditions->contains(condition);
}

bool bone_may_be_weak(const TestGateInputs& in) {
  if (in.derived.contains(DerivedFlag::Osteoporosis) || states(in, Condition::Osteoporosis) ||
      states(in, Condition::VertebralFracture)) {
    return true;
  }
  if (in.conditions) return false;
  return in.age >= (in.sex == Sex::Male ? kBoneAge : kBoneAgeWomen);
}

bool late_pregnancy(const TestGateInputs& in) {
  return in.derived.contains(DerivedFlag::PregnancyLate) || states(in, Condition::PregnancyLate);
}

bool high_pressure(const TestGateInputs& in) {
  return in.derived.contains(DerivedFlag::UncontrolledHypertension) ||
         states(in, Condition::UncontrolledHypertension);
}

bool falls_risk(const TestGateInputs& in) {
  return in.derived.contains(DerivedFlag::FallsRisk) || states(in, Condition::FallsRisk);
}

bool highly_irritable(const TestGateInputs& in) { return in.irritability == Irritability::High; }

/// Gathers the reasons against one test.
class Gatekeeper {
 public:
  void refuse_if(bool found, const char* what, const char* text) {
    if (found) add(what, "refused", text);
  }
  void support_if(bool found, const char* what, const char* text) {
    if (found && !refused_) add(what, "with support", text);
  }
  TestGate finish(std::int32_t usual_pain) && {
    TestGate result;
    result.verdict = refused_           ? GateVerdict::Refused
                     : reasons_.empty() ? GateVerdict::Allowed
                                        : GateVerdict::AllowedWithSupport;
    result.reasons = std::move(reasons_);
    result.stop_at_pain = std::min(kMostPain, usual_pain + kStopAbove);
    return result;
  }
  void refuse_number_if(bool found, const char* name, std::int64_t value, const char* text) {
    if (!found) return;
    refused_ = true;
    reasons_.push_back({"1.5", {{name, value}}, "refused", text});
  }

 private:
  void add(const char* what, const char* verdict, const char* text) {
    refused_ = refused_ || std::string_view(verdict) == "refused";
    reasons_.push_back({"1.5", {{what, true}}, verdict, text});
  }
  bool refused_ = false;
  Rationale reasons_;
};

constexpr const char* kBoneText =
    "Weak bones, or not knowing about them, rule this test out: it bends or loads the spine.";

void gate_everything(const TestGateInputs& in, Gatekeeper& keeper) {
  keeper.refuse_if(in.urgent_flag_open, "urgent_flag_open",
                   "A warning sign is open, so there are no tests until it has been looked at.");
  keeper.refuse_number_if(in.usual_pain >= kTooMuchPain, "usual_pain", in.usual_pain,
                          "Your usual pain is high, so tests wait until it has eased.");
}

void gate_bend(const TestGateInputs& in, Gatekeeper& keeper) {
  keeper.refuse_if(bone_may_be_weak(in), "osteoporosis", kBoneText);
  keeper.refuse_if(in.derived.contains(DerivedFlag::AcuteRadicular), "acute_radicular",
                   "With leg symptoms this recent, bending to the limit can stir the nerve up.");
  keeper.refuse_if(highly_irritable(in), "irritability_high",
                   "Your back is easily stirred up, so there is no bending to the limit.");
}

/// Holds over five seconds are out with some conditions. @source rules 1.9
void gate_long_hold(const TestGateInputs& in, Gatekeeper& keeper) {
  const WordSet<Condition> against{Condition::Aneurysm, Condition::Retinopathy, Condition::Hernia};
  keeper.refuse_if(in.conditions && in.conditions->intersects(against), "no_long_holds",
                   "Long holds raise the pressure in the body, which is not for you.");
  keeper.refuse_if(high_pressure(in), "uncontrolled_hypertension",
                   "Long holds raise blood pressure, which is too high at the moment.");
  keeper.refuse_if(late_pregnancy(in), "pregnancy_late",
                   "Holding to the limit is not for this stage of pregnancy.");
  keeper.refuse_if(bone_may_be_weak(in), "osteoporosis", kBoneText);
  keeper.refuse_if(highly_irritable(in), "irritability_high",
                   "Your back is easily stirred up, so there are no holds to the limit.");
}

void gate_side_bridge(const TestGateInputs& in, Gatekeeper& keeper) {
  gate_long_hold(in, keeper);
  keeper.refuse_if(states(in, Condition::ShoulderPain), "shoulder_pain",
                   "This test rests on one shoulder, which hurts.");
}

/// Like the exercise that holds in the same way. @source exercises table, sorensen_hold
void gate_extensor_hold(const TestGateInputs& in, Gatekeeper& keeper) {
  gate_long_hold(in, keeper);
  keeper.refuse_if(in.derived.contains(DerivedFlag::AcuteRadicular), "acute_radicular",
                   "With leg symptoms this recent, there are no holds to the limit.");
  keeper.refuse_if(
      in.derived.contains(DerivedFlag::NeuroDeficit) || states(in, Condition::NeuroDeficit),
      "neuro_deficit", "With weakness in a leg this hold is not tested at home.");
  keeper.refuse_if(states(in, Condition::Glaucoma), "glaucoma",
                   "Long holds with the head low raise the pressure in the eye.");
}

void gate_one_leg(const TestGateInputs& in, Gatekeeper& keeper) {
  keeper.support_if(in.age >= kSupportAge, "from_65",
                    "Stand beside something firm and keep a hand close to it.");
  keeper.support_if(falls_risk(in), "falls_risk",
                    "Stand beside something firm and keep a hand close to it.");
}

void gate_chair(const TestGateInputs& in, Gatekeeper& keeper) {
  keeper.refuse_if(in.heart_symptoms || states(in, Condition::HeartCondition), "heart",
                   "Chest pain, breathlessness or a heart condition needs an all-clear first.");
  keeper.refuse_number_if(in.knee_pain && *in.knee_pain >= kTooMuchKneePain, "knee_pain",
                          in.knee_pain ? *in.knee_pain : 0,
                          "Your knee hurts too much for standing up many times.");
  keeper.refuse_if(!in.knee_pain && states(in, Condition::KneePain), "knee_pain_unrated",
                   "Tell first how strong your knee pain is.");
}

}  // namespace

TestGate gate(MovementTest test, const TestGateInputs& inputs) {
  Gatekeeper keeper;
  gate_everything(inputs, keeper);
  switch (family(test)) {
    case TestFamily::Bend:
      gate_bend(inputs, keeper);
      break;
    case TestFamily::SideBridge:
      gate_side_bridge(inputs, keeper);
      break;
    case TestFamily::ExtensorHold:
      gate_extensor_hold(inputs, keeper);
      break;
    case TestFamily::OneLeg:
      gate_one_leg(inputs, keeper);
      break;
    case TestFamily::Chair:
      gate_chair(inputs, keeper);
      break;
  }
  return std::move(keeper).finish(inputs.usual_pain);
}

}  // namespace plumbline::clinical
