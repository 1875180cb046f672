// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// Every movement of the catalogue, done by people of different size.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "plumbline/body/movement_check.hpp"
#include "plumbline/body/planted_movement.hpp"
#include "plumbline/json/movement_codec.hpp"
#include "plumbline/json/parse.hpp"

namespace plumbline::json {
namespace {

using body::BodyShape;
using body::Movement;

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool has_movement(const std::filesystem::path& path) {
  const auto document = parse(read_text(path));
  return document && document->find("movement") != nullptr;
}

std::vector<std::string> movement_files() {
  std::vector<std::string> files;
  const std::string folder = PLUMBLINE_SOURCE_DIR "/catalog/exercises";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (has_movement(entry.path())) files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  return files;
}

Movement load(const std::string& path) {
  const auto value = parse(read_text(path));
  EXPECT_TRUE(value) << path << describe(value.error());
  const auto movement = read<Movement>(*value->find("movement"), Pointer());
  EXPECT_TRUE(movement) << path << describe(movement.error());
  return *movement;
}

class CatalogMovement : public testing::TestWithParam<std::string> {};

TEST_P(CatalogMovement, EverybodyPassesTheCheck) {
  const Movement movement = load(GetParam());
  const std::vector<BodyShape> people = {
      {meters(1.70), 1.0}, {meters(1.52), 0.9}, {meters(1.93), 1.05}, {meters(1.68), 1.2}};
  for (const BodyShape& shape : people) {
    for (const auto& finding : body::check_movement(shape, movement)) {
      ADD_FAILURE() << in_meters(shape.height) << " m, girth " << shape.girth << ": "
                    << body::describe(finding);
    }
  }
}

// Oracle: law. Bodies do not jump: in 1/200 s no spot goes farther than a fast foot in walking,
// about 5 m/s; a solver that flips to another solution goes much farther.
TEST_P(CatalogMovement, NothingJumps) {
  const Movement movement = load(GetParam());
  const BodyShape shape;
  const auto planted = body::plant(shape, movement);
  const double length = in_seconds(body::cycle_duration(movement));
  std::vector<Duration> times;
  for (double t = 0; t < length; t += length / 40) {
    times.push_back(seconds(t));
    times.push_back(seconds(t + 0.005));
  }
  const auto moments = body::sample(planted, times);
  for (std::size_t i = 0; i + 1 < moments.size(); i += 2) {
    const auto before = body::compute_skeleton(shape, moments[i].pose);
    const auto after = body::compute_skeleton(shape, moments[i + 1].pose);
    for (std::size_t k = 0; k < body::kSegmentCount; ++k) {
      EXPECT_LT(norm(after.segments[k].tip - before.segments[k].tip), 0.035)
          << in_seconds(times[i]) << " s, " << word(static_cast<body::Segment>(k));
    }
  }
}

// Oracle: law. The mirror image of a good movement is good.
TEST_P(CatalogMovement, TheOtherSidePassesToo) {
  const Movement movement = body::mirrored(load(GetParam()));
  for (const auto& finding : body::check_movement(BodyShape{}, movement)) {
    ADD_FAILURE() << body::describe(finding);
  }
}

// Oracle: law. What is written reads back as the same movement.
TEST_P(CatalogMovement, SurvivesWritingAndReading) {
  const Movement movement = load(GetParam());
  const auto back = read<Movement>(write_value(movement), Pointer());
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_EQ(*back, movement);
}

INSTANTIATE_TEST_SUITE_P(Files, CatalogMovement, testing::ValuesIn(movement_files()),
                         [](const testing::TestParamInfo<std::string>& info) {
                           return std::filesystem::path(info.param).stem().string();
                         });

TEST(MovementCodec, Faults_NameTheirPlace) {
  const auto fault = [](const char* text) {
    const auto movement = read<Movement>(*parse(text), Pointer());
    return movement ? std::string("none") : movement.error().where;
  };
  EXPECT_EQ(fault(R"({"phases": []})"), "/position");
  EXPECT_EQ(fault(R"({"position": "floating", "phases": []})"), "/position");
  EXPECT_EQ(fault(R"({"position": "standing", "phases": []})"), "/phases");
  EXPECT_EQ(fault(R"({"position": "standing", "phases": [{"name": "lift"}]})"),
            "/phases/0/seconds");
  EXPECT_EQ(fault(R"({"position": "standing", "phases":
                      [{"name": "lift", "seconds": 1, "angles": {"tail_flexion": 3}}]})"),
            "/phases/0/angles/tail_flexion");
  EXPECT_EQ(fault(R"({"position": "standing", "phases":
                      [{"name": "lift", "seconds": 1, "angles": {"hip_flexion": 200}}]})"),
            "/phases/0/angles/hip_flexion");
  EXPECT_EQ(fault(R"({"position": "standing", "start": {"contacts": {"foot": "lava"}},
                      "phases": [{"name": "lift", "seconds": 1}]})"),
            "/start/contacts/foot");
  EXPECT_EQ(fault(R"({"position": "standing", "speed": 2,
                      "phases": [{"name": "lift", "seconds": 1}]})"),
            "/speed");
}

TEST(MovementCodec, JointWithoutSide_MeansBoth) {
  const auto movement = read<Movement>(*parse(R"({"position": "standing", "phases":
                 [{"name": "bend", "seconds": 2, "angles": {"knee_flexion": 40}}]})"),
                                       Pointer());
  ASSERT_TRUE(movement);
  EXPECT_EQ(movement->phases[0].pose.angle(body::Dof::KneeFlexionLeft), degrees(40));
  EXPECT_EQ(movement->phases[0].pose.angle(body::Dof::KneeFlexionRight), degrees(40));
}

}  // namespace
}  // namespace plumbline::json
