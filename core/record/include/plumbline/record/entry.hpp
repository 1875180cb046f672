// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "plumbline/clinical/lock.hpp"
#include "plumbline/clinical/movement_test.hpp"
#include "plumbline/clinical/profile.hpp"
#include "plumbline/clinical/score.hpp"
#include "plumbline/clinical/stop_sign.hpp"
#include "plumbline/clinical/triage.hpp"
#include "plumbline/foundation/id.hpp"
#include "plumbline/foundation/time.hpp"
#include "plumbline/foundation/words.hpp"

namespace plumbline::record {

/// Who made an entry.
enum class Role : std::uint8_t { Person, Clinician, Device, System };
/// Why a session ended.
enum class SessionEnd : std::uint8_t { Complete, Stopped, Left };
/// What happened to symptoms in the leg during an exercise.
enum class LegSymptoms : std::uint8_t { None, Same, Better, Worse, New };
/// How a movement test was measured.
enum class TestMethod : std::uint8_t { Self, Camera, Sensor };

struct ProfileSet {
  clinical::Profile profile;
};
struct ScreenAnswered {
  clinical::TriageInput input;
};
struct BodymapPainted {
  std::vector<clinical::PainArea> areas;
};
struct InstrumentAnswered {
  clinical::InstrumentId instrument = clinical::InstrumentId::Nprs;
  std::vector<clinical::ItemAnswer> answers;
};
struct MovementTestDone {
  clinical::MovementTest test = clinical::MovementTest::ChairStand30s;
  std::optional<clinical::Side> side;
  double value = 0;
  TestMethod method = TestMethod::Self;
  std::optional<double> error;
};
struct SessionStarted {
  SessionId session;
  std::int32_t pain = 0;
};
struct SessionEnded {
  SessionId session;
  SessionEnd reason = SessionEnd::Complete;
};
/// Weight in kilograms, or the name of a band.
struct Resistance {
  std::optional<double> kg;
  std::string band;
  bool operator==(const Resistance&) const = default;
};
struct ExerciseDone {
  SessionId session;
  ExerciseId exercise;
  std::optional<clinical::Side> side;
  std::int32_t sets = 1;
  /// Repetitions of each set; for a pyramid the sum of all its sets.
  std::optional<std::int32_t> reps;
  std::optional<std::int32_t> hold_s;
  std::optional<double> minutes;
  std::int32_t pain_before = 0;
  std::int32_t pain_during = 0;
  std::optional<std::int32_t> effort_cr10;
  std::optional<std::int32_t> rir;
  std::optional<bool> form_ok;
  std::optional<bool> painkiller;
  std::optional<Resistance> resistance;
  /// A trial to find the graded-activity baseline (rules 3.4).
  bool trial = false;
  LegSymptoms leg_symptoms = LegSymptoms::None;
};
struct UsualPainSet {
  std::int32_t usual = 0;
  std::optional<std::int32_t> leg;
};
struct ModeSet {
  clinical::CourseMode mode = clinical::CourseMode::PainContingent;
};
struct MorningCheck {
  std::int32_t pain = 0;
  std::optional<std::int32_t> leg_pain;
  bool woken_more = false;
};
struct SymptomReported {
  clinical::SymptomWhat what = clinical::SymptomWhat::Other;
  std::optional<std::int32_t> value;
};
struct FlareReported {
  std::optional<std::int32_t> pain;
};
struct FlareEnded {};
struct PlanSwap {
  ExerciseId exercise;
  std::optional<ExerciseId> to;
  std::string why;
};
struct PlanExclude {
  ExerciseId exercise;
  std::string why;
};
struct GoalSet {
  std::vector<clinical::Goal> goals;
};
/// Flags of one entry that somebody clears.
struct Clearing {
  EntryId entry;
  std::vector<clinical::FlagId> flags;
};
struct ClinicianCleared {
  std::vector<Clearing> clears;
  std::string finding;
  std::optional<LocalDate> until;
};
struct PersonAssessed {
  std::vector<Clearing> clears;
  LocalDate on;
  std::string seen_by;
  clinical::AssessmentResult told = clinical::AssessmentResult::NotSeen;
};
struct ClinicianUnlocked {
  ExerciseId exercise;
  std::string why;
  /// At most 12 weeks after the entry.
  LocalDate until;
};
struct AdverseEventReported {
  std::string what;
  LocalDate on;
  std::string outcome;
};
struct ClinicianOverride {
  /// Exercises asked for; one that is excluded is refused.
  std::vector<ExerciseId> set;
  std::vector<ExerciseId> forbid;
  /// Highest level, 1–5.
  std::optional<std::int32_t> level_limit;
  std::string why;
};

struct EntryCorrected;

using Body =
    std::variant<ProfileSet, ScreenAnswered, BodymapPainted, InstrumentAnswered, MovementTestDone,
                 SessionStarted, SessionEnded, ExerciseDone, UsualPainSet, ModeSet, MorningCheck,
                 SymptomReported, FlareReported, FlareEnded, PlanSwap, PlanExclude, GoalSet,
                 ClinicianCleared, PersonAssessed, ClinicianUnlocked, AdverseEventReported,
                 ClinicianOverride, EntryCorrected>;

/// Replaces the body of an earlier entry, or takes the entry back where the body is null.
struct EntryCorrected {
  EntryId entry;
  std::shared_ptr<const Body> body;
};

/// The words of `kind`, in the order of Body's alternatives.
inline constexpr std::array<std::string_view, 23> kEntryKinds = {"profile.set",
                                                                 "screen.answered",
                                                                 "bodymap.painted",
                                                                 "instrument.answered",
                                                                 "movement_test.done",
                                                                 "session.started",
                                                                 "session.ended",
                                                                 "exercise.done",
                                                                 "usual_pain.set",
                                                                 "mode.set",
                                                                 "check.morning",
                                                                 "symptom.reported",
                                                                 "flare.reported",
                                                                 "flare.ended",
                                                                 "plan.swap",
                                                                 "plan.exclude",
                                                                 "goal.set",
                                                                 "clinician.cleared",
                                                                 "person.assessed",
                                                                 "clinician.unlocked",
                                                                 "adverse_event.reported",
                                                                 "clinician.override",
                                                                 "entry.corrected"};
static_assert(std::variant_size_v<Body> == kEntryKinds.size());

/// The word of a body's kind.
std::string_view kind_of(const Body& body);

struct Author {
  Role role = Role::Person;
  std::string name;
};

/// One entry of a person's journal. Never edited.
struct Entry {
  EntryId id;
  PersonId person;
  Instant made_at;
  Author author;
  DeviceId device;
  Body body;
};

}  // namespace plumbline::record

namespace plumbline {

template <>
struct WordsOf<record::Role> {
  static constexpr std::string_view kWhat = "role";
  static constexpr std::array<std::string_view, 4> kWords = {"person", "clinician", "device",
                                                             "system"};
};
template <>
struct WordsOf<record::SessionEnd> {
  static constexpr std::string_view kWhat = "reason";
  static constexpr std::array<std::string_view, 3> kWords = {"complete", "stopped", "left"};
};
template <>
struct WordsOf<record::LegSymptoms> {
  static constexpr std::string_view kWhat = "leg symptoms";
  static constexpr std::array<std::string_view, 5> kWords = {"none", "same", "better", "worse",
                                                             "new"};
};
template <>
struct WordsOf<record::TestMethod> {
  static constexpr std::string_view kWhat = "method";
  static constexpr std::array<std::string_view, 3> kWords = {"self", "camera", "sensor"};
};

}  // namespace plumbline
