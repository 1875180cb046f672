// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/exercise/admission.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace plumbline::exercise {
namespace {

using clinical::Equipment;
using clinical::ExcludedPosition;
using clinical::Position;

std::string name_of(const Exercise& e) { return e.name.empty() ? e.id : e.name; }

Excluded exclude(std::string rule, RationaleInput input, std::string text) {
  return {Reason{std::move(rule), {std::move(input)}, "exclude", std::move(text)}};
}

/// Positions that an excluded word rules out. `floor` spares what can be done on a bed.
WordSet<Position> ruled_out(ExcludedPosition word) {
  switch (word) {
    case ExcludedPosition::Prone:
      return {Position::Prone, Position::BenchProne};
    case ExcludedPosition::ProneSupport:
      return {Position::ProneSupport};
    case ExcludedPosition::Supine:
      return {Position::Supine, Position::BenchSupine};
    case ExcludedPosition::SideLying:
      return {Position::SideLying};
    case ExcludedPosition::Sitting:
      return {Position::Sitting};
    case ExcludedPosition::FloorSitting:
      return {Position::FloorSitting};
    case ExcludedPosition::Quadruped:
      return {Position::Quadruped};
    case ExcludedPosition::Kneeling:
      return {Position::Kneeling};
    case ExcludedPosition::Standing:
      return {Position::Standing};
    case ExcludedPosition::Floor:
      return {Position::FloorSitting, Position::Quadruped, Position::Kneeling,
              Position::ProneSupport};
  }
  return {};
}

std::optional<Excluded> by_position(const Exercise& e, const Circumstances& person) {
  WordSet<Position> out;
  person.excluded_positions.for_each([&](ExcludedPosition w) { out = out.united(ruled_out(w)); });
  const bool possible = std::ranges::any_of(
      e.positions, [&](PositionChoice choice) { return !choice.intersects(out); });
  if (possible) return std::nullopt;
  return exclude("formats/excluded_positions", {"exercise", e.id},
                 name_of(e) + " needs a position that you left out.");
}

std::optional<Excluded> by_equipment(const Exercise& e, const Circumstances& person) {
  if (person.equipment.includes(e.equipment)) return std::nullopt;
  std::string missing;
  e.equipment.for_each([&](Equipment item) {
    if (!person.equipment.contains(item)) missing = word(item);
  });
  return exclude("formats/equipment", {"missing", missing},
                 name_of(e) + " needs equipment that you do not have: " + missing + ".");
}

std::optional<Excluded> by_gate(const Exercise& e, const Circumstances& person) {
  bool open = false;
  switch (e.gate) {
    case Gate::None:
      open = true;
      break;
    case Gate::DirectionExtension:
      open = person.direction_extension;
      break;
    case Gate::Centralises:
      open = person.direction_extension && person.centralises;
      break;
    case Gate::NerveTensioner:
      open = person.nerve_tensioner_ready;
      break;
    case Gate::AnteriorThigh:
      open = person.anterior_thigh;
      break;
  }
  if (open) return std::nullopt;
  return exclude("catalogue/gate", {"gate", std::string(word(e.gate))},
                 name_of(e) + " waits until its own condition is met.");
}

bool needs_hold_beyond(const Exercise& e, std::int32_t seconds) {
  return e.dose.start.hold_s.has_value() && *e.dose.start.hold_s > seconds;
}

/// Rules 1.9 and 1.3 that stand in no row of the catalogue.
std::optional<Excluded> by_general_rules(const Exercise& e, const Circumstances& person) {
  const auto limit = longest_hold(person.filters);
  if (limit && (e.equipment.contains(Equipment::Weight) || needs_hold_beyond(e, *limit))) {
    return exclude("1.9/no_weights_or_long_holds", {"longest_hold_s", std::int64_t{*limit}},
                   "With this condition there are no weights and no holds over 5 seconds.");
  }
  if (person.filters.contains(FilterWord::HeartCondition) && e.kind == ExerciseClass::Aerobic &&
      e.level > 1) {
    return exclude("1.9/heart_condition", {"level", std::int64_t{e.level}},
                   "With a heart condition, aerobic work stays easy until a clinician clears it.");
  }
  const bool easy_walk = e.kind == ExerciseClass::Aerobic && e.level == 1;
  if (person.filters.contains(FilterWord::SevereHypertension) && !easy_walk &&
      e.serves != WordSet<Need>{Need::Relax}) {
    return exclude("1.9/blood_pressure", {"exercise", e.id},
                   "At this blood pressure only walking and relaxation are planned.");
  }
  /// @source rules 1.3, row pregnancy_late: asymmetric loading with pelvic girdle pain
  constexpr std::array<std::string_view, 5> kAsymmetric = {
      "split_squat", "suitcase_carry", "single_leg_stance_hip", "side_lying_abduction",
      "adductor_stretch_butterfly"};
  if (person.filters.contains(FilterWord::PelvicGirdlePain) &&
      std::ranges::find(kAsymmetric, e.id) != kAsymmetric.end()) {
    return exclude("1.3/pelvic_girdle_pain", {"exercise", e.id},
                   "With pelvic girdle pain, one-sided loading is left out.");
  }
  return std::nullopt;
}

std::optional<Excluded> by_word(const Exercise& e, const Contraindication& c,
                                const Circumstances& person) {
  const bool bone = c.word == FilterWord::Osteoporosis && person.bone_health_unknown;
  if (!person.filters.contains(c.word) && !bone) return std::nullopt;
  if (bone && !person.filters.contains(c.word)) {
    return exclude("1.1/conditions_not_asked", {"contraindication", std::string(word(c.word))},
                   name_of(e) + " waits until we know about your bones.");
  }
  if (c.strength == ExclusionStrength::Modified) return std::nullopt;
  if (c.strength == ExclusionStrength::UntilUnlocked && person.unlocked.contains(e.id)) {
    return std::nullopt;
  }
  return exclude(
      "contra/" + std::string(word(c.strength)), {"contraindication", std::string(word(c.word))},
      name_of(e) +
          (c.strength == ExclusionStrength::Never ? " is left out because of what you told us: "
                                                  : " waits until a clinician unlocks it: ") +
          std::string(word(c.word)) + ".");
}

std::optional<Excluded> by_contraindications(const Exercise& e, const Circumstances& person) {
  for (const Contraindication& c : e.contraindications) {
    if (auto excluded = by_word(e, c, person)) return excluded;
  }
  if (person.filters.contains(FilterWord::Postoperative) && !person.unlocked.contains(e.id)) {
    return exclude("1.9/postoperative", {"contraindication", "postoperative"},
                   name_of(e) + " waits until a clinician unlocks it after your operation.");
  }
  return std::nullopt;
}

std::optional<Excluded> by_choice(const Exercise& e, const Circumstances& person) {
  const auto found = person.left_out.find(e.id);
  if (found == person.left_out.end()) return std::nullopt;
  return exclude("plan.exclude", {"why", found->second}, name_of(e) + " was left out on request.");
}

WordSet<FilterWord> modified_words(const Exercise& e, const Circumstances& person) {
  WordSet<FilterWord> words;
  for (const Contraindication& c : e.contraindications) {
    if (c.strength == ExclusionStrength::Modified && person.filters.contains(c.word)) {
      words.insert(c.word);
    }
  }
  return words;
}

}  // namespace

std::optional<std::int32_t> longest_hold(WordSet<FilterWord> filters) {
  /// @source rules 1.9: aneurysm, retinopathy, hernia: no weights, no holds over 5 s; rules 1.3,
  /// row uncontrolled_hypertension: the same from 160/100
  constexpr std::int32_t kLongest = 5;
  constexpr WordSet<FilterWord> kWords{FilterWord::Aneurysm, FilterWord::Retinopathy,
                                       FilterWord::Hernia, FilterWord::UncontrolledHypertension};
  if (filters.intersects(kWords)) return kLongest;
  return std::nullopt;
}

Admission admit(const Exercise& exercise, const Circumstances& person) {
  for (const auto check :
       {by_contraindications, by_general_rules, by_choice, by_gate, by_position, by_equipment}) {
    if (auto excluded = check(exercise, person)) return *excluded;
  }
  return Admitted{modified_words(exercise, person)};
}

}  // namespace plumbline::exercise
