// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "timeline.hpp"

#include <cmath>

#include "plumbline/foundation/require.hpp"

namespace plumbline::body {
namespace {

double hermite(double from, double to, double slope_from, double slope_to, double u) {
  const double v = 1 - u;
  return from * v * v * (1 + 2 * u) + to * u * u * (1 + 2 * v) + slope_from * u * v * v -
         slope_to * v * u * u;
}

}  // namespace

Timeline::Timeline(const std::vector<KeyPose>& keys) {
  PLUMBLINE_REQUIRE(!keys.empty());
  first_ = keys.front().pose.root_orientation.quaternion();
  for (const KeyPose& key : keys) {
    add(in_seconds(key.reached), key.pose);
    add(in_seconds(key.left), key.pose);
  }
  compute_slopes();
}

void Timeline::add(double time, const Pose& pose) {
  if (!times_.empty() && time <= times_.back()) return;
  Channels c{};
  c[0] = pose.root_position.x();
  c[1] = pose.root_position.y();
  c[2] = pose.root_position.z();
  const spatial::Vector3 turn =
      to_rotation_vector(first_.conjugate() * pose.root_orientation.quaternion());
  c[3] = turn.x;
  c[4] = turn.y;
  c[5] = turn.z;
  for (std::size_t i = 0; i < kDofCount; ++i) c[6 + i] = in_radians(pose.angles[i]);
  times_.push_back(time);
  values_.push_back(c);
  poses_.push_back(pose);
}

double Timeline::secant(std::size_t channel, std::size_t interval) const {
  return (values_[interval + 1][channel] - values_[interval][channel]) /
         (times_[interval + 1] - times_[interval]);
}

double Timeline::slope(std::size_t channel, std::size_t before, std::size_t after) const {
  const double a = secant(channel, before);
  const double b = secant(channel, after);
  if (a * b <= 0) return 0;
  const double ha = times_[before + 1] - times_[before];
  const double hb = times_[after + 1] - times_[after];
  const double wa = 2 * hb + ha;
  const double wb = hb + 2 * ha;
  return (wa + wb) / (wa / a + wb / b);
}

void Timeline::compute_slopes() {
  slopes_.assign(values_.size(), Channels{});
  const std::size_t last = values_.size() - 1;
  if (last == 0) return;
  for (std::size_t c = 0; c < kChannels; ++c) {
    for (std::size_t i = 1; i < last; ++i) slopes_[i][c] = slope(c, i - 1, i);
    slopes_[0][c] = slopes_[last][c] = slope(c, last - 1, 0);
  }
}

Timeline::Place Timeline::place(Duration time) const {
  const double t = in_seconds(time);
  if (times_.back() <= 0) return {0, seconds(0)};
  // The end of the first cycle counts as its end, so that the last key pose can be asked for.
  if (t == times_.back()) return {0, time};
  const double cycle = std::floor(t / times_.back());
  return {cycle, seconds(t - cycle * times_.back())};
}

spatial::Vector<World> Timeline::travel() const {
  return poses_.back().root_position - poses_.front().root_position;
}

Pose Timeline::to_pose(const Channels& c) const {
  Pose pose;
  pose.root_position = spatial::Vector<World>(c[0], c[1], c[2]);
  pose.root_orientation = spatial::Rotation<World, PelvisFrame>(
      first_ * spatial::from_rotation_vector({c[3], c[4], c[5]}));
  for (std::size_t i = 0; i < kDofCount; ++i) pose.angles[i] = radians(c[6 + i]);
  return pose;
}

Pose Timeline::at(Duration time) const {
  const Place where = place(time);
  const double t = in_seconds(where.within);
  std::size_t i = 0;
  while (i + 2 < times_.size() && t >= times_[i + 1]) ++i;
  Pose pose = poses_.front();
  if (times_.size() > 1) {
    const double length = times_[i + 1] - times_[i];
    const double u = (t - times_[i]) / length;
    Channels c{};
    for (std::size_t k = 0; k < kChannels; ++k) {
      c[k] = hermite(values_[i][k], values_[i + 1][k], length * slopes_[i][k],
                     length * slopes_[i + 1][k], u);
    }
    pose = to_pose(c);
  }
  pose.root_position = pose.root_position + where.cycle * travel();
  return pose;
}

}  // namespace plumbline::body
