// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Oracle: laws. Rules 2.3 (every rule is monotone), plan laws 3.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "triage_person.hpp"

namespace plumbline::clinical {
namespace {

template <class T>
std::optional<T> maybe(const rc::Gen<T>& gen) {
  return *rc::gen::inRange(0, 2) == 0 ? std::nullopt : std::optional<T>(*gen);
}

std::optional<bool> maybe_bool() { return maybe(rc::gen::arbitrary<bool>()); }

template <class E>
std::optional<E> maybe_word() {
  const int n = static_cast<int>(kWordCount<E>);
  const int i = *rc::gen::inRange(-1, n);
  return i < 0 ? std::nullopt : std::optional<E>(static_cast<E>(i));
}

std::optional<std::int32_t> maybe_days() {
  return maybe(rc::gen::element(0, 3, 10, 14, 15, 28, 29, 42, 43, 84, 85, 90, 91, 400));
}

void add_signs(FlagId id, FlagAnswer& a) {
  const WordSet<Qualifier> has = qualifiers_of(id);
  if (id == FlagId::Ce1) a.bladder_kind = maybe_word<BladderKind>();
  if (id == FlagId::In2) a.infection_risk = maybe_word<InfectionRisk>();
  if (id == FlagId::Vi1) a.visceral_kind = maybe_word<VisceralKind>();
  if (has.contains(Qualifier::Pattern)) a.pattern = maybe_word<BothLegsPattern>();
  if (has.contains(Qualifier::CannotLiftFoot)) a.cannot_lift_foot = maybe_bool();
  if (has.contains(Qualifier::GivingWay)) a.giving_way = maybe_bool();
  if (has.contains(Qualifier::Features)) a.features = maybe(rc::gen::inRange<std::int32_t>(1, 6));
  if (has.contains(Qualifier::CannotWalk)) a.cannot_walk = maybe_bool();
  if (has.contains(Qualifier::HeightLoss)) a.height_loss = maybe_bool();
  if (has.contains(Qualifier::Rigors)) a.rigors = maybe_bool();
  if (has.contains(Qualifier::Confusion)) a.confusion = maybe_bool();
  if (has.contains(Qualifier::Collapse)) a.collapse = maybe_bool();
  if (has.contains(Qualifier::Pulsating)) a.pulsating = maybe_bool();
  if (has.contains(Qualifier::KnownAneurysm)) a.known_aneurysm = maybe_bool();
  if (has.contains(Qualifier::VariesWithMovement)) a.varies_with_movement = maybe_bool();
  if (has.contains(Qualifier::Breathless)) a.breathless = maybe_bool();
  if (has.contains(Qualifier::Intent)) a.intent = maybe_bool();
}

FlagAnswer any_answer(FlagId id) {
  FlagAnswer a;
  a.answer = static_cast<ScreenAnswer>(*rc::gen::inRange(0, 3));
  // Half of the answers are plain.
  if (*rc::gen::arbitrary<bool>()) return a;
  a.since_days = maybe_days();
  a.worsening = maybe_bool();
  a.assessed = maybe_bool();
  add_signs(id, a);
  return a;
}

/// Any question; more often one of a few whose rows look at each other.
FlagId any_flag() {
  if (*rc::gen::arbitrary<bool>()) return static_cast<FlagId>(*rc::gen::inRange(0, 29));
  return *rc::gen::element(FlagId::Ce1, FlagId::Ce4, FlagId::Ce5, FlagId::Nd1, FlagId::Mc1,
                           FlagId::Ma1, FlagId::Ma3, FlagId::Ma5, FlagId::Fx2, FlagId::In2);
}

ScreenAnswers some_answers() {
  ScreenAnswers out;
  const int count = *rc::gen::inRange(0, 8);
  for (int i = 0; i < count; ++i) {
    const FlagId id = any_flag();
    out.set(id, any_answer(id));
  }
  return out;
}

WordSet<Condition> some_conditions() {
  WordSet<Condition> out;
  for (const Condition c : {Condition::Osteoporosis, Condition::VertebralFracture,
                            Condition::Aneurysm, Condition::Diabetes, Condition::Anticoagulant}) {
    if (*rc::gen::inRange(0, 5) == 0) out.insert(c);
  }
  return out;
}

TriageInput any_input() {
  TriageInput in;
  in.age = *rc::gen::element(10, 15, 16, 19, 20, 40, 59, 60, 64, 65, 69, 70, 85);
  in.onset_days_ago = maybe_days();
  in.episodes_before = maybe(rc::gen::inRange<std::int32_t>(0, 3));
  in.radiates = maybe_word<Radiation>();
  in.neuro_symptoms = maybe_bool();
  in.region = maybe_word<Region>();
  in.improving = maybe_bool();
  if (*rc::gen::arbitrary<bool>()) in.conditions = some_conditions();
  in.answers = some_answers();
  return in;
}

RC_GTEST_PROP(TriageLaw, RaisingAnAnswer_NeverLowersAnything, ()) {
  TriageInput before = any_input();
  const FlagId id = any_flag();
  FlagAnswer answer = any_answer(id);
  answer.answer = static_cast<ScreenAnswer>(*rc::gen::inRange(0, 2));
  before.answers.set(id, answer);
  TriageInput after = before;
  answer.answer = static_cast<ScreenAnswer>(static_cast<int>(answer.answer) + 1);
  after.answers.set(id, answer);
  RC_ASSERT(at_least(compute_triage(after).verdict, compute_triage(before).verdict));
}

RC_GTEST_PROP(TriageLaw, AddingAnUnaskedPositive_NeverLowersAnything, ()) {
  TriageInput before = any_input();
  const FlagId id = any_flag();
  before.answers.erase(id);
  TriageInput after = before;
  after.answers.set(id, any_answer(id));
  RC_ASSERT(at_least(compute_triage(after).verdict, compute_triage(before).verdict));
}

RC_GTEST_PROP(TriageLaw, AddingACondition_NeverLowersAnything, ()) {
  const TriageInput before = any_input();
  TriageInput after = before;
  WordSet<Condition> more = some_conditions();
  after.conditions = before.conditions ? before.conditions->united(more) : more;
  RC_ASSERT(at_least(compute_triage(after).verdict, compute_triage(before).verdict));
}

/// Every pair of cauda equina and weak-leg answers, in four courses each.
TEST(TriageLaw, EveryPairOfCaudaEquinaAnswers_IsMonotone) {
  const std::vector<FlagAnswer> courses{{}, steady(30, false), steady(30, true), steady(100, true)};
  const FlagSet group = flags_of(ScreenGroup::CaudaEquina);
  const auto verdict = [](FlagId a, FlagAnswer x, FlagId b, FlagAnswer y) {
    ScreenOf screen;
    screen.input.answers.set(a, x);
    screen.input.answers.set(b, y);
    return screen.verdict();
  };
  for (FlagAnswer x : courses) {
    for (FlagAnswer y : courses) {
      group.for_each([&](FlagId a) {
        group.for_each([&](FlagId b) {
          if (a == b) return;
          for (const auto other : {ScreenAnswer::No, ScreenAnswer::Unsure, ScreenAnswer::Yes}) {
            y.answer = other;
            x.answer = ScreenAnswer::No;
            const Verdict no = verdict(a, x, b, y);
            x.answer = ScreenAnswer::Unsure;
            const Verdict unsure = verdict(a, x, b, y);
            x.answer = ScreenAnswer::Yes;
            const Verdict yes = verdict(a, x, b, y);
            EXPECT_TRUE(at_least(unsure, no) && at_least(yes, unsure)) << word(a) << word(b);
          }
        });
      });
    }
  }
}

// A time or course that was not told is read at least as severely as any told one. Left out: both
// legs, where the row speaks of a pattern or of "said to be worse", and earlier cancer, where the
// episode's own age may still make the pain new.
RC_GTEST_PROP(TriageLaw, LeavingOutTimeOrCourse_NeverLowersAnything, ()) {
  TriageInput told = any_input();
  const FlagId id = any_flag();
  RC_PRE(id != FlagId::Ce5 && id != FlagId::Ma1);
  FlagAnswer answer = any_answer(id);
  told.answers.set(id, answer);
  TriageInput bare = told;
  answer.since_days.reset();
  answer.worsening.reset();
  answer.assessed.reset();
  bare.answers.set(id, answer);
  RC_ASSERT(at_least(compute_triage(bare).verdict, compute_triage(told).verdict));
}

RC_GTEST_PROP(TriageLaw, UrgencyTimeAndLock_BelongTogether, ()) {
  const Verdict v = compute_triage(any_input()).verdict;
  RC_ASSERT((v.urgency == Urgency::Emergency) == (v.within == std::optional(Within::Now)));
  RC_ASSERT((v.urgency == Urgency::None) == !v.within.has_value());
  if (v.urgency == Urgency::Emergency) RC_ASSERT(v.lock == Lock::All);
  if (v.urgency == Urgency::Urgent) RC_ASSERT(v.lock >= Lock::Rest);
  if (v.urgency == Urgency::None) RC_ASSERT(v.lock == Lock::None);
}

RC_GTEST_PROP(TriageLaw, EveryLock_HasAFlagThatOpensIt, ()) {
  const Triage triage = compute_triage(any_input());
  Verdict of_flags;
  for (const FlagFinding& finding : triage.flags) of_flags = worse_of(of_flags, finding.verdict);
  RC_ASSERT(of_flags == triage.verdict);
}

RC_GTEST_PROP(TriageLaw, OrderOfAnswering_ChangesNothing, ()) {
  const TriageInput input = any_input();
  TriageInput reversed = input;
  reversed.answers = {};
  for (int i = 28; i >= 0; --i) {
    const auto id = static_cast<FlagId>(i);
    if (input.answers[id]) reversed.answers.set(id, *input.answers[id]);
  }
  RC_ASSERT(compute_triage(reversed) == compute_triage(input));
}

// Each positive answer is either used by a row or, for RF-IB1, left to its own rule.
RC_GTEST_PROP(TriageLaw, EveryPositiveAnswer_IsListed, ()) {
  const TriageInput input = any_input();
  FlagSet listed;
  for (const FlagFinding& finding : compute_triage(input).flags) listed.insert(finding.id);
  for (int i = 0; i < 29; ++i) {
    const auto id = static_cast<FlagId>(i);
    const bool positive = input.answers[id] && input.answers[id]->answer != ScreenAnswer::No;
    if (positive) RC_ASSERT(listed.contains(id));
  }
}

}  // namespace
}  // namespace plumbline::clinical
