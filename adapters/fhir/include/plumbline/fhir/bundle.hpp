// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "plumbline/care/agenda.hpp"
#include "plumbline/exercise/catalogue.hpp"
#include "plumbline/json/value.hpp"
#include "plumbline/record/person_state.hpp"

namespace plumbline::fhir {

/// What a bundle is made of.
struct Chart {
  std::string person;
  std::string name;
  const record::PersonState& state;
  const exercise::Catalogue& catalogue;
  /// The week to print as a care plan; null: none.
  const care::Agenda* agenda = nullptr;
};

/// A FHIR R4 (4.0.1) bundle of type `collection`: Patient, QuestionnaireResponse, Observation,
/// Condition, Goal, CarePlan. Everything stands as corrected. The same chart gives the same bundle:
/// ids come from entries, and no time but those of the record is in it. References are the
/// `urn:uuid:` of entries of the same bundle.
json::Value make_bundle(const Chart& chart);

}  // namespace plumbline::fhir
