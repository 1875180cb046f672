// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>

#include "plumbline/json/codec.hpp"
#include "plumbline/json/parse.hpp"
#include "plumbline/json/write.hpp"

namespace plumbline::json {
namespace {

// Law: every finite double survives write and read bit for bit.
bool survives(double value) {
  const Value back = parse(write(Value(value))).value();
  const double read_back = read<double>(back, Pointer()).value();
  return std::bit_cast<std::uint64_t>(read_back) == std::bit_cast<std::uint64_t>(value);
}

RC_GTEST_PROP(JsonNumber, AnyFiniteBits_SurviveWriteAndRead, (std::uint64_t bits)) {
  const double value = std::bit_cast<double>(bits);
  RC_PRE(std::isfinite(value));
  RC_ASSERT(survives(value));
}

TEST(JsonNumber, ManyRandomBits_SurviveWriteAndRead) {
  std::uint64_t state = 88172645463325252ULL;
  for (int i = 0; i < 100'000; ++i) {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    const double value = std::bit_cast<double>(state);
    if (!std::isfinite(value)) continue;
    ASSERT_TRUE(survives(value)) << value;
  }
}

TEST(JsonNumber, EdgesOfTheRange_Survive) {
  for (const double value : {0.0, -0.0, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308,
                             0.1, 1.0 / 3.0, 1e22, 1e23, 9007199254740993.0, -1e300}) {
    EXPECT_TRUE(survives(value)) << value;
  }
}

}  // namespace
}  // namespace plumbline::json
