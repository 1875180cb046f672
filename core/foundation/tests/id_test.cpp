// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/foundation/id.hpp"

#include <gtest/gtest.h>

namespace plumbline {
namespace {

// Oracle: RFC 9562, the example of appendix A.6 for version 7.
TEST(Uuid_Parse, ExampleOfTheStandard_IsRead) {
  EXPECT_EQ(parse_uuid_v7("017F22E2-79B0-7CC3-98C4-DC0C0C07398F").value(),
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

TEST(Uuid_Parse, OtherVersionsAndForms_AreRefused) {
  EXPECT_FALSE(parse_uuid_v7("919108f7-52d1-4320-9bac-f847db4148a8"));
  EXPECT_FALSE(parse_uuid_v7("017f22e2-79b0-7cc3-c8c4-dc0c0c07398f"));
  EXPECT_FALSE(parse_uuid_v7("017f22e279b07cc398c4dc0c0c07398f"));
  EXPECT_FALSE(parse_uuid_v7(""));
}

}  // namespace
}  // namespace plumbline
