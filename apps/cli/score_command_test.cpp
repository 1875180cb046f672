// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "score_command.hpp"

#include <gtest/gtest.h>

namespace plumbline::cli {
namespace {

// Oracle: reference cases SBT-1 and ODI-1, in the shape of the format of `plumbline score`.
TEST(ScoreCommand, ReferenceCases_ComeOutInTheirShape) {
  EXPECT_EQ(score_command("startback9", R"({"answers":[1,0,1,0,0,1,0,0,"very much"]})"),
            R"({"instrument":"startback9","score":4,"unit":"points","band":"medium",)"
            R"("subscales":{"psychosocial":2},"answered":9,"valid":true})");
  EXPECT_EQ(score_command("odi", R"({"answers":[1,5,4,4,3,0,1,5,3,4]})"),
            R"({"instrument":"odi","score":60,"unit":"percent","band":"severe","answered":10,)"
            R"("valid":true})");
}

TEST(ScoreCommand, Faults_NameThePlace) {
  EXPECT_EQ(score_command("nonesuch", "{}").error().where, "INSTRUMENT");
  EXPECT_EQ(score_command("odi", "{").error().code, ErrorCode::SyntaxError);
  EXPECT_EQ(score_command("odi", R"({"answers":[1,5,4,4,3,0,1,5,3,7]})").error().where,
            "/answers/9");
  EXPECT_EQ(score_command("odi", R"({"answers":[1]})").error().where, "/answers");
}

}  // namespace
}  // namespace plumbline::cli
