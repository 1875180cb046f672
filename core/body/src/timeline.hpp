// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "plumbline/body/movement.hpp"

namespace plumbline::body {

/// A periodic motion through key poses: every channel (root position, root rotation vector from the
/// first key, joint angles) is a monotone cubic after Fritsch & Carlson.
/// @source Fritsch & Carlson, SIAM J. Numer. Anal. 17:238 (1980); slopes by the weighted harmonic
/// mean of Fritsch & Butland, SIAM J. Sci. Stat. Comput. 5:300 (1984)
class Timeline {
 public:
  /// @param keys  at least one, in the order of time
  explicit Timeline(const std::vector<KeyPose>& keys);

  Duration length() const { return seconds(times_.back()); }
  /// How often the cycle is over at a time, and how far into it the time falls.
  struct Place {
    double cycle;
    Duration within;
  };
  Place place(Duration time) const;
  /// The pose at a time; root positions go on from cycle to cycle.
  Pose at(Duration time) const;
  /// How far one cycle leads, in body heights.
  spatial::Vector<World> travel() const;

 private:
  static constexpr std::size_t kChannels = 6 + kDofCount;
  using Channels = std::array<double, kChannels>;

  void add(double time, const Pose& pose);
  void compute_slopes();
  double secant(std::size_t channel, std::size_t interval) const;
  double slope(std::size_t channel, std::size_t before, std::size_t after) const;
  Pose to_pose(const Channels& values) const;

  spatial::UnitQuaternion first_;
  std::vector<double> times_;
  std::vector<Channels> values_;
  std::vector<Channels> slopes_;
  std::vector<Pose> poses_;
};

}  // namespace plumbline::body
