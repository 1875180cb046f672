// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/prognosis.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace plumbline::clinical {
namespace {

struct BayesCase {
  std::string id;
  double before;
  double ratio;
  double after;
};

// Oracle: reference cases of the named ids (published 95, 68, 67 and 32 %; Fritz derived).
TEST(PostTest, ReferenceCases_AreReproduced) {
  const std::vector<BayesCase> cases = {{"CPR-Flynn4", 0.45, 24.38, 0.9523},
                                        {"CPR-Flynn3", 0.45, 2.6, 0.6802},
                                        {"CPR-Fritz", 63.0 / 141.0, 7.2, 0.8533},
                                        {"CPR-Hicks", 18.0 / 54.0, 4.0, 0.6667},
                                        {"CPR-HicksFail", 39.0 / 54.0, 0.18, 0.3188}};
  for (const BayesCase& c : cases) {
    EXPECT_NEAR(*post_test_probability(c.before, c.ratio), c.after, 0.005) << c.id;
  }
}

TEST(PostTest, Ends_AreCertainOrRefused) {
  const double infinite = std::numeric_limits<double>::infinity();
  EXPECT_EQ(*post_test_probability(0.45, infinite), 1.0);
  EXPECT_EQ(*post_test_probability(0.45, 0), 0.0);
  EXPECT_EQ(*post_test_probability(0.3, 1), 0.3);
  EXPECT_EQ(*post_test_probability(1, 2), 1.0);
  EXPECT_FALSE(post_test_probability(0, infinite));
  EXPECT_FALSE(post_test_probability(1, 0));
  EXPECT_FALSE(post_test_probability(1.1, 2));
  EXPECT_FALSE(post_test_probability(0.5, -1));
  EXPECT_FALSE(post_test_probability(std::numeric_limits<double>::quiet_NaN(), 1));
}

TEST(PredictionRule, PublishedCell_ComesWithItsCaveat) {
  const auto four = apply_rule(PredictionRule::FlynnManipulation, 4);
  EXPECT_NEAR((*four)->after, 0.95, 0.005);
  EXPECT_FALSE((*four)->caveat.empty());
  EXPECT_EQ((*apply_rule(PredictionRule::FlynnManipulation, 5))->after, 1.0);
  EXPECT_NEAR((*apply_rule(PredictionRule::ChildsValidation, 4))->after, 0.915, 0.0005);
  EXPECT_FALSE(apply_rule(PredictionRule::FlynnManipulation, 2)->has_value());
  EXPECT_FALSE(apply_rule(PredictionRule::FritzTwoItems, 3));
}

// Oracle: reference cases; 60 × 23 / 52 and 60 × 23 / 51.
TEST(Course, COURSE_PublishedWeeks_AreExact) {
  EXPECT_NEAR(60 * *expected_course_ratio(CourseKind::Acute, 6), 26.54, 0.01);
  EXPECT_NEAR(60 * *expected_course_ratio(CourseKind::Persistent, 52), 27.06, 0.01);
  EXPECT_EQ(*expected_course_ratio(CourseKind::Acute, 0), 1.0);
  EXPECT_NEAR(*expected_course_ratio(CourseKind::Acute, 26), 12.0 / 52.0, 1e-15);
}

// Oracle: the same cubic worked out in its power form with forty decimal digits, apart from here.
TEST(Course, BetweenPublishedWeeks_FollowsTheMonotoneCubic) {
  EXPECT_NEAR(*expected_course_ratio(CourseKind::Acute, 2), 0.6455372096691281, 1e-12);
  EXPECT_NEAR(*expected_course_ratio(CourseKind::Acute, 12), 0.33878723615085815, 1e-12);
  EXPECT_NEAR(*expected_course_ratio(CourseKind::Acute, 40), 0.16018099261797783, 1e-12);
  EXPECT_NEAR(*expected_course_ratio(CourseKind::Persistent, 2), 0.7765567516496023, 1e-12);
  EXPECT_NEAR(*expected_course_ratio(CourseKind::Persistent, 12), 0.577998774976796, 1e-12);
  EXPECT_NEAR(*expected_course_ratio(CourseKind::Persistent, 40), 0.47254005315200925, 1e-12);
}

// Law: the course never rises.
TEST(Course, AllYear_NeverRises) {
  for (const CourseKind kind : {CourseKind::Acute, CourseKind::Persistent}) {
    double last = 1;
    for (int day = 0; day <= 52 * 7; ++day) {
      const double ratio = *expected_course_ratio(kind, day / 7.0);
      EXPECT_LE(ratio, last) << day;
      last = ratio;
    }
  }
  EXPECT_FALSE(expected_course_ratio(CourseKind::Acute, 52.1));
  EXPECT_FALSE(expected_course_ratio(CourseKind::Acute, -1));
}

// Oracle: by hand. Acute upper bounds from a first score of 52: 25 at 6 weeks, 15 at 26.
TEST(Course, Behind_NeedsTwoReportsAtTheUpperBound) {
  const std::vector<CourseReport> high = {{2, 50}, {6, 25}, {26, 15}};
  EXPECT_TRUE(behind_expected_course(CourseKind::Acute, 52, high));
  const std::vector<CourseReport> recovering = {{6, 25}, {26, 14.9}};
  EXPECT_FALSE(behind_expected_course(CourseKind::Acute, 52, recovering));
  const std::vector<CourseReport> early = {{3, 52}, {5, 52}};
  EXPECT_FALSE(behind_expected_course(CourseKind::Acute, 52, early));
  const std::vector<CourseReport> one = {{6, 52}};
  EXPECT_FALSE(behind_expected_course(CourseKind::Acute, 52, one));
  EXPECT_FALSE(behind_expected_course(CourseKind::Persistent, 0, high));
}

// Oracle: reference case ROM-Troke, and half-way (53 years) by hand: 56, 17.5, 22.
TEST(LumbarRange, ROM_Troke_EndsAndMiddle) {
  EXPECT_DOUBLE_EQ(in_degrees(*expected_lumbar_range(LumbarMotion::Flexion, 16)), 72);
  EXPECT_DOUBLE_EQ(in_degrees(*expected_lumbar_range(LumbarMotion::Flexion, 90)), 40);
  EXPECT_DOUBLE_EQ(in_degrees(*expected_lumbar_range(LumbarMotion::Extension, 16)), 29);
  EXPECT_DOUBLE_EQ(in_degrees(*expected_lumbar_range(LumbarMotion::Extension, 90)), 6);
  EXPECT_DOUBLE_EQ(in_degrees(*expected_lumbar_range(LumbarMotion::SideBend, 16)), 29);
  EXPECT_DOUBLE_EQ(in_degrees(*expected_lumbar_range(LumbarMotion::SideBend, 90)), 15);
  EXPECT_DOUBLE_EQ(in_degrees(*expected_lumbar_range(LumbarMotion::Flexion, 53)), 56);
  EXPECT_DOUBLE_EQ(in_degrees(*expected_lumbar_range(LumbarMotion::Extension, 53)), 17.5);
  EXPECT_DOUBLE_EQ(in_degrees(*expected_lumbar_range(LumbarMotion::SideBend, 53)), 22);
  EXPECT_DOUBLE_EQ(in_degrees(*expected_lumbar_range(LumbarMotion::Rotation, 53)), 7);
  EXPECT_FALSE(expected_lumbar_range(LumbarMotion::Flexion, 15));
  EXPECT_FALSE(expected_lumbar_range(LumbarMotion::Flexion, 91));
}

// Oracle: by hand, 70 % of 56 is 39.2.
TEST(LumbarRange, ReducedAndChanged_HaveTheirLimits) {
  EXPECT_EQ(*is_range_reduced(LumbarMotion::Flexion, 53, degrees(39)), true);
  EXPECT_EQ(*is_range_reduced(LumbarMotion::Flexion, 53, degrees(39.5)), false);
  EXPECT_FALSE(is_range_changed(degrees(40), degrees(49)));
  EXPECT_TRUE(is_range_changed(degrees(40), degrees(51)));
  EXPECT_TRUE(is_range_changed(degrees(40), degrees(29)));
}

}  // namespace
}  // namespace plumbline::clinical
