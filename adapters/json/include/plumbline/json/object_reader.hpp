// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "plumbline/json/codec.hpp"

namespace plumbline::json {

/// An inclusive range for a number field.
struct Within {
  double least;
  double most;
};

/// Reads the fields of one object. The first fault wins and the calls after it do nothing; fields
/// that were not asked for are unknown fields.
///
///     ObjectReader object(value, at);
///     Person person;
///     object.required("age", person.age, Within{0, 120});
///     object.optional("sex", person.sex);
///     return object.finish(std::move(person));
class ObjectReader {
 public:
  ObjectReader(const Value& value, const Pointer& at);

  /// Reads a field that must be there.
  template <class T>
  void required(std::string_view name, T& target) {
    const Value* field = take(name);
    if (field == nullptr) return missing(name);
    store(name, *field, target);
  }
  template <class T>
  void required(std::string_view name, T& target, Within range) {
    required(name, target);
    check(name, target, range);
  }

  /// Reads a field that may be absent; the target then keeps its value.
  template <class T>
  void optional(std::string_view name, T& target) {
    if (const Value* field = take(name)) store(name, *field, target);
  }
  template <class T>
  void optional(std::string_view name, T& target, Within range) {
    if (const Value* field = take(name)) {
      store(name, *field, target);
      check(name, target, range);
    }
  }
  template <class T>
  void optional(std::string_view name, std::optional<T>& target) {
    if (const Value* field = take(name)) {
      T found{};
      store(name, *field, found);
      target = std::move(found);
    }
  }
  template <class T>
  void optional(std::string_view name, std::optional<T>& target, Within range) {
    optional(name, target);
    if (target) check(name, *target, range);
  }

  /// A field that is read by hand; null where it is absent. It counts as asked for.
  const Value* take(std::string_view name);
  /// Says that a field is required and absent.
  void missing(std::string_view name);
  /// Reports a fault found by hand.
  void report(Error error);
  bool ok() const { return !error_; }
  const Pointer& at() const { return at_; }

  /// The finished value, or the first fault.
  template <class T>
  Result<T> finish(T value) {
    refuse_unknown();
    if (error_) return std::unexpected(std::move(*error_));
    return value;
  }

 private:
  template <class T>
  void store(std::string_view name, const Value& field, T& target) {
    if (error_) return;
    Result<T> found = Codec<T>::read(field, Pointer(at_, name));
    if (!found) return report(std::move(found.error()));
    target = std::move(*found);
  }
  template <class T>
  void check(std::string_view name, const T& target, Within range) {
    check_range(name, static_cast<double>(target), range);
  }
  void check_range(std::string_view name, double found, Within range);
  void refuse_unknown();

  const Object* object_ = nullptr;
  const Pointer& at_;
  std::vector<std::string_view> known_;
  std::optional<Error> error_;
};

}  // namespace plumbline::json
