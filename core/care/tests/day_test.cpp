// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
// Oracle of this file: rules 1.1, 1.3, 1.5, 1.6, 2.7 and 3.2 by hand, with usual pain 3.
#include <gtest/gtest.h>

#include "day_story.hpp"

namespace plumbline::care {
namespace {

using clinical::PainActivity;
using clinical::SymptomWhat;
using exercise::ItemRole;
using record::LegSymptoms;

/// Bending and sitting hurt: bending back is the direction.
DayStory bends_badly() {
  DayStory story;
  story.profile().worse_with = {PainActivity::Bending, PainActivity::Sitting};
  story.profile().irritability = clinical::Irritability::Moderate;
  return story;
}

DayStory centralised(std::int32_t minutes) {
  DayStory story = bends_badly();
  story.profile().minutes_per_day = minutes;
  story.session(0, 3, "bend_back", LegSymptoms::Better);
  story.session(2, 3, "bend_back", LegSymptoms::Better);
  return story;
}

TEST(Bouts, BeforeSymptomsCentralise_DirectionComesOnceADay) {
  const Agenda agenda = bends_badly().session(0, 3, "bend_back", LegSymptoms::Better).agenda(1);
  ASSERT_NE(find_item(agenda.week[0], "bend_back"), nullptr);
  EXPECT_EQ(find_item(agenda.week[0], "bend_back")->per_day, 1);
}

TEST(Bouts, OnceTheyCentralise_AsManyAsFitUpToFive) {
  const Agenda agenda = centralised(25).agenda(3);
  const Item* item = find_item(agenda.week[0], "bend_back");
  ASSERT_NE(item, nullptr);
  EXPECT_EQ(item->per_day, 5);
  EXPECT_EQ(item->seconds, 5 * (5 * 4 + 30));
  EXPECT_EQ(item->why.back().rule, "1.6/bouts");
}

TEST(Bouts, NeverDisplaceAnythingNorExceedTheMinutes) {
  for (const std::int32_t minutes : {6, 8, 10, 11, 12, 13, 15, 20, 40}) {
    DayStory once = centralised(minutes);
    once.state().sessions.pop_back();
    const Agenda before = once.agenda(3);
    const Agenda after = centralised(minutes).agenda(3);
    for (std::size_t d = 0; d < 7; ++d) {
      EXPECT_LE(seconds_of(after.week[d]), minutes * 60);
      for (const Item& item : before.week[d].items) {
        EXPECT_NE(find_item(after.week[d], item.exercise), nullptr) << item.exercise;
      }
    }
  }
}

TEST(Bouts, FewerMinutes_LengthenNoDay) {
  for (std::int32_t minutes = 6; minutes < 40; ++minutes) {
    const Agenda less = centralised(minutes).agenda(3);
    const Agenda more = centralised(minutes + 1).agenda(3);
    // The first plan week, in which doses are those that time was kept for (decision 0008).
    for (std::size_t d = 0; d < 4; ++d) {
      EXPECT_LE(seconds_of(less.week[d]), seconds_of(more.week[d])) << minutes << " day " << d;
    }
  }
}

TEST(ShortVersion, PainAtUsualPlusOne_IsNotOffered) {
  EXPECT_FALSE(DayStory().session(0, 4).agenda(0).short_version);
}

TEST(ShortVersion, PainAtUsualPlusTwo_HalvesSetsAndTakesAnEasierRung) {
  const Agenda agenda = DayStory().session(0, 5).agenda(0);
  ASSERT_TRUE(agenda.short_version);
  EXPECT_EQ(agenda.short_version->date, DayStory::day(0));
  const Item* planned = find_item(agenda.week[0], "belly_3");
  ASSERT_NE(planned, nullptr);
  EXPECT_EQ(planned->dose.sets, 2);
  const Item* easier = find_item(*agenda.short_version, "belly_2");
  ASSERT_NE(easier, nullptr);
  EXPECT_EQ(easier->dose.sets, 1);
  EXPECT_EQ(easier->why.front().rule, "3.2/short_version");
  EXPECT_EQ(find_item(*agenda.short_version, "belly_3"), nullptr);
  EXPECT_LE(load_thirds_of(*agenda.short_version), load_thirds_of(agenda.week[0]));
  EXPECT_LE(seconds_of(*agenda.short_version), seconds_of(agenda.week[0]));
  EXPECT_TRUE(alerted(agenda, "3.2/pre", Recipient::Person));
}

TEST(ShortVersion, NoEasierRung_IsLeftOut) {
  for (const std::int32_t day : {0, 2, 4}) {
    const Agenda agenda = DayStory().session(day, 5).agenda(day);
    if (find_item(agenda.week[0], "hip_2") == nullptr) continue;
    EXPECT_EQ(find_item(*agenda.short_version, "hip_2"), nullptr);
    return;
  }
  FAIL() << "hip_2 stands on no session day";
}

TEST(ShortVersion, LevelOne_StaysWithHalfTheSets) {
  DayStory story;
  story.profile().usual_pain = 7;
  const Agenda agenda = story.session(0, 9).agenda(0);
  ASSERT_NE(find_item(agenda.week[0], "hip_1"), nullptr);
  EXPECT_EQ(find_item(agenda.week[0], "hip_1")->dose.sets, 2);
  EXPECT_EQ(find_item(*agenda.short_version, "hip_1")->dose.sets, 1);
  EXPECT_NE(find_item(*agenda.short_version, "walking"), nullptr);
}

TEST(ShortVersion, GradedActivity_ChangesNothing) {
  DayStory story;
  story.profile().mode = clinical::CourseMode::GradedActivity;
  const Agenda agenda = story.session(0, 9).agenda(0);
  EXPECT_FALSE(agenda.short_version);
  EXPECT_FALSE(alerted(agenda, "3.2/pre", Recipient::Person));
}

TEST(SignsToday, Fever_EmptiesTheDayAndSaysSo) {
  const Agenda agenda = DayStory().symptom(0, SymptomWhat::Fever).agenda(0);
  EXPECT_TRUE(agenda.week[0].items.empty());
  EXPECT_FALSE(agenda.week[2].items.empty());
  EXPECT_TRUE(alerted(agenda, "2.7/fever", Recipient::Person));
}

TEST(SignsToday, Dizziness_LeavesOnlyRelaxation) {
  const Agenda agenda = DayStory().symptom(0, SymptomWhat::Dizzy).agenda(0);
  ASSERT_EQ(agenda.week[0].items.size(), 1U);
  EXPECT_EQ(agenda.week[0].items[0].exercise, "diaphragm_breathing");
  EXPECT_TRUE(alerted(agenda, "2.7/dizzy", Recipient::Person));
}

TEST(SignsToday, YesterdaysDizziness_ChangesNothingToday) {
  const Agenda agenda = DayStory().symptom(1, SymptomWhat::Dizzy).agenda(2);
  EXPECT_GT(agenda.week[0].items.size(), 1U);
  EXPECT_FALSE(alerted(agenda, "2.7/dizzy", Recipient::Person));
}

TEST(SignsToday, LegPainSpreading_TakesOutDirectionAndItsWay) {
  DayStory story = bends_badly();
  const Agenda before = story.agenda(0);
  ASSERT_NE(find_item(before.week[0], "bend_back"), nullptr);
  const Agenda after =
      story.session(0, 3, "belly_2").symptom(0, SymptomWhat::LegPainSpreading).agenda(0);
  EXPECT_EQ(find_item(after.week[0], "bend_back"), nullptr);
  EXPECT_EQ(find_item(after.week[0], "belly_2"), nullptr);
  EXPECT_NE(find_item(after.week[0], "walking"), nullptr);
  EXPECT_NE(find_item(after.week[1], "bend_back"), nullptr);
  EXPECT_TRUE(alerted(after, "2.7/leg_pain_spreading", Recipient::Person));
}

TEST(SignsToday, LegPainSpreadingAfterBendingBack_TakesOutWhatBendsBackToo) {
  DayStory story;
  ASSERT_NE(find_item(story.agenda(0).week[0], "rock"), nullptr);
  story.session(0, 3, "bend_back").symptom(0, SymptomWhat::LegPainSpreading);
  EXPECT_EQ(find_item(story.agenda(0).week[0], "rock"), nullptr);
}

TEST(SignsToday, AFall_LeavesRelaxationUntilTheQuestionsAreAnswered) {
  DayStory story;
  story.symptom(0, SymptomWhat::Fall);
  EXPECT_EQ(find_item(story.agenda(0).week[0], "walking"), nullptr);
  EXPECT_TRUE(alerted(story.agenda(0), "2.7/fall", Recipient::Person));
  EXPECT_TRUE(is_due(story.agenda(0), "redflag_systemic"));
  story.screened(0);
  EXPECT_NE(find_item(story.agenda(0).week[0], "walking"), nullptr);
  EXPECT_FALSE(is_due(story.agenda(0), "redflag_systemic"));
}

TEST(SignsToday, LowMood_GivesCrisisWordsACheckAndKeepsThePlan) {
  DayStory story;
  const std::size_t items = story.agenda(0).week[0].items.size();
  story.symptom(0, SymptomWhat::LowMood);
  const Agenda agenda = story.agenda(0);
  EXPECT_EQ(agenda.week[0].items.size(), items);
  EXPECT_TRUE(alerted(agenda, "2.7/low_mood", Recipient::Person));
  EXPECT_TRUE(alerted(agenda, "2.7/low_mood", Recipient::Clinician));
  EXPECT_TRUE(is_due(agenda, "mood"));
  EXPECT_TRUE(is_due(story.agenda(3), "mood"));
  story.state().instruments.push_back(
      {EntryId("mood"), DayStory::at(4, 9), DayStory::day(4), {clinical::InstrumentId::Phq9, {}}});
  EXPECT_FALSE(is_due(story.agenda(4), "mood"));
}

TEST(SignsToday, SignInPregnancy_SaysToRingTheMaternityUnit) {
  DayStory story;
  story.locking_symptom(0, SymptomWhat::PregnancySign);
  const Agenda agenda = story.agenda(0);
  ASSERT_TRUE(agenda.locked);
  bool maternity = false;
  for (const Alert& alert : agenda.alerts) {
    EXPECT_EQ(alert.text.find("112"), std::string::npos) << alert.text;
    maternity = maternity || alert.text.find("maternity unit now") != std::string::npos;
  }
  EXPECT_TRUE(maternity);
  story.locking_symptom(0, SymptomWhat::ChestPain);
  EXPECT_TRUE(std::ranges::any_of(story.agenda(0).alerts, [](const Alert& alert) {
    return alert.text.find("112") != std::string::npos;
  }));
}

TEST(Pauses, DirectionTwoWeeksOld_SaysThatTheExerciseWaits) {
  DayStory story = bends_badly();
  story.profile().irritability = clinical::Irritability::Low;
  EXPECT_FALSE(alerted(story.agenda(13), "1.4/direction_lapses", Recipient::Person));
  const Agenda agenda = story.agenda(14);
  EXPECT_EQ(find_item(agenda.week[0], "bend_back"), nullptr);
  EXPECT_TRUE(alerted(agenda, "1.4/direction_lapses", Recipient::Person));
  EXPECT_TRUE(is_due(agenda, "direction"));
}

TEST(Pauses, AfterAnOperation_SaysThatAClinicianOpensExercises) {
  DayStory story;
  story.profile().conditions = {clinical::Condition::Postoperative};
  EXPECT_TRUE(alerted(story.agenda(0), "1.9/postoperative", Recipient::Person));
  EXPECT_TRUE(alerted(story.agenda(0), "1.9/postoperative", Recipient::Clinician));
}

TEST(FlareDays, MobilityAboveLevelOne_TakesAnEasierRungOrWaits) {
  DayStory story;
  story.add(unloaded("rock_2", 2)).add(unloaded("rock_3", 2));
  story.exercise("rock").progress = "rock_2";
  story.exercise("rock_2").regress = "rock";
  story.exercise("rock_3").serves = {Need::HipMobility};
  story.profile().pain.push_back({clinical::Region::Buttock, clinical::Side::Left, 3, {}});
  story.profile().minutes_per_day = 40;
  const Agenda before = story.agenda(0);
  ASSERT_GT(days_with(before, "rock_3"), 0);
  story.state().flares.push_back({EntryId("flare"), DayStory::at(0, 8), DayStory::day(0), {}});
  const Agenda flare = story.agenda(0);
  EXPECT_EQ(find_item(flare.week[0], "rock_2"), nullptr);
  EXPECT_EQ(find_item(flare.week[0], "rock_3"), nullptr);
  EXPECT_NE(find_item(flare.week[0], "walking"), nullptr);
}

const Item* with_role(const Day& day, ItemRole role) {
  const auto found = std::ranges::find(day.items, role, &Item::role);
  return found == day.items.end() ? nullptr : &*found;
}

TEST(WarmUp, MarchingLeftOut_TakesAnotherEasyOneOnAChair) {
  DayStory story;
  story.state().excludes.push_back(
      {EntryId("x"), {}, DayStory::day(0), {ExerciseId("march_in_place"), "boring"}});
  const Agenda agenda = story.agenda(0);
  ASSERT_NE(with_role(agenda.week[0], ItemRole::Warmup), nullptr);
  EXPECT_EQ(with_role(agenda.week[0], ItemRole::Warmup)->exercise, "seated_rotation");
  EXPECT_LE(with_role(agenda.week[0], ItemRole::Warmup)->seconds, 180);
}

TEST(WarmUp, LyingLeftOut_EndsWithAnotherEasyOne) {
  DayStory story;
  story.state().excludes.push_back(
      {EntryId("x"), {}, DayStory::day(0), {ExerciseId("diaphragm_breathing"), "no"}});
  const Agenda agenda = story.agenda(0);
  ASSERT_NE(with_role(agenda.week[0], ItemRole::Ease), nullptr);
  EXPECT_EQ(with_role(agenda.week[0], ItemRole::Ease)->exercise, "seated_rotation");
}

TEST(Walking, ThreeSessionDays_WalkOnFive) {
  for (const std::int32_t minutes : {12, 15, 25, 60}) {
    DayStory story;
    story.profile().minutes_per_day = minutes;
    EXPECT_EQ(days_with(story.agenda(0), "walking"), 5) << minutes;
  }
}

TEST(Walking, LegSymptoms_BeginWithThreeToTenMinutes) {
  DayStory story;
  story.profile().radiates = clinical::Radiation::BelowKnee;
  story.profile().minutes_per_day = 5;
  const Agenda agenda = story.agenda(0);
  const Item* walk = find_item(agenda.week[1], "walking");
  ASSERT_NE(walk, nullptr);
  EXPECT_EQ(walk->dose.minutes, 3);
}

TEST(Walking, Stenosis_WalksSitsWalks) {
  DayStory story;
  story.profile().person.age = 70;
  story.profile().radiates = clinical::Radiation::AboveKnee;
  story.profile().worse_with = {PainActivity::Walking};
  story.profile().better_with = {PainActivity::Sitting};
  const Agenda agenda = story.agenda(0);
  const Item* walk = find_item(agenda.week[1], "walking");
  ASSERT_NE(walk, nullptr);
  EXPECT_TRUE(walk->modified.contains(exercise::FilterWord::StenosisLike));
  EXPECT_NE(walk->why.back().text.find("sit down"), std::string::npos);
}

bool due(const Agenda& agenda, const std::string& check) {
  return std::ranges::find(agenda.due, check, &DueCheck::check) != agenda.due.end();
}

TEST(TestsDue, ChronicLumbarPain_AsksForTheTrunkTests) {
  const Agenda agenda = DayStory().agenda(0);
  EXPECT_TRUE(due(agenda, "side_bridge"));
  EXPECT_TRUE(due(agenda, "trunk_extensor"));
  EXPECT_FALSE(due(agenda, "chair_stand"));
}

TEST(TestsDue, From60ChairStand_From65OneLegToo) {
  DayStory story;
  story.profile().person.age = 60;
  EXPECT_TRUE(due(story.agenda(0), "chair_stand"));
  EXPECT_FALSE(due(story.agenda(0), "single_leg_stance"));
  story.profile().person.age = 65;
  EXPECT_TRUE(due(story.agenda(0), "single_leg_stance"));
}

TEST(TestsDue, GateRefuses_NothingIsDue) {
  DayStory story;
  story.profile().person.age = 70;
  story.profile().usual_pain = 7;
  for (const char* check : {"chair_stand", "single_leg_stance", "side_bridge", "trunk_extensor"}) {
    EXPECT_FALSE(due(story.agenda(0), check)) << check;
  }
  story.profile().usual_pain = 3;
  story.profile().conditions = WordSet<clinical::Condition>{clinical::Condition::KneePain};
  EXPECT_FALSE(due(story.agenda(0), "chair_stand"));
  EXPECT_TRUE(due(story.agenda(0), "single_leg_stance"));
}

TEST(TestsDue, Done_IsDueAgainAfterFourWeeksForOlderPeople) {
  DayStory story;
  story.profile().person.age = 70;
  story.state().tests.push_back({EntryId("t"),
                                 {},
                                 DayStory::day(3),
                                 {clinical::MovementTest::ChairStand30s, {}, 14, {}, {}}});
  const Agenda agenda = story.agenda(4);
  const auto check = std::ranges::find(agenda.due, "chair_stand", &DueCheck::check);
  ASSERT_NE(check, agenda.due.end());
  EXPECT_EQ(check->date, DayStory::day(31));
}

}  // namespace
}  // namespace plumbline::care
