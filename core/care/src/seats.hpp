// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "plumbline/exercise/ladder.hpp"

namespace plumbline::care {

/// Which exercises stand on which ladders: asked for every session, so worked out once.
class Seats {
 public:
  enum class Seat : std::uint8_t { None, Below, Own };

  Seats() = default;
  Seats(const std::vector<exercise::Ladder>& ladders, std::size_t exercises)
      : exercises_(exercises), seats_(ladders.size() * exercises, Seat::None) {
    for (std::size_t l = 0; l < ladders.size(); ++l) {
      const exercise::Ladder& ladder = ladders[l];
      for (std::size_t i = 0; i < ladder.steps.size(); ++i) {
        Seat& seat = seats_[l * exercises + ladder.steps[i].exercise];
        if (seat != Seat::Own) seat = i < ladder.chain_begin ? Seat::Below : Seat::Own;
      }
    }
  }

  /// @param ladder  its index in the list that the seats were made from
  Seat of(std::size_t ladder, exercise::Catalogue::Index exercise) const {
    return seats_[ladder * exercises_ + exercise];
  }

 private:
  std::size_t exercises_ = 0;
  std::vector<Seat> seats_;
};

}  // namespace plumbline::care
