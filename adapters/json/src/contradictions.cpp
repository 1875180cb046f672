// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "contradictions.hpp"

#include <algorithm>
#include <string>

#include "plumbline/clinical/movement_test.hpp"
#include "plumbline/json/profile_codec.hpp"

namespace plumbline::json {
namespace {

using clinical::FlagId;

Error contradiction(const Pointer& at, std::string_view field, const std::string& expected,
                    const std::string& found) {
  return {ErrorCode::Inconsistent, Pointer(at, field).text(),
          "expected " + expected + ", found " + found};
}

/// @source engineering choice: an age is told in whole years and may be a year old; two years more
/// are certainly more than a life
std::int32_t longest_days(std::int32_t age) { return (age + 2) * 366; }

std::optional<Error> check_past(LocalDate day, LocalDate told, const Pointer& at,
                                std::string_view field) {
  if (day <= told) return std::nullopt;
  return contradiction(at, field, "a day that is not after " + format_date(told), format_date(day));
}

std::optional<Error> check_end(LocalDate until, LocalDate told, const Pointer& at) {
  if (until >= told) return std::nullopt;
  return contradiction(at, "until", "a day that is not before " + format_date(told),
                       format_date(until));
}

}  // namespace

std::optional<Error> check_profile(const clinical::Profile& p, const Pointer& at) {
  if (p.blood_pressure && p.blood_pressure->diastolic >= p.blood_pressure->systolic) {
    return contradiction(Pointer(at, "blood_pressure"), "diastolic",
                         "less than systolic, " + std::to_string(p.blood_pressure->systolic),
                         std::to_string(p.blood_pressure->diastolic));
  }
  if (p.onset_days_ago > longest_days(p.person.age)) {
    return contradiction(at, "onset_days_ago",
                         "no more days than somebody aged " + std::to_string(p.person.age) + " has",
                         std::to_string(p.onset_days_ago));
  }
  return std::nullopt;
}

std::optional<Error> check_answers(const clinical::ScreenAnswers& answers, std::int32_t age,
                                   const Pointer& at) {
  std::optional<Error> fault;
  const std::string aged = "somebody aged " + std::to_string(age) + " has";
  answers.answered().for_each([&](FlagId id) {
    const clinical::FlagAnswer& answer = *answers[id];
    const Pointer here(at, word(id));
    if (!fault && answer.since_days && *answer.since_days > longest_days(age)) {
      fault = contradiction(here, "since_days", "no more days than " + aged,
                            std::to_string(*answer.since_days));
    }
    if (!fault && answer.years_ago && *answer.years_ago > age) {
      fault = contradiction(here, "years_ago", "no more years than " + aged,
                            std::to_string(*answer.years_ago));
    }
  });
  return fault;
}

std::optional<Error> check_screen(const clinical::TriageInput& input, const Pointer& at) {
  const std::string aged = std::to_string(input.age);
  if (input.onset_days_ago && *input.onset_days_ago > longest_days(input.age)) {
    return contradiction(at, "onset_days_ago", "no more days than somebody aged " + aged + " has",
                         std::to_string(*input.onset_days_ago));
  }
  return check_answers(input.answers, input.age, Pointer(at, "answers"));
}

std::optional<Error> check_test_side(const record::MovementTestDone& done, const Pointer& at) {
  if (!done.side) return std::nullopt;
  const std::string found(word(*done.side));
  if (!has_sides(done.test)) {
    return contradiction(at, "side", "no side for " + std::string(word(done.test)), found);
  }
  if (*done.side == clinical::Side::Left || *done.side == clinical::Side::Right)
    return std::nullopt;
  return contradiction(at, "side", "left or right", found);
}

std::optional<Error> check_override(const record::ClinicianOverride& wish, const Pointer& at) {
  for (const ExerciseId& id : wish.set) {
    if (std::ranges::find(wish.forbid, id) == wish.forbid.end()) continue;
    return contradiction(at, "forbid", "nothing that set asks for", id.text());
  }
  return std::nullopt;
}

std::optional<Error> check_days(const record::Body& body, LocalDate told, const Pointer& at_body) {
  if (const auto* set = std::get_if<record::ProfileSet>(&body)) {
    return check_told(set->profile, told, at_body);
  }
  if (const auto* seen = std::get_if<record::PersonAssessed>(&body)) {
    return check_past(seen->on, told, at_body, "on");
  }
  if (const auto* event = std::get_if<record::AdverseEventReported>(&body)) {
    return check_past(event->on, told, at_body, "on");
  }
  if (const auto* cleared = std::get_if<record::ClinicianCleared>(&body)) {
    return cleared->until ? check_end(*cleared->until, told, at_body) : std::nullopt;
  }
  if (const auto* unlocked = std::get_if<record::ClinicianUnlocked>(&body)) {
    return check_end(unlocked->until, told, at_body);
  }
  return std::nullopt;
}

std::optional<Error> check_told(const clinical::Profile& profile, LocalDate told,
                                const Pointer& at) {
  if (!profile.hip_replacement_on) return std::nullopt;
  return check_past(*profile.hip_replacement_on, told, at, "hip_replacement_on");
}

}  // namespace plumbline::json
