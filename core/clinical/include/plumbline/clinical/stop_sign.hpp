// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "plumbline/clinical/screen_answers.hpp"
#include "plumbline/clinical/verdict.hpp"
#include "plumbline/foundation/rationale.hpp"
#include "plumbline/foundation/time.hpp"

namespace plumbline::clinical {

/// A symptom that somebody reports, during exercise or at any other time.
enum class SymptomWhat : std::uint8_t {
  ChestPain,
  Breathless,
  Faint,
  Dizzy,
  NewNumbness,
  NewWeakness,
  SaddleNumbness,
  LegPainSpreading,
  CalfSwelling,
  Fever,
  Fall,
  PregnancySign,
  LowMood,
  Other,
};

/// What to do at once.
enum class StopAction : std::uint8_t {
  EmergencyCard,
  MaternityCard,
  CrisisCard,
  CallToday,
  StopSessionAndScreen,
  StopExercise,
  EndSession,
  EndSessionAndSeeClinician,
  NoSessionToday,
};

/// @source rules 2.7: dizziness twice in 7 days
inline constexpr std::int32_t kDizzyAgainDays = 7;

/// What is known beside the symptom.
struct StopSignContext {
  SymptomWhat what = SymptomWhat::Other;
  /// Dizziness was already reported within the last seven days.
  bool dizzy_before = false;
  /// The profile names blood thinners.
  bool anticoagulant = false;
};

/// What a symptom leads to.
struct StopDecision {
  StopAction action = StopAction::EndSession;
  bool session_over = true;
  bool exercise_over = true;
  /// Take the direction of this exercise out of the session.
  bool remove_direction = false;
  /// Questions to ask now.
  FlagSet ask_now;
  /// The question that the symptom answers with "yes"; empty where it answers none.
  FlagSet opens;
  /// What it means until an entry clears it.
  Verdict verdict;
  /// The verdict holds only until `ask_now` is answered.
  bool until_screened = false;
  Reason why;
};

/// @source rules 2.7; a fall on blood thinners: rules 1.9
StopDecision compute_stop_decision(const StopSignContext& context);

/// Dizziness was reported at most seven days before `now`.
/// @source rules 2.7
bool dizzy_within_week(std::span<const Instant> earlier, const Instant& now);

}  // namespace plumbline::clinical

namespace plumbline {

template <>
struct WordsOf<clinical::SymptomWhat> {
  static constexpr std::string_view kWhat = "symptom";
  static constexpr std::array<std::string_view, 14> kWords = {"chest_pain",
                                                              "breathless",
                                                              "faint",
                                                              "dizzy",
                                                              "new_numbness",
                                                              "new_weakness",
                                                              "saddle_numbness",
                                                              "leg_pain_spreading",
                                                              "calf_swelling",
                                                              "fever",
                                                              "fall",
                                                              "pregnancy_sign",
                                                              "low_mood",
                                                              "other"};
};

template <>
struct WordsOf<clinical::StopAction> {
  static constexpr std::string_view kWhat = "stop action";
  static constexpr std::array<std::string_view, 9> kWords = {
      "emergency_card",          "maternity_card", "crisis_card", "call_today",
      "stop_session_and_screen", "stop_exercise",  "end_session", "end_session_and_see_clinician",
      "no_session_today"};
};

}  // namespace plumbline
