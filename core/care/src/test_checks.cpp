// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/test_checks.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "plumbline/clinical/test_gate.hpp"

namespace plumbline::care {
namespace {

using clinical::DerivedFlag;
using clinical::MovementTest;
using record::PersonState;

/// @source rules 1.1: the chair stand has a norm from 60 on
constexpr std::int32_t kChairStandAge = 60;
/// @source rules 1.4, 1.6: balance is a need from 65 on
constexpr std::int32_t kBalanceAge = 65;
/// @source rules 3.5: chair stand every four weeks for older people
constexpr std::int32_t kFourWeeks = 28;

std::optional<LocalDate> last_done(const PersonState& state, MovementTest test, LocalDate day) {
  std::optional<LocalDate> last;
  for (const auto& done : state.tests) {
    if (done.day <= day && done.body.test == test) last = done.day;
  }
  return last;
}

clinical::TestGateInputs gate_inputs(const Situation& s) {
  const clinical::Profile& p = s.at.profile;
  clinical::TestGateInputs in;
  in.age = p.person.age;
  in.sex = p.person.sex;
  in.conditions = p.conditions;
  in.derived = s.derived.flags;
  in.irritability = p.irritability;
  in.usual_pain = s.at.usual_pain;
  for (const clinical::PainArea& area : p.pain) {
    if (area.region != clinical::Region::Knee) continue;
    in.knee_pain = std::max(in.knee_pain.value_or(0), area.intensity);
  }
  in.urgent_flag_open = s.safety.locked.has_value();
  in.heart_symptoms = s.circumstances.filters.contains(exercise::FilterWord::SevereHypertension);
  return in;
}

/// Collects the tests that the gate lets through.
class TestsDue {
 public:
  TestsDue(const PersonState& state, const Situation& s)
      : state_(state), s_(s), gate_(gate_inputs(s)) {}

  /// At the start, and again `every` days after the last time where it is repeated.
  void ask(MovementTest test, std::string check, std::optional<std::int32_t> every,
           std::string text) {
    const auto last = last_done(state_, test, s_.day);
    if (last && !every) return;
    const clinical::TestGate gate = clinical::gate(test, gate_);
    if (gate.verdict == clinical::GateVerdict::Refused) return;
    if (gate.verdict == clinical::GateVerdict::AllowedWithSupport) {
      text += " Stand beside something firm.";
    }
    const LocalDate due = last ? last->plus(*every) : s_.at.profile_day;
    out_.push_back({std::move(check),
                    due,
                    {"1.5/test",
                     {{"date", format_date(due)},
                      {"gate", std::string(word(gate.verdict))},
                      {"stop_at_pain", std::int64_t{gate.stop_at_pain}}},
                     "due",
                     text + " Stop if pain reaches " + std::to_string(gate.stop_at_pain) + "."}});
  }

  std::vector<DueCheck> take() { return std::move(out_); }

 private:
  const PersonState& state_;
  const Situation& s_;
  clinical::TestGateInputs gate_;
  std::vector<DueCheck> out_;
};

}  // namespace

std::vector<DueCheck> compute_test_checks(const PersonState& state, const Situation& s) {
  TestsDue due(state, s);
  const std::int32_t age = s.at.profile.person.age;
  const bool falls = s.derived.flags.contains(DerivedFlag::FallsRisk);
  const bool again = age >= kBalanceAge || falls;
  if (age >= kChairStandAge || falls) {
    due.ask(MovementTest::ChairStand30s, "chair_stand",
            again ? std::optional(kFourWeeks) : std::nullopt,
            "How many times can you stand up in 30 seconds?");
  }
  if (again) {
    due.ask(MovementTest::SingleLegStanceS, "single_leg_stance", std::nullopt,
            "How long can you stand on one leg?");
  }
  const bool lumbar =
      clinical::has_pain_in(s.at.profile, {clinical::Region::Lumbar, clinical::Region::Sacrum});
  if (lumbar && s.at.onset_days > clinical::kLongStandingDays) {
    due.ask(MovementTest::SideBridgeS, "side_bridge", std::nullopt,
            "How long can you hold the side bridge, left and right?");
    due.ask(MovementTest::TrunkExtensorS, "trunk_extensor", std::nullopt,
            "How long can you hold your trunk level, face down?");
  }
  return due.take();
}

}  // namespace plumbline::care
