// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "journal_checks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plumbline::json {
namespace {

/// @source rules 1.1: an unlock lasts at most 12 weeks
constexpr std::int32_t kLongestUnlock = 84;

/// An exercise that a body names, with the field that names it.
struct Named {
  std::string_view field;
  const ExerciseId* exercise;
};

std::vector<Named> exercises_in(const record::Body& body) {
  std::vector<Named> out;
  if (const auto* done = std::get_if<record::ExerciseDone>(&body)) {
    out.push_back({"exercise", &done->exercise});
  } else if (const auto* swap = std::get_if<record::PlanSwap>(&body)) {
    out.push_back({"exercise", &swap->exercise});
    if (swap->to) out.push_back({"to", &*swap->to});
  } else if (const auto* exclude = std::get_if<record::PlanExclude>(&body)) {
    out.push_back({"exercise", &exclude->exercise});
  } else if (const auto* unlocked = std::get_if<record::ClinicianUnlocked>(&body)) {
    out.push_back({"exercise", &unlocked->exercise});
  } else if (const auto* wish = std::get_if<record::ClinicianOverride>(&body)) {
    for (const ExerciseId& id : wish->set) out.push_back({"set", &id});
    for (const ExerciseId& id : wish->forbid) out.push_back({"forbid", &id});
  }
  return out;
}

}  // namespace

std::optional<Error> check_unlock(const record::Body& body, const Instant& made_at,
                                  const Pointer& at_body) {
  const auto* unlock = std::get_if<record::ClinicianUnlocked>(&body);
  if (unlock == nullptr || unlock->until.since(local_date(made_at)) <= kLongestUnlock) {
    return std::nullopt;
  }
  return Error{ErrorCode::OutOfRange, Pointer(at_body, "until").text(),
               "expected at most 12 weeks after made_at, found " + format_date(unlock->until)};
}

std::optional<Error> check_clears(const record::Body& body, const Pointer& at_body) {
  const auto* cleared = std::get_if<record::ClinicianCleared>(&body);
  const auto* assessed = std::get_if<record::PersonAssessed>(&body);
  const bool empty = (cleared != nullptr && cleared->clears.empty()) ||
                     (assessed != nullptr && assessed->clears.empty());
  if (!empty) return std::nullopt;
  return Error{ErrorCode::WrongLength, Pointer(at_body, "clears").text(),
               "expected at least one entry with its flags, found none"};
}

std::optional<Error> check_author(const record::Body& body, const record::Author& author) {
  const bool clinical_act = std::holds_alternative<record::ClinicianCleared>(body) ||
                            std::holds_alternative<record::ClinicianUnlocked>(body) ||
                            std::holds_alternative<record::ClinicianOverride>(body);
  if (!clinical_act || author.role == record::Role::Clinician) return std::nullopt;
  return Error{
      ErrorCode::Refused, "/author/role",
      "expected clinician for this kind of entry, found " + std::string(word(author.role))};
}

std::optional<Error> check_exercises(const record::Body& body, const exercise::Catalogue* catalogue,
                                     const Pointer& at_body) {
  if (catalogue == nullptr) return std::nullopt;
  for (const Named& named : exercises_in(body)) {
    if (catalogue->find(named.exercise->text())) continue;
    return Error{ErrorCode::UnknownWord, Pointer(at_body, named.field).text(),
                 "expected the id of an exercise in the catalogue, found \"" +
                     named.exercise->text() + "\""};
  }
  return std::nullopt;
}

}  // namespace plumbline::json
