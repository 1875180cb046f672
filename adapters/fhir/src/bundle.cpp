// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/fhir/bundle.hpp"

#include "resource.hpp"

namespace plumbline::fhir {
namespace {

/// http://hl7.org/fhir/administrative-gender
std::string_view gender_of(clinical::Sex sex) {
  switch (sex) {
    case clinical::Sex::Female:
      return "female";
    case clinical::Sex::Male:
      return "male";
    case clinical::Sex::Other:
      return "other";
  }
  return "unknown";
}

}  // namespace

void add_patient(Draft& draft) {
  const Chart& chart = draft.chart();
  json::Value out = Draft::resource("Patient", draft.patient());
  json::Value identifier;
  identifier.add("system", "urn:plumbline:person");
  identifier.add("value", chart.person);
  out.add("identifier", one(std::move(identifier)));
  if (!chart.name.empty()) out.add("name", one(text_concept(chart.name)));
  const auto& profiles = chart.state.profiles;
  if (!profiles.empty() && profiles.back().body.person.sex) {
    out.add("gender", gender_of(*profiles.back().body.person.sex));
  }
  draft.add(draft.patient(), std::move(out));
}

json::Value make_bundle(const Chart& chart) {
  Draft draft(chart);
  add_patient(draft);
  add_questionnaires(draft);
  add_observations(draft);
  add_care(draft);
  return draft.finish();
}

}  // namespace plumbline::fhir
