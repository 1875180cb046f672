// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/admission.hpp"

#include <gtest/gtest.h>

#include "hand_made.hpp"

namespace plumbline::exercise {
namespace {

using clinical::Equipment;
using clinical::ExcludedPosition;
using clinical::Position;

bool admitted(const Exercise& e, const Circumstances& person) {
  return std::holds_alternative<Admitted>(admit(e, person));
}
std::string rule_of(const Exercise& e, const Circumstances& person) {
  const Admission a = admit(e, person);
  return std::holds_alternative<Excluded>(a) ? std::get<Excluded>(a).reason.rule : "";
}

Exercise with_word(FilterWord word, ExclusionStrength strength) {
  Exercise e = plain("row");
  e.contraindications = {{word, strength}};
  return e;
}

// Oracle: rules 1.1, gate: x never, x? until unlocked, x~ only modified.
TEST(Admission, NeverWord_ExcludesEvenWhenUnlocked) {
  const Exercise e = with_word(FilterWord::Osteoporosis, ExclusionStrength::Never);
  Circumstances person;
  EXPECT_TRUE(admitted(e, person));
  person.filters = {FilterWord::Osteoporosis};
  EXPECT_FALSE(admitted(e, person));
  person.unlocked = {"row"};
  EXPECT_FALSE(admitted(e, person));
}

TEST(Admission, UnlockWord_ExcludesUntilThisExerciseIsUnlocked) {
  const Exercise e = with_word(FilterWord::PregnancyLate, ExclusionStrength::UntilUnlocked);
  Circumstances person;
  person.filters = {FilterWord::PregnancyLate};
  EXPECT_FALSE(admitted(e, person));
  person.unlocked = {"another"};
  EXPECT_FALSE(admitted(e, person));
  person.unlocked = {"row"};
  EXPECT_TRUE(admitted(e, person));
}

TEST(Admission, ModifiedWord_IsNamedOnlyWhereItApplies) {
  Exercise e = with_word(FilterWord::KneePain, ExclusionStrength::Modified);
  e.contraindications.push_back({FilterWord::WristPain, ExclusionStrength::Modified});
  Circumstances person;
  EXPECT_TRUE(std::get<Admitted>(admit(e, person)).modified.empty());
  person.filters = {FilterWord::KneePain};
  EXPECT_EQ(std::get<Admitted>(admit(e, person)).modified, WordSet{FilterWord::KneePain});
}

TEST(Admission, ModifiedBesideNever_StaysExcluded) {
  Exercise e = with_word(FilterWord::KneePain, ExclusionStrength::Modified);
  e.contraindications.push_back({FilterWord::WristPain, ExclusionStrength::Never});
  Circumstances person;
  person.filters = {FilterWord::KneePain, FilterWord::WristPain};
  EXPECT_FALSE(admitted(e, person));
}

// Oracle: rules 1.9, postoperative: every row `?`.
TEST(Admission, Postoperative_ExcludesEveryRowUntilUnlocked) {
  Circumstances person;
  person.filters = {FilterWord::Postoperative};
  EXPECT_FALSE(admitted(plain("row"), person));
  person.unlocked = {"row"};
  EXPECT_TRUE(admitted(plain("row"), person));
}

// Oracle: rules 1.1, conditions not asked: every row with an osteoporosis mark, whatever its
// strength, stays out; rows without one stay in.
TEST(Admission, BonesUnknown_ExcludesEveryOsteoporosisMark) {
  Circumstances person;
  person.bone_health_unknown = true;
  for (const auto strength :
       {ExclusionStrength::Never, ExclusionStrength::UntilUnlocked, ExclusionStrength::Modified}) {
    EXPECT_FALSE(admitted(with_word(FilterWord::Osteoporosis, strength), person));
  }
  EXPECT_TRUE(admitted(with_word(FilterWord::Glaucoma, ExclusionStrength::Never), person));
  EXPECT_TRUE(admitted(plain("row"), person));
}

bool stands(std::vector<PositionChoice> positions, WordSet<ExcludedPosition> excluded) {
  Exercise e = plain("row");
  e.positions = std::move(positions);
  Circumstances person;
  person.excluded_positions = excluded;
  return admitted(e, person);
}

// Oracle: rules 1.1, position words: `|` any of, `;` all of.
TEST(Admission, PositionChoices_NeedOneThatIsWhollyPossible) {
  EXPECT_FALSE(stands({{Position::Prone}}, {ExcludedPosition::Prone}));
  EXPECT_TRUE(stands({{Position::Sitting}, {Position::Standing}}, {ExcludedPosition::Standing}));
  EXPECT_FALSE(stands({{Position::Sitting}, {Position::Standing}},
                      {ExcludedPosition::Standing, ExcludedPosition::Sitting}));
  EXPECT_FALSE(stands({{Position::Prone, Position::Kneeling}}, {ExcludedPosition::Kneeling}));
  EXPECT_TRUE(stands({{Position::Prone, Position::Kneeling}}, {ExcludedPosition::SideLying}));
}

// Oracle: formats, excluded_positions: floor spares supine, prone and side lying.
TEST(Admission, FloorExcluded_SparesWhatCanBeDoneOnABed) {
  for (const Position p : {Position::Supine, Position::Prone, Position::SideLying,
                           Position::Sitting, Position::Standing, Position::Water}) {
    EXPECT_TRUE(stands({{p}}, {ExcludedPosition::Floor})) << word(p);
  }
  for (const Position p :
       {Position::FloorSitting, Position::Quadruped, Position::Kneeling, Position::ProneSupport}) {
    EXPECT_FALSE(stands({{p}}, {ExcludedPosition::Floor})) << word(p);
  }
  // Lying prone and then kneeling (cobra to child) is not possible on a bed as a whole.
  EXPECT_FALSE(stands({{Position::Prone, Position::Kneeling}}, {ExcludedPosition::Floor}));
}

TEST(Admission, EachExcludedPosition_ExcludesItsOwn) {
  const std::vector<std::pair<ExcludedPosition, Position>> pairs = {
      {ExcludedPosition::Prone, Position::Prone},
      {ExcludedPosition::ProneSupport, Position::ProneSupport},
      {ExcludedPosition::Supine, Position::Supine},
      {ExcludedPosition::SideLying, Position::SideLying},
      {ExcludedPosition::FloorSitting, Position::FloorSitting},
      {ExcludedPosition::Quadruped, Position::Quadruped},
      {ExcludedPosition::Kneeling, Position::Kneeling},
      {ExcludedPosition::Sitting, Position::Sitting},
      {ExcludedPosition::Standing, Position::Standing}};
  for (const auto& [excluded, own] : pairs) {
    for (const auto& [other_word, position] : pairs) {
      EXPECT_EQ(stands({{position}}, {excluded}), position != own)
          << word(excluded) << " " << word(position);
    }
  }
}

// Oracle: formats, equipment: nothing else is assumed to be present.
TEST(Admission, Equipment_AllOfItIsNeeded) {
  Exercise e = plain("row");
  e.equipment = {Equipment::Bench, Equipment::Weight};
  Circumstances person;
  person.equipment = {Equipment::Bench};
  EXPECT_EQ(rule_of(e, person), "formats/equipment");
  person.equipment = {Equipment::Bench, Equipment::Weight, Equipment::Ball};
  EXPECT_TRUE(admitted(e, person));
}

TEST(Admission, Gates_OpenOnlyByTheirOwnCondition) {
  const auto open = [](Gate gate, const Circumstances& person) {
    Exercise e = plain("row");
    e.gate = gate;
    return admitted(e, person);
  };
  Circumstances nobody;
  Circumstances extension;
  extension.direction_extension = true;
  Circumstances centralising = extension;
  centralising.centralises = true;
  Circumstances only_centralising;
  only_centralising.centralises = true;
  Circumstances tensioner;
  tensioner.nerve_tensioner_ready = true;
  Circumstances thigh;
  thigh.anterior_thigh = true;
  EXPECT_TRUE(open(Gate::None, nobody));
  EXPECT_FALSE(open(Gate::DirectionExtension, nobody));
  EXPECT_TRUE(open(Gate::DirectionExtension, extension));
  EXPECT_FALSE(open(Gate::Centralises, extension));
  EXPECT_FALSE(open(Gate::Centralises, only_centralising));
  EXPECT_TRUE(open(Gate::Centralises, centralising));
  EXPECT_FALSE(open(Gate::NerveTensioner, centralising));
  EXPECT_TRUE(open(Gate::NerveTensioner, tensioner));
  EXPECT_FALSE(open(Gate::AnteriorThigh, nobody));
  EXPECT_TRUE(open(Gate::AnteriorThigh, thigh));
}

// Oracle: rules 1.9: aneurysm, retinopathy, hernia: no weights, no holds over 5 s.
TEST(Admission, AneurysmRetinopathyHernia_LeaveOutWeightsAndLongHolds) {
  Exercise weight = plain("weight");
  weight.equipment = {Equipment::Weight};
  const Exercise six = with_doses(plain("six"), {.sets = 2, .hold_s = 6}, {.sets = 2, .hold_s = 8});
  const Exercise five = with_doses(plain("five"), {.sets = 1, .reps = 8, .hold_s = 5},
                                   {.sets = 2, .reps = 8, .hold_s = 9});
  for (const FilterWord w : {FilterWord::Aneurysm, FilterWord::Retinopathy, FilterWord::Hernia}) {
    Circumstances person;
    person.equipment = {Equipment::Weight};
    EXPECT_TRUE(admitted(weight, person));
    EXPECT_TRUE(admitted(six, person));
    person.filters = {w};
    EXPECT_FALSE(admitted(weight, person)) << word(w);
    EXPECT_FALSE(admitted(six, person)) << word(w);
    EXPECT_TRUE(admitted(five, person)) << word(w);
    EXPECT_EQ(longest_hold(person.filters), 5) << word(w);
  }
  EXPECT_EQ(longest_hold({FilterWord::Glaucoma}), std::nullopt);
}

Exercise aerobic(std::int32_t level) {
  Exercise e = with_doses(plain("aerobic", level), {.minutes = 5}, {.minutes = 30});
  e.kind = ExerciseClass::Aerobic;
  e.serves = {Need::Aerobic};
  return e;
}

// Oracle: rules 1.9: heart_condition: aerobic level 1 only until cleared.
TEST(Admission, HeartCondition_KeepsAerobicWorkAtLevelOne) {
  Circumstances person;
  EXPECT_TRUE(admitted(aerobic(2), person));
  person.filters = {FilterWord::HeartCondition};
  EXPECT_TRUE(admitted(aerobic(1), person));
  EXPECT_FALSE(admitted(aerobic(2), person));
}

// Oracle: rules 1.9: from 180/110 walking only.
TEST(Admission, SevereBloodPressure_LeavesOnlyEasyWalking) {
  Circumstances person;
  person.filters = {FilterWord::SevereHypertension, FilterWord::UncontrolledHypertension};
  EXPECT_TRUE(admitted(aerobic(1), person));
  EXPECT_FALSE(admitted(aerobic(2), person));
  EXPECT_FALSE(admitted(plain("row"), person));
}

// Oracle: rules 1.3, pelvic girdle pain: no asymmetric loading.
TEST(Admission, PelvicGirdlePain_LeavesOutOneSidedLoading) {
  Circumstances person;
  person.filters = {FilterWord::PelvicGirdlePain};
  for (const char* id : {"split_squat", "suitcase_carry", "single_leg_stance_hip"}) {
    EXPECT_FALSE(admitted(plain(id), person)) << id;
  }
  EXPECT_TRUE(admitted(plain("bridge"), person));
}

TEST(Admission, LeftOutByThePerson_StaysOutEvenWhenUnlocked) {
  Circumstances person;
  person.left_out["row"] = "I do not like it";
  person.unlocked = {"row"};
  EXPECT_FALSE(admitted(plain("row"), person));
}

}  // namespace
}  // namespace plumbline::exercise
