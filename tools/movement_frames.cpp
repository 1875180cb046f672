// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
//
// movement_frames FILE…: checks movements and prints their key poses for draw_movement.py.
//   movement NAME
//   finding TEXT
//   changed PHASE JOINT DEGREES      how far settling moved a joint from what is written, if over
//   8° frame PHASE NAME PLANTED,…       a key pose or a pose half way; then its lines and balls
//   line SEGMENT x y z x y z         meters
//   ball SPOT x y z radius
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "plumbline/body/movement_check.hpp"
#include "plumbline/body/planted_movement.hpp"
#include "plumbline/json/movement_codec.hpp"
#include "plumbline/json/parse.hpp"

namespace {

using namespace plumbline;
using namespace plumbline::body;

const BodyShape kShape{};

void print_skeleton(const Pose& pose) {
  const Skeleton skeleton = compute_skeleton(kShape, pose);
  for (std::size_t i = 0; i < kSegmentCount; ++i) {
    const auto a = skeleton.segments[i].joint;
    const auto b = skeleton.segments[i].tip;
    std::printf("line %s %.4f %.4f %.4f %.4f %.4f %.4f\n",
                std::string(word(static_cast<Segment>(i))).c_str(), a.x(), a.y(), a.z(), b.x(),
                b.y(), b.z());
  }
  for (std::size_t i = 0; i < kSpotCount; ++i) {
    const Spot spot = static_cast<Spot>(i);
    const auto p = spot_position(kShape, skeleton, spot);
    std::printf("ball %s %.4f %.4f %.4f %.4f\n", std::string(word(spot)).c_str(), p.x(), p.y(),
                p.z(), in_meters(spot_radius(kShape, spot)));
  }
}

std::string contact_list(const std::vector<Planted>& planted) {
  std::string text;
  for (const Planted& p : planted) {
    if (!text.empty()) text.append(",");
    text.append(word(p.contact)).append(p.slides ? "~" : "");
  }
  return text.empty() ? "-" : text;
}

void print_changes(const KeyPose& written, const SettledPose& settled) {
  for (std::size_t i = 0; i < kDofCount; ++i) {
    const double change = in_degrees(settled.key.pose.angles[i] - written.pose.angles[i]);
    if (std::abs(change) < 8) continue;
    std::printf("changed %zu %s %.0f\n", written.phase,
                std::string(word(static_cast<Dof>(i))).c_str(), change);
  }
}

void print_movement(const Movement& movement) {
  for (const MovementFinding& finding : check_movement(kShape, movement)) {
    std::printf("finding %s\n", describe(finding).c_str());
  }
  const PlantedMovement planted = plant(kShape, movement);
  const auto written = key_poses(movement);
  const auto phases = all_phases(movement);
  for (std::size_t i = 0; i < written.size(); ++i) {
    const SettledPose& settled = planted.keys[i];
    print_changes(written[i], settled);
    if (i > 0) {
      const Duration middle = 0.5 * (planted.keys[i - 1].key.left + settled.key.reached);
      std::printf("frame %zu half -\n", i);
      print_skeleton(sample(planted, middle));
    }
    const std::string name(i == 0 ? "start" : word(phases[settled.key.phase].name));
    std::printf("frame %zu %s %s\n", i, name.c_str(), contact_list(settled.key.planted).c_str());
    print_skeleton(settled.key.pose);
  }
}

int run(const char* path) {
  std::ifstream file(path);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const auto value = json::parse(text);
  if (!value) return std::printf("error %s %s\n", path, describe(value.error()).c_str()), 1;
  const json::Value* embedded = value->find("movement");
  const auto movement =
      json::read<Movement>(embedded == nullptr ? *value : *embedded, json::Pointer());
  if (!movement) return std::printf("error %s %s\n", path, describe(movement.error()).c_str()), 1;
  std::string name(path);
  name = name.substr(name.rfind('/') + 1);
  std::printf("movement %s\n", name.substr(0, name.find('.')).c_str());
  print_movement(*movement);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  int failed = 0;
  for (int i = 1; i < argc; ++i) failed |= run(argv[i]);
  return failed;
}
