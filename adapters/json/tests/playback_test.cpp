// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/playback.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "plumbline/json/movement_codec.hpp"
#include "plumbline/json/parse.hpp"

namespace plumbline::json {
namespace {

constexpr std::string_view kSquat = R"({"position": "standing", "wall": "back",
    "props": [{"kind": "band", "at": ["left_hand"], "anchor": "front"}],
    "phases": [{"name": "lower", "seconds": 2, "hold": 1, "breath": "in",
                "angles": {"hip_flexion": 60, "knee_flexion": 60, "ankle_dorsiflexion": 20}},
               {"name": "rise", "seconds": 1.5, "breath": "out"}]})";

Value playback(std::int32_t rate, const body::BodyShape& shape = {}) {
  const auto movement = read<body::Movement>(*parse(kSquat), Pointer());
  EXPECT_TRUE(movement) << describe(movement.error());
  return write_playback(plant(shape, *movement), rate);
}

/// Millimeters of a point in a list of poses or frames.
std::array<std::int64_t, 3> point(const Value& value, const Value& pose, std::string_view name) {
  const Array& names = *value.find("points")->as_array();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (*names[i].as_string() != name) continue;
    const Array& numbers = *pose.as_array();
    EXPECT_EQ(numbers.size(), 3 * names.size());
    return {*numbers[3 * i].as_integer(), *numbers[3 * i + 1].as_integer(),
            *numbers[3 * i + 2].as_integer()};
  }
  ADD_FAILURE() << "no point " << name;
  return {};
}

std::string fault(std::string_view text) {
  const auto shape = read<body::BodyShape>(*parse(text), Pointer());
  return shape ? "none" : shape.error().where;
}

// Oracle: hand. 2 s + 1 s + 1.5 s; 4.5 s at 10 a second.
TEST(PlaybackSquat, TellsItsTimes) {
  const Value value = playback(10);
  EXPECT_EQ(*value.find("seconds"), Value(4.5));
  EXPECT_EQ(value.find("frames")->as_array()->size(), 45U);
  const Array& phases = *value.find("phases")->as_array();
  ASSERT_EQ(phases.size(), 2U);
  EXPECT_EQ(phases[0], *parse(R"({"name": "lower", "breath": "in", "from": 0.0,
                                  "reached": 2.0, "until": 3.0})"));
  EXPECT_EQ(*phases[1].find("from"), Value(3.0));
  EXPECT_EQ(*phases[1].find("until"), Value(4.5));
}

TEST(Playback, NoFrames_GivesTheKeyPosesAlone) {
  const Value value = playback(0);
  EXPECT_TRUE(value.find("frames")->as_array()->empty());
  EXPECT_EQ(value.find("keys")->as_array()->size(), 3U);
}

// Oracle: paper (Drillis & Contini): knee at 0.285 of the height, hips at 0.530.
TEST(PlaybackStanding, HasJointsWhereTheyBelong) {
  const Value value = playback(4, {meters(2.0), 1.0});
  const Value& start = *value.find("keys")->as_array()->front().find("pose");
  EXPECT_NEAR(static_cast<double>(point(value, start, "left_hip")[2]), 1060, 3);
  EXPECT_NEAR(static_cast<double>(point(value, start, "right_knee")[2]), 570, 3);
  EXPECT_GT(point(value, start, "left_shoulder")[1], 0);
  EXPECT_GT(point(value, start, "face")[0], point(value, start, "skull")[0]);
  EXPECT_EQ(*value.find("height"), Value(std::int64_t{2000}));
}

// Oracle: law. A planted foot keeps its place while the knees bend.
TEST(PlaybackSquat, KeepsItsFeet) {
  const Value value = playback(8);
  const Array& frames = *value.find("frames")->as_array();
  const auto heel = point(value, frames.front(), "left_heel");
  const auto top = point(value, frames.front(), "pelvis");
  for (const Value& frame : frames) {
    const auto now = point(value, frame, "left_heel");
    for (std::size_t i = 0; i < 3; ++i) EXPECT_LE(std::abs(now[i] - heel[i]), 2);
  }
  EXPECT_LT(point(value, frames[18], "pelvis")[2], top[2] - 50);
}

TEST(Playback, PropsAndRests_SayWhereThingsAre) {
  const Value value = playback(0);
  EXPECT_EQ(*value.find("props"),
            *parse(R"([{"kind": "band", "at": ["left_hand"], "anchor": "front"}])"));
  const Array& rests = *value.find("rests")->as_array();
  ASSERT_EQ(rests.size(), 2U);
  EXPECT_EQ(*rests[0].find("contact"), Value("left_foot"));
  EXPECT_EQ(rests[0].find("at")->as_array()->at(2), Value(std::int64_t{0}));
}

TEST(BodyShapeCodec, Faults_NameTheirPlace) {
  EXPECT_EQ(fault(R"({"height_cm": 168, "weight_kg": 70})"), "none");
  EXPECT_EQ(fault(R"({"height_cm": 90})"), "/height_cm");
  EXPECT_EQ(fault(R"({"weight_kg": 70})"), "/height_cm");
  EXPECT_EQ(fault(R"({"height_cm": 168, "weight_kg": 0})"), "/weight_kg");
  EXPECT_EQ(fault(R"({"height_cm": 168, "shoe": 40})"), "/shoe");
}

}  // namespace
}  // namespace plumbline::json
