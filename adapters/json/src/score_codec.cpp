// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/score_codec.hpp"

#include <utility>

#include "plumbline/json/object_reader.hpp"

namespace plumbline::json {
namespace {

Value optional_number(const std::optional<double>& number) {
  return number ? Value(*number) : Value(nullptr);
}

Value subscales(const std::vector<clinical::Subscale>& parts) {
  Value out{Object{}};
  for (const clinical::Subscale& part : parts) out.add(part.name, optional_number(part.value));
  return out;
}

}  // namespace

Result<clinical::ItemAnswer> Codec<clinical::ItemAnswer>::read(const Value& value,
                                                               const Pointer& at) {
  Result<clinical::ItemAnswer> answer{std::in_place};
  if (const bool* tick = value.as_bool()) {
    answer->emplace<bool>(*tick);
  } else if (const std::int64_t* whole = value.as_integer()) {
    answer->emplace<std::int64_t>(*whole);
  } else if (const double* number = value.as_double()) {
    answer->emplace<double>(*number);
  } else if (const std::string* text = value.as_string()) {
    answer->emplace<std::string>(*text);
  } else if (!value.is_null()) {
    return wrong_type(value, at, "a number, true, false, a word, or null where it is unanswered");
  }
  return answer;
}

Value Codec<clinical::ItemAnswer>::write(const clinical::ItemAnswer& value) {
  if (const bool* tick = std::get_if<bool>(&value)) return *tick;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
  if (const double* number = std::get_if<double>(&value)) return *number;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return nullptr;
}

Value Codec<clinical::Score>::write(const clinical::Score& value) {
  Value out{Object{}};
  out.add("instrument", word(value.instrument));
  out.add("score", optional_number(value.score));
  out.add("unit", value.unit);
  if (value.band) out.add("band", *value.band);
  if (!value.subscales.empty()) out.add("subscales", subscales(value.subscales));
  out.add("answered", static_cast<std::int64_t>(value.answered));
  out.add("valid", value.valid);
  if (!value.reason.empty()) out.add("reason", value.reason);
  return out;
}

Result<std::vector<clinical::ItemAnswer>> read_score_request(const Value& value,
                                                             const Pointer& at) {
  ObjectReader object(value, at);
  std::vector<clinical::ItemAnswer> answers;
  object.required("answers", answers);
  return object.finish(std::move(answers));
}

}  // namespace plumbline::json
