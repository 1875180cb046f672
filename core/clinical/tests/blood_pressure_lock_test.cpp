// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/blood_pressure_lock.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plumbline::clinical {
namespace {

BloodPressureLevel after(const std::vector<BloodPressure>& readings) {
  return compute_blood_pressure_state(readings).level;
}

// Oracle: rules 1.9 by hand: opens at 160/100, see a clinician at 180/110, both inclusive and by
// either number; clears after two readings below 150/95.
TEST(BloodPressureLock, OpensAtEitherNumber) {
  EXPECT_EQ(after({{159, 99}}), BloodPressureLevel::Clear);
  EXPECT_EQ(after({{160, 70}}), BloodPressureLevel::Raised);
  EXPECT_EQ(after({{120, 100}}), BloodPressureLevel::Raised);
  EXPECT_EQ(after({{179, 109}}), BloodPressureLevel::Raised);
  EXPECT_EQ(after({{180, 80}}), BloodPressureLevel::VeryHigh);
  EXPECT_EQ(after({{130, 110}}), BloodPressureLevel::VeryHigh);
}

TEST(BloodPressureLock, ClearsOnlyAfterTwoLowReadingsInARow) {
  EXPECT_EQ(after({{165, 90}, {149, 94}}), BloodPressureLevel::Raised);
  EXPECT_EQ(after({{165, 90}, {149, 94}, {148, 93}}), BloodPressureLevel::Clear);
  EXPECT_EQ(after({{165, 90}, {150, 94}, {149, 94}}), BloodPressureLevel::Raised);
  EXPECT_EQ(after({{165, 90}, {149, 94}, {149, 95}, {149, 94}}), BloodPressureLevel::Raised);
  EXPECT_EQ(after({{185, 90}, {165, 90}}), BloodPressureLevel::VeryHigh)
      << "falls only by clearing";
}

}  // namespace
}  // namespace plumbline::clinical
