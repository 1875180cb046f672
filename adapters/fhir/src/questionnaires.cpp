// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "plumbline/clinical/score.hpp"
#include "resource.hpp"

namespace plumbline::fhir {
namespace {

using Answered = record::Dated<record::InstrumentAnswered>;

/// The answer in the element of its type.
json::Value answer_value(const clinical::ItemAnswer& answer) {
  json::Value out;
  if (const auto* whole = std::get_if<std::int64_t>(&answer)) out.add("valueInteger", *whole);
  if (const auto* number = std::get_if<double>(&answer)) out.add("valueDecimal", *number);
  if (const auto* truth = std::get_if<bool>(&answer)) out.add("valueBoolean", *truth);
  if (const auto* text = std::get_if<std::string>(&answer)) out.add("valueString", *text);
  return out;
}

/// Items by their link ids only: the wording of questionnaires is not ours to hand on.
json::Array items_of(const record::InstrumentAnswered& answered) {
  json::Array out;
  for (std::size_t i = 0; i < answered.answers.size(); ++i) {
    json::Value item;
    item.add("linkId", clinical::item_id(answered.instrument, i));
    if (!std::holds_alternative<std::monostate>(answered.answers[i])) {
      item.add("answer", one(answer_value(answered.answers[i])));
    }
    out.push_back(std::move(item));
  }
  return out;
}

void add_response(Draft& draft, const Answered& answered) {
  json::Value out = Draft::resource("QuestionnaireResponse", answered.entry.text());
  out.add("questionnaire",
          "urn:plumbline:questionnaire:" + std::string(word(answered.body.instrument)));
  out.add("status", "completed");
  out.add("subject", reference_to(draft.patient()));
  out.add("authored", format_instant(answered.at));
  out.add("source", reference_to(draft.patient()));
  json::Array items = items_of(answered.body);
  if (!items.empty()) out.add("item", std::move(items));
  draft.add(answered.entry.text(), std::move(out));
}

/// A value, or why there is none.
void add_amount(json::Value& target, const std::optional<double>& value, const std::string& unit,
                const std::string& reason) {
  if (value) {
    target.add("valueQuantity", quantity(*value, unit, unit == "percent" ? "%" : ""));
    return;
  }
  json::Value absent = hl7_concept("data-absent-reason", "unknown");
  if (!reason.empty()) absent.add("text", reason);
  target.add("dataAbsentReason", std::move(absent));
}

json::Array components_of(const clinical::Score& score) {
  json::Array out;
  for (const clinical::Subscale& subscale : score.subscales) {
    json::Value component;
    component.add("code", text_concept(plain(subscale.name)));
    add_amount(component, subscale.value, score.unit, "");
    out.push_back(std::move(component));
  }
  return out;
}

void add_score(Draft& draft, const Answered& answered) {
  const auto score = clinical::score(answered.body.instrument, answered.body.answers);
  if (!score) return;
  const std::string uuid = derived_uuid(draft.chart().person, "score", answered.entry.text());
  json::Value out = Draft::resource("Observation", uuid);
  out.add("status", "final");
  out.add("category", one(hl7_concept("observation-category", "survey")));
  out.add("code", text_concept("Score of " + std::string(word(answered.body.instrument))));
  out.add("subject", reference_to(draft.patient()));
  out.add("effectiveDateTime", format_instant(answered.at));
  if (score->score || score->subscales.empty()) {
    add_amount(out, score->score, score->unit, score->reason);
  }
  if (score->band) out.add("interpretation", one(text_concept(plain(*score->band))));
  out.add("derivedFrom", one(reference_to(answered.entry.text())));
  json::Array components = components_of(*score);
  if (!components.empty()) out.add("component", std::move(components));
  draft.add(uuid, std::move(out));
}

}  // namespace

void add_questionnaires(Draft& draft) {
  for (const Answered& answered : draft.chart().state.instruments) {
    add_response(draft, answered);
    add_score(draft, answered);
  }
}

}  // namespace plumbline::fhir
