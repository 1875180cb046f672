// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/care/reaction.hpp"

#include <algorithm>

namespace plumbline::care {
namespace {

using exercise::ExerciseClass;

/// The smaller of two optional amounts; a missing one counts as not told.
template <class T>
std::optional<T> less(const std::optional<T>& a, const std::optional<T>& b) {
  if (!a) return b;
  if (!b) return a;
  return std::min(*a, *b);
}

template <class T>
std::optional<T> more(const std::optional<T>& a, const std::optional<T>& b) {
  if (!a) return b;
  if (!b) return a;
  return std::max(*a, *b);
}

bool is_strength(const exercise::CatalogueRow& row) {
  switch (row.exercise.kind) {
    case ExerciseClass::Extensor:
    case ExerciseClass::Gluteal:
    case ExerciseClass::Functional:
    case ExerciseClass::Scapular:
      return true;
    default:
      return row.exercise.equipment.contains(clinical::Equipment::Weight);
  }
}

std::int32_t total_repetitions(const record::ExerciseDone& done, std::int32_t reps) {
  return done.sets * reps;
}

}  // namespace

Zone zone_during(std::int32_t during, std::int32_t usual) {
  /// @source rules 3.2, during
  if (during >= 9 || (during >= usual + 3 && during > 5)) return Zone::Red;
  if (during <= std::max(2, usual + 1) && during <= 8) return Zone::Green;
  return Zone::Amber;
}

Zone zone_morning(std::optional<std::int32_t> pain, std::int32_t usual, bool woken_more) {
  /// @source rules 3.2, morning
  if (!pain) return Zone::Unknown;
  if (*pain >= usual + 3) return Zone::Fail;
  if (*pain == usual + 2 || woken_more) return Zone::Amber;
  return Zone::Green;
}

Zone zone_leg(std::optional<std::int32_t> leg_pain, std::int32_t usual_leg) {
  /// @source rules 3.5, leg pain
  if (!leg_pain) return Zone::Green;
  return *leg_pain >= usual_leg + 2 ? Zone::Fail : Zone::Green;
}

DoneTogether join(const record::Session& session, const ExerciseId& exercise, bool trial) {
  DoneTogether out;
  for (const auto& dated : session.done) {
    const record::ExerciseDone& done = dated.body;
    if (done.exercise != exercise || done.trial != trial) continue;
    out.pain_before = std::max(out.pain_before, done.pain_before);
    out.pain_during = std::max(out.pain_during, done.pain_during);
    if (done.reps) {
      out.repetitions = less<std::int32_t>(out.repetitions, total_repetitions(done, *done.reps));
    }
    out.hold_s = less(out.hold_s, done.hold_s);
    out.minutes = less(out.minutes, done.minutes);
    out.sets = out.sets == 0 ? done.sets : std::min(out.sets, done.sets);
    out.effort_cr10 = more(out.effort_cr10, done.effort_cr10);
    out.rir = less(out.rir, done.rir);
    out.painkiller = out.painkiller || (done.painkiller && *done.painkiller);
    out.leg_worse = out.leg_worse || done.leg_symptoms == record::LegSymptoms::Worse ||
                    done.leg_symptoms == record::LegSymptoms::New;
    out.form_failed = out.form_failed || (done.form_ok && !*done.form_ok);
  }
  return out;
}

std::optional<bool> did_enough(const DoneTogether& done, const exercise::Dose& prescribed) {
  /// @source rules 3.2: 90 % of the prescribed repetitions
  const auto enough = [](double did, double asked) { return did * 10 >= asked * 9; };
  if (const auto asked = exercise::repetitions(prescribed)) {
    if (!done.repetitions) return std::nullopt;
    const bool held =
        !prescribed.hold_s || !done.hold_s || enough(*done.hold_s, *prescribed.hold_s);
    return held && enough(*done.repetitions, *asked);
  }
  if (prescribed.minutes) {
    if (!done.minutes) return std::nullopt;
    return enough(*done.minutes, *prescribed.minutes);
  }
  if (!done.hold_s || !prescribed.hold_s) return std::nullopt;
  return enough(done.sets * *done.hold_s, prescribed.sets * *prescribed.hold_s);
}

bool effort_allows_step(const DoneTogether& done, const exercise::CatalogueRow& row,
                        std::int32_t age) {
  /// @source rules 3.2: effort <= 4 of 10, or two repetitions in reserve
  constexpr std::int32_t kEasy = 4;
  constexpr std::int32_t kReserve = 2;
  constexpr std::int32_t kOlder = 65;
  if (!row.loaded && row.exercise.kind != ExerciseClass::Aerobic) return true;
  const bool easy = done.effort_cr10 && *done.effort_cr10 <= kEasy;
  if (!is_strength(row) || age >= kOlder) return easy;
  if (done.rir) return *done.rir >= kReserve;
  return easy;
}

bool effort_too_high(const DoneTogether& done) {
  /// @source rules 3.2, step back
  return (done.effort_cr10 && *done.effort_cr10 >= 7) || (done.rir && *done.rir <= 1);
}

}  // namespace plumbline::care
