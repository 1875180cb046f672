// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/care/safety_state.hpp"
#include "plumbline/clinical/profile.hpp"
#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/exercise/dose.hpp"
#include "plumbline/exercise/vocabulary.hpp"
#include "plumbline/exercise/week_memo.hpp"
#include "plumbline/foundation/rationale.hpp"
#include "plumbline/foundation/words.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::care {

/// Stage of the programme (rules 1.7).
enum class Phase : std::uint8_t { Calm, Build, Strengthen, KeepGoing };

/// Whom an alert speaks to.
enum class Recipient : std::uint8_t { Person, Clinician };

/// Which side an item is done on; `Each`: one after the other.
enum class ItemSide : std::uint8_t { Left, Right, Each };

/// One exercise on one day, ready to be done.
struct Item {
  std::string exercise;
  std::optional<ItemSide> side;
  exercise::Dose dose;
  /// Bouts a day, 1–5.
  std::int32_t per_day = 1;
  /// A trial: until you would like to stop, at most the dose (rules 1.5).
  bool to_tolerance = false;
  std::optional<record::Resistance> resistance;
  WordSet<exercise::FilterWord> modified;
  /// Seconds of one repetition; absent for holds and minutes.
  std::optional<std::int32_t> tempo_s;
  std::int32_t rest_s = 30;
  std::int32_t level = 1;
  std::int64_t load_thirds = 0;
  /// With all sides, bouts and changing over.
  std::int32_t seconds = 0;
  exercise::ItemRole role = exercise::ItemRole::Main;
  Rationale why;
};

struct Day {
  LocalDate date;
  std::vector<Item> items;
};

std::int32_t seconds_of(const Day& day);
std::int64_t load_thirds_of(const Day& day);

/// A check that is due; the words are stable: `redflag_screen`, `morning_check` …
struct DueCheck {
  std::string check;
  LocalDate date;
  Reason why;
};

struct Alert {
  Recipient to = Recipient::Person;
  clinical::Urgency urgency = clinical::Urgency::None;
  std::string text;
  Reason why;
};

struct Unserved {
  exercise::Need need = exercise::Need::Aerobic;
  Reason why;
};

/// A step on a ladder in the last seven days.
struct PlanChange {
  std::string exercise_from;
  exercise::Dose from;
  std::string exercise_to;
  exercise::Dose to;
  LocalDate day;
  Reason why;
};

/// What to do on a day and in the week around it, and why.
struct Agenda {
  LocalDate date;
  Phase phase = Phase::Build;
  clinical::CourseMode mode = clinical::CourseMode::PainContingent;
  WordSet<clinical::DerivedFlag> derived;
  std::int32_t start_level = 1;
  Rationale start_level_why;
  std::vector<std::string> education;
  std::optional<Locked> locked;
  std::vector<Day> week;
  /// Offered today because it hurts more than usual: an easier day instead of the planned one
  /// (rules 3.2).
  std::optional<Day> short_version;
  std::vector<DueCheck> due;
  std::vector<Alert> alerts;
  std::vector<Unserved> unserved;
  std::vector<PlanChange> changes;
  /// Proven distance of the weekly choice from the best one and what it is measured against.
  std::int64_t gap = 0;
  std::int64_t attainable = 0;
};

std::int64_t load_thirds_of(const Agenda& agenda);

/// Decides what to do on `date`. Looks only at what was made up to the end of that day; the same
/// journal, catalogue and date give the same agenda on every build.
/// @error NotFound  there is no profile up to that day
Result<Agenda> compute_agenda(const record::PersonState& state,
                              const exercise::Catalogue& catalogue, LocalDate date);
/// The same, for a caller that asks often: what was solved before is not solved again.
Result<Agenda> compute_agenda(const record::PersonState& state,
                              const exercise::Catalogue& catalogue, LocalDate date,
                              exercise::WeekMemo& memo);

}  // namespace plumbline::care

namespace plumbline {

template <>
struct WordsOf<care::Phase> {
  static constexpr std::string_view kWhat = "phase";
  static constexpr std::array<std::string_view, 4> kWords = {"calm", "build", "strengthen",
                                                             "keep_going"};
};
template <>
struct WordsOf<care::Recipient> {
  static constexpr std::string_view kWhat = "recipient";
  static constexpr std::array<std::string_view, 2> kWords = {"person", "clinician"};
};
template <>
struct WordsOf<care::ItemSide> {
  static constexpr std::string_view kWhat = "side";
  static constexpr std::array<std::string_view, 3> kWords = {"left", "right", "each"};
};

}  // namespace plumbline
