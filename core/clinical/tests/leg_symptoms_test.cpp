// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/leg_symptoms.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace plumbline::clinical {
namespace {

// Oracle: rules 2.3, "Contradiction": take the worse, ask once.
TEST(LegSymptoms, PaintedCalfAgainstNone_BelowKneeAndAskOnce) {
  const std::vector<PainArea> calf{{Region::Calf, Side::Left, 3, {PainQuality::Tingling}}};
  const LegSymptoms found = compute_leg_symptoms(Radiation::None, false, calf);
  EXPECT_EQ(found.radiates, Radiation::BelowKnee);
  EXPECT_TRUE(found.neuro_symptoms);
  EXPECT_TRUE(found.ask_once);
  ASSERT_EQ(found.rationale.size(), 1U);
  EXPECT_EQ(found.rationale[0].rule, "2.3/contradiction");
}

TEST(LegSymptoms, WordsThatAgree_AskNothing) {
  const std::vector<PainArea> back{{Region::Lumbar, Side::Both, 5, {PainQuality::Tingling}}};
  EXPECT_FALSE(compute_leg_symptoms(Radiation::None, false, back).ask_once);
  EXPECT_FALSE(compute_leg_symptoms(Radiation::None, false, back).neuro_symptoms);
  EXPECT_EQ(compute_leg_symptoms(Radiation::BelowKnee, true, {}).radiates, Radiation::BelowKnee);
  EXPECT_TRUE(compute_leg_symptoms(Radiation::BelowKnee, true, {}).neuro_symptoms);
}

}  // namespace
}  // namespace plumbline::clinical
