// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/value.hpp"

#include "plumbline/foundation/require.hpp"
#include "plumbline/json/pointer.hpp"

namespace plumbline::json {

const Value* Value::find(std::string_view key) const {
  const Object* object = as_object();
  if (object == nullptr) return nullptr;
  for (const auto& member : *object) {
    if (member.first == key) return &member.second;
  }
  return nullptr;
}

void Value::add(std::string key, Value value) {
  if (is_null()) data_ = Object{};
  Object* object = as_object();
  PLUMBLINE_REQUIRE(object != nullptr);
  object->emplace_back(std::move(key), std::move(value));
}

std::string_view Value::kind() const {
  static constexpr std::string_view kKinds[] = {"null",   "a truth value", "a number", "a number",
                                                "a text", "a list",        "an object"};
  return kKinds[data_.index()];
}

std::string Pointer::text() const {
  if (parent_ == nullptr) return {};
  if (is_index_) return parent_->text() + "/" + std::to_string(index_);
  std::string out = parent_->text() + "/";
  for (const char c : key_) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace plumbline::json
