// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace plumbline {

/// The words of an enumeration, in the order of its values. Specialise with
/// `static constexpr std::array<std::string_view, N> kWords` and `static constexpr
/// std::string_view kWhat`, the name of the vocabulary for messages.
template <class E>
struct WordsOf;

/// The word of a value, as written in files.
template <class E>
constexpr std::string_view word(E value) {
  return WordsOf<E>::kWords.at(static_cast<std::size_t>(value));
}

/// The value that a word names; empty for an unknown word.
template <class E>
constexpr std::optional<E> from_word(std::string_view text) {
  for (std::size_t i = 0; i < WordsOf<E>::kWords.size(); ++i) {
    if (WordsOf<E>::kWords[i] == text) return static_cast<E>(i);
  }
  return std::nullopt;
}

/// How many values the enumeration has.
template <class E>
inline constexpr std::size_t kWordCount = WordsOf<E>::kWords.size();

/// A set of enumeration values with value semantics, at most 64 of them.
template <class E>
class WordSet {
 public:
  constexpr WordSet() = default;
  constexpr WordSet(std::initializer_list<E> values) {
    for (E v : values) insert(v);
  }
  constexpr void insert(E v) { bits_ |= bit(v); }
  constexpr void erase(E v) { bits_ &= ~bit(v); }
  constexpr bool contains(E v) const { return (bits_ & bit(v)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr int size() const { return __builtin_popcountll(bits_); }
  constexpr WordSet united(WordSet other) const { return from_bits(bits_ | other.bits_); }
  constexpr WordSet common(WordSet other) const { return from_bits(bits_ & other.bits_); }
  constexpr bool intersects(WordSet other) const { return (bits_ & other.bits_) != 0; }
  constexpr bool includes(WordSet other) const { return (other.bits_ & ~bits_) == 0; }
  constexpr bool operator==(const WordSet&) const = default;
  /// Calls `f` with each member in the order of the enumeration.
  template <class F>
  constexpr void for_each(F f) const {
    for (std::size_t i = 0; i < kWordCount<E>; ++i) {
      if (contains(static_cast<E>(i))) f(static_cast<E>(i));
    }
  }

 private:
  static constexpr unsigned long long bit(E v) {
    static_assert(kWordCount<E> <= 64);
    return 1ULL << static_cast<unsigned>(v);
  }
  static constexpr WordSet from_bits(unsigned long long bits) {
    WordSet s;
    s.bits_ = bits;
    return s;
  }
  unsigned long long bits_ = 0;
};

}  // namespace plumbline
