// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "resource.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace plumbline::fhir {
namespace {

/// FNV-1a over all words with a separator, from a starting value; spread by a finaliser, so that
/// words that differ in the last letter differ everywhere.
/// @source engineering choice: ids only have to differ, nobody must be kept from guessing them
std::uint64_t mix(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return (hash ^ 0x1F) * 0x100000001B3ULL;
}

std::uint64_t spread(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31U);
}

}  // namespace

std::string derived_uuid(std::string_view person, std::string_view what, std::string_view key) {
  std::array<std::uint64_t, 2> halves{0xCBF29CE484222325ULL, 0x9E3779B97F4A7C15ULL};
  for (std::uint64_t& half : halves) half = spread(mix(mix(mix(half, person), what), key));
  halves[0] = (halves[0] & ~0xF000ULL) | 0x8000ULL;
  halves[1] = (halves[1] & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL;
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < 32; ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) out += '-';
    out += kDigits[halves.at(i / 16) >> (60U - 4U * static_cast<unsigned>(i % 16)) & 15U];
  }
  return out;
}

json::Value text_concept(std::string_view text) {
  json::Value out;
  out.add("text", text);
  return out;
}

json::Value coded_concept(const Coding& coding, std::string_view text) {
  json::Value code;
  code.add("system", coding.system);
  code.add("code", coding.code);
  code.add("display", coding.display);
  json::Value out;
  out.add("coding", one(std::move(code)));
  out.add("text", text);
  return out;
}

json::Value hl7_concept(std::string_view system, std::string_view code) {
  json::Value coding;
  coding.add("system", "http://terminology.hl7.org/CodeSystem/" + std::string(system));
  coding.add("code", code);
  json::Value out;
  out.add("coding", one(std::move(coding)));
  return out;
}

json::Value reference_to(std::string_view uuid) {
  json::Value out;
  out.add("reference", "urn:uuid:" + std::string(uuid));
  return out;
}

json::Value one(json::Value value) {
  json::Array out;
  out.push_back(std::move(value));
  return out;
}

json::Value quantity(double value, std::string_view unit, std::string_view ucum) {
  json::Value out;
  out.add("value", value);
  out.add("unit", unit);
  if (ucum.empty()) return out;
  out.add("system", "http://unitsofmeasure.org");
  out.add("code", ucum);
  return out;
}

std::string plain(std::string_view word) {
  std::string out(word);
  std::ranges::replace(out, '_', ' ');
  return out;
}

Draft::Draft(const Chart& chart)
    : chart_(chart), patient_(derived_uuid(chart.person, "Patient", "")) {}

json::Value Draft::resource(std::string_view type, const std::string& uuid) {
  json::Value out;
  out.add("resourceType", type);
  out.add("id", uuid);
  return out;
}

void Draft::add(const std::string& uuid, json::Value resource) {
  json::Value entry;
  entry.add("fullUrl", "urn:uuid:" + uuid);
  entry.add("resource", std::move(resource));
  entries_.push_back(std::move(entry));
}

json::Value Draft::finish() {
  json::Value out = resource("Bundle", derived_uuid(chart_.person, "Bundle", ""));
  out.add("type", "collection");
  out.add("entry", std::move(entries_));
  return out;
}

}  // namespace plumbline::fhir
