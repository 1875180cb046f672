// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/body/contacts.hpp"

namespace plumbline::body {
namespace {

struct Ball {
  Segment segment;
  /// In body heights, segment frame.
  spatial::Vector3 center;
  /// In body heights at girth 1.
  double radius;
  /// Soft parts grow with girth, bony ones do not.
  bool soft;
};

/// @source engineering choice: trunk depth about 0.13 and breadth about 0.19 body heights, heel and
/// ball so that the sole is level at the floor in the neutral pose; status U
constexpr std::array<Ball, 4> kMiddle = {{
    {Segment::Lumbar2, {0.010, 0, 0}, 0.055, true},
    {Segment::Thoracic3, {0.012, 0, 0}, 0.050, true},
    {Segment::Thoracic3, {0.044, 0, 0}, 0.050, true},
    {Segment::Head, {0.018, 0, 0.030}, 0.055, false},
}};
constexpr std::array<Ball, 15> kLeft = {{
    {Segment::Pelvis, {-0.022, 0.030, 0.030}, 0.043, true},
    {Segment::Pelvis, {0.012, 0.030, 0.015}, 0.050, true},
    {Segment::ThighLeft, {0, 0.005, 0}, 0.045, true},
    {Segment::Pelvis, {-0.012, 0.040, -0.008}, 0.045, true},
    {Segment::Thoracic2, {0.025, 0.045, 0}, 0.045, true},
    {Segment::UpperArmLeft, {0, 0, 0}, 0.032, true},
    {Segment::ForearmLeft, {0, 0, 0}, 0.018, false},
    {Segment::HandLeft, {0, 0, 0}, 0.016, false},
    {Segment::HandLeft, {0, 0, -0.055}, 0.012, false},
    {Segment::HandLeft, {0, 0, -0.102}, 0.006, false},
    {Segment::ShankLeft, {0, 0, 0}, 0.030, false},
    {Segment::FootLeft, {0, 0, 0}, 0.020, false},
    {Segment::FootLeft, {-0.025, 0, -0.024}, 0.015, false},
    {Segment::ToesLeft, {0, 0, 0}, 0.009, false},
    {Segment::ToesLeft, {0.036, 0, -0.003}, 0.006, false},
}};

Ball ball(Spot spot) {
  const std::size_t i = index(spot);
  if (i < kFirstSidedSpot) return kMiddle[i];
  Ball found = kLeft[(i - kFirstSidedSpot) / 2];
  if ((i - kFirstSidedSpot) % 2 == 0) return found;
  found.segment = counterpart(found.segment);
  found.center.y = -found.center.y;
  return found;
}

struct SpotPair {
  std::array<Spot, 2> spots;
  std::size_t count;
};

constexpr SpotPair one(Spot spot) { return {{spot, spot}, 1}; }
constexpr SpotPair two(Spot a, Spot b) { return {{a, b}, 2}; }

constexpr std::array<SpotPair, kContactCount> kSpotsOfContacts = {{
    two(Spot::SacrumLeft, Spot::SacrumRight),
    two(Spot::PelvisFrontLeft, Spot::PelvisFrontRight),
    two(Spot::IschiumLeft, Spot::IschiumRight),
    one(Spot::UpperBack),
    one(Spot::Breastbone),
    one(Spot::Head),
    two(Spot::HeelLeft, Spot::BallLeft),
    two(Spot::HeelRight, Spot::BallRight),
    one(Spot::HeelLeft),
    one(Spot::HeelRight),
    one(Spot::BallLeft),
    one(Spot::BallRight),
    two(Spot::BallLeft, Spot::ToeTipLeft),
    two(Spot::BallRight, Spot::ToeTipRight),
    one(Spot::AnkleLeft),
    one(Spot::AnkleRight),
    one(Spot::KneeLeft),
    one(Spot::KneeRight),
    one(Spot::HipLeft),
    one(Spot::HipRight),
    one(Spot::RibsLeft),
    one(Spot::RibsRight),
    one(Spot::ShoulderLeft),
    one(Spot::ShoulderRight),
    one(Spot::ElbowLeft),
    one(Spot::ElbowRight),
    two(Spot::ElbowLeft, Spot::WristLeft),
    two(Spot::ElbowRight, Spot::WristRight),
    one(Spot::WristLeft),
    one(Spot::WristRight),
    two(Spot::WristLeft, Spot::KnucklesLeft),
    two(Spot::WristRight, Spot::KnucklesRight),
    one(Spot::FingertipsLeft),
    one(Spot::FingertipsRight),
}};

}  // namespace

std::span<const Spot> spots_of(Contact contact) {
  const SpotPair& pair = kSpotsOfContacts[index(contact)];
  return {pair.spots.data(), pair.count};
}

Segment segment_of(Spot spot) { return ball(spot).segment; }

spatial::Vector<World> spot_position(const BodyShape& shape, const Skeleton& skeleton, Spot spot) {
  const Ball b = ball(spot);
  const SegmentPlacement& placement = skeleton.at(b.segment);
  const spatial::Vector<SegmentFrame> center(in_meters(shape.height) * b.center);
  return placement.joint + placement.orientation * center;
}

Length spot_radius(const BodyShape& shape, Spot spot) {
  const Ball b = ball(spot);
  return (b.soft ? shape.girth : 1.0) * b.radius * shape.height;
}

}  // namespace plumbline::body
