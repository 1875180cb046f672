// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/agenda.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "catalogue_bundle.hpp"
#include "life.hpp"
#include "plumbline/care/situation.hpp"
#include "plumbline/json/agenda_codec.hpp"
#include "plumbline/json/write.hpp"
#include "plumbline/record/fold.hpp"
#include "random_numbers.hpp"
#include "random_person.hpp"

namespace plumbline::simulation {
namespace {

using care::Agenda;
using care::Item;
using exercise::ItemRole;

/// @source engineering choice: enough people to meet every branch, few enough for the fast suite
constexpr std::uint64_t kPeople = 60;
constexpr std::int32_t kLongestEdge = 180;

const exercise::Catalogue& catalogue() {
  static const exercise::Catalogue kCatalogue = *load_bundled_catalogue();
  return kCatalogue;
}

LocalDate start() { return LocalDate::from_days(20'513); }

std::vector<record::Entry> first_entries(const json::PlanRequest& person) {
  return json::entries_of(person, PersonId("p"), {start().days() * 86'400'000LL, 0});
}

Agenda first_agenda(const json::PlanRequest& person) {
  return *care::compute_agenda(record::fold(first_entries(person)), catalogue(), start());
}

std::string text_of(const Agenda& agenda) { return json::write(json::write_value(agenda)); }

std::vector<Item> items_of(const care::Day& day, ItemRole role) {
  std::vector<Item> out;
  std::ranges::copy_if(day.items, std::back_inserter(out),
                       [&](const Item& item) { return item.role == role; });
  return out;
}

/// Adults whose safety screen locks nothing.
std::vector<json::PlanRequest> adults() {
  std::vector<json::PlanRequest> out;
  for (std::uint64_t seed = 1; seed <= kPeople; ++seed) {
    json::PlanRequest person = random_safe_person(seed);
    if (person.profile.person.age >= 18) out.push_back(std::move(person));
  }
  return out;
}

// Oracle: formats.md: below 18 `locked`.
TEST(AgendaOfAChild, Below18_IsLockedWithAnEmptyWeek) {
  json::PlanRequest person = random_safe_person(3);
  person.profile.person.age = 18;
  EXPECT_FALSE(first_agenda(person).locked.has_value());
  person.profile.person.age = 17;
  const Agenda agenda = first_agenda(person);
  ASSERT_TRUE(agenda.locked.has_value());
  for (const care::Day& day : agenda.week) EXPECT_TRUE(day.items.empty());
}

TEST(FirstAgenda, Week_HasSevenDaysFromTheDate) {
  for (const auto& person : adults()) {
    const Agenda agenda = first_agenda(person);
    ASSERT_EQ(agenda.week.size(), 7U);
    for (std::int32_t d = 0; d < 7; ++d) {
      EXPECT_EQ(agenda.week[static_cast<std::size_t>(d)].date, start().plus(d));
    }
  }
}

// Oracle: rules 1.6: 3-4 main items a session, 4-5 different in the week (4 in graded mode).
TEST(FirstAgenda, FirstFortnight_HasFewMainItems) {
  for (const auto& person : adults()) {
    const Agenda agenda = first_agenda(person);
    std::set<std::string> different;
    for (const care::Day& day : agenda.week) {
      const auto mains = items_of(day, ItemRole::Main);
      EXPECT_LE(mains.size(), 4U);
      for (const Item& item : mains) different.insert(item.exercise);
    }
    const bool graded = agenda.mode == clinical::CourseMode::GradedActivity;
    EXPECT_LE(different.size(), graded ? 4U : 5U);
  }
}

// Oracle: formats.md and plan-engine, law 6.
TEST(FirstAgenda, MinutesAndDays_AreKept) {
  for (const auto& person : adults()) {
    std::int32_t sessions = 0;
    for (const care::Day& day : first_agenda(person).week) {
      EXPECT_LE(care::seconds_of(day), person.profile.minutes_per_day * 60);
      if (!items_of(day, ItemRole::Main).empty()) ++sessions;
    }
    EXPECT_LE(sessions, person.profile.days_per_week);
  }
}

// Oracle: rules 1.1: warm-up and easy end of at most 3 minutes each, level 1.
TEST(FirstAgenda, EverySessionOfWhoCanSitOrStand_HasAWarmUpAndAnEasyEnd) {
  for (const auto& person : adults()) {
    const auto& out = person.profile.excluded_positions;
    if (out.contains(clinical::ExcludedPosition::Sitting) &&
        out.contains(clinical::ExcludedPosition::Standing)) {
      continue;
    }
    for (const care::Day& day : first_agenda(person).week) {
      if (items_of(day, ItemRole::Main).empty()) continue;
      for (const ItemRole role : {ItemRole::Warmup, ItemRole::Ease}) {
        const auto edges = items_of(day, role);
        EXPECT_EQ(edges.size(), 1U) << word(role);
        for (const Item& item : edges) {
          EXPECT_LE(item.seconds, kLongestEdge) << item.exercise;
          EXPECT_EQ(item.level, 1) << item.exercise;
        }
      }
    }
  }
}

// Law 1: nothing excluded is prescribed; law 7: every item says why.
TEST(FirstAgenda, EveryItem_IsAdmittedWithinTheStartLevelAndSaysWhy) {
  for (const auto& person : adults()) {
    const auto state = record::fold(first_entries(person));
    const auto situation = care::compute_situation(state, catalogue(), start());
    const Agenda agenda = first_agenda(person);
    for (const care::Day& day : agenda.week) {
      for (const Item& item : day.items) {
        const auto row = catalogue().find(item.exercise);
        ASSERT_TRUE(row.has_value());
        EXPECT_TRUE(std::holds_alternative<exercise::Admitted>(situation->admissions[*row]));
        EXPECT_LE(item.level, agenda.start_level) << item.exercise;
        EXPECT_FALSE(item.why.empty()) << item.exercise;
      }
    }
  }
}

TEST(Agenda, SameInputTwice_IsTheSameToTheByte) {
  for (const auto& person : adults()) {
    EXPECT_EQ(text_of(first_agenda(person)), text_of(first_agenda(person)));
  }
}

// Law 5: entry arrival order and duplicates change nothing.
TEST(Agenda, ArrivalOrderAndDuplicates_ChangeNothing) {
  RandomNumbers random(20'261'120);
  for (const std::uint64_t seed : {1U, 2U, 5U, 8U}) {
    const json::PlanRequest person = random_safe_person(seed);
    if (person.profile.person.age < 18) continue;
    const Life life = live(person, catalogue(), {.seed = seed, .weeks = 3, .start = start()});
    const LocalDate today = start().plus(20);
    const auto before = care::compute_agenda(record::fold(life.entries), catalogue(), today);
    std::vector<record::Entry> shuffled = life.entries;
    for (std::size_t i = shuffled.size(); i-- > 1;) {
      const auto other = random.between(0, static_cast<std::int32_t>(i));
      std::swap(shuffled[i], shuffled[static_cast<std::size_t>(other)]);
    }
    for (std::size_t i = 0; i < 10 && i < life.entries.size(); ++i) {
      shuffled.push_back(life.entries[i]);
    }
    const auto after = care::compute_agenda(record::fold(shuffled), catalogue(), today);
    ASSERT_TRUE(before.has_value() && after.has_value());
    EXPECT_EQ(text_of(*after), text_of(*before));
  }
}

// Entries of later days are not looked at.
TEST(Agenda, LaterEntries_AreNotSeen) {
  const json::PlanRequest person = random_safe_person(2);
  const Life life = live(person, catalogue(), {.seed = 2, .weeks = 2, .start = start()});
  const LocalDate today = start().plus(5);
  std::vector<record::Entry> known;
  std::ranges::copy_if(life.entries, std::back_inserter(known),
                       [&](const record::Entry& e) { return local_date(e.made_at) <= today; });
  EXPECT_EQ(text_of(*care::compute_agenda(record::fold(known), catalogue(), today)),
            text_of(*care::compute_agenda(record::fold(life.entries), catalogue(), today)));
}

TEST(Agenda, NoProfile_IsAnError) {
  EXPECT_FALSE(care::compute_agenda({}, catalogue(), start()).has_value());
}

}  // namespace
}  // namespace plumbline::simulation
