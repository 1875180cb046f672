// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>

#include "plumbline/care/situation.hpp"

namespace plumbline::care {

/// The situations of one person by day, each worked out once: following a course asks for the same
/// days again and again. State and catalogue outlive the book and do not change.
class SituationBook {
 public:
  SituationBook(const record::PersonState& state, const exercise::Catalogue& catalogue)
      : state_(state), catalogue_(catalogue) {}

  /// @returns null before the first profile; stays valid as long as the book
  const Situation* on(LocalDate day);

  const record::PersonState& state() const { return state_; }
  const exercise::Catalogue& catalogue() const { return catalogue_; }

 private:
  const record::PersonState& state_;
  const exercise::Catalogue& catalogue_;
  std::map<LocalDate, std::optional<Situation>> known_;
};

}  // namespace plumbline::care
