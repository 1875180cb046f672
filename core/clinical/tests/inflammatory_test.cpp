// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/inflammatory.hpp"

#include <gtest/gtest.h>

namespace plumbline::clinical {
namespace {

InflammatoryHistory history(std::int32_t onset_age, double months, std::size_t count) {
  InflammatoryHistory out{onset_age, months, {}};
  for (std::size_t i = 0; i < count; ++i) out.criteria[i] = true;
  return out;
}

// Oracle: reference cases NG65-1 to NG65-4 (NICE NG65).
TEST(Inflammatory, ReferenceCases) {
  EXPECT_EQ(inflammatory_advice(history(30, 6, 4)), InflammatoryAdvice::Refer);
  EXPECT_EQ(inflammatory_advice(history(40, 6, 3)), InflammatoryAdvice::HlaB27);
  EXPECT_EQ(inflammatory_advice(history(46, 6, 6)), InflammatoryAdvice::NotApplicable);
  EXPECT_EQ(inflammatory_advice(history(30, 3, 5)), InflammatoryAdvice::NotApplicable);
}

// Oracle: facts 1.4 by hand: before 45 and longer than 3 months, both strictly.
TEST(Inflammatory, BothSidesOfEachThreshold) {
  EXPECT_EQ(inflammatory_advice(history(44, 6, 4)), InflammatoryAdvice::Refer);
  EXPECT_EQ(inflammatory_advice(history(45, 6, 4)), InflammatoryAdvice::NotApplicable);
  EXPECT_EQ(inflammatory_advice(history(30, 3.5, 9)), InflammatoryAdvice::Refer);
  EXPECT_EQ(inflammatory_advice(history(30, 6, 2)), InflammatoryAdvice::NoReferral);
  EXPECT_EQ(count_criteria(history(30, 6, 7)), 7);
}

}  // namespace
}  // namespace plumbline::clinical
