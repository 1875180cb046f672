// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "plumbline/storage/rows.hpp"

namespace plumbline::storage {

/// Bits of an entry's place that hold its seq.
inline constexpr int kSeqBits = 32;
inline constexpr std::int64_t kMostSeq = (std::int64_t{1} << kSeqBits) - 1;

/// The key under which an entry lies: all entries of one person side by side, in order of arrival.
inline std::int64_t place_of(PersonNumber person, std::int64_t seq) {
  return static_cast<std::int64_t>(person) * (kMostSeq + 1) + seq;
}
inline std::int64_t seq_of(std::int64_t place) { return place % (kMostSeq + 1); }
inline PersonNumber person_of(std::int64_t place) { return PersonNumber{place / (kMostSeq + 1)}; }

}  // namespace plumbline::storage
