// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/json/playback.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "plumbline/json/object_reader.hpp"

namespace plumbline::json {
namespace {

using body::Pose;
using body::Segment;
using spatial::Vector3;

/// A point that moves with a segment; the offset is in body heights, in the segment's frame.
struct DrawnPoint {
  std::string_view name;
  Segment segment;
  Vector3 offset;
};

/// @source engineering choice: joints as in segments.cpp, surfaces as the balls of contacts.cpp
constexpr std::array<DrawnPoint, 17> kMiddle = {{
    {"pelvis", Segment::Pelvis, {}},
    {"lumbar_1", Segment::Lumbar1, {}},
    {"lumbar_2", Segment::Lumbar2, {}},
    {"lumbar_3", Segment::Lumbar3, {}},
    {"thoracic_1", Segment::Thoracic1, {}},
    {"thoracic_2", Segment::Thoracic2, {}},
    {"thoracic_3", Segment::Thoracic3, {}},
    {"thoracic_4", Segment::Thoracic4, {}},
    {"cervical_1", Segment::Cervical1, {}},
    {"cervical_2", Segment::Cervical2, {}},
    {"head", Segment::Head, {}},
    {"skull", Segment::Head, {0.018, 0, 0.030}},
    {"face", Segment::Head, {0.073, 0, 0.030}},
    {"crown", Segment::Head, {0.010, 0, 0.085}},
    {"pubis", Segment::Pelvis, {0.060, 0, 0}},
    {"belly", Segment::Lumbar2, {0.065, 0, 0}},
    {"breastbone", Segment::Thoracic3, {0.094, 0, 0}},
}};
constexpr std::array<DrawnPoint, 12> kLeft = {{
    {"shoulder", Segment::UpperArmLeft, {}},
    {"elbow", Segment::ForearmLeft, {}},
    {"wrist", Segment::HandLeft, {}},
    {"knuckles", Segment::HandLeft, {0, 0, -0.055}},
    {"thumb", Segment::HandLeft, {0.030, 0, -0.050}},
    {"fingertips", Segment::HandLeft, {0, 0, -0.108}},
    {"hip", Segment::ThighLeft, {}},
    {"knee", Segment::ShankLeft, {}},
    {"ankle", Segment::FootLeft, {}},
    {"heel", Segment::FootLeft, {-0.025, 0, -0.024}},
    {"ball", Segment::ToesLeft, {}},
    {"toe_tip", Segment::ToesLeft, {0.042, 0, -0.003}},
}};

/// @source engineering choice: everybody; catches grams
constexpr Within kWeight{1, 500};

std::int64_t whole_millimeters(double meters) { return std::llround(1000 * meters); }

Value place(const Vector3& p) {
  return Array{whole_millimeters(p.x), whole_millimeters(p.y), whole_millimeters(p.z)};
}

double rounded_seconds(Duration time) { return std::round(1000 * in_seconds(time)) / 1000; }

Value point_names() {
  Array names;
  for (const DrawnPoint& point : kMiddle) names.emplace_back(point.name);
  for (const DrawnPoint& point : kLeft) {
    names.emplace_back("left_" + std::string(point.name));
    names.emplace_back("right_" + std::string(point.name));
  }
  return names;
}

/// Every point of one pose, three numbers each.
Value write_pose(const body::BodyShape& shape, const Pose& pose) {
  const body::Skeleton skeleton = compute_skeleton(shape, pose);
  Array numbers;
  const auto add = [&](Segment segment, const Vector3& offset) {
    const body::SegmentPlacement& at = skeleton.at(segment);
    const spatial::Vector<body::SegmentFrame> within(in_meters(shape.height) * offset);
    const Vector3 p = (at.joint + at.orientation * within).components();
    for (double coordinate : {p.x, p.y, p.z}) numbers.emplace_back(whole_millimeters(coordinate));
  };
  for (const DrawnPoint& point : kMiddle) add(point.segment, point.offset);
  for (const DrawnPoint& point : kLeft) {
    add(point.segment, point.offset);
    add(body::counterpart(point.segment), {point.offset.x, -point.offset.y, point.offset.z});
  }
  return numbers;
}

Value write_phases(const body::PlantedMovement& planted) {
  Array out;
  const std::vector<body::Phase> phases = all_phases(planted.movement);
  for (std::size_t i = 0; i < phases.size(); ++i) {
    Value phase;
    phase.add("name", word(phases[i].name));
    phase.add("breath", word(phases[i].breath));
    phase.add("from", rounded_seconds(planted.keys[i].key.left));
    phase.add("reached", rounded_seconds(planted.keys[i + 1].key.reached));
    phase.add("until", rounded_seconds(planted.keys[i + 1].key.left));
    out.push_back(std::move(phase));
  }
  return out;
}

Value write_props(const body::Movement& movement) {
  Array out;
  for (const body::Prop& prop : movement.props) {
    Value value;
    value.add("kind", word(prop.kind));
    value.add("at", write_value(prop.at));
    if (prop.anchor) value.add("anchor", word(*prop.anchor));
    out.push_back(std::move(value));
  }
  return out;
}

/// Where the body touches: the middle of the contact's spots, brought down to the surface.
Value write_rest(const body::BodyShape& shape, const body::ContactHold& hold) {
  const auto spots = body::spots_of(hold.planted.contact);
  Vector3 middle{};
  for (std::size_t i = 0; i < spots.size(); ++i) {
    const double radius = in_meters(spot_radius(shape, spots[i]));
    middle = middle + hold.targets[i].components() - radius * hold.normal;
  }
  Value rest;
  rest.add("contact", word(hold.planted.contact));
  rest.add("surface", word(hold.planted.surface));
  rest.add("at", place((1.0 / static_cast<double>(spots.size())) * middle));
  return rest;
}

Value write_rests(const body::PlantedMovement& planted) {
  Array out;
  std::vector<std::pair<body::Contact, body::Surface>> known;
  for (const body::SettledPose& settled : planted.keys) {
    for (const body::ContactHold& hold : settled.holds) {
      const std::pair name{hold.planted.contact, hold.planted.surface};
      if (std::ranges::find(known, name) != known.end()) continue;
      known.push_back(name);
      out.push_back(write_rest(planted.shape, hold));
    }
  }
  return out;
}

Value write_keys(const body::PlantedMovement& planted) {
  Array out;
  for (const body::SettledPose& settled : planted.keys) {
    Value key;
    key.add("at", rounded_seconds(settled.key.reached));
    key.add("pose", write_pose(planted.shape, settled.key.pose));
    out.push_back(std::move(key));
  }
  return out;
}

Value write_frames(const body::PlantedMovement& planted, std::int32_t frames_per_second) {
  const double length = in_seconds(cycle_duration(planted.movement));
  const auto count = static_cast<std::size_t>(std::llround(length * frames_per_second));
  std::vector<Duration> times;
  times.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    times.push_back(seconds(length * static_cast<double>(i) / static_cast<double>(count)));
  }
  Array frames;
  for (const body::Moment& moment : sample(planted, times)) {
    frames.push_back(write_pose(planted.shape, moment.pose));
  }
  return frames;
}

// The wall's place is kept along its normal, which points into the room: against x or y where the
// wall stands in front or on the left.
Value write_wall(const body::PlantedMovement& planted) {
  const auto side = planted.movement.wall;
  if (!side || !planted.wall) return nullptr;
  const bool ahead = side == body::Direction::Front || side == body::Direction::Left;
  Value wall;
  wall.add("side", word(*side));
  wall.add("at", whole_millimeters((ahead ? -1 : 1) * in_meters(*planted.wall)));
  return wall;
}

}  // namespace

Result<body::BodyShape> Codec<body::BodyShape>::read(const Value& value, const Pointer& at) {
  ObjectReader object(value, at);
  double height = 0;
  std::optional<double> weight;
  object.required("height_cm", height,
                  Within{100 * in_meters(body::kLeastHeight), 100 * in_meters(body::kMostHeight)});
  object.optional("weight_kg", weight, kWeight);
  const auto read = object.finish(true);
  if (!read) return std::unexpected(read.error());
  if (!weight) return body::BodyShape{centimeters(height), 1.0};
  return body::make_body_shape(centimeters(height), kilograms(*weight));
}

Value write_playback(const body::PlantedMovement& planted, std::int32_t frames_per_second) {
  const body::Movement& movement = planted.movement;
  const double height = in_meters(planted.shape.height);
  Value out;
  out.add("position", word(movement.position));
  out.add("sides", word(movement.sides));
  out.add("seconds", rounded_seconds(cycle_duration(movement)));
  out.add("height", whole_millimeters(height));
  out.add("seat", whole_millimeters(movement.seat * height));
  out.add("travel", whole_millimeters(movement.travel * height));
  out.add("wall", write_wall(planted));
  out.add("points", point_names());
  out.add("phases", write_phases(planted));
  out.add("props", write_props(movement));
  out.add("rests", write_rests(planted));
  out.add("keys", write_keys(planted));
  out.add("rate", frames_per_second);
  out.add("frames", write_frames(planted, frames_per_second));
  return out;
}

}  // namespace plumbline::json
