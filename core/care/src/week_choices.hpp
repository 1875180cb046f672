// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "plumbline/care/selection.hpp"
#include "plumbline/care/situation_book.hpp"

namespace plumbline::care {

/// What was chosen for the plan weeks of one person, each worked out once. A choice follows from no
/// answer about pain, so what it laid on a day is a measure of what was done then that pain cannot
/// move (docs/decisions/0007, 0020).
class WeekChoices {
 public:
  WeekChoices(SituationBook& book, exercise::WeekMemo& memo) : book_(book), memo_(memo) {}

  /// The choice for a plan week as it stood on a day.
  /// @param at  the profile on that day
  /// @returns null while this very choice is being worked out; stays valid as long as the book
  const Selection* choose(const ProfileAt& at, LocalDate day, std::int32_t week);

 private:
  /// The first plan of an epoch and the ladders that it chose, with their days.
  struct First {
    Selection selection;
    std::map<std::string, std::int32_t, std::less<>> ladders;
  };
  struct Key {
    LocalDate epoch;
    LocalDate planned;
    std::int32_t week = 0;
    auto operator<=>(const Key&) const = default;
  };

  const First* first_of(LocalDate epoch);
  Selection choose_on(const ProfileAt& at, const First& first, const Key& key);
  bool begun_since(LocalDate day, const std::string& id, const Standing& standing,
                   const First& first, const Situation& s) const;
  void keep_daily_needs(SelectionInputs& in, const First& first, const Situation& s) const;

  SituationBook& book_;
  exercise::WeekMemo& memo_;
  std::map<LocalDate, std::optional<First>> firsts_;
  std::map<Key, std::optional<Selection>> known_;
};

}  // namespace plumbline::care
