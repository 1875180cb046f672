// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "plumbline/fhir/bundle.hpp"
#include "plumbline/foundation/time.hpp"

namespace plumbline::fhir {

/// A UUID (RFC 9562, version 8) that the same words always give.
std::string derived_uuid(std::string_view person, std::string_view what, std::string_view key);

/// `{"text": …}`
json::Value text_concept(std::string_view text);
/// A code of a system, as FHIR's Coding.
struct Coding {
  std::string_view system;
  std::string_view code;
  std::string_view display;
};
/// `{"coding": [{"system", "code", "display"}], "text": …}`
json::Value coded_concept(const Coding& coding, std::string_view text);
/// A code of one of HL7's own systems, without a text: `active`, `survey`.
json::Value hl7_concept(std::string_view system, std::string_view code);
/// `{"reference": "urn:uuid:…"}`
json::Value reference_to(std::string_view uuid);
/// A list of one.
json::Value one(json::Value value);
json::Value quantity(double value, std::string_view unit, std::string_view ucum);
/// A word of a vocabulary as people write it: without underscores.
std::string plain(std::string_view word);

/// A bundle in the making.
class Draft {
 public:
  explicit Draft(const Chart& chart);

  const Chart& chart() const { return chart_; }
  const std::string& patient() const { return patient_; }
  /// A resource with type, id and nothing else.
  static json::Value resource(std::string_view type, const std::string& uuid);
  /// Adds what is finished under its own id.
  void add(const std::string& uuid, json::Value resource);
  json::Value finish();

 private:
  const Chart& chart_;
  std::string patient_;
  json::Array entries_;
};

void add_patient(Draft& draft);
void add_questionnaires(Draft& draft);
void add_observations(Draft& draft);
/// Conditions, goals and the care plan that refers to them.
void add_care(Draft& draft);

}  // namespace plumbline::fhir
