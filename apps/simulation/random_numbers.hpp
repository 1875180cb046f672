// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace plumbline::simulation {

/// Reproducible random numbers, the same on every machine.
/// @source Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators" (SplitMix64)
class RandomNumbers {
 public:
  explicit RandomNumbers(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  /// A whole number from `least` to `most`, both included.
  std::int32_t between(std::int32_t least, std::int32_t most) {
    const auto span = static_cast<std::uint64_t>(most - least) + 1;
    return least + static_cast<std::int32_t>(next() % span);
  }
  /// True `percent` times of a hundred.
  bool chance(std::int32_t percent) { return between(1, 100) <= percent; }

 private:
  std::uint64_t state_;
};

}  // namespace plumbline::simulation
