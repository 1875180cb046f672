// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "random_person.hpp"

#include <string>
#include <utility>
#include <vector>

#include "plumbline/clinical/screen_completeness.hpp"
#include "random_numbers.hpp"

namespace plumbline::simulation {
namespace {

using clinical::Condition;
using clinical::FlagId;
using clinical::Profile;

template <class E>
E any_word(RandomNumbers& random) {
  return static_cast<E>(random.between(0, static_cast<std::int32_t>(kWordCount<E>) - 1));
}

template <class E>
WordSet<E> some_words(RandomNumbers& random, std::int32_t percent) {
  WordSet<E> out;
  for (std::size_t i = 0; i < kWordCount<E>; ++i) {
    if (random.chance(percent)) out.insert(static_cast<E>(i));
  }
  return out;
}

std::vector<clinical::PainArea> some_pain(RandomNumbers& random) {
  std::vector<clinical::PainArea> out;
  const std::int32_t count = random.between(0, 3);
  for (std::int32_t i = 0; i < count; ++i) {
    const bool back = random.chance(60);
    const auto region = back ? static_cast<clinical::Region>(random.between(0, 3))
                             : any_word<clinical::Region>(random);
    out.push_back({region, any_word<clinical::Side>(random), random.between(0, 10),
                   some_words<clinical::PainQuality>(random, 15)});
  }
  return out;
}

void add_body(Profile& p, RandomNumbers& random) {
  p.person.age = random.chance(5) ? random.between(0, 120) : random.between(18, 90);
  if (random.chance(90)) p.person.sex = any_word<clinical::Sex>(random);
  constexpr std::int32_t kOnsets[] = {1, 3, 10, 42, 43, 84, 85, 200, 1000, 5000};
  const std::int32_t onset =
      random.chance(50) ? kOnsets[random.between(0, 9)] : random.between(0, 3000);
  p.onset_days_ago = std::min(onset, (p.person.age + 1) * 365);
  p.pain = some_pain(random);
  if (random.chance(80)) p.usual_pain = random.between(0, 10);
  if (random.chance(30)) p.usual_leg_pain = random.between(0, 10);
  p.radiates =
      random.chance(60) ? clinical::Radiation::None : any_word<clinical::Radiation>(random);
  if (random.chance(50)) p.neuro_symptoms = random.chance(20);
  if (random.chance(50)) p.improving = random.chance(50);
  p.worse_with = some_words<clinical::PainActivity>(random, 25);
  p.better_with = some_words<clinical::PainActivity>(random, 20);
  if (random.chance(80)) p.irritability = any_word<clinical::Irritability>(random);
  if (random.chance(15)) p.mode = any_word<clinical::CourseMode>(random);
}

void add_circumstances(Profile& p, RandomNumbers& random) {
  if (random.chance(90)) {
    p.conditions = random.chance(50) ? WordSet<Condition>{} : some_words<Condition>(random, 5);
  }
  p.excluded_positions = some_words<clinical::ExcludedPosition>(random, 8);
  p.equipment = some_words<clinical::Equipment>(random, 40);
  p.minutes_per_day = random.chance(30) ? random.between(5, 120) : random.between(10, 30);
  p.days_per_week = random.between(1, 7);
  constexpr const char* kGoals[] = {"pick up my child", "walk the dog", "tie my shoes",
                                    "sit through a film", "garden again"};
  if (random.chance(50)) p.goals.push_back({kGoals[random.between(0, 4)], random.between(0, 8)});
  if (random.chance(5)) p.pregnancy_weeks = random.between(4, 40);
  if (random.chance(30)) p.fall_12_months = random.chance(30);
  if (random.chance(10)) {
    const std::int32_t systolic = random.between(100, 200);
    p.blood_pressure = {systolic, std::min(random.between(60, 120), systolic - 10)};
  }
}

void add_tests(json::PlanRequest& request, RandomNumbers& random) {
  const auto add = [&](clinical::MovementTest test, std::optional<clinical::Side> side, double v) {
    request.tests.push_back({test, side, v, record::TestMethod::Self, std::nullopt});
  };
  if (random.chance(30))
    add(clinical::MovementTest::ChairStand30s, std::nullopt, random.between(4, 20));
  if (random.chance(20)) {
    add(clinical::MovementTest::SideBridgeS, clinical::Side::Left, random.between(10, 90));
    add(clinical::MovementTest::SideBridgeS, clinical::Side::Right, random.between(10, 90));
  }
  if (random.chance(20))
    add(clinical::MovementTest::TrunkExtensorS, std::nullopt, random.between(10, 150));
}

json::PlanRequest make(std::uint64_t seed, bool safe) {
  RandomNumbers random(seed);
  json::PlanRequest request;
  add_body(request.profile, random);
  add_circumstances(request.profile, random);
  add_tests(request, random);
  clinical::ScreenAnswers answers;
  const bool whole = safe || random.chance(85);
  const bool flagged = !safe && random.chance(10);
  clinical::complete_screen().for_each([&](FlagId id) {
    const bool asked = whole || random.chance(50);
    const bool yes = flagged && random.chance(10);
    clinical::FlagAnswer answer;
    answer.answer = yes ? clinical::ScreenAnswer::Yes : clinical::ScreenAnswer::No;
    if (asked) answers.set(id, answer);
  });
  request.screen = json::screen_of(request.profile, answers);
  return request;
}

}  // namespace

json::PlanRequest random_person(std::uint64_t seed) { return make(seed, false); }

json::PlanRequest random_safe_person(std::uint64_t seed) { return make(seed, true); }

}  // namespace plumbline::simulation
