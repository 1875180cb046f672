// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "plumbline/care/situation.hpp"
#include "plumbline/exercise/week_memo.hpp"

namespace plumbline::care {

class WeekChoices;

/// The situations of one person by day, and the choices of their weeks, each worked out once:
/// following a course asks for the same days again and again. State and catalogue outlive the book
/// and do not change.
class SituationBook {
 public:
  /// @param memo  weeks solved before, to go on from; the book keeps its own where there is none
  SituationBook(const record::PersonState& state, const exercise::Catalogue& catalogue,
                exercise::WeekMemo* memo = nullptr);
  SituationBook(const SituationBook&) = delete;
  SituationBook& operator=(const SituationBook&) = delete;
  ~SituationBook();

  /// @returns null before the first profile; stays valid as long as the book
  const Situation* on(LocalDate day);

  const record::PersonState& state() const { return state_; }
  const exercise::Catalogue& catalogue() const { return catalogue_; }
  exercise::WeekMemo& memo() { return memo_ != nullptr ? *memo_ : own_memo_; }
  WeekChoices& choices() { return *choices_; }

 private:
  const record::PersonState& state_;
  const exercise::Catalogue& catalogue_;
  exercise::WeekMemo* memo_;
  exercise::WeekMemo own_memo_;
  std::map<LocalDate, std::optional<Situation>> known_;
  std::unique_ptr<WeekChoices> choices_;
};

}  // namespace plumbline::care
