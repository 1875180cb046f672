// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/object_reader.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "plumbline/json/write.hpp"

namespace plumbline::json {

ObjectReader::ObjectReader(const Value& value, const Pointer& at)
    : object_(value.as_object()), at_(at) {
  if (object_ == nullptr) error_ = wrong_type(value, at, "an object").error();
}

const Value* ObjectReader::take(std::string_view name) {
  known_.push_back(name);
  if (object_ == nullptr) return nullptr;
  for (const auto& member : *object_) {
    if (member.first == name) return &member.second;
  }
  return nullptr;
}

void ObjectReader::missing(std::string_view name) {
  report({ErrorCode::MissingField, Pointer(at_, name).text(), "this field is required"});
}

void ObjectReader::report(Error error) {
  if (!error_) error_ = std::move(error);
}

void ObjectReader::check_range(std::string_view name, double found, Within range) {
  const bool minus_zero = found == 0 && std::signbit(found) && range.least >= 0;
  if (error_ || (found >= range.least && found <= range.most && !minus_zero)) return;
  report({ErrorCode::OutOfRange, Pointer(at_, name).text(),
          "expected " + write(Value(range.least)) + " to " + write(Value(range.most)) + ", found " +
              write(Value(found))});
}

void ObjectReader::refuse_unknown() {
  if (error_) return;
  for (const auto& member : *object_) {
    if (std::ranges::find(known_, member.first) != known_.end()) continue;
    std::string expected;
    for (const std::string_view name : known_) {
      expected += (expected.empty() ? "" : ", ") + std::string(name);
    }
    return report({ErrorCode::UnknownField, Pointer(at_, member.first).text(),
                   "unknown field; the fields here are " + expected});
  }
}

}  // namespace plumbline::json
