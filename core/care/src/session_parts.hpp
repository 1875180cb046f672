// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "judge.hpp"
#include "plumbline/care/situation_book.hpp"
#include "plumbline/care/weights.hpp"
#include "seats.hpp"
#include "track.hpp"

namespace plumbline::care {

/// What one session was for each ladder that it touched. Which ladders it touched follows from what
/// was done and what the choice laid on that day, never from an answer about pain; the present rung
/// decides only whether it was done as prescribed.
class SessionParts {
 public:
  SessionParts(SituationBook& book, const Situation& situation, const Seats& seats,
               const Weights& weights)
      : book_(book), s_(situation), seats_(seats), weights_(weights) {}

  /// Also notes on the tracks what was done.
  std::vector<Part> of(const record::Session& session, Tracks& tracks);

 private:
  bool touches(std::size_t ladder) const;
  void find_laid(const record::Session& session, const Tracks& tracks);
  std::vector<std::int32_t> closeness(LocalDate day) const;
  void add_part(std::vector<Part>& parts, const record::Session& session, std::size_t number,
                Track& track) const;

  SituationBook& book_;
  const Situation& s_;
  const Seats& seats_;
  const Weights& weights_;
  /// Of the session, in its order; empty for what is not in the catalogue.
  std::vector<std::optional<exercise::Catalogue::Index>> exercises_;
  /// For each exercise of the session the ladders that it counts for; empty for every one.
  std::vector<std::vector<std::size_t>> laid_by_;
};

}  // namespace plumbline::care
