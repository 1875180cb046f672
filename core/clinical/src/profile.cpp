// SPDX-FileCopyrightText: The Plumbline contributors
// SPDX-License-Identifier: Apache-2.0
#include "plumbline/clinical/profile.hpp"

#include <algorithm>

namespace plumbline::clinical {
namespace {

constexpr WordSet<Region> kBelowButtock{Region::ThighBack, Region::ThighFront, Region::Knee,
                                        Region::Calf,      Region::Shin,       Region::Foot};

}  // namespace

std::int32_t usual_pain(const Profile& profile) {
  if (profile.usual_pain) return *profile.usual_pain;
  std::int32_t highest = 0;
  for (const PainArea& area : profile.pain) highest = std::max(highest, area.intensity);
  return highest;
}

std::int32_t usual_leg_pain(const Profile& profile) {
  if (profile.usual_leg_pain) return *profile.usual_leg_pain;
  std::int32_t highest = 0;
  for (const PainArea& area : profile.pain) {
    if (kBelowButtock.contains(area.region)) highest = std::max(highest, area.intensity);
  }
  return highest;
}

bool has_pain_in(const Profile& profile, WordSet<Region> regions) {
  return std::ranges::any_of(profile.pain,
                             [&](const PainArea& area) { return regions.contains(area.region); });
}

}  // namespace plumbline::clinical
