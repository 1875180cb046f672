// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "plumbline/foundation/error.hpp"
#include "plumbline/foundation/id.hpp"
#include "plumbline/foundation/time.hpp"
#include "plumbline/foundation/words.hpp"
#include "plumbline/json/pointer.hpp"
#include "plumbline/json/value.hpp"

namespace plumbline::json {

/// How a type is read from and written to JSON. Specialise it for a domain type in a header that
/// only declares `read` and `write`, and define them in one source file.
template <class T>
struct Codec;

/// Reads a value of type T at a place.
/// @error every fault with JSON pointer and what was expected
template <class T>
Result<T> read(const Value& value, const Pointer& at) {
  return Codec<T>::read(value, at);
}

template <class T>
Value write_value(const T& value) {
  return Codec<T>::write(value);
}

/// `expected <expectation>, found <the value>` at a place.
std::unexpected<Error> wrong_type(const Value& found, const Pointer& at, std::string expectation);
/// The same for a word outside its vocabulary.
std::unexpected<Error> unknown_word(std::string_view found, const Pointer& at,
                                    std::string expectation);

template <>
struct Codec<bool> {
  static Result<bool> read(const Value& value, const Pointer& at);
  static Value write(bool value) { return value; }
};

template <>
struct Codec<std::int64_t> {
  static Result<std::int64_t> read(const Value& value, const Pointer& at);
  static Value write(std::int64_t value) { return value; }
};

template <>
struct Codec<std::int32_t> {
  static Result<std::int32_t> read(const Value& value, const Pointer& at);
  static Value write(std::int32_t value) { return value; }
};

template <>
struct Codec<double> {
  static Result<double> read(const Value& value, const Pointer& at);
  static Value write(double value) { return value; }
};

template <>
struct Codec<std::string> {
  static Result<std::string> read(const Value& value, const Pointer& at);
  static Value write(const std::string& value) { return value; }
};

template <>
struct Codec<LocalDate> {
  static Result<LocalDate> read(const Value& value, const Pointer& at);
  static Value write(LocalDate value) { return format_date(value); }
};

template <>
struct Codec<Instant> {
  static Result<Instant> read(const Value& value, const Pointer& at);
  static Value write(const Instant& value) { return format_instant(value); }
};

template <class Tag>
struct Codec<Id<Tag>> {
  static Result<Id<Tag>> read(const Value& value, const Pointer& at) {
    const std::string* text = value.as_string();
    if (text == nullptr || text->empty()) return wrong_type(value, at, "an identifier");
    return Id<Tag>(*text);
  }
  static Value write(const Id<Tag>& value) { return value.text(); }
};

template <class E>
concept Vocabulary = std::is_enum_v<E> && requires { WordsOf<E>::kWords; };

/// The words of a vocabulary, for messages: `one of low, moderate, high`.
template <Vocabulary E>
std::string vocabulary_text() {
  std::string text = "one of ";
  for (std::size_t i = 0; i < WordsOf<E>::kWords.size(); ++i) {
    text += (i == 0 ? "" : ", ") + std::string(WordsOf<E>::kWords[i]);
  }
  return text;
}

template <Vocabulary E>
struct Codec<E> {
  static Result<E> read(const Value& value, const Pointer& at) {
    const std::string* text = value.as_string();
    if (text == nullptr) return wrong_type(value, at, vocabulary_text<E>());
    if (const std::optional<E> found = from_word<E>(*text)) return *found;
    return unknown_word(*text, at, vocabulary_text<E>());
  }
  static Value write(E value) { return word(value); }
};

template <class T>
struct Codec<std::vector<T>> {
  static Result<std::vector<T>> read(const Value& value, const Pointer& at) {
    const Array* array = value.as_array();
    if (array == nullptr) return wrong_type(value, at, "a list");
    std::vector<T> out;
    out.reserve(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) {
      Result<T> item = Codec<T>::read((*array)[i], Pointer(at, i));
      if (!item) return std::unexpected(std::move(item.error()));
      out.push_back(std::move(*item));
    }
    return out;
  }
  static Value write(const std::vector<T>& value) {
    Array out;
    out.reserve(value.size());
    for (const T& item : value) out.push_back(Codec<T>::write(item));
    return out;
  }
};

template <Vocabulary E>
struct Codec<WordSet<E>> {
  static Result<WordSet<E>> read(const Value& value, const Pointer& at) {
    Result<std::vector<E>> list = Codec<std::vector<E>>::read(value, at);
    if (!list) return std::unexpected(std::move(list.error()));
    WordSet<E> out;
    for (std::size_t i = 0; i < list->size(); ++i) {
      const E item = (*list)[i];
      if (out.contains(item)) {
        return fail(ErrorCode::Inconsistent, Pointer(at, i).text(),
                    "expected each word once, found \"" + std::string(word(item)) + "\" again");
      }
      out.insert(item);
    }
    return out;
  }
  static Value write(WordSet<E> value) {
    Array out;
    value.for_each([&](E item) { out.push_back(word(item)); });
    return out;
  }
};

}  // namespace plumbline::json
